"""The numbers of the rule, chosen by simulation: `make evaluate` prints what they reach."""

from collections.abc import Mapping
from dataclasses import dataclass

from herwidget.core.signals.sensitivity import Sensitivity


@dataclass(frozen=True)
class Tuning:
    """The numbers of the rule.

    `alone` and `together` are the reach-out limits, in standard errors, where one chart is watched and where two are
    and share the budget; the watch limit is this share of them. `smoothing` is the EWMA's. A baseline holds the
    observed days of the last `window_days` days less the newest `newest_days`; `least_spread` is the least standard
    deviation a series is taken to have, and a day counts as no further than `most_distance` standard deviations from
    the usual.
    """

    alone: float
    together: float
    watch_share: float = 0.85
    smoothing: float = 0.18
    window_days: int = 365
    newest_days: int = 21
    least_spread: float = 3.0
    most_distance: float = 2.5


TUNINGS: Mapping[Sensitivity, Tuning] = {
    Sensitivity.QUIET: Tuning(alone=2.46, together=2.64),
    Sensitivity.USUAL: Tuning(alone=2.04, together=2.22),
    Sensitivity.SOONER: Tuning(alone=1.76, together=1.9),
}
