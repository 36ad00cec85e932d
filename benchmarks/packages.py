"""The packages: how big they are, and how soon the frozen program is in the tray beside that of the environment."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.programs import HERWIDGET, Program
from benchmarks.startup import measure_startup
from benchmarks.table import Row
from herwidget import __version__
from tests.session.desktop import DesktopSession

OUT = Path(__file__).resolve().parents[1] / "build" / "packages"
NOTHING = "packages: not measured, because none was built; `make packages` builds them"
_MEGABYTE = 1_000_000
_FORMATS = {
    "Debian package": (f"herwidget_{__version__}-1_*.deb", 45),
    "RPM": (f"herwidget-{__version__}-1.*.rpm", None),
    "portable archive": (f"herwidget-{__version__}-linux-*.tar.xz", None),
    "AppImage": (f"Herwidget-{__version__}-*.AppImage", None),
}


def built() -> bool:
    """Whether there is anything to measure."""
    return (OUT / "frozen" / "herwidget" / "herwidget").exists()


def measure_packages(session: DesktopSession, rounds: int) -> Iterator[Row]:
    """Sizes in millions of bytes, and the start.

    Raises:
        NotMeasured: a program did not come up.
    """
    for name, (pattern, most) in _FORMATS.items():
        for file in OUT.glob(pattern):
            yield Row(f"{name}, MB", [file.stat().st_size / _MEGABYTE], most=most, absolute=True)
            if file.suffix == ".deb":
                yield Row("  installed, MB", [_installed(file) / _MEGABYTE], most=140, absolute=True)
    frozen = Program("frozen", (str(OUT / "frozen" / "herwidget" / "herwidget"), "--background"))
    times = measure_startup(session, rounds, (frozen, HERWIDGET))
    of_frozen, of_environment = times[frozen], times[HERWIDGET]
    yield Row("frozen: start to tray icon, ms", of_frozen.registered, of_environment.registered, "environment", 1.3)
    yield Row("frozen: start to icon seen in the panel, ms", of_frozen.shown, of_environment.shown, "environment")


def _installed(package: Path) -> int:
    """The bytes of all its files."""
    listing = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True).stdout
    return sum(int(line.split()[2]) for line in listing.splitlines() if line.startswith("-"))
