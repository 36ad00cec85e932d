"""Colours, type and radii of the design, light and dark, and the style sheet made from them."""

from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from herwidget.core.settings import Contrast, Theme
from herwidget.ui.typeface import interface_font


@dataclass(frozen=True)
class Colours:
    """One theme's colours, named as the design names them; `moods` runs from none over heavy to warm."""

    paper: str
    surface: str
    sunken: str
    line: str
    ink: str
    ink_2: str
    ink_3: str
    ember: str
    ember_soft: str
    on_ember: str
    sage: str
    sage_soft: str
    dusk: str
    dusk_soft: str
    moods: tuple[str, str, str, str, str, str]
    on_moods: tuple[str, str, str, str, str, str]
    """Text on the moods."""
    grid: str
    """The lines of axes."""
    cell_edge: str
    """Around a cell with a mood; empty where there is none."""
    bar_opacity: float
    high_contrast: bool
    shadow: tuple[int, int, int]
    shadow_opacity: float


LIGHT = Colours(
    paper="#FBF6F0",
    surface="#FFFFFF",
    sunken="#F4ECE3",
    line="#E8DCCF",
    ink="#2C2320",
    ink_2="#6B5D55",
    ink_3="#75655B",
    ember="#B9412B",
    ember_soft="#F9E3DA",
    on_ember="#FFFFFF",
    sage="#4F6F5E",
    sage_soft="#E3ECE5",
    dusk="#4A5B7E",
    dusk_soft="#E4E8F0",
    moods=("#EFE6DC", "#4A5B7E", "#8290B0", "#C9B9B0", "#EBA981", "#DD5F3F"),
    on_moods=("#6B5D55", "#FFFFFF", "#1D1512", "#2C2320", "#2C2320", "#1D1512"),
    grid="#D9CABB",
    cell_edge="",
    bar_opacity=0.5,
    high_contrast=False,
    shadow=(70, 42, 28),
    shadow_opacity=0.13,
)
DARK = Colours(
    paper="#1B1614",
    surface="#27201C",
    sunken="#201A17",
    line="#3B312B",
    ink="#F5EBE2",
    ink_2="#BDADA1",
    ink_3="#A4958A",
    ember="#FF9273",
    ember_soft="#46291F",
    on_ember="#2A120A",
    sage="#9CC2AB",
    sage_soft="#25332B",
    dusk="#9DB0D6",
    dusk_soft="#262D3B",
    moods=("#332A25", "#6F86B8", "#93A3C6", "#9C8F88", "#E9A377", "#FF7D58"),
    on_moods=("#BDADA1", "#14100E", "#14100E", "#14100E", "#14100E", "#14100E"),
    grid="#4A3E37",
    cell_edge="",
    bar_opacity=0.5,
    high_contrast=False,
    shadow=(0, 0, 0),
    shadow_opacity=0.42,
)

# Marks of at least 3:1 and texts of at least 4.5:1 against what they stand on (WCAG 2.2, 1.4.3 and 1.4.11).
LIGHT_HIGH = replace(
    LIGHT,
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunken="#F2EDE8",
    line="#857468",
    ink="#000000",
    ink_2="#2C2320",
    ink_3="#40352F",
    ember="#9C2F1B",
    sage="#2F5241",
    dusk="#2A3A5C",
    moods=("#F2EDE8", "#1F2F57", "#5A6A92", "#847367", "#B3612A", "#A8321A"),
    on_moods=("#2C2320", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
    grid="#857468",
    cell_edge="#000000",
    bar_opacity=1.0,
    high_contrast=True,
)
DARK_HIGH = replace(
    DARK,
    paper="#000000",
    surface="#000000",
    sunken="#1B1614",
    line="#8C7D73",
    ink="#FFFFFF",
    ink_2="#EFE6DC",
    ink_3="#D8CABF",
    ember="#FFA98F",
    sage="#B5DCC5",
    dusk="#BDCBEA",
    moods=("#1B1614", "#7F9AD6", "#A9B9DD", "#B8AAA2", "#F2B48B", "#FF8A66"),
    on_moods=("#EFE6DC", "#000000", "#000000", "#000000", "#000000", "#000000"),
    grid="#8C7D73",
    cell_edge="#FFFFFF",
    bar_opacity=1.0,
    high_contrast=True,
)

CARD_RADIUS = 20
PANEL_RADIUS = 14
BODY_PIXELS = 13
QUESTION_PIXELS = 20
HEADING_PIXELS = 23
SMALL_PIXELS = 12
KICKER_PIXELS = 11
SIDEBAR_WIDTH = 196

_STYLE_SHEET = """
* {{ font-size: {body}px; color: {ink}; outline: none; }}
QToolTip {{ background: {surface}; color: {ink}; border: 1px solid {line}; padding: 4px 8px; }}
QLabel {{ background: transparent; }}
QLabel[role="kicker"] {{ color: {ink_3}; font-size: {kicker}px; }}
QLabel[role="small"] {{ color: {ink_3}; font-size: {kicker}px; }}
QLabel[role="quiet"] {{ color: {ink_2}; }}
QLabel[role="why"] {{ color: {ink_2}; font-size: {small}px; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="number"] {{ color: {sage}; font-size: 22px; font-weight: 700; }}
QLabel[role="trouble"] {{ background: {ember_soft}; border: 1px solid {ember}; border-radius: 10px;
    padding: 8px 12px; }}
QLabel[role="notice"] {{ background: {dusk_soft}; border-radius: 10px; padding: 8px 12px; }}
QFrame[role="offer"] {{ background: {dusk_soft}; border-radius: 10px; }}
QFrame[role="rule"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="panel"] {{ background: {surface}; border: 1px solid {line}; border-radius: {panel}px; }}
QFrame[role="line"] {{ background: {sunken}; border: none; border-radius: 12px; }}
QPlainTextEdit[role="line"] {{ background: transparent; }}
QFrame[role="undo"] {{ background: {dusk_soft}; border-top: 1px solid {line}; }}
QFrame[role="bubble"] {{ background: {surface}; border: 1px solid {line}; border-radius: 10px; }}
QFrame[role="segments"] {{ background: {sunken}; border-radius: 10px; }}
QFrame[role="help"] {{ background: {sage_soft}; border: none; border-radius: 14px; }}
QWidget[role="paper"] {{ background: {paper}; }}
QWidget[role="sidebar"] {{ background: {sunken}; border-right: 1px solid {line}; }}

QPushButton {{ border: 1px solid transparent; background: transparent; border-radius: 17px; padding: 0 16px;
    min-height: 32px; max-height: 32px; font-weight: 600; }}
QPushButton:focus {{ border: 1.5px solid {ember}; }}
QPushButton[role="primary"] {{ background: {ember}; color: {on_ember}; }}
QPushButton[role="primary"]:hover {{ background: {ember_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {ink}; }}
QPushButton[role="outline"] {{ border: 1px solid {line}; background: {surface}; }}
QPushButton[role="outline"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="outline"]:hover {{ background: {sunken}; }}
QPushButton[role="outline"]:focus {{ border: 1.5px solid {ember}; }}
QPushButton[role="plain"] {{ color: {ink_2}; font-weight: 400; padding: 0 6px; border-radius: 8px;
    min-height: 28px; max-height: 28px; }}
QPushButton[role="plain"]:hover {{ color: {ink}; background: {sunken}; }}
QPushButton[role="plain"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="close"] {{ color: {ink_3}; font-weight: 400; font-size: 16px; padding: 0; border-radius: 11px;
    min-width: 22px; max-width: 22px; min-height: 22px; max-height: 22px; }}
QPushButton[role="close"]:hover {{ background: {sunken}; color: {ink}; }}
QPushButton[role="link"] {{ color: {ink_2}; font-size: {small}px; font-weight: 400; text-decoration: underline;
    padding: 0; border-radius: 4px; min-height: 20px; max-height: 20px; text-align: left; }}
QPushButton[role="link"]:hover {{ color: {ink}; }}
QPushButton[role="chip"] {{ border: 1px solid {line}; padding: 0 13px; font-weight: 400; background: {surface}; }}
QPushButton[role="chip"]:hover {{ background: {sunken}; }}
QPushButton[role="chip"]:checked {{ background: {ember_soft}; border: 1px solid {ember}; font-weight: 600; }}
QPushButton[role="chip"]:focus {{ border: 1.5px solid {ember}; }}
QPushButton[role="field"] {{ background: {sunken}; border-radius: 10px; font-weight: 400; padding: 0 12px;
    min-height: 30px; max-height: 30px; }}
QPushButton[role="field"]:hover {{ background: {line}; }}
QPushButton[role="field"]::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="navigation"] {{ text-align: left; color: {ink_2}; font-weight: 400; border-radius: 10px;
    padding: 0 12px; min-height: 34px; max-height: 34px; }}
QPushButton[role="navigation"]:hover {{ color: {ink}; }}
QPushButton[role="navigation"]:checked {{ background: {surface}; color: {ink}; font-weight: 600; }}
QPushButton[role="segment"] {{ font-size: {small}px; font-weight: 400; color: {ink_2}; border-radius: 8px;
    padding: 0 11px; min-height: 26px; max-height: 26px; }}
QPushButton[role="segment"]:hover {{ color: {ink}; }}
QPushButton[role="segment"]:checked {{ background: {surface}; color: {ink}; font-weight: 600; }}
QPushButton[role="icon"] {{ color: {ink_2}; font-weight: 600; padding: 0; border-radius: 8px;
    min-width: 26px; max-width: 26px; min-height: 24px; max-height: 24px; }}
QPushButton[role="icon"]:hover {{ background: {sunken}; color: {ink}; }}
QPushButton[role="icon"]::menu-indicator {{ image: none; width: 0; }}
QPushButton:disabled {{ color: {ink_3}; }}

QLineEdit, QPlainTextEdit, QTimeEdit {{ background: {sunken}; border: 1.5px solid transparent; border-radius: 12px;
    padding: 0 12px; selection-background-color: {ember}; selection-color: {on_ember};
    placeholder-text-color: {ink_3}; }}
QLineEdit {{ min-height: 35px; }}
QLineEdit[role="chip"] {{ border-radius: 17px; min-height: 31px; }}
QPlainTextEdit {{ padding: 8px 8px; }}
QTimeEdit {{ min-height: 29px; border-radius: 10px; padding: 0 10px; }}
QTimeEdit::up-button, QTimeEdit::down-button, QTimeEdit::up-arrow, QTimeEdit::down-arrow {{ width: 0; height: 0;
    border: none; image: none; }}
QTimeEdit QLineEdit {{ min-height: 0; border: none; border-radius: 0; padding: 0; }}
QLineEdit:focus, QPlainTextEdit:focus, QTimeEdit:focus {{ border: 1.5px solid {ember}; }}

QMenu {{ background: {surface}; border: 1px solid {line}; border-radius: 12px; padding: 6px; }}
QMenu::item {{ padding: 7px 24px 7px 12px; border-radius: 8px; background: transparent; }}
QMenu::item:selected {{ background: {ember_soft}; }}
QMenu::item:disabled {{ color: {ink_3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}

QTableView {{ background: {surface}; border: none; gridline-color: {line}; alternate-background-color: {sunken};
    selection-background-color: {ember_soft}; selection-color: {ink}; }}
QHeaderView::section {{ background: {surface}; color: {ink_3}; font-size: {kicker}px; border: none;
    border-bottom: 1px solid {line}; padding: 4px 8px; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}

QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 3px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; height: 0; }}
"""

# What is told apart by a soft ground elsewhere has an edge here; a check or focus keeps its own.
_EDGES = """
QPushButton[role="field"], QPushButton[role="segment"]:checked, QPushButton[role="navigation"]:checked {{
    border: 1px solid {line}; }}
QPushButton[role="field"]:focus, QPushButton[role="segment"]:focus, QPushButton[role="navigation"]:focus {{
    border: 2px solid {ember}; }}
QFrame[role="segments"], QFrame[role="line"] {{ border: 1px solid {line}; }}
QLineEdit, QPlainTextEdit, QTimeEdit {{ border: 1.5px solid {line}; }}
QTimeEdit QLineEdit, QPlainTextEdit[role="line"] {{ border: none; }}
QLineEdit:focus, QPlainTextEdit:focus, QTimeEdit:focus {{ border: 2px solid {ember}; }}
"""


def style_sheet(colours: Colours) -> str:
    """The Qt style sheet of one theme."""
    named = {field.name: getattr(colours, field.name) for field in fields(colours)}
    ember = QColor(colours.ember)
    hover = ember.darker(112) if colours.paper > "#7" else ember.lighter(108)
    sizes = {"body": BODY_PIXELS, "small": SMALL_PIXELS, "kicker": KICKER_PIXELS, "panel": PANEL_RADIUS}
    sheet = _STYLE_SHEET + (_EDGES if colours.high_contrast else "")
    return sheet.format(**named, **sizes, ember_hover=hover.name())


class ThemeKeeper(QObject):
    """Holds which colours are in use and puts them on the application; follows the desktop live."""

    changed = Signal()

    def __init__(self, application: QApplication, chosen: Theme, contrast: Contrast) -> None:
        super().__init__(application)
        self._application = application
        self._chosen, self._contrast = chosen, contrast
        self._desktop_is_dark: bool | None = None
        self.colours = self._resolve()

    def start(self, *, desktop_is_dark: bool | None = None) -> None:
        """Put the colours on the application and follow the desktop from now on; before the first window is made.

        `desktop_is_dark` is what the desktop says where Qt has not noticed yet; the first change Qt tells replaces it.
        """
        self._desktop_is_dark = desktop_is_dark
        self._application.setStyle("Fusion")
        self._application.setFont(interface_font())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._desktop_changed)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self.colours = self._resolve()
        self._apply()

    def choose(self, chosen: Theme, contrast: Contrast) -> None:
        """Take the person's choice."""
        self._chosen, self._contrast = chosen, contrast
        self._follow()

    def _desktop_changed(self) -> None:
        self._desktop_is_dark = None
        self._follow()

    def _follow(self) -> None:
        colours = self._resolve()
        if colours is not self.colours:
            self.colours = colours
            self._apply()
            self.changed.emit()

    def _resolve(self) -> Colours:
        if self._chosen is Theme.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            dark = dark if self._desktop_is_dark is None else self._desktop_is_dark
        else:
            dark = self._chosen is Theme.DARK
        if self._wants_contrast():
            return DARK_HIGH if dark else LIGHT_HIGH
        return DARK if dark else LIGHT

    def _wants_contrast(self) -> bool:
        if self._contrast is not Contrast.SYSTEM:
            return self._contrast is Contrast.HIGH
        hints = QGuiApplication.styleHints()
        if not hasattr(hints, "accessibility"):
            return False
        return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)

    def _apply(self) -> None:
        colours = self.colours
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: colours.paper,
            QPalette.ColorRole.Base: colours.surface,
            QPalette.ColorRole.AlternateBase: colours.sunken,
            QPalette.ColorRole.Button: colours.surface,
            QPalette.ColorRole.WindowText: colours.ink,
            QPalette.ColorRole.Text: colours.ink,
            QPalette.ColorRole.ButtonText: colours.ink,
            QPalette.ColorRole.PlaceholderText: colours.ink_3,
            QPalette.ColorRole.Highlight: colours.ember,
            QPalette.ColorRole.HighlightedText: colours.on_ember,
            QPalette.ColorRole.Link: colours.ember,
        }
        for role, colour in roles.items():
            palette.setColor(role, QColor(colour))
        self._application.setPalette(palette)
        self._application.setStyleSheet(style_sheet(colours))
