"""The cells of a table of listings, both ways. What cannot be read is said with what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from import_export.widgets import Widget

from coaches.vocabulary.fields import Choices

BETWEEN = ", "


class Unfit(ValueError):
    """A cell that cannot be read; the message says what to write."""


class TextCell(Widget):
    """Plain text. A number that a spreadsheet made of it becomes text again."""

    def clean(self, value: Any, row: Mapping[str, Any] | None = None, **kwargs: Any) -> str:
        return as_text(value)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else str(value)


class NumberCell(Widget):
    """A whole number up to `most`, or nothing."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def clean(self, value: Any, row: Mapping[str, Any] | None = None, **kwargs: Any) -> int | None:
        text = as_text(value)
        if not text:
            return None
        if isinstance(value, bool) or not (text.isascii() and text.isdecimal()):
            raise Unfit(
                _("“%(text)s” is not a whole number; write an amount such as 180, or leave it empty.") % {"text": text}
            )
        if int(text) > self.most:
            raise Unfit(_("“%(text)s” is too large; write at most %(most)d.") % {"text": text, "most": self.most})
        return int(text)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> int | str:
        return "" if value is None else int(value)


class DateCell(Widget):
    """A day, as 2026-04-30 or as a spreadsheet's own date."""

    def clean(self, value: Any, row: Mapping[str, Any] | None = None, **kwargs: Any) -> date | None:
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = as_text(value)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise Unfit(
                _("“%(text)s” is not a date; write it as 2026-04-30, or leave it empty.") % {"text": text}
            ) from error

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> date | str:
        return "" if value is None else value


class YesNoCell(Widget):
    """Yes, no, or nothing where it is not known."""

    READ = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": None}

    def clean(self, value: Any, row: Mapping[str, Any] | None = None, **kwargs: Any) -> bool | None:
        text = as_text(value)
        if text.casefold() not in self.READ:
            raise Unfit(_("“%(text)s” is neither yes nor no; write yes or no, or leave it empty.") % {"text": text})
        return self.READ[text.casefold()]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return {True: "yes", False: "no"}.get(value, "")


class _VocabularyCell(Widget):
    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.names = _names(choices)


class ChoiceCell(_VocabularyCell):
    """One word of a vocabulary, by its id or its English name."""

    def clean(self, value: Any, row: Mapping[str, Any] | None = None, **kwargs: Any) -> str:
        text = as_text(value)
        if not text:
            return ""
        if text.casefold() not in self.names:
            raise Unfit(_unknown(text, self.names))
        return self.names[text.casefold()]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else str(value)


class WordsCell(_VocabularyCell):
    """Several words of a vocabulary, with a comma between them."""

    def clean(self, value: Any, row: Mapping[str, Any] | None = None, **kwargs: Any) -> list[str]:
        given = [part.strip() for part in as_text(value).split(",")]
        words, at = [], 0
        while at < len(given):
            # Some names have a comma in them: the longest that fits is meant.
            for end in range(len(given), at, -1):
                name = BETWEEN.join(given[at:end]).casefold()
                if name in self.names:
                    words.append(self.names[name])
                    at = end
                    break
            else:
                if given[at]:
                    raise Unfit(_unknown(given[at], self.names))
                at += 1
        order = list(dict.fromkeys(self.names.values()))
        return sorted(set(words), key=order.index)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return BETWEEN.join(value or [])


def as_text(value: Any) -> str:
    """A cell as text, without the spaces around it and without the ".0" that spreadsheets add."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime):
        value = value.date()
    return str(value).strip()


def _names(choices: Choices) -> dict[str, str]:
    with translation.override("en"):
        by_name = {str(name).casefold(): id for id, name in choices}
    return by_name | {id.casefold(): id for id, _name in choices}


def _unknown(text: str, names: Mapping[str, str]) -> str:
    ids: Iterable[str] = dict.fromkeys(names.values())
    near = get_close_matches(text.casefold(), names, n=1, cutoff=0.7)
    if near:
        return _("“%(text)s” is not known here; did you mean %(near)s?") % {"text": text, "near": names[near[0]]}
    return _("“%(text)s” is not known here; write one of: %(words)s.") % {"text": text, "words": BETWEEN.join(ids)}
