"""Texts as they are compared, the same wherever something is searched for or compared."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")

# Letters of their own in Unicode, which PostgreSQL's `unaccent` takes for the plain ones.
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d"})


def fold(text: str) -> str:
    """The text without case and accents, to be compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_STROKES)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return _WORD.findall(fold(text))
