"""The two typefaces: the system's sans for the interface, a serif for questions and headings."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

# The shipped Latin serif comes first; Korean falls to the first of the platform's own serifs, then to any sans.
SHIPPED_SERIF = "Herwidget Serif"
KOREAN_SERIFS = (
    "Noto Serif CJK KR",
    "Noto Serif KR",
    "Source Han Serif K",
    "Nanum Myeongjo",
    "NanumMyeongjo",
    "AppleMyungjo",
    "Batang",
    "바탕",
    "UnBatang",
)
KOREAN_SANS = ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", "Nanum Gothic")


def interface_font() -> QFont:
    """The system's sans, with Korean named: left to itself, Qt may fall to the bold of a Korean font."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # The family that stands behind a name like "Sans": a generic name would lose to the first real one.
    font.setFamilies([QFontInfo(font).family(), *KOREAN_SANS])
    return font


def load_serif(resources: Path) -> None:
    """Make the shipped serif known to Qt; without it the platform's serif stands in."""
    QFontDatabase.addApplicationFont(str(resources / "fonts" / "HerwidgetSerif-Regular.ttf"))


def serif(pixels: int) -> QFont:
    """The serif at `pixels` pixels."""
    font = QFont()
    font.setFamilies([SHIPPED_SERIF, *KOREAN_SERIFS, "serif", *KOREAN_SANS])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Medium)
    return font


def has_korean() -> bool:
    """Whether any font on this machine has Korean letters."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.Korean))
