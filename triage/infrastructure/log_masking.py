"""Keeps tokens, and what people typed, out of logs: of every record, whichever logger writes it and wherever it goes.

Whatever is logged, and however badly, the call that logs it goes on.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from triage.infrastructure.tracebacks import traceback_of

MASK = "[token]"

TOKEN_PATTERN = "[A-Za-z0-9_-]{43}"
"""How a token is written: 32 bytes in base64 for URLs, without padding."""

BEFORE_TOKENS = ("r", "coaches/mine", "coaches/confirm")
"""Paths that tokens follow, without their first and last slash."""

_SLASH = "(?:/|%2[Ff])"
_PATHS = "|".join(path.replace("/", _SLASH) for path in BEFORE_TOKENS)
_WHOLE = rf"(?<![A-Za-z0-9_-]){TOKEN_PATTERN}(?![A-Za-z0-9_-])"
# What follows such a path even if it is no whole token, as it stands or percent-encoded; and a whole one anywhere:
# the signature that ends a signed token has the same form, and without it the rest opens nothing.
_TOKENS = re.compile(rf"({_SLASH}(?:{_PATHS}){_SLASH})[^/%\s\"'<>?#]+|{_WHOLE}")


def masked(text: str) -> str:
    """The text without tokens."""
    return _TOKENS.sub(lambda found: (found.group(1) or "") + MASK, text)


def mask_all_logs() -> None:
    """From now on, no log record of this process holds a token, nor the message of an exception."""
    make = logging.getLogRecordFactory()
    if not isinstance(make, _MaskedRecords):
        logging.setLogRecordFactory(_MaskedRecords(make))


@dataclass(frozen=True)
class _MaskedRecords:
    """Makes records as `make` does, without tokens."""

    make: Callable[..., logging.LogRecord]

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        record = self.make(*args, **kwargs)
        # Formatted here, once: no handler that does it later can fail on it, or write arguments that are not masked.
        record.msg, record.args = masked(_message(record)), None
        error = record.exc_info[1] if record.exc_info else None
        # Formatters take this text if it is there, and would else make it themselves, with messages.
        record.exc_text = masked(_traceback(error)) if error is not None else None
        record.exc_info = None if error is None else record.exc_info
        if record.stack_info:
            record.stack_info = masked(record.stack_info)
        return record


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception as error:
        # With its place, where the call can be put right, and without its arguments, which nobody may read unmasked.
        pattern = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        return f"{pattern} (its arguments cannot be written: {type(error).__name__}, {record.pathname}:{record.lineno})"


def _traceback(error: BaseException) -> str:
    try:
        return traceback_of(error)
    except Exception as second:
        return f"{type(error).__name__} (its traceback cannot be written: {type(second).__name__})"
