"""Reads desktop entries as desktops do, with GLib. Run by the system's own Python, which has its bindings.

Takes one JSON text a line, the whole of a file, and answers with what it starts as JSON: a list of words, null where
nothing is to be started.
"""

import contextlib
import json
import sys

from gi.repository import Gio, GLib  # type: ignore[import-not-found]

for line in sys.stdin:
    file = GLib.KeyFile()
    text = json.loads(line)
    file.load_from_data(text, len(text.encode()), GLib.KeyFileFlags.NONE)
    words = None
    with contextlib.suppress(TypeError):  # what GLib would not start, it does not even make
        entry = Gio.DesktopAppInfo.new_from_keyfile(file)
        if not entry.get_is_hidden():
            words = [word.replace("%%", "%") for word in GLib.shell_parse_argv(entry.get_commandline())[1]]
    print(json.dumps(words), flush=True)
