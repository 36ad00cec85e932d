"""How figures are worked out, and how it notices: the texts of `resources/help/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from herwidget.core.questions import Text


@dataclass(frozen=True)
class Told:
    """One figure's explanation."""

    title: Text
    paragraphs: tuple[Text, ...]


def parse_explanations(text: str) -> Mapping[str, Told]:
    """The explanations by the name of what they explain.

    Raises:
        ValueError: the text is no TOML, or an entry lacks a title or a language.
    """
    try:
        return {
            name: Told(_both(entry["title"]), tuple(_both(one) for one in entry["paragraphs"]))
            for name, entry in tomllib.loads(text).items()
        }
    except (KeyError, TypeError) as error:
        raise ValueError(f"an explanation lacks {error}") from error


def _both(entry: Mapping[str, str]) -> Text:
    return Text(entry["en"], entry["ko"])
