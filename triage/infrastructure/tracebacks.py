"""Tracebacks for the log that repeat nothing a person typed.

Messages of exceptions do repeat it: “invalid literal for int(): …”, “Key (email)=(…) already exists”, whole forms.
Where it went wrong, and what kind of error it was, is what a programmer needs first.
"""

from __future__ import annotations

import traceback

from triage.infrastructure.database_faults import described

_TELL_NAMES_ONLY = (AttributeError, NameError, ImportError)
"""Their messages are made of names in the program."""


def traceback_of(error: BaseException) -> str:
    """The error with the errors that led to it, the first one first, each with its kind and places."""
    told: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        told.append(_one(current))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n\nwhich led to:\n\n".join(reversed(told))


def _one(error: BaseException) -> str:
    kind = type(error)
    named = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    words = _words(error)
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"Traceback (most recent call last):\n{places}{named}{': ' if words else ''}{words}"


def _words(error: BaseException) -> str:
    if type(error) in _TELL_NAMES_ONLY or isinstance(error, ImportError):
        return str(error)
    return described(error)
