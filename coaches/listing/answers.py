"""From one field of a listing to words. What was never said gives an empty answer, never "no"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coaches.models.coach import Coach
from coaches.vocabulary.fields import WordsField


@dataclass(frozen=True)
class Answer:
    """Lines of words (none: not stated), several things if `several`, and where the only line leads."""

    lines: tuple[str, ...] = ()
    several: bool = False
    href: str = ""

    def __str__(self) -> str:
        return "; ".join(self.lines) if self.several else " ".join(self.lines)


Reader = Callable[[Coach], Answer]


def saying(*parts: str) -> Answer:
    """These lines, without empty ones."""
    return Answer(tuple(part for part in parts if part))


def text(field: str) -> Reader:
    """What they wrote, by paragraphs."""
    return lambda coach: saying(*paragraphs(getattr(coach, field)))


def lines(field: str) -> Reader:
    """What they wrote, one thing on each line."""
    return lambda coach: Answer(paragraphs(getattr(coach, field)), several=True)


def words(field: str) -> Reader:
    """Several words of a vocabulary."""
    return lambda coach: Answer(tuple(name for _word, name in named_words(coach, field)), several=True)


def choice(field: str) -> Reader:
    """One word of a vocabulary."""
    return lambda coach: saying(str(getattr(coach, f"get_{field}_display")() or ""))


def number(field: str) -> Reader:
    """A number such as a year, as it stands."""
    return lambda coach: saying("" if (value := getattr(coach, field)) is None else str(value))


def day(field: str) -> Reader:
    """A day."""
    return lambda coach: saying(date_format(value) if (value := getattr(coach, field)) else "")


def yes_or_no(field: str) -> Reader:
    """Yes, no, or not stated."""
    return lambda coach: saying(yes_no(getattr(coach, field)))


def link(field: str) -> Reader:
    """An address of the web, shown by its host."""

    def reader(coach: Coach) -> Answer:
        address = getattr(coach, field)
        return Answer((urlsplit(address).hostname or address,), href=address) if address else Answer()

    return reader


def mail(field: str) -> Reader:
    """An e-mail address."""
    return lambda coach: Answer((value,), href=f"mailto:{value}") if (value := getattr(coach, field)) else Answer()


def telephone(field: str) -> Reader:
    """A telephone number, to call where it has digits enough."""

    def reader(coach: Coach) -> Answer:
        written = getattr(coach, field).strip()
        digits = re.sub(r"(?!^\+)\D", "", written)
        return Answer((written,), href=f"tel:{digits}" if len(digits) > 4 else "") if written else Answer()

    return reader


def paragraphs(written: str) -> tuple[str, ...]:
    """The lines of a text that are not empty."""
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def named_words(coach: Coach, field: str) -> list[tuple[str, str]]:
    """The chosen words of a vocabulary, each with its name."""
    kind = Coach._meta.get_field(field)
    known = dict(kind.words) if isinstance(kind, WordsField) else {}
    return [(word, str(known.get(word, word))) for word in getattr(coach, field)]


def yes_no(value: bool | None) -> str:
    """Yes, no, or nothing where it is not known."""
    return "" if value is None else _("Yes") if value else _("No")
