"""What the packages are made of, as a list of CycloneDX 1.6: build/packages/herwidget-VERSION.cdx.json.

python -m tools.sbom VERSION, with the Python of requirements/release.lock; the packages are read from .venv-packaging.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "run.lock"
PYTHON = ROOT / ".venv-packaging" / "bin" / "python"
OUT = ROOT / "build" / "packages"
# sqlite-utils names it for a command of its own; no package has it.
NOT_TAKEN = {"pip"}
# The start of the frozen program is a part of it.
TAKEN_TOO = {"pyinstaller"}
QT_IN = "pyside6-essentials"
HERWIDGET = "root-component"


class NotValid(Exception):
    """The list is not as CycloneDX wants it."""


def taken(lock: str) -> set[str]:
    """The names of the Python packages in Herwidget's packages, by what is locked."""
    return set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)) - NOT_TAKEN | TAKEN_TOO


def of_packages(environment: dict[str, Any], names: set[str], version: str, python: str) -> dict[str, Any]:
    """The list for Herwidget's packages, of the one for the environment that they were made in.

    Tools that only build are left out; Python and Qt, which come with the packages, are added.
    """
    kept = [component for component in environment["components"] if _name(component) in names]
    qt = next(component["version"] for component in kept if _name(component) == QT_IN)
    added = [
        _component("Python", python, "PSF-2.0", "pkg:generic/python"),
        _component("Qt", qt, "LGPL-3.0-only", "pkg:generic/qt"),
    ]
    root = {**environment["metadata"]["component"], "version": version, "purl": f"pkg:generic/herwidget@{version}"}
    components = sorted(kept + added, key=lambda component: str(component["name"]).lower())
    return {
        **environment,
        "metadata": {**environment["metadata"], "component": root},
        "components": components,
        "dependencies": list(_dependencies(environment["dependencies"], components, added)),
    }


def _dependencies(
    found: Iterable[dict[str, Any]], components: list[dict[str, Any]], added: list[dict[str, Any]]
) -> Iterable[dict[str, Any]]:
    known = {component["bom-ref"] for component in components}
    qt_in = next(component["bom-ref"] for component in components if _name(component) == QT_IN)
    python, qt = (component["bom-ref"] for component in added)
    for dependency in found:
        if dependency["ref"] not in known | {HERWIDGET}:
            continue
        needs = set(dependency.get("dependsOn", ())) & known
        needs |= {python} if dependency["ref"] == HERWIDGET else {qt} if dependency["ref"] == qt_in else set()
        yield {"ref": dependency["ref"], **({"dependsOn": sorted(needs)} if needs else {})}
    yield from ({"ref": component["bom-ref"]} for component in added)


def _component(name: str, version: str, licence: str, purl: str) -> dict[str, Any]:
    return {
        "bom-ref": f"{name}=={version}",
        "name": name,
        "version": version,
        "type": "library",
        "licenses": [{"license": {"id": licence, "acknowledgement": "declared"}}],
        "purl": f"{purl}@{version}",
    }


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


def main(version: str) -> int:
    """Write the list; the exit code."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--sv", "1.6", "--of", "JSON"]
    found = subprocess.run(
        [*command, "--output-reproducible", "--pyproject", ROOT / "pyproject.toml", PYTHON],
        stdout=subprocess.PIPE,
        check=True,
    )
    python = subprocess.run(
        [PYTHON, "-c", "import platform; print(platform.python_version())"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    names = taken(LOCK.read_text(encoding="utf-8"))
    text = json.dumps(of_packages(json.loads(found.stdout), names, version, python.stdout.strip()), indent=2) + "\n"
    check(text)
    file = OUT / f"herwidget-{version}.cdx.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
