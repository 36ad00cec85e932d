"""The help of "How it notices" names the limits and the other numbers of the code, in both languages."""

from pathlib import Path

import pytest

from herwidget.core.explanations import parse_explanations
from herwidget.core.signals.detector import CLEAR_CHANGE
from herwidget.core.signals.tuning import TUNINGS

FILE = Path(__file__).parents[3] / "resources" / "help" / "notices.toml"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_numbers_are_those_of_the_code(language: str) -> None:
    told = parse_explanations(FILE.read_text(encoding="utf-8"))["notices"]
    text = " ".join(paragraph.of(language) for paragraph in told.paragraphs)
    for tuning in TUNINGS.values():
        assert f"{tuning.alone:.2f}" in text and f"{tuning.together:.2f}" in text
        assert f"{tuning.most_distance:g}" in text and f"{tuning.least_spread:g}" in text
    assert f"{CLEAR_CHANGE:g}" in text
