"""Facts that come from several fields of a listing, in words."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaches.listing.answers import Answer, named_words, paragraphs, saying, yes_no
from coaches.models.coach import Coach
from coaches.models.openings import FRESH_DAYS
from coaches.today import today
from coaches.vocabulary import names
from coaches.vocabulary.choices import Credential


def credential(coach: Coach) -> Answer:
    """The credential as the coach names it: whether it was checked is for others to say."""
    if coach.credential == Credential.NONE:
        return Answer()
    if coach.credential == Credential.OTHER and coach.credential_name:
        return saying(coach.credential_name)
    return saying(str(coach.get_credential_display()))


def training(coach: Coach) -> Answer:
    """Programs, and what else they learned from."""
    known = [name for word, name in named_words(coach, "training") if word != "other" or not coach.other_training]
    return Answer((*known, *paragraphs(coach.other_training)), several=True)


def refers_for(coach: Coach) -> Answer:
    """Situations in which they send people to a clinician."""
    known = [name for word, name in named_words(coach, "refers_for") if word != "other" or not coach.refers_for_other]
    return Answer((*known, *paragraphs(coach.refers_for_other)), several=True)


def sessions(coach: Coach) -> Answer:
    """Length and rhythm."""
    return saying(", ".join(part for part in (_minutes(coach.session_minutes), coach.rhythm) if part))


def session_fee(coach: Coach) -> Answer:
    """What a session costs."""
    return saying(_range(coach.session_fee_low, coach.session_fee_high, coach.currency))


def package_fee(coach: Coach) -> Answer:
    """What a package costs."""
    return saying(_range(coach.package_fee_low, coach.package_fee_high, coach.currency))


def free_call(coach: Coach) -> Answer:
    """Whether the first call is free, and how long it is."""
    length = _minutes(coach.free_call_minutes)
    if coach.free_call and length:
        return saying(_("Yes, %(length)s") % {"length": length})
    return saying(yes_no(coach.free_call))


def in_writing(coach: Coach) -> Answer:
    """Whether terms are written down, and where."""
    said, where = yes_no(coach.terms_in_writing), coach.terms_where.strip()
    href = where if re.fullmatch(r"https?://[^\s]+", where) else ""
    together = _("%(said)s: %(where)s") % {"said": said, "where": where} if said and where else said or where
    return Answer((together,) if together else (), href=href)


def place(coach: Coach) -> Answer:
    """Town and country."""
    return saying(
        ", ".join(part for part in (coach.place, names.country(coach.country) if coach.country else "") if part)
    )


def accepting(coach: Coach) -> Answer:
    """Whether they take new clients, and how fresh that is."""
    if coach.accepting is None:
        return Answer()
    confirmed = coach.accepting_confirmed_on
    said = yes_no(coach.accepting)
    if confirmed is None:
        return saying(_("%(said)s; never confirmed") % {"said": said})
    shown = {"said": said, "day": date_format(confirmed)}
    if confirmed < today() - timedelta(days=FRESH_DAYS):
        return saying(_("%(said)s; not confirmed since %(day)s") % shown)
    return saying(_("%(said)s, confirmed on %(day)s") % shown)


def _minutes(value: int | None) -> str:
    return ngettext("%(n)d minute", "%(n)d minutes", value) % {"n": value} if value else ""


def _range(low: int | None, high: int | None, currency: str) -> str:
    if low is None and high is None:
        return ""
    shown = {
        "low": "" if low is None else names.money(low, currency),
        "high": "" if high is None else names.money(high, currency),
    }
    if high is None:
        return _("from %(low)s") % shown
    if low is None:
        return _("up to %(high)s") % shown
    return shown["low"] if low == high else _("%(low)s to %(high)s") % shown
