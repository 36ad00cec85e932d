"""One on-off value of the desktop's own settings, by GNOME's `gsettings` tool, which its kin have too."""

import shutil
import subprocess

_PATIENCE_SECONDS = 0.5


def desktop_boolean(schema: str, key: str) -> bool | None:
    """The value of a key such as "show-banners" of "org.gnome.desktop.notifications"; None when it cannot be told."""
    tool = shutil.which("gsettings")
    if tool is None:
        return None
    try:
        answer = subprocess.run(
            [tool, "get", schema, key], capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {"true": True, "false": False}.get(answer.stdout.strip())
