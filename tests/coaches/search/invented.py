"""Listings at random, for tests that need no database; and what fits a selection, worked out the slow way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from coaches.search.facets import FACET, FACETS
from coaches.search.listing import Listing
from coaches.search.selection import SORTS, Selection
from coaches.vocabulary.choices import (
    CURRENCIES,
    LANGUAGES,
    TIME_ZONES,
    Credential,
    Goal,
    Industry,
    Meeting,
    Situation,
    Stage,
)

ON = date(2026, 5, 4)


def invent(draw: Random, number: int) -> list[Listing]:
    """So many listings, everything about them at random."""
    return [_listing(draw, pk) for pk in draw.sample(range(1, 10 * number + 1), number)]


def choose(draw: Random, most: int = 4) -> Selection:
    """A selection of values of up to so many facets."""
    facets = draw.sample(FACETS, draw.randint(0, most))
    chosen = {facet.id: tuple(_some(draw, list(facet.values), 1)) for facet in facets}
    return Selection(chosen, sort=draw.choice(list(SORTS)))


def serves(listing: Listing, selection: Selection, but: str = "") -> bool:
    """Whether a listing serves every facet of a selection, one of them left aside."""
    return all(
        any(value in FACET[facet].of(listing, ON) for value in values)
        for facet, values in selection.chosen.items()
        if facet != but
    )


def _some(draw: Random, words: Sequence[str], least: int = 0) -> list[str]:
    return draw.sample(list(words), draw.randint(least, min(4, len(words))))


def _days(draw: Random, most: int) -> date | None:
    return ON - timedelta(days=draw.randint(0, most)) if draw.random() < 0.9 else None


def _listing(draw: Random, pk: int) -> Listing:
    return Listing(
        pk=pk,
        slug=f"coach-{pk}",
        credential=draw.choice(Credential.values),
        credential_met=draw.random() < 0.6,
        last_checked=_days(draw, 9),
        goals=_some(draw, Goal.values),
        stages=_some(draw, Stage.values),
        industries=_some(draw, Industry.values),
        languages=_some(draw, LANGUAGES),
        currency=draw.choice(CURRENCIES[:3]),
        session_fee_low=draw.choice((None, 0, 99, 100, 149, 150, 250, 499, 500, 900)),
        package_fee_low=draw.choice((None, 1000)),
        sliding_scale=draw.choice((None, False, True)),
        free_call=draw.choice((None, False, True)),
        meetings=_some(draw, Meeting.values),
        time_zone=draw.choice(("", *TIME_ZONES)),
        refers_for=_some(draw, Situation.values),
        accepting=draw.choice((None, False, True)),
        accepting_confirmed_on=_days(draw, 120),
    )
