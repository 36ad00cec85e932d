"""Where the desk card stands: on which screen, at which of its corners, and how far from there."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

_MOST_DIGITS = 5


class Corner(StrEnum):
    """A corner of a screen."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"

    @property
    def at_left(self) -> bool:
        """Whether it is one of the left ones."""
        return self in (Corner.TOP_LEFT, Corner.BOTTOM_LEFT)

    @property
    def at_top(self) -> bool:
        """Whether it is one of the upper ones."""
        return self in (Corner.TOP_LEFT, Corner.TOP_RIGHT)


class Box(NamedTuple):
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int

    def holding(self, width: int, height: int, x: int, y: int) -> tuple[int, int]:
        """The place nearest to `x`, `y` where something of this size lies within; left and top where it cannot."""
        return (
            max(self.x, min(x, self.x + self.width - width)),
            max(self.y, min(y, self.y + self.height - height)),
        )


@dataclass(frozen=True)
class DeskPlace:
    """A place told from the nearest corner, so that it holds when a screen gets another size.

    `screen` is its name; empty means the primary one.
    """

    corner: Corner = Corner.TOP_RIGHT
    across: int = 24
    down: int = 24
    screen: str = ""

    def __str__(self) -> str:
        return f"{self.corner} {self.across} {self.down} {self.screen}".rstrip()

    @classmethod
    def parse(cls, text: str) -> "DeskPlace":
        """Read "corner across down screen".

        Raises:
            ValueError: the text has another form.
        """
        words = text.split()
        if len(words) < 3:
            raise ValueError(text)
        return cls(Corner(words[0]), _pixels(words[1]), _pixels(words[2]), " ".join(words[3:]))

    @classmethod
    def nearest(cls, screen: Box, card: Box, name: str) -> "DeskPlace":
        """The place of `card` on `screen`, told from the corner that it is nearest to."""
        left, top = card.x - screen.x, card.y - screen.y
        right, bottom = screen.width - left - card.width, screen.height - top - card.height
        sides = ("top" if top < bottom else "bottom", "left" if left < right else "right")
        return cls(Corner("-".join(sides)), max(0, min(left, right)), max(0, min(top, bottom)), " ".join(name.split()))

    def is_on(self, name: str) -> bool:
        """Whether the screen of this name is meant."""
        return self.screen == " ".join(name.split())

    def on(self, screen: Box, width: int, height: int) -> tuple[int, int]:
        """Where the left upper corner of a card of this size stands on `screen`, wholly within it."""
        x = screen.x + self.across if self.corner.at_left else screen.x + screen.width - self.across - width
        y = screen.y + self.down if self.corner.at_top else screen.y + screen.height - self.down - height
        return screen.holding(width, height, x, y)


DEFAULT_PLACE = DeskPlace()


def _pixels(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise ValueError(text)
    return int(text)
