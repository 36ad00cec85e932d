"""What the detector says, in words: which days, which answers, which rule. It notices; it judges nothing."""

import unicodedata
from datetime import date

from herwidget.core.history.differences import Direction
from herwidget.core.reaching_out import Nearness, OfferedPerson
from herwidget.core.signals.readings import Series
from herwidget.core.signals.reasons import Reason, Rule, SignalState, Verdict
from herwidget.ui.history_words import short_date
from herwidget.ui.words import translate

_DAYS_TOLD = 5
_LONGEST_NAME = 24
# Sooner than this, that nobody heard somebody says nothing.
_DAYS_WORTH_TELLING = 3


def headline(verdict: Verdict | None) -> str:
    """What the days say, in one sentence."""
    if verdict is None or verdict.state is not SignalState.REACH_OUT:
        return translate("Signals", "Who would you like to hear from?")
    reason = verdict.reason
    if reason.rule is Rule.FAR_EVENINGS:
        return translate("Signals", "Several evenings in a row felt far from everyone.")
    if reason.days_since_heard is not None and reason.days_since_heard >= _DAYS_WORTH_TELLING:
        return translate("Signals", "{days} days ago you last told of someone hearing you.").format(
            days=reason.days_since_heard
        )
    return _moved(reason.series)


def person_line(offered: OfferedPerson, today: date) -> str:
    """Why this person, in one short sentence; empty where nothing was told of them."""
    name, one = isolated(_shortened(offered.person.name)), offered.difference
    if one.direction is Direction.LIGHTER:
        text = translate(
            "Signals", "After {name} heard you, you were lighter than before, on average over {pairs} times."
        )
        return text.format(name=name, pairs=one.pairs)
    if offered.last_heard is None:
        return translate("Signals", "Perhaps {name}?").format(name=name)
    days = (today - offered.last_heard).days
    if offered.nearness is Nearness.OLD_FRIEND:
        return translate("Signals", "{name}: last heard you {days} days ago. An old friend may be glad.").format(
            name=name, days=days
        )
    if days == 0:
        return translate("Signals", "{name}: heard you today.").format(name=name)
    if days == 1:
        return translate("Signals", "{name}: heard you yesterday.").format(name=name)
    return translate("Signals", "{name}: last heard you {days} days ago.").format(name=name, days=days)


def isolated(name: str) -> str:
    """A name that may run from right to left, so that it does not turn the sentence around (Unicode UAX 9)."""
    return f"\u2068{name}\u2069" if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name) else name


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def reason_lines(verdict: Verdict, language: str) -> list[str]:
    """Why now: the rule, or that the person asked; then the figures, and the latest days with their answers."""
    reason, reach_out = verdict.reason, verdict.state is SignalState.REACH_OUT
    lines = [_rule_words(reason) if reach_out else _asked_words(verdict.state)]
    if reason.rule is Rule.LEARNING:
        text = translate("Signals", "Still learning your usual: {answered} of {needed} days answered.")
        return [*lines, text.format(answered=reason.answered, needed=reason.needed)]
    if reason.average is not None and reason.usual is not None and reason.limit is not None:
        figures = translate("Signals", "Slow average: {average} of 100. Your usual: {usual}. Limit: {limit}.")
        lines.append(
            figures.format(average=f"{reason.average:.0f}", usual=f"{reason.usual:.0f}", limit=f"{reason.limit:.0f}")
        )
    if reason.days:
        told = ", ".join(f"{short_date(day, language)}: {value:.0f}" for day, value in reason.days[-_DAYS_TOLD:])
        answers = translate("Signals", "{what}, of 100: {days}")
        lines.append(answers.format(what=_series_name(reason.series), days=told))
    if reach_out:
        lines.append(
            translate("Signals", "A sustained change from your usual, seen in your own answers. Nothing more.")
        )
    return lines


def _moved(series: Series | None) -> str:
    return {
        Series.DISCONNECTION: translate("Signals", "Lately people have felt further away than is usual for you."),
        Series.LONELINESS: translate("Signals", "Lately you have felt lonelier than is usual for you."),
        Series.LOW_MOOD: translate("Signals", "Lately your days have been heavier than is usual for you."),
    }.get(
        series or Series.DISCONNECTION,
        translate("Signals", "Lately people have felt further away than is usual for you."),
    )


def _asked_words(state: SignalState) -> str:
    """That the days were not the reason, and how they are."""
    return {
        SignalState.USUAL: translate("Signals", "You asked for this yourself. Your answers are as usual for you."),
        SignalState.WATCHING: translate(
            "Signals", "You asked for this yourself. Your answers are a little away from your usual."
        ),
    }.get(state, translate("Signals", "You asked for this yourself."))


def _rule_words(reason: Reason) -> str:
    if reason.rule is Rule.FAR_EVENINGS:
        return translate(
            "Signals",
            "Still learning your usual. Until then a plain rule holds: three answered days in a row "
            "far from everyone, and nobody who heard you.",
        )
    if reason.rule is Rule.SLOW_AVERAGE_TOGETHER:
        return translate(
            "Signals",
            "Your answers on connection, loneliness and mood, taken together, have stood above your own limit "
            "for three answered days in a row.",
        )
    return translate(
        "Signals", "Your answers on connection have stood above your own limit for three answered days in a row."
    )


def _series_name(series: Series | None) -> str:
    return {
        Series.DISCONNECTION: translate("Signals", "Far from others"),
        Series.LONELINESS: translate("Signals", "Loneliness"),
        Series.LOW_MOOD: translate("Signals", "Heavy mood"),
    }.get(series or Series.DISCONNECTION, translate("Signals", "Far from others"))
