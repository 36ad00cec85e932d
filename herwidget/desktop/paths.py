"""Where the program's files lie on this platform, and folders that only their owner may look into."""

import logging
import os
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger(__name__)

_APP_NAME = "herwidget"
_OWNER_ONLY = 0o700


@dataclass(frozen=True)
class Folders:
    """The platform's folders for this program. None of them need exist yet."""

    data: Path
    config: Path
    log: Path
    runtime: Path


def platform_folders() -> Folders:
    """The folders the platform gives this program: on Linux those of the XDG base directory specification."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs(_APP_NAME, appauthor=False)
    data = folders.user_data_path
    return Folders(data, folders.user_config_path, folders.user_log_path, _runtime_folder(data))


def default_journal(folders: Folders) -> Path:
    """The journal used when none is named."""
    return folders.data / "journal.db"


def default_config(folders: Folders) -> Path:
    """The settings file used when none is named."""
    return folders.config / "settings.toml"


def demo_journal(folders: Folders) -> Path:
    """The demonstration's journal; all that is the demonstration's lies in its folder."""
    return folders.data / "demo" / "journal.db"


def demo_config(folders: Folders) -> Path:
    """The demonstration's settings file."""
    return demo_journal(folders).with_name("settings.toml")


def make_private(folder: Path) -> None:
    """Make `folder` and those above it, and close it to everyone but its owner (mode 0700).

    Raises:
        OSError: it cannot be made, is not a folder, or belongs to somebody else.
    """
    folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    if sys.platform == "win32":  # a person's folders are private there by their access lists
        return
    state = folder.stat()
    if state.st_mode & 0o777 == _OWNER_ONLY:
        return
    try:
        folder.chmod(_OWNER_ONLY)
    except OSError:
        if state.st_uid != os.geteuid():
            raise
        log.warning("a folder cannot be made private: its file system keeps no modes")


def _runtime_folder(data: Path) -> Path:
    """The folder for sockets and locks; inside `data` where the platform has none that is safe."""
    from platformdirs import user_runtime_path

    with warnings.catch_warnings():
        # platformdirs warns when XDG_RUNTIME_DIR is not private and then takes a private one: nothing to be done.
        warnings.simplefilter("ignore")
        try:
            return user_runtime_path(_APP_NAME, appauthor=False)
        except OSError as error:
            log.info("no runtime folder (%s): using the data folder", type(error).__name__)
            return data / "runtime"
