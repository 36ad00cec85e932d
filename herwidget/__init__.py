"""Herwidget: a desktop mood widget that leads back to people."""

__version__ = "0.1.0"

APP_ID = "io.github.herwidget.Herwidget"
"""What a desktop knows the program by: the names of its menu entry and icon, the window's id on Wayland."""

RELEASES = "https://github.com/herwidget/herwidget/releases"
"""Where newer versions are; opened in the browser, and only when the person asks."""
