"""Herwidget: a desktop mood widget that leads back to people."""

__version__ = "0.1.0"
