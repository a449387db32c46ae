"""From the fields of a listing to words. What was never said gives an empty answer, never "no"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaches import words as named
from coaches.fields import WordsField
from coaches.listings.coach import Coach
from coaches.listings.queries import today
from coaches.vocabulary import Credential

FRESH_DAYS = 60
"""For how long "takes new clients" is believed after the coach last confirmed it."""


@dataclass(frozen=True)
class Answer:
    """Lines of words (none: not stated), several things if `several`, and where the only line leads."""

    lines: tuple[str, ...] = ()
    several: bool = False
    href: str = ""

    def __str__(self) -> str:
        return "; ".join(self.lines) if self.several else " ".join(self.lines)


Reader = Callable[[Coach], Answer]


def _said(*parts: str) -> Answer:
    return Answer(tuple(part for part in parts if part))


def text(field: str) -> Reader:
    """What they wrote, by paragraphs."""
    return lambda coach: _said(*_lines(getattr(coach, field)))


def lines(field: str) -> Reader:
    """What they wrote, one thing on each line."""
    return lambda coach: Answer(_lines(getattr(coach, field)), several=True)


def words(field: str) -> Reader:
    """Several words of a vocabulary."""
    return lambda coach: Answer(_names(coach, field), several=True)


def choice(field: str) -> Reader:
    """One word of a vocabulary."""
    return lambda coach: _said(str(getattr(coach, f"get_{field}_display")() or ""))


def number(field: str) -> Reader:
    """A number such as a year, as it stands."""
    return lambda coach: _said("" if (value := getattr(coach, field)) is None else str(value))


def day(field: str) -> Reader:
    """A day."""
    return lambda coach: _said(date_format(value) if (value := getattr(coach, field)) else "")


def yes_or_no(field: str) -> Reader:
    """Yes, no, or not stated."""
    return lambda coach: _said(_yes_no(getattr(coach, field)))


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


def credential(coach: Coach) -> Answer:
    """The credential as the coach names it: whether it was checked is for others to say."""
    if coach.credential == Credential.NONE:
        return Answer()
    if coach.credential == Credential.OTHER and coach.credential_name:
        return _said(coach.credential_name)
    return _said(str(coach.get_credential_display()))


def training(coach: Coach) -> Answer:
    """Programs, and what else they learned from."""
    known = [name for word, name in _pairs(coach, "training") if word != "other" or not coach.other_training]
    return Answer((*known, *_lines(coach.other_training)), several=True)


def refers_for(coach: Coach) -> Answer:
    """Situations in which they send people to a clinician."""
    known = [name for word, name in _pairs(coach, "refers_for") if word != "other" or not coach.refers_for_other]
    return Answer((*known, *_lines(coach.refers_for_other)), several=True)


def sessions(coach: Coach) -> Answer:
    """Length and rhythm."""
    return _said(", ".join(part for part in (_minutes(coach.session_minutes), coach.rhythm) if part))


def session_fee(coach: Coach) -> Answer:
    """What a session costs."""
    return _said(_range(coach.session_fee_low, coach.session_fee_high, coach.currency))


def package_fee(coach: Coach) -> Answer:
    """What a package costs."""
    return _said(_range(coach.package_fee_low, coach.package_fee_high, coach.currency))


def free_call(coach: Coach) -> Answer:
    """Whether the first call is free, and how long it is."""
    length = _minutes(coach.free_call_minutes)
    if coach.free_call and length:
        return _said(_("Yes, %(length)s") % {"length": length})
    return _said(_yes_no(coach.free_call))


def in_writing(coach: Coach) -> Answer:
    """Whether terms are written down, and where."""
    said, where = _yes_no(coach.terms_in_writing), coach.terms_where.strip()
    href = where if re.fullmatch(r"https?://[^\s]+", where) else ""
    together = _("%(said)s: %(where)s") % {"said": said, "where": where} if said and where else said or where
    return Answer((together,) if together else (), href=href)


def place(coach: Coach) -> Answer:
    """Town and country."""
    return _said(
        ", ".join(part for part in (coach.place, named.country(coach.country) if coach.country else "") if part)
    )


def accepting(coach: Coach) -> Answer:
    """Whether they take new clients, and how fresh that is."""
    if coach.accepting is None:
        return Answer()
    confirmed = coach.accepting_confirmed_on
    said = _yes_no(coach.accepting)
    if confirmed is None:
        return _said(_("%(said)s; never confirmed") % {"said": said})
    shown = {"said": said, "day": date_format(confirmed)}
    if confirmed < today() - timedelta(days=FRESH_DAYS):
        return _said(_("%(said)s; not confirmed since %(day)s") % shown)
    return _said(_("%(said)s, confirmed on %(day)s") % shown)


def _lines(written: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def _pairs(coach: Coach, field: str) -> list[tuple[str, str]]:
    kind = Coach._meta.get_field(field)
    known = dict(kind.words) if isinstance(kind, WordsField) else {}
    return [(word, str(known.get(word, word))) for word in getattr(coach, field)]


def _names(coach: Coach, field: str) -> tuple[str, ...]:
    return tuple(name for _word, name in _pairs(coach, field))


def _yes_no(value: bool | None) -> str:
    return "" if value is None else _("Yes") if value else _("No")


def _minutes(value: int | None) -> str:
    return ngettext("%(n)d minute", "%(n)d minutes", value) % {"n": value} if value else ""


def _range(low: int | None, high: int | None, currency: str) -> str:
    if low is None and high is None:
        return ""
    shown = {
        "low": "" if low is None else named.money(low, currency),
        "high": "" if high is None else named.money(high, currency),
    }
    if high is None:
        return _("from %(low)s") % shown
    if low is None:
        return _("up to %(high)s") % shown
    return shown["low"] if low == high else _("%(low)s to %(high)s") % shown
