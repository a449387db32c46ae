"""Finds words that read like the promise of an outcome, to hint at them kindly. English only; it refuses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NEGATED = r"(?<!\bno\s)(?<!\bnot\s)(?<!\bnever\s)(?<!n't\s)(?<!n\u2019t\s)(?<!cannot\s)"
_GUARANTEES = re.compile(
    rf"""
    {_NEGATED}\bguarantee(?:d|s|ing)?\b
    | {_NEGATED}\b(?:I|we)\s+promise\b
    | \b100\s?(?:%|percent)(?!\w)
    | \brisk[-\s]free\b
    | \bmoney[-\s]back\b
    | \b(?:double|triple)\s+your\s+(?:salary|pay|income)\b
    | \b(?:job|offer|promotion|raise)\s+(?:in|within)\s+(?:\w+\s+)?(?:days|weeks|months)\b
    | \bresults?\s+(?:assured|certain)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def guarantees_in(texts: Iterable[str]) -> list[str]:
    """The words that read like a promise, as they were written, each once."""
    return list(dict.fromkeys(found.group() for text in texts for found in _GUARANTEES.finditer(text)))
