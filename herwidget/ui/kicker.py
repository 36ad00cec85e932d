"""The small line above a check-in."""

from herwidget.core.prompts import PromptKind
from herwidget.ui.words import translate


def kicker(kind: PromptKind) -> str:
    """What kind of check-in it is, in a few words."""
    if kind is PromptKind.EVENING:
        return translate("Words", "Evening check-in")
    if kind is PromptKind.WEEK:
        return translate("Words", "A question for the week")
    return translate("Words", "A small question")
