"""Fixtures for tests in a real desktop session, and what is kept of a session when a test fails."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .desktop import DesktopSession
    from .program import Herwidget

# The session is made of programs of a Linux desktop; elsewhere its modules cannot even be imported.
collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]

ARTIFACTS_VARIABLE = "HERWIDGET_TEST_ARTIFACTS"


@pytest.fixture(scope="session")
def session_packages() -> None:
    """Skip when programs of the session are missing; on a build server, where nobody reads skips, fail."""
    from .packages import missing_packages

    missing = missing_packages()
    if missing:
        sentence = f"a desktop session needs these Debian packages, which are missing: {' '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)


@pytest.fixture(scope="session")
def desktop(session_packages: None) -> Iterator[DesktopSession]:
    """A session with xfce4-panel and dunst, shared by all tests and tidied up after each."""
    from .desktop import DesktopSession

    with DesktopSession() as session:
        yield session


@pytest.fixture
def new_desktop(session_packages: None) -> Iterator[Callable[..., DesktopSession]]:
    """Starts sessions of other kinds: call it with the arguments of `DesktopSession`."""
    from .desktop import DesktopSession

    with contextlib.ExitStack() as sessions:
        yield lambda *arguments, **options: sessions.enter_context(DesktopSession(*arguments, **options))


@pytest.fixture(autouse=True)
def tidy_desktop() -> Iterator[None]:
    """Leave no program, bubble or foreign panel of one test in the shared session for the next."""
    from .desktop import DesktopSession

    yield
    for session in DesktopSession.running:
        session.reset()


@pytest.fixture
def new_herwidget(tidy_desktop: None) -> Iterator[Callable[..., Herwidget]]:
    """Makes homes for Herwidget: call it with the arguments of `Herwidget`. In the end all must have gone well."""
    from .program import Herwidget

    with contextlib.ExitStack() as homes:

        def make(*arguments: Any, **options: Any) -> Herwidget:
            made = Herwidget(*arguments, **options)
            homes.callback(made.finish)
            return made

        yield make


@pytest.fixture
def herwidget(desktop: DesktopSession, new_herwidget: Callable[..., Herwidget]) -> Herwidget:
    """A home in the shared session, with the first run behind it; nothing is started yet."""
    return new_herwidget(desktop)


@pytest.fixture(scope="session")
def artifacts(pytestconfig: pytest.Config) -> Path:
    """The folder for pictures that people look at."""
    return _artifacts_folder(pytestconfig)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a screenshot and the programs' output when a test has failed."""
    report = yield
    if report.failed:
        _keep_artifacts(item, report)
    return report


def _keep_artifacts(item: pytest.Item, report: pytest.TestReport) -> None:
    from .desktop import DesktopSession
    from .processes import DesktopError

    folder = _artifacts_folder(item.config)
    test = re.sub(r"[^\w.-]+", "-", item.nodeid.rpartition("/")[2]).strip("-")
    for session in DesktopSession.running:
        name = f"{test}-{report.when}-display{session.display.lstrip(':')}"
        try:
            session.save_artifacts(folder, name)
            report.sections.append(("desktop session", f"screenshot and output: {folder / name}.png, .log"))
        except (DesktopError, OSError) as error:
            report.sections.append(("desktop session", f"no screenshot: {error}"))


def _artifacts_folder(config: pytest.Config) -> Path:
    return Path(os.environ.get(ARTIFACTS_VARIABLE) or config.rootpath / "test-artifacts")
