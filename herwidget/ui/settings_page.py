"""Settings: when it may ask, how it looks, what is kept where."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTime, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from herwidget.core.ports import JournalError
from herwidget.core.settings import MOST_CHECK_INS_A_DAY, AskWith, Contrast, Hours, Language, Theme
from herwidget.core.signals.sensitivity import Sensitivity
from herwidget.ui.about_row import AboutRow
from herwidget.ui.autostart_row import AutostartRow
from herwidget.ui.backup_row import BackupRow
from herwidget.ui.controls import ClickableLabel, MenuField, Switch, button, heading, label, panel, rule, say
from herwidget.ui.erase_row import EraseRow
from herwidget.ui.export_row import ExportRow
from herwidget.ui.pause_menu import fill_pause_menu
from herwidget.ui.program import Program
from herwidget.ui.restore_row import RestoreRow
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.words import next_question, pause_state, translate

_WIDEST = 640


class SettingsPage(QWidget):
    """Every setting in its panel; a change is kept at once."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        outer = QHBoxLayout(self)
        outer.setContentsMargins(30, 24, 30, 30)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        outer.addWidget(middle, 1)
        outer.addStretch(0)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(heading(translate("Settings", "Settings"), HEADING_PIXELS))
        column.addWidget(self._when())
        column.addWidget(self._looks())
        column.addWidget(self._noticing())
        column.addWidget(self._computer())
        column.addStretch(1)

    def _when(self) -> QWidget:
        program, settings = self._program, self._program.settings
        rows = Rows(translate("Settings", "When it may ask"))
        self._how_often = label("", "small", wrap=True)
        rows.add(translate("Settings", "Check-ins a day"), self._how_often, check_ins_field(program))
        self._say_how_often()
        program.settings_changed.connect(self._say_how_often)
        rows.add(
            translate("Settings", "Between"),
            translate("Settings", "Random moments, never on the hour"),
            hours_field(program),
        )
        ways: list[tuple[str, object]] = [
            (translate("Settings", "With a card"), AskWith.CARD),
            (translate("Settings", "With a notification"), AskWith.NOTIFICATION),
        ]
        how = MenuField(translate("Settings", "How it asks"), ways, settings.ask_with)
        how.chosen.connect(lambda way: program.change_settings(ask_with=way))
        rows.add(
            translate("Settings", "How it asks"),
            translate("Settings", "A notification never shows the question itself"),
            how,
        )
        silent = translate("Settings", "Stay silent in full screen, with do-not-disturb on, or while away")
        rows.add_switch(
            silent,
            Switch(program.theme, silent),
            settings.silent_when_busy,
            lambda on: program.change_settings(silent_when_busy=on),
        )
        less = translate("Settings", "Ask less as things go well")
        rows.add_switch(
            less,
            Switch(program.theme, less),
            settings.ask_less,
            lambda on: program.change_settings(ask_less=on),
        )
        rows.add(*self._pause_row())
        return rows.box

    def _say_how_often(self) -> None:
        settings, text = self._program.settings, ""
        if not settings.check_ins_a_day:
            text = translate("Settings", "You can always check in from the tray.")
        elif settings.ask_less:
            text = translate("Settings", "Fewer when your weeks are full of people")
        say(self._how_often, text)
        self._how_often.setVisible(bool(text))

    def _pause_row(self) -> tuple[str, str, QWidget]:
        program = self._program
        title = translate("Settings", "Pause")
        if program.opened is None:
            return title, translate("Settings", "The journal cannot be opened"), QWidget()
        try:
            pause = program.pause()
            moment = program.opened.asker.next_moment()
        except JournalError:
            return title, translate("Settings", "The journal cannot be opened"), QWidget()
        now, zone = program.clock(), program.zone()
        if pause is not None:
            resume = button(translate("Settings", "Ask again"), "outline", program.end_pause)
            return title, pause_state(pause, now, zone), resume
        choose = MenuField(title, [], None)
        choose.say(translate("Settings", "Not paused"))
        menu = choose.menu()
        assert menu is not None
        fill_pause_menu(menu, program)
        return title, next_question(moment, now, zone), choose

    def _noticing(self) -> QWidget:
        program, settings = self._program, self._program.settings
        rows = Rows(translate("Settings", "What it notices"))
        suggest = translate("Settings", "Suggest reaching out when your days drift from your usual")
        rows.add_switch(
            suggest,
            Switch(program.theme, suggest),
            settings.suggestions,
            lambda on: program.change_settings(suggestions=on),
        )
        levels: list[tuple[str, object]] = [
            (translate("Settings", "Seldom"), Sensitivity.QUIET),
            (translate("Settings", "As usual"), Sensitivity.USUAL),
            (translate("Settings", "Sooner"), Sensitivity.SOONER),
        ]
        how = MenuField(translate("Settings", "How soon"), levels, settings.sensitivity)
        how.chosen.connect(lambda chosen: program.change_settings(sensitivity=chosen))
        rows.add(
            translate("Settings", "How soon"),
            translate("Settings", "Sooner notices more, and is wrong more often"),
            how,
        )
        explained = button(translate("Settings", "How it notices"), "link", self._explain_notices)
        rows.add(translate("Settings", "The rule, its limits, and how often it is wrong"), "", explained)
        return rows.box

    def _explain_notices(self) -> None:
        from herwidget.ui.explanation import explain

        explain(self, self._program, "notices")

    def _looks(self) -> QWidget:
        program, settings = self._program, self._program.settings
        rows = Rows(translate("Settings", "How it looks"))
        rows.add(translate("Settings", "Language"), "", language_field(program))
        themes: list[tuple[str, object]] = [
            (translate("Settings", "Like the system"), Theme.SYSTEM),
            (translate("Settings", "Light colours"), Theme.LIGHT),
            (translate("Settings", "Dark colours"), Theme.DARK),
        ]
        theme = MenuField(translate("Settings", "Colours"), themes, settings.theme)
        theme.chosen.connect(lambda chosen: program.change_settings(theme=chosen))
        rows.add(translate("Settings", "Colours"), "", theme)
        contrasts: list[tuple[str, object]] = [
            (translate("Settings", "Like the system"), Contrast.SYSTEM),
            (translate("Settings", "Usual"), Contrast.USUAL),
            (translate("Settings", "High"), Contrast.HIGH),
        ]
        contrast = MenuField(translate("Settings", "Contrast"), contrasts, settings.contrast)
        contrast.chosen.connect(lambda chosen: program.change_settings(contrast=chosen))
        rows.add(translate("Settings", "Contrast"), "", contrast)
        rows.add(*self._desk_card_row())
        return rows.box

    def _desk_card_row(self) -> tuple[str, str, QWidget, QLabel]:
        program = self._program
        title = translate("Settings", "Desk card")
        description = translate("Settings", "Your week, small, on the desktop, where others may see it too")
        switch = self._desk_card = Switch(program.theme, title, description)
        switch.setChecked(program.settings.desk_card)
        switch.toggled.connect(self._show_desk_card)
        program.settings_changed.connect(self._follow)
        return title, description, switch, ClickableLabel(title, switch)

    def _show_desk_card(self, shown: bool) -> None:
        if shown != self._program.settings.desk_card:
            self._program.change_settings(desk_card=shown)

    def _follow(self) -> None:
        # The tray and the card itself switch it too.
        self._desk_card.setChecked(self._program.settings.desk_card)

    def _computer(self) -> QWidget:
        program = self._program
        rows = Rows(translate("Settings", "This computer"))
        start = AutostartRow(program)
        rows.add("", start.below, start.switch, start.title)
        folder = program.journal_path.parent
        show = button(
            translate("Settings", "Show folder"),
            "outline",
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )
        rows.add(translate("Settings", "Your answers"), str(program.journal_path), show)
        if program.backups is not None:
            backups = BackupRow(program, program.backups)
            rows.add(backups.title, backups.below, backups.button)
            restore = RestoreRow(program, program.backups)
            rows.add(restore.title, restore.below, restore.button)
        export = ExportRow(program)
        rows.add(export.title, export.below, export.button)
        if program.eraser is not None:
            erase = EraseRow(program, program.eraser)
            rows.add(erase.title, erase.below, erase.button)
        about = AboutRow()
        rows.add(about.title, about.below, about.button)
        return rows.box


class Rows:
    """A panel of settings: each a title, a small line under it, and its control."""

    def __init__(self, title: str) -> None:
        self.box = panel()
        self._column = QVBoxLayout(self.box)
        self._column.setContentsMargins(24, 18, 24, 10)
        self._column.setSpacing(0)
        self._column.addWidget(heading(title, 18))
        self._column.addSpacing(4)
        self._first = True

    def add(self, title: str, description: str | QWidget, control: QWidget, title_label: QLabel | None = None) -> None:
        """One row."""
        if not self._first:
            self._column.addWidget(rule())
        self._first = False
        row = QHBoxLayout()
        row.setContentsMargins(0, 11, 0, 11)
        row.setSpacing(20)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(title_label or label(title, wrap=True))
        if description:
            small = label(description, "small", wrap=True) if isinstance(description, str) else description
            texts.addWidget(small)
        row.addLayout(texts, 1)
        row.addWidget(control)
        self._column.addLayout(row)

    def add_switch(self, title: str, switch: Switch, on: bool, changed: Callable[[bool], None]) -> None:
        """One row that is on or off; its title works too."""
        switch.setChecked(on)
        switch.toggled.connect(lambda on: changed(on))
        self.add(title, "", switch, ClickableLabel(title, switch))


def check_ins_field(program: Program) -> MenuField:
    """How many questions a day there may be."""
    options: list[tuple[str, object]] = [(translate("Settings", "Only when you open it"), 0)]
    options += [
        (translate("Settings", "Up to {number}").format(number=number), number)
        for number in range(1, MOST_CHECK_INS_A_DAY + 1)
    ]
    field = MenuField(translate("Settings", "Check-ins a day"), options, program.settings.check_ins_a_day)
    field.chosen.connect(lambda number: program.change_settings(check_ins_a_day=number))
    return field


def language_field(program: Program) -> MenuField:
    """Korean, English, or what the system speaks."""
    options: list[tuple[str, object]] = [
        (translate("Settings", "Like the system"), Language.SYSTEM),
        ("English", Language.ENGLISH),
        ("한국어", Language.KOREAN),
    ]
    field = MenuField(translate("Settings", "Language"), options, program.settings.language)
    field.chosen.connect(lambda language: program.change_settings(language=language))
    return field


def hours_field(program: Program) -> QWidget:
    """From when until when."""
    hours = program.settings.hours
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    start, end = QTimeEdit(QTime(hours.start.hour, hours.start.minute)), QTimeEdit()
    end.setTime(QTime(hours.end.hour, hours.end.minute))
    for edit, name in ((start, translate("Settings", "From")), (end, translate("Settings", "Until"))):
        edit.setDisplayFormat("HH:mm")
        # The style sheet makes the buttons 0 wide; NoButtons would leave the text no room (seen in Qt 6.12).
        edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        edit.setAccessibleName(name)
        edit.setFixedWidth(66)
        edit.setKeyboardTracking(False)

    def changed() -> None:
        chosen = Hours(start.time().toPython(), end.time().toPython())  # type: ignore[arg-type]  # datetime.time, says Qt
        if chosen != program.settings.hours:
            program.change_settings(hours=chosen)

    start.editingFinished.connect(changed)
    end.editingFinished.connect(changed)
    row.addWidget(start)
    row.addWidget(label("–", "quiet"))
    row.addWidget(end)
    return holder
