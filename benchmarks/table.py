"""The table of figures: what was measured, against what, and whether it is as good as it should be."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

HEADINGS = ("what", "herwidget", "yardstick", "ratio", "target", "met")


class NotMeasured(Exception):
    """A figure could not be found out, and why."""


@dataclass(frozen=True)
class Row:
    """One line of the table. `most` is the target: of the ratio, or of Herwidget's own figure if `absolute`."""

    what: str
    herwidget: Sequence[float]
    yardstick: Sequence[float] = ()
    against: str = ""
    most: float | None = None
    absolute: bool = False

    @property
    def ratio(self) -> float | None:
        """Herwidget's median over the yardstick's, None without a yardstick that is above zero."""
        return median(self.herwidget) / median(self.yardstick) if any(self.yardstick) else None

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where there is none."""
        figure = median(self.herwidget) if self.absolute else self.ratio
        return None if self.most is None or figure is None else figure <= self.most

    def cells(self) -> tuple[str, ...]:
        """The line as texts, one for each heading."""
        yardstick = f"{self.against} {spread(self.yardstick)}" if self.yardstick else "–"
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        target = "–" if self.most is None else f"≤ {self.most:g}{'' if self.absolute else ' x'}"
        met = {True: "yes", False: "NO", None: "–"}[self.met]
        return self.what, spread(self.herwidget), yardstick, ratio, target, met


def spread(figures: Sequence[float]) -> str:
    """The median, of several figures between the smallest and the largest: "90 < 97 < 158"."""
    if len(figures) == 1:
        return number(figures[0])
    return " < ".join(number(figure) for figure in (min(figures), median(figures), max(figures)))


def number(figure: float) -> str:
    """Three digits that count, no more decimals than two."""
    decimals = 0 if abs(figure) >= 100 or figure == int(figure) else 1 if abs(figure) >= 10 else 2
    return f"{figure:.{decimals}f}"


def table(rows: Sequence[Row]) -> str:
    """All lines under their headings, in columns."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    texts = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([texts[0], rule, *texts[1:]])
