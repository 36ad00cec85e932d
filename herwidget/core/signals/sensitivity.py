"""How soon a change is named: the person's choice. By itself, for the settings are read before the icon is up."""

from enum import StrEnum


class Sensitivity(StrEnum):
    """How soon a change is to be named: later and surer, or sooner and more often for nothing."""

    QUIET = "quiet"
    USUAL = "usual"
    SOONER = "sooner"
