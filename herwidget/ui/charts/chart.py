"""What every chart is: marks at places, drawn on any painter, told in words and read as a table."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from herwidget.core.prompts import StepName
from herwidget.core.questions import Bank
from herwidget.ui.theme import Colours


@dataclass(frozen=True)
class Look:
    """What a chart is drawn with."""

    colours: Colours
    language: str
    moods: tuple[str, ...]
    """The moods' names, from heavy to warm."""
    heard: Mapping[str, str]
    """How somebody heard the person, or not, in words."""

    @classmethod
    def of(cls, colours: Colours, language: str, bank: Bank) -> "Look":
        """The look of a theme, with the words of the questions."""
        moods, heard = bank.steps[StepName.MOOD].choices, bank.steps[StepName.HEARD].choices
        return cls(
            colours,
            language,
            tuple(one.label.of(language) for one in moods),
            {one.id: one.label.of(language) for one in heard},
        )


@dataclass(frozen=True)
class Table:
    """A chart's figures as text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Step(Enum):
    """Where an arrow key leads from a mark."""

    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()


class Chart(ABC):
    """Marks are numbered from 0; pixels are logical, from the chart's left upper corner."""

    name: str
    """Names the chart for files and settings, in ASCII."""
    title: str
    has_cells = False
    """Whether it shows moods as cells, so that a picture of it needs their key."""
    legend = ""
    """What its shapes mean, in one line."""

    def __init__(self, look: Look) -> None:
        self.look = look

    @abstractmethod
    def lay_out(self, width: float) -> float:
        """Place the marks across `width` pixels; the height they take."""

    @abstractmethod
    def paint(self, painter: QPainter) -> None:
        """Draw everything, on a surface that has the theme's colour. After `lay_out`."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many marks can be told."""

    @abstractmethod
    def mark_at(self, x: float, y: float) -> int | None:
        """The mark under a point."""

    @abstractmethod
    def outline(self, mark: int) -> QRectF:
        """The part of the chart that is pointed out with a mark."""

    @abstractmethod
    def words(self, mark: int) -> str:
        """A mark in words, a line a fact."""

    @abstractmethod
    def summary(self) -> str:
        """The whole chart in a sentence or two, for a screen reader."""

    @abstractmethod
    def table(self) -> Table:
        """All figures."""

    def neighbour(self, mark: int, step: Step) -> int:
        """The mark that an arrow key leads to, the same one at the edge."""
        after = mark + (1 if step in (Step.RIGHT, Step.DOWN) else -1)
        return after if 0 <= after < self.count else mark

    def first_mark(self) -> int:
        """Where the keyboard begins: at the newest."""
        return max(0, self.count - 1)
