"""The wheels of requirements/run.lock as sources of the Flatpak: where each lies on PyPI, and its checksum.

python -m tools.flatpak_sources >packaging/flatpak/wheels.json

pip chooses the wheels, as it would inside the Flatpak, and checks them against the lock; nothing is installed.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[1] / "requirements" / "run.lock"
MACHINES = ("x86_64", "aarch64")
# Of the runtime that the manifest names, org.freedesktop.Platform 25.08: its Python, and a glibc that it has at least.
PYTHON, GLIBC = "3.13", 40
# sqlite-utils names it for a command of its own that Herwidget never runs.
NOT_TAKEN = {"pip"}


class NotFromPyPI(Exception):
    """pip found a wheel somewhere else, where nobody else would find it."""


def sources() -> list[dict[str, Any]]:
    """One source a wheel, by its file name; those for one kind of machine say so.

    Raises:
        CalledProcessError: pip found no fitting wheel, or its checksum is another.
        NotFromPyPI: a wheel is not from PyPI.
    """
    found: dict[str, dict[str, Any]] = {}
    for machine in MACHINES:
        for package in _chosen_by_pip(machine):
            download = package["download_info"]
            url = str(download["url"])
            if not url.startswith("https://files.pythonhosted.org/"):
                raise NotFromPyPI(url)
            name = url.rpartition("/")[2]
            source: dict[str, Any] = {
                "type": "file",
                "url": url,
                "sha256": download["archive_info"]["hashes"]["sha256"],
            }
            if name.endswith(f"_{machine}.whl"):
                source["only-arches"] = [machine]
            found[name] = source
    return [found[name] for name in sorted(found)]


def _chosen_by_pip(machine: str) -> list[dict[str, Any]]:
    platforms = [f"manylinux_2_{number}_{machine}" for number in range(GLIBC, 16, -1)]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "--isolated", "install", "--quiet", "--dry-run", "--ignore-installed"),
                *("--report", report, "--target", folder, "--only-binary=:all:", "--require-hashes"),
                *("--python-version", PYTHON, "--implementation", "cp"),
                *(word for platform in (*platforms, f"manylinux2014_{machine}") for word in ("--platform", platform)),
                *("-r", LOCK),
            ],
            check=True,
            # A machine's own settings may name other places than PyPI.
            env={**os.environ, "PIP_CONFIG_FILE": os.devnull},
        )
        chosen = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [package for package in chosen if package["metadata"]["name"].lower() not in NOT_TAKEN]


if __name__ == "__main__":
    print(json.dumps(sources(), indent=4))
