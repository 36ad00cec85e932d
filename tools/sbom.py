"""What the packages are made of, as lists of CycloneDX 1.6 in build/packages: herwidget-VERSION-SYSTEM-MACHINE.cdx.json
for those that are made on this system, and on Linux herwidget-VERSION-flatpak.cdx.json too.

python -m tools.sbom VERSION, with the Python of requirements/release.lock; the packages are read from .venv-packaging.
"""

import json
import platform
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "run.lock"
MANIFEST = ROOT / "packaging" / "flatpak" / "io.github.herwidget.Herwidget.yaml"
PORTABLE = ROOT / "packaging" / "portable-libraries"
OUT = ROOT / "build" / "packages"
SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
# sqlite-utils names it for a command of its own; no package has it.
NOT_TAKEN = {"pip"}
# The start of the frozen program is a part of it.
LOADER = "pyinstaller"
QT_IN = "pyside6-essentials"
HERWIDGET = "root-component"


class NotValid(Exception):
    """The list is not as CycloneDX wants it."""


def taken(lock: str) -> set[str]:
    """The names of the Python packages in Herwidget's packages, by what is locked."""
    return set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)) - NOT_TAKEN


def of_packages(
    environment: dict[str, Any], names: set[str], version: str, parts: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The list for Herwidget's packages, of the one for the environment that they were made in.

    Tools that only build are left out; Qt, which comes inside PySide6, and the other `parts` are added.
    """
    kept = [component for component in environment["components"] if _name(component) in names]
    qt_version = next(component["version"] for component in kept if _name(component) == QT_IN)
    qt = part("Qt", qt_version, "LGPL-3.0-only")
    added = [*parts, qt]
    root = {**environment["metadata"]["component"], "version": version, "purl": f"pkg:generic/herwidget@{version}"}
    components = sorted(kept + added, key=lambda component: str(component["name"]).lower())
    return {
        **environment,
        "metadata": {**environment["metadata"], "component": root},
        "components": components,
        "dependencies": list(_dependencies(environment["dependencies"], components, parts, qt)),
    }


def _dependencies(
    found: Iterable[dict[str, Any]],
    components: Sequence[dict[str, Any]],
    parts: Sequence[dict[str, Any]],
    qt: dict[str, Any],
) -> Iterable[dict[str, Any]]:
    known = {component["bom-ref"] for component in components}
    qt_in = next(component["bom-ref"] for component in components if _name(component) == QT_IN)
    of_root = {component["bom-ref"] for component in parts}
    for dependency in found:
        if dependency["ref"] not in known | {HERWIDGET}:
            continue
        needs = set(dependency.get("dependsOn", ())) & known
        needs |= of_root if dependency["ref"] == HERWIDGET else {qt["bom-ref"]} if dependency["ref"] == qt_in else set()
        yield {"ref": dependency["ref"], **({"dependsOn": sorted(needs)} if needs else {})}
    yield from ({"ref": component["bom-ref"]} for component in (*parts, qt))


def part(name: str, version: str, licence: str, purl: str = "") -> dict[str, Any]:
    """A component that is no Python package."""
    return {
        "bom-ref": f"{name}=={version}",
        "name": name,
        "version": version,
        "type": "library",
        "licenses": [{"license": {"id": licence, "acknowledgement": "declared"}}],
        "purl": f"{purl or f'pkg:generic/{name.lower()}'}@{version}",
    }


def built_in_flatpak(manifest: str) -> list[dict[str, Any]]:
    """What the Flatpak builds from a source of its own: Kerberos."""
    (version,) = re.findall(r"/krb5-([\d.]+)\.tar\.gz$", manifest, re.MULTILINE)
    return [part("krb5", version, "MIT")]


def portable_libraries() -> list[dict[str, Any]]:
    """The system's libraries that the portable archive and the AppImage take along."""
    names = _said(PORTABLE, "--list").split()
    owners = [_said("dpkg-query", "--search", f"*/{name}").partition(":")[0] for name in names]
    return [
        part(owner, _said("dpkg-query", "--show", "--showformat=${Version}", owner), "X11", f"pkg:deb/debian/{owner}")
        for owner in owners
    ]


def _name(component: dict[str, Any]) -> str:
    return re.sub(r"[-_.]+", "-", component["name"]).lower()


def check(text: str) -> None:
    """Compare a list with the schema of CycloneDX, which comes with its library.

    Raises:
        NotValid: it is not as it should be; with the first difference.
    """
    from cyclonedx.schema import SchemaVersion  # type: ignore[import-not-found, unused-ignore]
    from cyclonedx.validation.json import JsonStrictValidator  # type: ignore[import-not-found, unused-ignore]

    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if error is not None:
        raise NotValid(str(error))


def _said(*command: str | Path) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def main(version: str) -> int:
    """Write the lists; the exit code."""
    python = ROOT / ".venv-packaging" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--sv", "1.6", "--of", "JSON"]
    environment = json.loads(_said(*command, "--output-reproducible", "--pyproject", ROOT / "pyproject.toml", python))
    names = taken(LOCK.read_text(encoding="utf-8"))
    interpreter = _said(python, "-c", "import platform; print(platform.python_version())")
    parts = [part("Python", interpreter, "PSF-2.0")]
    machine = {"AMD64": "x86_64"}.get(platform.machine(), platform.machine())
    if sys.platform == "linux":
        parts += portable_libraries()
    lists = {f"{SYSTEMS[sys.platform]}-{machine}": of_packages(environment, names | {LOADER}, version, parts)}
    if sys.platform == "linux":
        # Its Python is the runtime's.
        flatpak = built_in_flatpak(MANIFEST.read_text(encoding="utf-8"))
        lists["flatpak"] = of_packages(environment, names, version, flatpak)
    OUT.mkdir(parents=True, exist_ok=True)
    for name, listed in lists.items():
        text = json.dumps(listed, indent=2) + "\n"
        check(text)
        file = OUT / f"herwidget-{version}-{name}.cdx.json"
        file.write_text(text, encoding="utf-8")
        print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
