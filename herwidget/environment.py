"""What a start of the program finds: its files, settings, language, clock. Made once, by `herwidget.cli`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from herwidget.core.settings import Language, Settings
from herwidget.desktop.clock import clock_from_environment
from herwidget.desktop.paths import Folders, default_config, default_journal, platform_folders
from herwidget.desktop.resources import bank_texts, resources_folder
from herwidget.desktop.settings_file import LoadedSettings, SettingsFile

if TYPE_CHECKING:
    from herwidget.core.ports import Autostart, Clock
    from herwidget.core.questions import Bank

# For tests only: "2026-11-23T09:00:00Z;480" starts the clock there and lets it run 480 times as fast.
TEST_CLOCK_VARIABLE = "HERWIDGET_TEST_CLOCK"


@dataclass(frozen=True)
class Options:
    """The options that every command takes."""

    journal: Path | None = None
    config: Path | None = None
    language: str | None = None


@dataclass(frozen=True)
class Environment:
    """Where things are and how time runs. `clock_speed` is 1 but in tests."""

    folders: Folders
    journal_path: Path
    settings_file: SettingsFile
    loaded: LoadedSettings
    language_override: str | None
    clock: Clock
    clock_speed: float
    resources: Path
    made_up: bool = False
    """Whether the journal is the demonstration's."""

    @classmethod
    def find(cls, options: Options) -> Environment:
        """Read the settings and the variables; opens no journal."""
        folders = platform_folders()
        clock, speed = clock_from_environment(os.environ.get(TEST_CLOCK_VARIABLE))
        settings_file = SettingsFile(options.config or default_config(folders))
        return cls(
            folders,
            (options.journal or default_journal(folders)).absolute(),
            settings_file,
            settings_file.load(),
            options.language,
            clock,
            speed,
            resources_folder(),
        )

    @property
    def is_usual_journal(self) -> bool:
        """Whether the journal is the one that is used when none is named."""
        return self.journal_path == default_journal(self.folders).absolute()

    @property
    def has_usual_settings(self) -> bool:
        """Whether the settings file is the one that is used when none is named."""
        return self.settings_file.path.absolute() == default_config(self.folders).absolute()

    def language(self, settings: Settings) -> str:
        """ "ko" or "en": what was asked for on the command line, else chosen, else the system's."""
        if self.language_override:
            return self.language_override
        if settings.language is not Language.SYSTEM:
            return str(settings.language)
        return "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"

    @property
    def named_files(self) -> list[str]:
        """The options that another start needs to have the same files as this one."""
        files = (
            ("--journal", self.journal_path, default_journal(self.folders)),
            ("--config", self.settings_file.path, default_config(self.folders)),
        )
        named = [(flag, path.absolute()) for flag, path, usual in files if path.absolute() != usual.absolute()]
        return [word for flag, path in named for word in (flag, str(path))]

    def autostart(self) -> Autostart:
        """Starting with the computer: a Herwidget of the same files as this one."""
        from herwidget.desktop.autostart.here import autostart_here

        reason = QCoreApplication.translate("App", "To ask a small question now and then, it waits in the tray.")
        return autostart_here(self.named_files, self.folders.config, reason)


def system_country() -> str:
    """The country of the system's locale, ISO 3166-1 alpha-2, empty where it names none."""
    territory = QLocale.system().territory()
    return "" if territory == QLocale.Country.AnyCountry else QLocale.territoryToCode(territory)


def load_bank() -> Bank:
    """The question bank.

    Raises:
        BankError: a file of it is broken or cannot be read.
    """
    from herwidget.core.questions import parse_bank

    return parse_bank(bank_texts())


class Translations:
    """Puts a language's words on the application, in place of another's; they are there as long as this object."""

    def __init__(self, resources: Path) -> None:
        self._folder = str(resources / "translations")
        self._installed: list[QTranslator] = []
        self._chosen = False

    @property
    def in_use(self) -> bool:
        """Whether a language was chosen at all."""
        return self._chosen

    def use(self, language: str) -> None:
        """Speak `language` ("ko" or "en") from now on."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        self._chosen = True
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{language}", of_qt), (f"herwidget_{language}", self._folder)):
            translator = QTranslator()
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
