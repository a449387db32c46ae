"""Keeps tokens out of logs: of every record, whichever logger writes it and wherever it goes."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MASK = "[token]"

TOKEN_PATTERN = "[A-Za-z0-9_-]{43}"
"""How a token is written: 32 bytes in base64 for URLs, without padding."""

BEFORE_TOKENS = ("r", "coaches/mine", "coaches/confirm")
"""Paths that tokens follow, without their first and last slash."""

_SLASH = "(?:/|%2[Ff])"
_PATHS = "|".join(path.replace("/", _SLASH) for path in BEFORE_TOKENS)
# What follows such a path even if it is no whole token, as it stands or percent-encoded; and a whole one anywhere:
# the signature that ends a signed token has the same form, and without it the rest opens nothing.
_TOKENS = re.compile(
    rf"({_SLASH}(?:{_PATHS}){_SLASH})[^/%\s\"'<>?#]+|(?<![A-Za-z0-9_-]){TOKEN_PATTERN}(?![A-Za-z0-9_-])"
)


def masked(text: str) -> str:
    """The text without tokens."""
    return _TOKENS.sub(lambda found: (found.group(1) or "") + MASK, text)


def mask_all_logs() -> None:
    """From now on, no log record of this process holds a token."""
    make = logging.getLogRecordFactory()
    if not isinstance(make, _MaskedRecords):
        logging.setLogRecordFactory(_MaskedRecords(make))


@dataclass(frozen=True)
class _MaskedRecords:
    """Makes records as `make` does, without tokens."""

    make: Callable[..., logging.LogRecord]

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        record = self.make(*args, **kwargs)
        _mask(record)
        return record


def _mask(record: logging.LogRecord) -> None:
    try:
        written = record.getMessage()
    except (TypeError, ValueError):
        # It cannot be written: whoever handles it says so, with its arguments.
        written = f"{record.msg} {record.args}"
    if (clean := masked(written)) != written:
        record.msg, record.args = clean, None
    if record.exc_info and record.exc_info[1] is not None:
        # Formatters take this text if it is there, and would else make it themselves.
        record.exc_text = masked(logging.Formatter().formatException(record.exc_info))
