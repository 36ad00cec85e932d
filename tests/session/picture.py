"""Screenshots as values: colours and connected areas of one colour, found in plain Python."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from .processes import DesktopError

Colour = tuple[int, int, int]
Region = tuple[int, int, int, int]


class Box(NamedTuple):
    """A rectangle on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        """The pixel in the middle."""
        return self.x + self.width // 2, self.y + self.height // 2


class Blob(NamedTuple):
    """Connected pixels of one colour."""

    box: Box
    pixel_count: int


class Run(NamedTuple):
    """Neighbouring pixels of one colour in one row; `end` is the first pixel behind them."""

    start: int
    end: int
    y: int


@dataclass(frozen=True)
class Picture:
    """A screenshot: three bytes (red, green, blue) for each pixel, row after row."""

    width: int
    height: int
    pixels: bytes

    def colour_at(self, x: int, y: int) -> Colour:
        """The colour of one pixel."""
        start = (y * self.width + x) * 3
        red, green, blue = self.pixels[start : start + 3]
        return red, green, blue

    def blobs(self, rgb: Colour, tolerance: int = 8, region: Region | None = None) -> list[Blob]:
        """The connected areas whose channels differ from `rgb` by at most `tolerance`, largest first."""
        mask = self._matching(rgb, tolerance)
        left, top, width, height = region or (0, 0, self.width, self.height)
        right, bottom = min(left + width, self.width), min(top + height, self.height)
        left, top = max(left, 0), max(top, 0)
        rows = (
            [
                Run(left + match.start(), left + match.end(), y)
                for match in re.finditer(rb"\x01+", mask[y * self.width + left : y * self.width + right])
            ]
            for y in range(top, bottom)
        )
        return sorted(_join_runs(rows), key=lambda blob: blob.pixel_count, reverse=True)

    def _matching(self, rgb: Colour, tolerance: int) -> bytes:
        """One byte for each pixel: 1 where it has the colour."""
        planes = []
        for channel, wanted in enumerate(rgb):
            table = bytes(abs(value - wanted) <= tolerance for value in range(256))
            planes.append(int.from_bytes(self.pixels[channel::3].translate(table), "big"))
        return (planes[0] & planes[1] & planes[2]).to_bytes(self.width * self.height, "big")


def parse_ppm(data: bytes) -> Picture:
    """Read a binary portable pixmap with 8 bits for each channel."""
    header = re.match(rb"P6\s+(?:#.*\s)*(\d+)\s+(\d+)\s+255\s", data)
    if header is None:
        raise DesktopError(f"not a portable pixmap with 8 bits for each channel: {data[:20]!r}")
    return Picture(int(header[1]), int(header[2]), data[header.end() :])


def _join_runs(rows: Iterable[list[Run]]) -> list[Blob]:
    """Join the runs of neighbouring rows that touch."""
    parents: dict[Run, Run] = {}

    def root(run: Run) -> Run:
        while parents[run] != run:
            parents[run] = parents[parents[run]]
            run = parents[run]
        return run

    above: list[Run] = []
    for row in rows:
        for run in row:
            parents[run] = run
            for upper in above:
                if upper.start < run.end and run.start < upper.end:
                    parents[root(upper)] = root(run)
        above = row

    members: defaultdict[Run, list[Run]] = defaultdict(list)
    for run in parents:
        members[root(run)].append(run)
    return [_blob_of(runs) for runs in members.values()]


def _blob_of(runs: list[Run]) -> Blob:
    left, right = min(run.start for run in runs), max(run.end for run in runs)
    top, bottom = min(run.y for run in runs), max(run.y for run in runs) + 1
    return Blob(Box(left, top, right - left, bottom - top), sum(run.end - run.start for run in runs))
