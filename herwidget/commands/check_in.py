"""`herwidget check-in`: a check-in in the terminal, step by step; every answer is kept as it is given."""

import argparse
import re

from herwidget.commands.asking import silent_asker
from herwidget.commands.help_lines import of_country
from herwidget.commands.say import Failure, complain, open_journal, read_line
from herwidget.core.danger import newly_means_danger, parse_danger
from herwidget.core.help_lines import parse_help_lines
from herwidget.core.people import Person
from herwidget.core.ports import JournalError
from herwidget.core.prompts import NO_ONE, StepName
from herwidget.core.questions import HEARD_BY_SOMEONE, AnswerType, Outcome, Question
from herwidget.desktop.resources import help_lines_text
from herwidget.environment import Environment, system_country
from herwidget.services.check_in import CheckIn
from herwidget.ui.kicker import kicker
from herwidget.ui.words import journal_trouble, translate

# No choice and no scale goes beyond 100; a longer row of digits is words.
_NUMBER = re.compile(r"[0-9]{1,3}")


def check_in(environment: Environment, _chosen: argparse.Namespace) -> int:
    """The command."""
    return ask_in_terminal(environment)


def ask_in_terminal(environment: Environment) -> int:
    """Ask a check-in here; the exit code."""
    try:
        with open_journal(environment) as journal:
            asker = silent_asker(environment, journal)
            language = environment.language(environment.loaded.settings)
            _Terminal(asker.begin_by_hand(), language, _HelpAtOnce(environment, language)).ask()
    except Failure as failure:
        return complain(str(failure))
    return 0


class _HelpAtOnce:
    """Prints the help lines where words may mean danger, once for the same words. It keeps them as long as it runs."""

    def __init__(self, environment: Environment, language: str) -> None:
        self._environment, self._language = environment, language
        self._before = ""

    def look_at(self, line: str) -> None:
        """Look at what was just typed."""
        if not any(letter.isalpha() for letter in line):
            return
        try:
            phrases = parse_danger((self._environment.resources / "danger.toml").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if newly_means_danger(line, self._before, phrases):
            self._before += f"\n{line}"
            self._print()

    def _print(self) -> None:
        lines = parse_help_lines(help_lines_text())
        country = lines.of(self._environment.loaded.settings.help_country or system_country())
        sentence = translate("HelpCard", "If you are thinking about ending your life, a person can listen right now.")
        print(f"\n{sentence}")
        if country is not None:
            print("\n".join(of_country(country, self._language)))
        else:
            print(translate("HelpCard", "In danger now, call your local emergency number."))
            print(lines.elsewhere.of(self._language))
        print(translate("Terminal", "Other countries: herwidget help-lines all"))
        print(translate("HelpCard", "Only this computer read your words. Nothing was sent."))
        print(flush=True)


class _Terminal:
    """Drives a check-in with lines of text."""

    def __init__(self, check_in: CheckIn, language: str, help_at_once: _HelpAtOnce) -> None:
        self._check_in, self._language, self._help = check_in, language, help_at_once

    def ask(self) -> None:
        print(kicker(self._check_in.prompt.kind))
        print(
            translate(
                "Terminal",
                "A few words may follow a number. Enter alone skips a step, “?” tells why it is asked, “q” ends.",
            )
        )
        try:
            while not self._check_in.over:
                self._ask_step()
        except (EOFError, KeyboardInterrupt):
            print()
            self._check_in.close()
        if self._check_in.answered:
            print(translate("Terminal", "Kept on this computer."))
        else:
            print(translate("Terminal", "Nothing was kept. That is fine, too."))

    def _ask_step(self) -> None:
        question = self._check_in.question()
        print(f"\n{question.text.of(self._language)}")
        options = self._options(question)
        for number, (_, text) in enumerate(options, 1):
            print(f"  {number}  {text}")
        while True:
            line = read_line("> ")
            if line == "?":
                print(question.idea.telling.of(self._language))
                continue
            if line.lower() == "q":
                self._check_in.close()
                return
            if not line:
                self._check_in.skip()
                return
            # First, so that nothing that is asked or fails stands before it.
            self._help.look_at(line)
            trouble = self._take(question, options, line)
            if not trouble:
                self._check_in.go_on()
                return
            print(trouble)

    def _options(self, question: Question) -> list[tuple[object, str]]:
        """What can be chosen by number."""
        if question.choices:
            return [(choice.id, choice.label.of(self._language)) for choice in question.choices]
        if question.reaching is not None:
            return [(mood.id, mood.label.of(self._language)) for mood in question.reaching.moods]
        if question.answer is AnswerType.SCALE:
            assert question.low is not None and question.high is not None
            low, high = question.low.of(self._language), question.high.of(self._language)
            print(translate("Terminal", "  0 is “{low}”, 100 is “{high}”").format(low=low, high=high))
            return []
        if question.answer is AnswerType.PEOPLE:
            people: list[tuple[object, str]] = [(person.id, person.name) for person in self._check_in.people()]
            return [*people, (NO_ONE, translate("Card", "No one comes to mind"))]
        return []

    def _take(self, question: Question, options: list[tuple[object, str]], line: str) -> str:
        """Keep the answer in `line`; what to say when it is none. After a number, the rest of the line is the note."""
        first, _, note = line.partition(" ")
        number = int(first) if _NUMBER.fullmatch(first) else None
        try:
            if question.answer is AnswerType.WORDS:
                self._check_in.keep(words=line)
            elif question.answer is AnswerType.PEOPLE:
                self._keep_people(number, options, line, note)
            elif question.answer is AnswerType.SCALE and self._check_in.step is not StepName.MOOD:
                if number is None or number > 100:
                    return translate("Terminal", "A number from 0 to 100, please.")
                self._check_in.keep(value=number, note=note)
            else:
                if number is None or not 1 <= number <= len(options):
                    sentence = translate("Terminal", "A number from 1 to {last}, please.")
                    return sentence.format(last=len(options))
                self._keep_option(question, number, str(options[number - 1][0]), note)
        except JournalError as error:
            return journal_trouble(error)
        return ""

    def _keep_option(self, question: Question, number: int, choice: str, note: str) -> None:
        if self._check_in.step is StepName.MOOD or (question.reaching is not None and not question.choices):
            self._check_in.keep(value=number, note=note)
            return
        # Before the name is asked for: whoever ends there has answered all the same.
        self._check_in.keep(choice=choice, note=note)
        if self._check_in.step is StepName.HEARD and choice in HEARD_BY_SOMEONE:
            name = read_line(translate("Terminal", "Who was it? (a name, or Enter)") + " ")
            if name:
                self._check_in.keep(choice=choice, people=(self._person(name).id,), note=note)
        if question.reaching is not None and choice == Outcome.YES:
            print(question.reaching.left.of(self._language))
            moods = question.reaching.moods
            for place, mood in enumerate(moods, 1):
                print(f"  {place}  {mood.label.of(self._language)}")
            line = read_line("> ")
            if _NUMBER.fullmatch(line) and 1 <= int(line) <= len(moods):
                self._check_in.keep(choice=choice, value=int(line), note=note)

    def _keep_people(self, number: int | None, options: list[tuple[object, str]], line: str, note: str) -> None:
        if number is not None and 1 <= number <= len(options):
            chosen = options[number - 1][0]
            if chosen == NO_ONE:
                self._check_in.keep(choice=NO_ONE, note=note)
            else:
                assert isinstance(chosen, int)
                self._check_in.keep(people=(chosen,), note=note)
        else:
            self._check_in.keep(people=(self._person(line).id,))

    def _person(self, name: str) -> Person:
        return self._check_in.add_person(name)
