"""The manual page, in both languages, for `man herwidget`."""

from collections.abc import Iterator

from tools.package_files.command_line import Argument, Command, CommandLine

# What the parser's own help does not say.
_WORDS = {
    "en": {
        "name": "NAME",
        "synopsis": "SYNOPSIS",
        "description": "DESCRIPTION",
        "options": "OPTIONS",
        "commands": "COMMANDS",
        "files": "FILES",
        "codes": "EXIT STATUS",
        "examples": "EXAMPLES",
        "manual": "Herwidget manual",
        "option": "OPTION",
        "command": "COMMAND",
        "summary": "a gentle question now and then, that leads back to people",
        "without": "Without a command it starts in the tray, or opens the window of the one that runs. "
        "Where there is no screen, it asks in the terminal. It never opens an internet connection.",
        "everywhere": "Every command takes these too:",
        "journal": "the journal, an SQLite file; readable by you alone",
        "backups": "copies of the journal, made each week; the last four are kept",
        "settings": "the settings",
        "log": "the log; it holds no answers, names or notes",
        "0": "done",
        "1": "it did not work",
        "2": "the words were wrong",
    },
    "ko": {
        "name": "이름",
        "synopsis": "사용법",
        "description": "설명",
        "options": "옵션",
        "commands": "명령",
        "files": "파일",
        "codes": "종료 코드",
        "examples": "예",
        "manual": "Herwidget 설명서",
        "option": "옵션",
        "command": "명령",
        "summary": "가끔 건네는 작은 질문, 다시 사람에게로",
        "without": "명령 없이 쓰면 트레이에서 시작하고, 이미 실행 중이면 창을 열어요. 화면이 없으면 터미널에서 물어요. "
        "인터넷에는 연결하지 않아요.",
        "everywhere": "모든 명령에 쓸 수 있는 옵션:",
        "journal": "기록 파일(SQLite), 본인만 읽을 수 있어요",
        "backups": "매주 만드는 기록의 복사본, 마지막 네 개를 남겨요",
        "settings": "설정",
        "log": "로그, 답과 이름과 메모는 남기지 않아요",
        "0": "됐어요",
        "1": "되지 않았어요",
        "2": "명령을 잘못 썼어요",
    },
}
_FILES = {
    "journal": "~/.local/share/herwidget/journal.db",
    "backups": "~/.local/share/herwidget/backups/",
    "settings": "~/.config/herwidget/settings.toml",
    "log": "~/.local/state/herwidget/log/",
}


def manual(line: CommandLine, language: str, version: str, day: str) -> str:
    """The page in roff; `version` and `day` are those of the release."""
    return "\n".join(_page(line, _WORDS[language], version, day)) + "\n"


def escaped(text: str) -> str:
    """`text` as roff shows it unchanged, on one line."""
    text = " ".join(text.split()).replace("\\", r"\(rs").replace("-", r"\-").replace("~", r"\(ti")
    return rf"\&{text}" if text.startswith((".", "'")) else text


def _page(line: CommandLine, words: dict[str, str], version: str, day: str) -> Iterator[str]:
    yield r".\" -*- coding: utf-8 -*-"
    yield rf'.TH HERWIDGET 1 "{day}" "Herwidget {version}" "{words["manual"]}"'
    yield from (f".SH {words['name']}", rf"herwidget \- {escaped(words['summary'])}")
    yield from (f".SH {words['synopsis']}", ".B herwidget")
    yield f"[\\fI{words['option']}\\fR ...] [\\fI{words['command']}\\fR]"
    yield from (f".SH {words['description']}", escaped(line.program.text), ".PP", escaped(words["without"]))
    yield f".SH {words['options']}"
    common = line.common
    yield from _list(option for option in line.program.options if option not in common)
    yield from (".PP", escaped(words["everywhere"]))
    yield from _list(common)
    yield f".SH {words['commands']}"
    for command in line.commands:
        yield from _command(command)
    yield f".SH {words['files']}"
    for name, place in _FILES.items():
        yield from (".TP", rf"\fI{escaped(place)}\fR", escaped(words[name]))
    yield f".SH {words['codes']}"
    for code in "012":
        yield from (".TP", rf"\fB{code}\fR", escaped(words[code]))
    yield f".SH {words['examples']}"
    for example, text in line.examples:
        yield from (".TP", rf"\fB{escaped(example)}\fR", escaped(text))


def _command(command: Command) -> Iterator[str]:
    words = (
        rf"\fI{escaped(one.value)}\fR" if one.needed else rf"[\fI{escaped(one.value)}\fR]" for one in command.words
    )
    yield from (".SS " + " ".join((rf"herwidget {escaped(command.name)}", *words)), escaped(command.text))
    yield from _list(command.words)
    yield from _list(option for option in command.options if "--help" not in option.flags)


def _list(arguments: Iterator[Argument] | tuple[Argument, ...]) -> Iterator[str]:
    for argument in arguments:
        head = ", ".join(rf"\fB{escaped(flag)}\fR" for flag in argument.flags)
        value = rf"\fI{escaped(argument.value)}\fR" if argument.value else ""
        text = escaped(argument.text)
        if argument.choices and argument.value != "|".join(argument.choices) and argument.flags:
            text += f" ({escaped(', '.join(argument.choices))})"
        yield from (".TP", " ".join(filter(None, (head, value))), text)
