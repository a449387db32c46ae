"""What answers do to each other: what is needed together, and what cannot be true together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.published import ICF
from coaches.today import today
from coaches.vocabulary.choices import Credential, Meeting, Situation, Training

Inconsistency = tuple[str, StrOrPromise]
"""A field, and what is wrong with it."""

BETWEEN = {"session_minutes": (10, 480), "free_call_minutes": (5, 180)}
FIRST_YEAR = 1950


def inconsistencies(values: Mapping[str, Any]) -> Iterator[Inconsistency]:
    """What is wrong between clean values by field; a field that has a fault of its own is not among them."""
    yield from _credential(values)
    yield from _fees(values)
    yield from _named(values)
    yield from _numbers(values)


def _credential(values: Mapping[str, Any]) -> Iterator[Inconsistency]:
    credential, last_day = values.get("credential"), values.get("credential_expires_on")
    if credential in ICF:
        if not values.get("credential_number", "?") and not values.get("badge_link", "?"):
            yield "credential_number", _("Give its number, or the link to the badge: we look the credential up.")
        if "credential_expires_on" in values and last_day is None:
            yield "credential_expires_on", _("Give its last day: ICF credentials are renewed every three years.")
    if credential != Credential.NONE and last_day is not None and last_day < today():
        yield "credential_expires_on", _("This day is over. Give the new last day, or choose “No credential”.")
    if credential == Credential.OTHER and not values.get("credential_name", "?"):
        yield "credential_name", _("Say what it is called.")
    if credential == Credential.NONE and not values.get("representative_situations", "?"):
        yield (
            "representative_situations",
            _("Without a credential we check your track record: describe two or three situations."),
        )


def _fees(values: Mapping[str, Any]) -> Iterator[Inconsistency]:
    for low, high in (("session_fee_low", "session_fee_high"), ("package_fee_low", "package_fee_high")):
        least, most = values.get(low), values.get(high)
        if least is None and most is not None and low in values:
            yield low, _("Say where the range begins.")
        if least is not None and most is not None and most < least:
            yield high, _("This is less than where the range begins.")
    given = [values.get(name, "?") for name in ("session_fee_low", "session_fee_high", "package_fee_low")]
    if given == [None] * len(given):
        yield "session_fee_low", _("Give the fee of a session, or of a package.")
    if values.get("free_call") and "free_call_minutes" in values and values["free_call_minutes"] is None:
        yield "free_call_minutes", _("Say how long the free call is.")
    if values.get("free_call") is False and values.get("free_call_minutes") is not None:
        yield "free_call_minutes", _("You say that there is no free call. Leave this empty, or change that answer.")


def _named(values: Mapping[str, Any]) -> Iterator[Inconsistency]:
    """What has to be said once something was chosen."""
    if Training.OTHER in values.get("training", ()) and not values.get("other_training", "?"):
        yield "other_training", _("Say which other program.")
    if values.get("terms_in_writing") and not values.get("terms_where", "?"):
        yield "terms_where", _("Say where they are written, such as “in the agreement”.")
    if Situation.OTHER in values.get("refers_for", ()) and not values.get("refers_for_other", "?"):
        yield "refers_for_other", _("Say what else you refer.")
    if Meeting.IN_PERSON in values.get("meetings", ()) and not values.get("place", "?"):
        yield "place", _("Say in which town you meet people.")
    if not any(values.get(name, "?") for name in ("website", "public_email", "phone")):
        yield "website", _("Give at least one way to reach you: a website, an e-mail address or a telephone number.")


def _numbers(values: Mapping[str, Any]) -> Iterator[Inconsistency]:
    for name, (least, most) in BETWEEN.items():
        given = values.get(name)
        if given is not None and not least <= given <= most:
            yield name, _("Give a number of minutes from %(least)d to %(most)d.") % {"least": least, "most": most}
    since, this_year = values.get("coaching_since"), today().year
    if since is not None and not FIRST_YEAR <= since <= this_year:
        yield "coaching_since", _("Give a year from %(first)d to %(last)d.") % {"first": FIRST_YEAR, "last": this_year}
