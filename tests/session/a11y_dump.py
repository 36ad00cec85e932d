"""What a screen reader is told about a program, as JSON; run by the system's own Python, which has pyatspi.

a11y_dump.py dump APPLICATION              print the tree of an application, null when it is not there or just changes
a11y_dump.py press APPLICATION ROLE NAME   do the first action of a widget; print whether it was found
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found, unused-ignore]
from gi.repository import GLib  # type: ignore[import-not-found, unused-ignore]

DEEPEST_LEVEL = 40

# at-spi2-core 2.52 gave some roles shorter names; these are used here with any version.
SHORT_ROLES = {"push button": "button", "push button menu": "button menu"}


def main(arguments: list[str]) -> None:
    """Do what the command line asks."""
    command, application_name, *rest = arguments
    application = find_application(application_name)
    if command == "dump":
        print(json.dumps(None if application is None else description_or_none(application)))
    elif command == "press":
        role, name = rest
        print(json.dumps(application is not None and press_or_not(application, role, name)))
    else:
        raise SystemExit(__doc__)


def find_application(name: str) -> Any | None:
    """The application of that name on the accessibility bus."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == name:
            return application
    return None


def children_of(node: Any) -> Iterator[Any]:
    """The children that are still there."""
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def description_or_none(application: Any) -> dict[str, Any] | None:
    """All of an application, None when a widget of it went away meanwhile."""
    try:
        return description_of(application)
    except GLib.GError:
        return None


def description_of(node: Any, level: int = 0) -> dict[str, Any]:
    """One widget and all below it."""
    return {
        "role": role_of(node),
        "name": node.name,
        "description": node.description,
        "states": sorted(pyatspi.stateToString(state) for state in node.getState().getStates()),
        "box": box_of(node),
        "actions": actions_of(node),
        "children": [description_of(child, level + 1) for child in children_of(node)] if level < DEEPEST_LEVEL else [],
    }


def role_of(node: Any) -> str:
    """The name of its role."""
    name: str = node.getRoleName()
    return SHORT_ROLES.get(name, name)


def box_of(node: Any) -> list[int] | None:
    """Place and size on the screen, for what has them."""
    try:
        extents = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except NotImplementedError:
        return None
    return [extents.x, extents.y, extents.width, extents.height]


def actions_of(node: Any) -> list[str]:
    """What can be done with it, by name."""
    try:
        action = node.queryAction()
    except NotImplementedError:
        return []
    return [action.getName(index) for index in range(action.nActions)]


def press_or_not(application: Any, role: str, name: str) -> bool:
    """Press a widget; whether there was one, False too when another went away meanwhile."""
    try:
        return press(application, role, name)
    except GLib.GError:
        return False


def press(node: Any, role: str, name: str) -> bool:
    """Press the first widget of that role and name, in reading order; whether there was one."""
    if role_of(node) == role and node.name == name:
        actions = actions_of(node)
        return bool(actions) and bool(node.queryAction().doAction(actions.index("Press") if "Press" in actions else 0))
    return any(press(child, role, name) for child in children_of(node))


if __name__ == "__main__":
    main(sys.argv[1:])
