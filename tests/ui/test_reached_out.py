"""What became of a suggestion is seen where the days are: on the thread and in the day's own words."""

from datetime import timedelta

from herwidget.core.prompts import PromptKind, StepAnswer, StepName
from herwidget.ui.charts.chart_view import ChartView
from herwidget.ui.window import Window
from tests.ui.conftest import ZONE, Desk


def tell(desk: Desk, ago: int, outcome: str, left: int | None) -> None:
    """A check-in that told whether they got to Mina."""
    at = desk.now - timedelta(days=ago)
    mina = desk.journal.add_person("Mina", at)
    prompt = desk.journal.add_prompt(PromptKind.DAY, at.date(), None, at, at, ZONE)
    reached = StepAnswer(StepName.REACHED, "reached", "reached", value=left, choice=outcome, people=(mina.id,))
    for answer in (reached, StepAnswer(StepName.MOOD, "mood", "mood", value=4)):
        desk.journal.save_answer(prompt.id, answer, at, ZONE)


def test_a_day_on_which_somebody_was_reached_is_marked_and_told(desk: Desk) -> None:
    tell(desk, 2, "yes", 5)
    tell(desk, 1, "not-yet", None)
    history = desk.history().journal
    today = desk.now.date()
    assert list(history.reached_days(today - timedelta(days=9), today)) == [today - timedelta(days=2)]
    window = Window(desk.program, "thread", lambda: None)
    chart = window.findChildren(ChartView)[0].chart
    assert "◆ reached out" in chart.legend
    marks = {chart.words(mark).splitlines()[0]: chart.words(mark) for mark in range(chart.count)}
    (told,) = (words for when, words in marks.items() if when.startswith("Saturday, 21 November"))
    assert "Mina" in told and "Warm" in told
    window.close()
