"""The facets of the directory: what people may choose from, and which of it a listing serves.

What is not known of a listing is in no value: unknown is never counted as no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.openings import is_accepting
from coaches.search.listing import Listing
from coaches.vocabulary import names
from coaches.vocabulary.choices import (
    CURRENCIES,
    LANGUAGES,
    TIME_ZONES,
    Credential,
    Goal,
    Industry,
    Meeting,
    SignLanguage,
    Situation,
    Stage,
)

UNCHECKED = "unchecked"
"""The tier of a listing of which no credential was checked and met, whatever it claims."""

FEE_BANDS: Sequence[tuple[str, int, StrOrPromise]] = (
    ("0-99", 0, _("under 100")),
    ("100-149", 100, _("100 to 149")),
    ("150-199", 150, _("150 to 199")),
    ("200-299", 200, _("200 to 299")),
    ("300-499", 300, _("300 to 499")),
    ("500-", 500, _("500 and more")),
)
"""Bands of the lowest fee for a session, in the coach's own currency: id, where it begins, words."""


@dataclass(frozen=True)
class Facet:
    """Something to choose by. Its id is the name of the parameter in the address, the values' ids stand in it too."""

    id: str
    label: StrOrPromise
    values: Mapping[str, StrOrPromise]
    of: Callable[[Listing, date], Iterable[str]]
    note: StrOrPromise = ""
    told: StrOrPromise = "%s"

    def tell(self, value: str) -> str:
        """A value in words that can stand alone."""
        return str(self.told) % self.values[value]

    @property
    def is_switch(self) -> bool:
        """Whether there is just one thing to choose."""
        return len(self.values) == 1


def _tier(listing: Listing, on: date) -> Iterable[str]:
    checked = listing.credential_met and listing.credential != Credential.NONE
    return (listing.credential if checked else UNCHECKED,)


def _fee(listing: Listing, on: date) -> Iterable[str]:
    fee = listing.session_fee_low
    return [] if fee is None else [next(band for band, start, _words in reversed(FEE_BANDS) if fee >= start)]


def _currency(listing: Listing, on: date) -> Iterable[str]:
    # The column always holds a currency; without a fee it says nothing.
    known = listing.session_fee_low is not None or listing.package_fee_low is not None
    return (listing.currency,) if known else ()


def _accepting(listing: Listing, on: date) -> Iterable[str]:
    return ("yes",) if is_accepting(listing.accepting, listing.accepting_confirmed_on, on) else ()


def _named(choices: Iterable[tuple[str, StrOrPromise]]) -> dict[str, StrOrPromise]:
    return dict(choices)


_language, _time_zone = (lazy(named, str) for named in (names.language, names.time_zone))
_TIERS = {**_named(Credential.choices), UNCHECKED: _("No checked credential")}
del _TIERS[Credential.NONE]

FACETS: Sequence[Facet] = (
    Facet("goal", _("What you want help with"), _named(Goal.choices), lambda listing, on: listing.goals),
    Facet("stage", _("Where you are in working life"), _named(Stage.choices), lambda listing, on: listing.stages),
    Facet(
        "accepting",
        _("Openings"),
        {"yes": _("Takes clients now")},
        _accepting,
        _("The coach confirmed it in the last 60 days."),
    ),
    Facet(
        "call",
        _("First call"),
        {"yes": _("Free first call")},
        lambda listing, on: ("yes",) if listing.free_call else (),
    ),
    Facet(
        "sliding",
        _("Lower fees"),
        {"yes": _("Sliding scale")},
        lambda listing, on: ("yes",) if listing.sliding_scale else (),
        _("Some pay less, by what they earn."),
    ),
    Facet(
        "fee",
        _("Fee for a session"),
        {band: label for band, _start, label in FEE_BANDS},
        _fee,
        _("Where the coach's fees begin, in their own currency. Compare within one currency."),
        _("%s a session"),
    ),
    Facet("currency", _("Currency"), {code: code for code in CURRENCIES}, _currency),
    Facet("tier", _("Credential we checked"), _TIERS, _tier),
    Facet("meeting", _("Way of meeting"), _named(Meeting.choices), lambda listing, on: listing.meetings),
    Facet(
        "language",
        _("Language"),
        {code: _language(code) for code in (*LANGUAGES, *SignLanguage.values)},
        lambda listing, on: listing.languages,
    ),
    Facet("industry", _("Field of work"), _named(Industry.choices), lambda listing, on: listing.industries),
    Facet(
        "zone",
        _("Time zone"),
        {name: _time_zone(name) for name in TIME_ZONES},
        lambda listing, on: (listing.time_zone,) if listing.time_zone else (),
    ),
    Facet(
        "refers",
        _("Refers you on for"),
        _named(Situation.choices),
        lambda listing, on: listing.refers_for,
        _("What the coach says is for a clinician, and not for coaching."),
        _("Refers on for: %s"),
    ),
)
"""All facets, in the order of the page."""

FACET: Mapping[str, Facet] = {facet.id: facet for facet in FACETS}
