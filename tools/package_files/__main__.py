"""Write everything under a folder that stands for /usr/share.

python -m tools.package_files FOLDER VERSION YYYY-MM-DD
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from herwidget import APP_ID
from tools.package_files import HOME, completions, icons
from tools.package_files.command_line import command_line
from tools.package_files.licences import copyright_file
from tools.package_files.manual import manual

DESKTOP = Path(__file__).parents[2] / "packaging" / "desktop"


def write_all(share: Path, version: str, day: str) -> None:
    """Write the manual, the completions, the icons, the menu entry and what a software centre shows."""
    english = command_line("en")
    texts = {
        "man/man1/herwidget.1": manual(english, "en", version, day),
        "man/ko/man1/herwidget.1": manual(command_line("ko"), "ko", version, day),
        "bash-completion/completions/herwidget": completions.bash(english),
        "zsh/site-functions/_herwidget": completions.zsh(english),
        "fish/vendor_completions.d/herwidget.fish": completions.fish(english),
        f"applications/{APP_ID}.desktop": (DESKTOP / f"{APP_ID}.desktop").read_text(encoding="utf-8"),
        "doc/herwidget/copyright": copyright_file(),
        f"metainfo/{APP_ID}.metainfo.xml": metainfo(version, day),
    }
    for place, text in texts.items():
        path = share / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    icons.write_theme(share / "icons" / "hicolor")


def metainfo(version: str, day: str) -> str:
    """The AppStream metadata of a release."""
    text = (DESKTOP / f"{APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DAY@", day).replace("@HOME@", HOME)


def main(arguments: Sequence[str]) -> int:
    """Write; the exit code."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    write_all(Path(arguments[0]), arguments[1], arguments[2])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
