"""The log: a small rotating file that never holds what a person wrote."""

import contextlib
import io
import logging
import logging.handlers
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from herwidget.desktop.paths import make_private

log = logging.getLogger(__name__)

_FILE_NAME = "herwidget.log"
_MOST_BYTES = 256 * 1024
_OLDER_FILES = 3
# A runaway recursion would otherwise fill the file at once.
_MOST_FRAMES = 50


class PrivateFormatter(logging.Formatter):
    """UTC times, and tracebacks of types, files and lines only: an exception's message may hold private words."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        """The record as text."""
        # The base class keeps a formatted traceback in the record, where another handler may have left a full one.
        lines = [f"{self.formatTime(record)} {record.levelname} {record.name}: {record.getMessage()}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines.append(describe_exception(record.exc_info[1]))
        return "\n".join(lines)


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating file with mode 0600 that loses records quietly when, say, the disk is full."""

    def _open(self) -> io.TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:
        """Let the record go, and open the file anew for the next: the base class would print it with its arguments."""
        self._drop_stream()

    def close(self) -> None:
        """Close the file, whatever could not be written."""
        self._drop_stream()
        super().close()

    def _drop_stream(self) -> None:
        if self.stream is not None:
            with contextlib.suppress(OSError):
                self.stream.close()
            self.stream = None  # the base class opens it again when it is needed


def start_log(folder: Path, level: int = logging.INFO) -> None:
    """Write all log records from `level` up into `folder` (made with mode 0700): 256 KiB and three older files.

    Where that cannot be done, warnings and errors go to standard error instead; nothing is raised.
    """
    root = logging.getLogger()
    _remove_handlers(root)
    handler, problem = _handler(folder)
    handler.setFormatter(PrivateFormatter())
    root.addHandler(handler)
    root.setLevel(level)
    if problem is not None:
        log.warning("the log folder cannot be written (%s)", type(problem).__name__)


def stop_log() -> None:
    """Write no more records, and let go of the file: it may be about to be removed."""
    root = logging.getLogger()
    _remove_handlers(root)
    # Without any, Python would put warnings on standard error.
    root.addHandler(logging.NullHandler())


def log_files(folder: Path) -> list[Path]:
    """The files of the log in `folder`, as far as they are there."""
    names = [_FILE_NAME, *(f"{_FILE_NAME}.{number}" for number in range(1, _OLDER_FILES + 1))]
    return [folder / name for name in names if (folder / name).exists()]


def install_excepthook() -> None:
    """Log what nobody caught, on any thread, and tell it on standard error, both without exception messages.

    Python's own hooks would write the messages to standard error, which a desktop keeps in its journal.
    """
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread
    sys.unraisablehook = _log_unraisable


def describe_exception(error: BaseException) -> str:
    """A traceback of types, files, lines and function names, the causes first, without any message."""
    return "\n".join(_description(error, set()))


def _description(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None and id(earlier) not in seen:
        yield from _description(earlier, seen)
        yield "which led to:"
    yield "Traceback (most recent call last):"
    frames = list(traceback.walk_tb(error.__traceback__))
    for frame, line in frames[-_MOST_FRAMES:]:
        yield f'  File "{frame.f_code.co_filename}", line {line}, in {frame.f_code.co_name}'
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _description(part, seen)


def _remove_handlers(root: logging.Logger) -> None:
    for handler in [handler for handler in root.handlers if isinstance(handler.formatter, PrivateFormatter)]:
        root.removeHandler(handler)
        handler.close()


def _handler(folder: Path) -> tuple[logging.Handler, OSError | None]:
    try:
        make_private(folder)
        file = _PrivateFile(folder / _FILE_NAME, maxBytes=_MOST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8")
    except OSError as error:
        stream = logging.StreamHandler()
        stream.setLevel(logging.WARNING)
        return stream, error
    return file, None


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("an exception was not caught", exc_info=(kind, error, trace))
    if sys.stderr is not None and not _logs_to_standard_error():  # a program without a console has none
        print(describe_exception(error), file=sys.stderr)


def _log_uncaught_in_thread(what: threading.ExceptHookArgs) -> None:
    if what.exc_value is not None and not isinstance(what.exc_value, SystemExit):
        _log_uncaught(what.exc_type, what.exc_value, what.exc_traceback)


def _log_unraisable(what: "sys.UnraisableHookArgs") -> None:
    if what.exc_value is not None:
        _log_uncaught(what.exc_type, what.exc_value, what.exc_traceback)


def _logs_to_standard_error() -> bool:
    return any(
        type(handler) is logging.StreamHandler and isinstance(handler.formatter, PrivateFormatter)
        for handler in logging.getLogger().handlers
    )
