"""Makes what packages install beside the program: manual, shell completions, icons, menu entry."""

from herwidget import RELEASES

HOME = RELEASES.removesuffix("/releases")
"""The project's address, where papers name it."""
