"""Write what the installer for Windows takes beside the program: icon, pictures, copyright, the version in numbers.

python -m tools.package_files.windows FOLDER VERSION
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from tools.package_files import icons
from tools.package_files.licences import copyright_file
from tools.package_files.version_resource import numbers


def main(arguments: Sequence[str]) -> int:
    """Write; the exit code."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder, version = Path(arguments[0]), arguments[1]
    (folder / "herwidget.ico").write_bytes(icons.ico())
    # Inno Setup's own sizes, for screens of double density; the colour is that of the software centres.
    (folder / "page.bmp").write_bytes(icons.bmp(328, 628, "#f7e3db", 220))
    (folder / "corner.bmp").write_bytes(icons.bmp(110, 110, "#ffffff", 100))
    (folder / "COPYRIGHT.txt").write_text(copyright_file(), encoding="utf-8-sig")
    counted = ".".join(map(str, numbers(version)))
    (folder / "numbers.iss").write_text(f"VersionInfoVersion={counted}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
