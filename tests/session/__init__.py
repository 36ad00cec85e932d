"""Tests that run in a real desktop session: X server, window manager, panel, notification daemon."""
