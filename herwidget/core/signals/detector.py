"""The detector: takes one day after another and says where the person stands against their own usual.

Two charts are watched: all series taken together, and felt connection by itself, which leads. Each change of state
takes three answered days in a row: above the watch limit, above the reach-out limit, or not above the watch limit any
more. What is usual is worked out anew once a week, and not while something is above its watch limit. While felt
connection is fine, nothing is suggested, whatever the charts say.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date

from herwidget.core.signals.figure import LEAST_DAYS
from herwidget.core.signals.readings import DayReading, Series
from herwidget.core.signals.reasons import Reason, Rule, SignalState, Verdict
from herwidget.core.signals.sensitivity import Sensitivity
from herwidget.core.signals.tuning import TUNINGS, Tuning
from herwidget.core.signals.watch import STALE_DAYS, Watch

FIRST_DAYS = 28
DAYS_IN_A_ROW = 3
DAYS_BETWEEN_MOVES = 7
# A reach-out stretch of this length is never learned, nor is what led to it. A shorter one counts as ordinary days:
# were every high stretch left out, a baseline that began too low by chance would stay so.
LONG_STRETCH_DAYS = 28
# Scales are taken anew when the baseline has doubled, or a series joins it; whether one does is looked at this often.
DAYS_BETWEEN_SCALES = 91
# Before the usual is known: this far from everyone, or further, and nobody who heard.
FAR = 70.0
# Evenings further apart than this are no row.
MOST_DAYS_BETWEEN_FAR = 4
# Felt connection is fine where two thirds of the way to "close to someone", by its slow average: unless that has come
# down by so much that it is a change in anybody's eyes. Solitude by choice must never lead to a suggestion.
FINE = 33.0
CLEAR_CHANGE = 12.0
# So many observed days are kept to redraw an average (what is older weighs next to nothing) and to tell reasons.
_RECENT_DAYS = 60
_REASON_DAYS = 7


class Detector:
    """The rule at work. The same days, taken in the same order, always end in the same state."""

    def __init__(self, sensitivity: Sensitivity = Sensitivity.USUAL, tuning: Tuning | None = None) -> None:
        self._tuning = tuning or TUNINGS[sensitivity]
        self._today = 0
        self._heard_on: int | None = None
        self._first = self._since = self._next_move = 0
        self._begin()

    def begin_afresh(self) -> None:
        """Begin a new usual: forget what was usual and learn it again, from the next day on."""
        self._begin()

    def advance(self, reading: DayReading) -> None:
        """Take in the next day. Days without any answer may be left out: they change nothing.

        Raises:
            ValueError: the day is not later than the last one.
        """
        day = reading.day.toordinal()
        if day <= self._today:
            raise ValueError(f"{reading.day} is not later than the day before it")
        self._today = day
        if reading.heard:
            self._heard_on = day
        if reading.disconnection is None and reading.low_mood is None and reading.loneliness is None:
            return
        if self._next_move and day >= self._next_move:
            self._move(day)
        elif not self._next_move:
            if not self._first:
                self._first = day
            if day - self._first >= FIRST_DAYS:
                self._stand(day)
        if self._next_move and self._recent and day - self._recent[-1].day.toordinal() > STALE_DAYS:
            self._wake(day)
        self._recent.append(reading)
        if self._next_move:
            for watch in self._watches:
                watch.advance(reading, day)
            self._waiting.append(reading)
            self._judge(day)
        else:
            self._learned.append(reading)
            self._judge_plainly(reading, day)
            if day - self._first >= FIRST_DAYS - 1:
                self._stand(day)

    @property
    def verdict(self) -> Verdict:
        """Where the person stands after the last day taken in."""
        since = date.fromordinal(self._since) if self._since else None
        return Verdict(self._state, since, self._reason())

    @property
    def state(self) -> SignalState:
        """The verdict's state alone, which costs nothing."""
        return self._state

    def _begin(self) -> None:
        self._all = Watch(Series, self._tuning)
        self._leading = Watch((Series.DISCONNECTION,), self._tuning)
        self._watches: tuple[Watch, ...] = ()
        self._learned: deque[DayReading] = deque()
        self._waiting: deque[DayReading] = deque()
        self._recent: deque[DayReading] = deque(maxlen=_RECENT_DAYS)
        self._state = SignalState.LEARNING
        self._far: deque[tuple[date, float]] = deque(maxlen=_REASON_DAYS)
        self._first = self._since = self._next_move = 0
        self._referred_on = self._referred_days = 0

    def _enter(self, state: SignalState, day: int) -> None:
        if state is not self._state:
            self._state, self._since = state, day

    def _wake(self, day: int) -> None:
        """After a long silence: a missing day is no evidence, so what was before it speaks no more."""
        for watch in self._watches:
            watch.begin_anew()
        self._enter(SignalState.USUAL, day)

    def _judge_plainly(self, reading: DayReading, day: int) -> None:
        """The rule before the baseline."""
        if not self._since:
            self._since = day
        if reading.heard or (reading.disconnection is not None and reading.disconnection < FAR):
            self._far.clear()
        elif reading.disconnection is not None and reading.heard is False:
            if self._far and day - self._far[-1][0].toordinal() > MOST_DAYS_BETWEEN_FAR:
                self._far.clear()
            self._far.append((reading.day, reading.disconnection))
        # Far from everyone, and not told whether anybody heard: that neither counts nor ends the row.
        self._enter(SignalState.REACH_OUT if len(self._far) >= DAYS_IN_A_ROW else SignalState.LEARNING, day)

    def _stand(self, day: int) -> None:
        """Let the first baseline stand, if enough days were answered."""
        if len(self._learned) < LEAST_DAYS:
            return
        self._forget(day)
        self._refer(day)
        if self._watches:
            self._next_move = day + DAYS_BETWEEN_MOVES
            self._enter(SignalState.USUAL, day)

    def _move(self, day: int) -> None:
        """Move the baseline on, unless something is above its watch limit: then it stands still."""
        if self._state is not SignalState.USUAL or any(watch.above and watch.is_live(day) for watch in self._watches):
            return
        self._next_move = day + DAYS_BETWEEN_MOVES
        newest = day - self._tuning.newest_days
        waiting, learned = self._waiting, self._learned
        while waiting and waiting[0].day.toordinal() <= newest:
            reading = waiting.popleft()
            learned.append(reading)
            for watch in self._watches:
                watch.learn(reading)
        self._forget(day)
        if len(learned) >= 2 * self._referred_days or self._someone_joins(day):
            self._refer(day)
        for watch in self._watches:
            watch.settle()

    def _someone_joins(self, day: int) -> bool:
        """Whether a series that took no part has enough days by now; looked at rarely, for it counts them all."""
        if day - self._referred_on < DAYS_BETWEEN_SCALES:
            return False
        self._referred_on = day
        return any(
            sum(reading.value(series) is not None for reading in self._learned) >= LEAST_DAYS
            for series in Series
            if series not in self._all.figure.usuals
        )

    def _forget(self, day: int) -> None:
        oldest = day - self._tuning.window_days
        learned = self._learned
        while learned and learned[0].day.toordinal() < oldest:
            learned.popleft()
        for watch in self._watches:
            watch.baseline.forget_before(oldest)

    def _refer(self, day: int) -> None:
        """Let each chart take its scales from what is learned by now; series that have enough days join."""
        self._referred_on, self._referred_days = day, len(self._learned)
        self._all.refer(self._learned, self._recent)
        if self._leading not in self._watches:
            self._leading.refer(self._learned, self._recent)
        both = Series.DISCONNECTION in self._all.figure.usuals and len(self._all.figure.usuals) > 1
        self._watches = (self._all, self._leading) if both else (self._all,) if self._all.usual else ()
        for watch in self._watches:
            watch.reach_level = self._tuning.together if both else self._tuning.alone
            watch.settle()

    def _judge(self, day: int) -> None:
        """Let the charts decide on the state."""
        if self._state is SignalState.USUAL and not self._all.above and not self._leading.above:
            return
        live = [watch for watch in self._watches if watch.is_live(day)]
        if not live:
            return
        if any(watch.over >= DAYS_IN_A_ROW for watch in live) and not self._is_fine():
            self._enter(SignalState.REACH_OUT, day)
        elif all(watch.under >= DAYS_IN_A_ROW for watch in live):
            if self._state is SignalState.REACH_OUT and day - self._since >= LONG_STRETCH_DAYS:
                self._waiting.clear()
            self._enter(SignalState.USUAL, day)
        elif self._state is SignalState.USUAL and any(watch.above >= DAYS_IN_A_ROW for watch in live):
            self._enter(SignalState.WATCHING, day)

    def _is_fine(self) -> bool:
        """Whether felt connection is fine, and loneliness too where it is known."""
        return self._is_low(Series.DISCONNECTION) is True and self._is_low(Series.LONELINESS) is not False

    def _is_low(self, series: Series) -> bool | None:
        """Whether the slow average of one series is low in itself and no clear change; None where it is not watched."""
        usual = self._all.figure.usuals.get(series)
        days = self._days_of(series, _RECENT_DAYS)
        if usual is None or not days or self._today - days[-1][0].toordinal() > STALE_DAYS:
            return None
        average = usual
        for _, value in days:
            average += self._tuning.smoothing * (value - average)
        return average < FINE and average - usual < CLEAR_CHANGE

    def _reason(self) -> Reason:
        heard = None if self._heard_on is None else self._today - self._heard_on
        if not self._next_move:
            far = self._state is SignalState.REACH_OUT
            return Reason(
                Rule.FAR_EVENINGS if far else Rule.LEARNING,
                Series.DISCONNECTION if far else None,
                tuple(self._far) if far else (),
                limit=FAR if far else None,
                answered=len(self._learned),
                needed=LEAST_DAYS,
                days_since_heard=heard,
            )
        live = [watch for watch in self._watches if watch.is_live(self._today)]
        watch = max(live or self._watches, key=_excess)
        assert watch.usual is not None
        together = len(watch.figure.usuals) > 1
        series = max(watch.figure.usuals, key=lambda one: self._distance(watch, one))
        values = [value for reading in self._learned if (value := reading.value(series)) is not None]
        usual = sum(values) / len(values) if values else watch.figure.usuals[series]
        points = watch.figure.spreads[series]
        return Reason(
            Rule.SLOW_AVERAGE_TOGETHER if together else Rule.SLOW_AVERAGE,
            series,
            self._days_of(series, _REASON_DAYS),
            usual=usual,
            average=usual + points * (watch.average - watch.usual.mean),
            limit=usual + points * (watch.reach_limit - watch.usual.mean),
            answered=len(watch.baseline),
            needed=LEAST_DAYS,
            days_since_heard=heard,
        )

    def _days_of(self, series: Series, count: int) -> tuple[tuple[date, float], ...]:
        days = [(reading.day, value) for reading in self._recent if (value := reading.value(series)) is not None]
        return tuple(days[-count:])

    def _distance(self, watch: Watch, series: Series) -> float:
        """How far the latest days of one series stood from its usual, in spreads."""
        days = self._days_of(series, _REASON_DAYS)
        if not days:
            return float("-inf")
        mean = sum(value for _, value in days) / len(days)
        return (mean - watch.figure.usuals[series]) / watch.figure.spreads[series]


def _excess(watch: Watch) -> float:
    """Where the average stands between usual (0) and reach-out limit (1)."""
    if watch.usual is None:
        return float("-inf")
    return (watch.average - watch.usual.mean) / (watch.reach_limit - watch.usual.mean)


def notice(
    readings: Iterable[DayReading],
    sensitivity: Sensitivity = Sensitivity.USUAL,
    fresh_starts: Iterable[date] = (),
) -> Verdict:
    """The verdict after these days, oldest first. On each of `fresh_starts` the usual is learned anew."""
    return replay(readings, sensitivity, fresh_starts).verdict


def replay(
    readings: Iterable[DayReading],
    sensitivity: Sensitivity = Sensitivity.USUAL,
    fresh_starts: Iterable[date] = (),
) -> Detector:
    """A detector that has taken in these days, oldest first."""
    detector = Detector(sensitivity)
    starts = sorted(fresh_starts, reverse=True)
    for _ in _taken_in(detector, readings, starts):
        pass
    if starts:
        detector.begin_afresh()
    return detector


def states(
    readings: Iterable[DayReading],
    sensitivity: Sensitivity = Sensitivity.USUAL,
    fresh_starts: Iterable[date] = (),
) -> Iterator[tuple[DayReading, SignalState]]:
    """These days, oldest first, each with the state the detector was in after it."""
    detector = Detector(sensitivity)
    for reading in _taken_in(detector, readings, sorted(fresh_starts, reverse=True)):
        yield reading, detector.state


def _taken_in(detector: Detector, readings: Iterable[DayReading], starts: list[date]) -> Iterator[DayReading]:
    """Let the detector take in one day after another; of `starts`, latest first, those that came are removed."""
    for reading in readings:
        while starts and reading.day >= starts[-1]:
            starts.pop()
            detector.begin_afresh()
        detector.advance(reading)
        yield reading
