"""What a screen reader is told about a program in a session, and pressing its widgets that way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .picture import Box
from .processes import DesktopError, run_tool, wait_for

SYSTEM_PYTHON = "/usr/bin/python3"
_SCRIPT = Path(__file__).with_name("a11y_dump.py")


@dataclass(frozen=True)
class Accessible:
    """A widget as assistive technology sees it."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    box: Box | None
    actions: tuple[str, ...]
    children: tuple[Accessible, ...]

    def walk(self) -> Iterator[Accessible]:
        """This widget and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, role: str, name: str | None = None) -> Accessible | None:
        """The first widget of that role and, if given, that name."""
        matches = (node for node in self.walk() if node.role == role and name in (None, node.name))
        return next(matches, None)


class AccessibilityControl:
    """The accessibility bus of a session. Start the program with QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1"."""

    environment: dict[str, str]

    def accessible_tree(self, application: str, timeout: float = 30.0) -> Accessible:
        """Wait until an application is on the accessibility bus and return all its widgets."""
        raw = wait_for(lambda: self._ask("dump", application), timeout, f"{application!r} on the accessibility bus")
        return _accessible_of(raw)

    def press_accessible(self, application: str, role: str, name: str, timeout: float = 30.0) -> None:
        """Wait for a widget of a role (such as "button") and name, and press it as a screen reader does."""
        try:
            wait_for(lambda: self._ask("press", application, role, name), timeout)
        except TimeoutError as error:
            raise DesktopError(f"{application!r} has no {role} {name!r} that can be pressed") from error

    def _ask(self, *arguments: str) -> Any:
        return json.loads(run_tool([SYSTEM_PYTHON, str(_SCRIPT), *arguments], self.environment))


def _accessible_of(raw: dict[str, Any]) -> Accessible:
    return Accessible(
        role=raw["role"],
        name=raw["name"],
        description=raw["description"],
        states=frozenset(raw["states"]),
        box=None if raw["box"] is None else Box(*raw["box"]),
        actions=tuple(raw["actions"]),
        children=tuple(_accessible_of(child) for child in raw["children"]),
    )
