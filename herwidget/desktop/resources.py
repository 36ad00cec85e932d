"""The files that come with the program: questions, help lines, texts, icons."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """The folder of the program's resources: inside the package when installed, beside it in a checkout."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def bank_texts() -> dict[str, str]:
    """The texts of the question bank, by file name.

    Raises:
        OSError: the folder or one of its files cannot be read.
    """
    folder = resources_folder() / "questions"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.suffix == ".toml"}


def help_lines_text() -> str:
    """The text of the list of help lines.

    Raises:
        OSError: the file cannot be read.
    """
    return (resources_folder() / "help_lines.toml").read_text(encoding="utf-8")
