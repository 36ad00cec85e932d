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
        BankError: the folder or one of its files cannot be read, or a file is not UTF-8.
    """
    from herwidget.core.questions import BankError

    folder = resources_folder() / "questions"
    texts: dict[str, str] = {}
    name = folder.name
    try:
        for path in sorted(path for path in folder.iterdir() if path.suffix == ".toml"):
            name = path.name
            texts[name] = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BankError(name, line, "", "the file is not UTF-8") from error
    except OSError as error:
        raise BankError(name, 1, "", error.strerror or type(error).__name__) from error
    return texts


def first_lines_text() -> str:
    """The text of the first lines.

    Raises:
        OSError: the file cannot be read.
    """
    return (resources_folder() / "first_lines.toml").read_text(encoding="utf-8")


def help_lines_text() -> str:
    """The text of the list of help lines.

    Raises:
        OSError: the file cannot be read.
    """
    return (resources_folder() / "help_lines.toml").read_text(encoding="utf-8")
