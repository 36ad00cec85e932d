"""If you need help now: the lines of the person's country first, then every other. Works without a journal."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from herwidget.core.help_lines import HelpCountry, HelpLine
from herwidget.ui.controls import MenuField, button, heading, label, panel
from herwidget.ui.open_address import open_address
from herwidget.ui.program import Program
from herwidget.ui.theme import HEADING_PIXELS
from herwidget.ui.words import translate


class HelpPage(QWidget):
    """People who listen now, with a number to call."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        language = program.language
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 24, 30, 30)
        column.setSpacing(12)
        column.addWidget(heading(translate("Help", "A person can listen right now."), HEADING_PIXELS))
        column.addWidget(
            label(
                translate(
                    "Help", "These lines are answered by people. If you are in danger, call the emergency number."
                ),
                "quiet",
                wrap=True,
            )
        )
        country = program.help_lines.of(program.help_country())
        row = QHBoxLayout()
        row.addWidget(label(translate("Help", "Country"), "strong"))
        options: list[tuple[str, object]] = [(one.name.of(language), one.code) for one in program.help_lines.countries]
        field = MenuField(translate("Help", "Country"), options, country.code if country else None)
        if country is None:
            field.say(translate("Help", "Choose your country"))
        field.chosen.connect(lambda code: program.change_settings(help_country=str(code)))
        row.addWidget(field)
        row.addStretch(1)
        column.addSpacing(6)
        column.addLayout(row)
        if country is not None:
            self._add_country(column, country)
        column.addWidget(label(program.help_lines.elsewhere.of(language), "quiet", wrap=True))
        column.addSpacing(8)
        others = QVBoxLayout()
        others.setSpacing(6)
        column.addWidget(heading(translate("Help", "Other countries"), 18))
        for other in program.help_lines.countries:
            if other is not country:
                others.addWidget(self._short(other))
        column.addLayout(others)
        column.addStretch(1)

    def _add_country(self, column: QVBoxLayout, country: HelpCountry) -> None:
        language = self._program.language
        for line in country.lines:
            column.addWidget(self._line(line))
        emergency = translate("Help", "In an emergency: {number}").format(number=country.emergency)
        column.addWidget(label(f"{emergency} ({country.name.of(language)})", "strong"))

    def _line(self, line: HelpLine) -> QWidget:
        language = self._program.language
        box = panel("help")
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 14, 16, 14)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        number = label(line.number, "number")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts.addWidget(number)
        what = f"{line.name.of(language)} · {line.hours.of(language)}"
        texts.addWidget(label(what, "quiet", wrap=True))
        row.addLayout(texts, 1)
        call = button(translate("Help", "Call"), "outline", partial(open_address, f"tel:{line.tel}"))
        call.setAccessibleName(translate("Help", "Call {number}").format(number=line.number))
        row.addWidget(call)
        copy = button(translate("Help", "Copy"), "outline")
        copy.setAccessibleName(translate("Help", "Copy {number}").format(number=line.number))

        def copied() -> None:
            QGuiApplication.clipboard().setText(line.number)
            copy.setText(translate("Help", "Copied"))

        copy.clicked.connect(lambda: copied())
        row.addWidget(copy)
        return box

    def _short(self, country: HelpCountry) -> QWidget:
        language = self._program.language
        lines = " / ".join(f"{line.number} · {line.name.of(language)}" for line in country.lines)
        return label(f"{country.name.of(language)}: {lines}", "quiet", wrap=True)
