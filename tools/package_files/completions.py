"""What bash, zsh and fish offer after `herwidget` and a tabulator."""

import shlex
from collections.abc import Iterable, Iterator

from tools.package_files.command_line import Argument, Command, CommandLine


def bash(line: CommandLine) -> str:
    """A script for bash alone; bash-completion is not needed."""
    return "\n".join(_bash(line)) + "\n"


def zsh(line: CommandLine) -> str:
    """A script for zsh's completion system."""
    return "\n".join(_zsh(line)) + "\n"


def fish(line: CommandLine) -> str:
    """A script for fish."""
    return "\n".join(_fish(line)) + "\n"


def _all_options(command: Command, line: CommandLine) -> tuple[Argument, ...]:
    return command.options if command == line.program else (*command.options, *line.common)


def _flags(options: Iterable[Argument]) -> str:
    return " ".join(flag for option in options for flag in option.flags)


def _bash(line: CommandLine) -> Iterator[str]:
    every = (line.program, *line.commands)
    options = {option.flags: option for command in every for option in command.options if option.value}
    yield "# Completions of herwidget for bash."
    yield "_herwidget() {"
    yield '    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command="" word i'
    yield "    COMPREPLY=()"
    yield '    case "$before" in'
    for option in options.values():
        yield f"        {'|'.join(option.flags)})"
        yield f"            {_bash_value(option)}"
        yield "            return ;;"
    yield "    esac"
    # The command is the first word that is neither an option nor an option's value.
    taking = "|".join(flag for option in options.values() for flag in option.flags)
    yield "    for ((i = 1; i < COMP_CWORD; i++)); do"
    yield "        word=${COMP_WORDS[i]}"
    yield '        case "$word" in'
    yield f"            {taking}) ((i++)) ;;"
    yield "            -*) ;;"
    yield "            *) command=$word; break ;;"
    yield "        esac"
    yield "    done"
    yield '    case "$command" in'
    for command in every:
        yield f"        {command.name or chr(34) * 2})"
        words = tuple(one for one in command.words)
        if command == line.program:
            offered = " ".join(one.name for one in line.commands)
        else:
            offered = " ".join(choice for word in words for choice in word.choices)
        yield '            if [[ "$current" == -* ]]; then'
        yield f'                COMPREPLY=($(compgen -W "{_flags(_all_options(command, line))}" -- "$current"))'
        if offered or any(word.is_file for word in words):
            yield "            else"
            if offered:
                yield f'                COMPREPLY=($(compgen -W "{offered}" -- "$current"))'
            else:
                yield "                compopt -o filenames 2>/dev/null"
                yield '                mapfile -t COMPREPLY < <(compgen -f -- "$current")'
        yield "            fi ;;"
    yield "    esac"
    yield "}"
    yield "complete -F _herwidget herwidget"


def _bash_value(option: Argument) -> str:
    if option.choices:
        return f'COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$current"))'
    if option.is_file:
        return 'compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current")'
    return ":"


def _zsh(line: CommandLine) -> Iterator[str]:
    yield "#compdef herwidget"
    yield "# Completions of herwidget for zsh."
    yield "_herwidget() {"
    yield "    local curcontext=$curcontext state line ret=1"
    yield "    local -a commands"
    yield "    commands=("
    for command in line.commands:
        yield f"        {shlex.quote(command.name + ':' + command.text)}"
    yield "    )"
    yield "    _arguments -C \\"
    for option in line.program.options:
        for spec in _zsh_specs(option):
            yield f"        {spec} \\"
    yield "        '1: :->command' '*:: :->rest' && ret=0"
    yield "    case $state in"
    yield "        command) _describe -t commands command commands && ret=0 ;;"
    yield "        rest)"
    yield "            case $words[1] in"
    for command in line.commands:
        yield f"                {command.name})"
        yield "                    _arguments \\"
        for option in _all_options(command, line):
            for spec in _zsh_specs(option):
                yield f"                        {spec} \\"
        for place, word in enumerate(command.words, 1):
            spec = shlex.quote(f"{place}:{_zsh_text(word.text)}:{_zsh_action(word)}")
            yield f"                        {spec} \\"
        yield "                        && ret=0 ;;"
    yield "            esac ;;"
    yield "    esac"
    yield "    return ret"
    yield "}"
    # Loaded by name, the file is the function's body; sourced, it only tells zsh about it.
    yield 'if [[ $funcstack[1] == _herwidget ]]; then _herwidget "$@"; else compdef _herwidget herwidget; fi'


def _zsh_specs(option: Argument) -> Iterator[str]:
    value = f":{_zsh_text(option.value)}:{_zsh_action(option)}" if option.value else ""
    again = "*" if option.flags == ("--name",) else ""
    for flag in option.flags:
        yield shlex.quote(f"{again}{flag}[{_zsh_text(option.text)}]{value}")


def _zsh_text(text: str) -> str:
    for sign in "\\[]:":
        text = text.replace(sign, "\\" + sign)
    return text


def _zsh_action(argument: Argument) -> str:
    if argument.choices:
        return f"({' '.join(argument.choices)})"
    return "_files" if argument.is_file else " "


def _fish(line: CommandLine) -> Iterator[str]:
    yield "# Completions of herwidget for fish."
    yield "complete -c herwidget -f"
    names = " ".join(command.name for command in line.commands)
    none_yet = f"'not __fish_seen_subcommand_from {names}'"
    for command in line.commands:
        yield f"complete -c herwidget -n {none_yet} -a {command.name} -d {_fish_text(command.text)}"
    for option in line.program.options:
        # The common ones stand anywhere.
        condition = "" if option in line.common else f" -n {none_yet}"
        yield f"complete -c herwidget{condition}{_fish_option(option)}"
    for command in line.commands:
        condition = f" -n '__fish_seen_subcommand_from {command.name}'"
        for option in command.options:
            yield f"complete -c herwidget{condition}{_fish_option(option)}"
        for word in command.words:
            what = "-F" if word.is_file else f"-a {_fish_text(' '.join(word.choices))}"
            yield f"complete -c herwidget{condition} {what} -d {_fish_text(word.text)}"


def _fish_option(option: Argument) -> str:
    names = "".join(f" -l {flag[2:]}" if flag.startswith("--") else f" -s {flag[1:]}" for flag in option.flags)
    value = ""
    if option.value:
        value = (
            " -r -F"
            if option.is_file
            else f" -x -a {_fish_text(' '.join(option.choices))}"
            if option.choices
            else " -x"
        )
    return f"{names}{value} -d {_fish_text(option.text)}"


def _fish_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
