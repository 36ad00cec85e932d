"""The pause choices, as the tray's menu and the settings page both offer them."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QMenu

from herwidget.ui.program import Program
from herwidget.ui.words import translate


def fill_pause_menu(menu: QMenu, program: Program) -> None:
    """Put 1 h, 3 h, until tomorrow and until I say into `menu`."""
    hours = translate("Pause", "For {hours} hours")
    entries = [
        (translate("Pause", "For 1 hour"), lambda: program.clock() + timedelta(hours=1)),
        (hours.format(hours=3), lambda: program.clock() + timedelta(hours=3)),
        (translate("Pause", "Until tomorrow"), lambda: _tomorrow(program)),
        (translate("Pause", "Until I say"), lambda: None),
    ]
    for text, until in entries:
        menu.addAction(text).triggered.connect(lambda _checked=False, until=until: program.start_pause(until()))


def _tomorrow(program: Program) -> datetime:
    from herwidget.core.planner import next_morning

    return next_morning(program.clock(), program.zone(), program.settings.hours)
