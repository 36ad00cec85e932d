"""Scales: values to pixels and back. Pixels run right and down and need not be whole."""

from dataclasses import dataclass
from math import floor


@dataclass(frozen=True)
class LinearScale:
    """Values from `low` to `high`, which differ, on pixels from `start` to `end`; either may run downwards."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def value_at(self, pixel: float) -> float:
        """The value of a pixel."""
        return self.low + (pixel - self.start) / (self.end - self.start) * (self.high - self.low)


@dataclass(frozen=True)
class BandScale:
    """`count` (at least 1) bands of the same width side by side from pixel `start` to `end`."""

    count: int
    start: float
    end: float

    @property
    def step(self) -> float:
        """The width of a band."""
        return (self.end - self.start) / self.count

    def edge(self, position: float) -> float:
        """The pixel where band number `position` begins; parts of a band count along it."""
        return self.start + position * self.step

    def centre(self, band: int) -> float:
        """The pixel in the middle of a band."""
        return self.edge(band + 0.5)

    def band_at(self, pixel: float) -> int | None:
        """The band under a pixel, None beside them all."""
        band = floor((pixel - self.start) / self.step)
        return band if 0 <= band < self.count else None
