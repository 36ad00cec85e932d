"""Draws the approved pictures of the charts anew, after a change of their looks that is meant:

    .venv/bin/python -m tests.ui.charts.approve

Look at each changed picture in tests/ui/charts/approved/ (`git diff --stat` names them) before committing it.
"""

import os

from PySide6.QtWidgets import QApplication

from tests.ui.charts.pictures import APPROVED, CASES, case_picture, file_name, small


def main() -> None:
    """Draw all of them; those of no case are removed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    APPROVED.mkdir(exist_ok=True)
    for there in APPROVED.glob("*.png"):
        there.unlink()
    for case in CASES:
        # 0 is the smallest file.
        if not small(case_picture(*case)).save(str(APPROVED / file_name(*case)), None, 0):
            raise SystemExit(f"{APPROVED / file_name(*case)} could not be written")
    print(f"{len(CASES)} pictures, {sum(one.stat().st_size for one in APPROVED.glob('*.png')) // 1024} KB")
    del application


if __name__ == "__main__":
    main()
