"""When a suggestion may be made: a verdict alone is not enough, there has to be quiet before it.

All series share this one budget, for they make one verdict.
"""

from datetime import date

from herwidget.core.signals.reasons import SignalState, Verdict

QUIET_DAYS = 14


def may_suggest(verdict: Verdict, last_suggestion_day: date | None, today: date) -> bool:
    """Whether to suggest somebody today by ourselves. A person who asks is always answered, whatever this says.

    While one stretch lasts, it is named again after 14 days, after 28 more, after 84, and ever more rarely: at the age
    that it had at the last suggestion, taken three times.
    """
    if verdict.state is not SignalState.REACH_OUT:
        return False
    if last_suggestion_day is None:
        return True
    quiet = QUIET_DAYS
    if verdict.since is not None and last_suggestion_day >= verdict.since:
        quiet = max(QUIET_DAYS, 2 * (last_suggestion_day - verdict.since).days)
    return (today - last_suggestion_day).days >= quiet
