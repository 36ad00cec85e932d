"""How a release is made: the workflows, its notes, and the list of what the packages are made of."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from herwidget import __version__
from tools.release_notes import CHANGELOG, NoNotes, notes
from tools.sbom import LOCK, MANIFEST, built_in_flatpak, of_packages, part, portable_libraries, taken

PYTHON = part("Python", "3.11.7", "PSF-2.0")
ROOT = Path(__file__).parents[1]
WORKFLOWS = ROOT / ".github" / "workflows"


def workflow(name: str) -> dict[str, Any]:
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def steps_of(jobs: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.fixture(scope="module")
def release() -> dict[str, Any]:
    return dict(workflow("release.yml")["jobs"])


class TestWorkflows:
    @pytest.mark.parametrize("name", ["ci.yml", "release.yml"])
    def test_actions_are_pinned_by_commit(self, name: str) -> None:
        lines = re.findall(r"uses: (.+)", (WORKFLOWS / name).read_text(encoding="utf-8"))
        assert lines
        assert [line for line in lines if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []

    @pytest.mark.parametrize("name", ["ci.yml", "release.yml"])
    def test_only_who_publishes_may_write(self, name: str) -> None:
        told = workflow(name)
        assert told["permissions"] == {}
        for job, steps in told["jobs"].items():
            writes = {scope for scope, access in steps["permissions"].items() if access == "write"}
            assert writes == ({"contents", "id-token", "attestations"} if job == "publish" else set())

    def test_every_package_is_made_tried_and_kept(self, release: dict[str, Any]) -> None:
        told = {name: str(job["steps"]) for name, job in release.items()}
        assert "make test-packages" in told["linux"] and "APPIMAGE_RUNTIME" in told["linux"]
        for pattern in ("*.deb", "*.rpm", "linux-*.tar.xz", "*.AppImage", "*.cdx.json"):
            assert pattern in told["linux"]
        for name, kept in (("flatpak", "*.flatpak"), ("windows", "*-setup.exe"), ("macos", "*.dmg")):
            assert f"packaging/build {name}" in told[name]
            assert "--version" in told[name] and "doctor" in told[name]
            assert kept in told[name]
        kept_by = [step for step in steps_of(release) if "upload-artifact" in step.get("uses", "")]
        assert all(step["with"]["if-no-files-found"] == "error" for step in kept_by)

    def test_it_waits_for_all_of_them(self, release: dict[str, Any]) -> None:
        assert set(release["publish"]["needs"]) == release.keys() - {"version", "publish"}
        assert {job.get("needs") for name, job in release.items() if name not in ("version", "publish")} == {"version"}

    def test_it_is_a_draft_with_notes_checksums_and_provenance(self, release: dict[str, Any]) -> None:
        told = str(release["publish"]["steps"])
        for words in ("--draft", "tools.release_notes", "SHA256SUMS", "attest-build-provenance"):
            assert words in told

    def test_the_tag_is_compared_with_the_version(self, release: dict[str, Any]) -> None:
        (compare,) = (step["run"] for step in release["version"]["steps"] if "run" in step)
        assert '"$GITHUB_REF_NAME" != "v$version"' in compare

    def test_nothing_from_outside_is_put_into_a_script(self) -> None:
        for name in ("ci.yml", "release.yml"):
            steps = steps_of(workflow(name)["jobs"])
            assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


class TestNotes:
    CHANGES = "# Changelog\n\n## Unreleased\n\n### Added\n- Z\n\n## [1.2.0] - 2026-11-24\n\n- A\n- B\n\n## 1.1.0\n- C\n"

    def test_are_what_stands_under_the_version(self) -> None:
        assert notes(self.CHANGES, "1.2.0") == "- A\n- B"
        assert notes(self.CHANGES, "1.1.0") == "- C"
        assert notes(self.CHANGES, "Unreleased") == "### Added\n- Z"

    @pytest.mark.parametrize("version", ["1.2", "1.3.0", "1.2.0+next"])
    def test_a_version_that_is_not_told_of_is_one_sentence(self, version: str) -> None:
        with pytest.raises(NoNotes, match=re.escape(version)):
            notes(self.CHANGES, version)

    def test_the_changelog_has_some(self) -> None:
        text = CHANGELOG.read_text(encoding="utf-8")
        assert notes(text, "Unreleased" if f"[{__version__}]" not in text else __version__)


class TestListOfParts:
    def component(self, name: str, version: str = "1.0") -> dict[str, Any]:
        return {"bom-ref": f"{name}=={version}", "name": name, "version": version, "type": "library"}

    @pytest.fixture
    def environment(self) -> dict[str, Any]:
        names = ("APScheduler", "PySide6_Essentials", "pip", "setuptools", "tzlocal")
        return {
            "metadata": {"component": {"bom-ref": "root-component", "name": "herwidget"}},
            "components": [self.component(name) for name in names],
            "dependencies": [
                {"ref": "root-component", "dependsOn": ["APScheduler==1.0", "pip==1.0"]},
                {"ref": "APScheduler==1.0", "dependsOn": ["setuptools==1.0", "tzlocal==1.0"]},
                {"ref": "PySide6_Essentials==1.0"},
                {"ref": "setuptools==1.0"},
            ],
        }

    def test_names_what_is_locked(self) -> None:
        names = taken(LOCK.read_text(encoding="utf-8"))
        assert {"pyside6-essentials", "sqlite-utils", "tzdata"} <= names
        assert not names & {"pip", "pytest", "setuptools"}

    def test_holds_what_is_in_the_packages_and_nothing_else(self, environment: dict[str, Any]) -> None:
        listed = of_packages(environment, {"apscheduler", "pyside6-essentials", "tzlocal"}, "1.2.3", [PYTHON])
        names = [component["name"] for component in listed["components"]]
        assert names == ["APScheduler", "PySide6_Essentials", "Python", "Qt", "tzlocal"]
        assert listed["metadata"]["component"]["version"] == "1.2.3"

    def test_says_who_needs_whom_among_them(self, environment: dict[str, Any]) -> None:
        listed = of_packages(environment, {"apscheduler", "pyside6-essentials", "tzlocal"}, "1.2.3", [PYTHON])
        needs = {one["ref"]: one.get("dependsOn", []) for one in listed["dependencies"]}
        assert needs == {
            "root-component": ["APScheduler==1.0", "Python==3.11.7"],
            "APScheduler==1.0": ["tzlocal==1.0"],
            "PySide6_Essentials==1.0": ["Qt==1.0"],
            "Python==3.11.7": [],
            "Qt==1.0": [],
        }

    def test_names_what_the_flatpak_builds_itself(self) -> None:
        (kerberos,) = built_in_flatpak(MANIFEST.read_text(encoding="utf-8"))
        assert kerberos["name"] == "krb5" and re.fullmatch(r"1\.\d+\.\d+", kerberos["version"])

    @pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="only Debian knows whose its libraries are")
    def test_names_what_the_archives_take_along(self) -> None:
        listed = portable_libraries()
        assert len(listed) == 6 and all(one["version"] for one in listed)
        assert "pkg:deb/debian/libxcb-cursor0@" in listed[0]["purl"]

    def test_every_system_keeps_one(self, release: dict[str, Any]) -> None:
        for job in ("linux", "windows", "macos"):
            told = str(release[job]["steps"])
            assert "*.cdx.json" in told and ("make sbom" in told or "tools.sbom" in told)
