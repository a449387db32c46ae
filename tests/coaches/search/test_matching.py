"""What the bits say is what looking at each listing says."""

from __future__ import annotations

from random import Random

import pytest

from coaches.search.facets import FACET, FACETS
from coaches.search.index import Index
from coaches.search.listing import Listing
from coaches.search.matching import Matching
from coaches.search.selection import Selection
from tests.coaches.search.invented import ON, choose, invent, serves

SEEDS = range(30)


def _drawn(seed: int) -> tuple[list[Listing], Selection, Matching, Index]:
    draw = Random(seed)
    listings = invent(draw, draw.randint(0, 70))
    index, selection = Index(listings, ON), choose(draw)
    return listings, selection, Matching(index, selection), index


def _all_ids(matching: Matching) -> list[int]:
    return matching.ids(0, 1000)


@pytest.mark.parametrize("seed", SEEDS)
def test_exactly_the_listings_that_serve_every_facet_are_found(seed: int) -> None:
    listings, selection, matching, _index = _drawn(seed)
    expected = {listing.pk for listing in listings if serves(listing, selection)}
    found = _all_ids(matching)
    assert (set(found), len(found), matching.count) == (expected, len(expected), len(expected))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_count_is_of_the_listings_that_the_value_would_lead_to(seed: int) -> None:
    listings, selection, matching, _index = _drawn(seed)
    expected = {
        facet.id: {
            value: sum(value in facet.of(each, ON) and serves(each, selection, but=facet.id) for each in listings)
            for value in facet.values
        }
        for facet in FACETS
    }
    assert matching.counts() == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_the_count_without_a_facet_is_what_leaving_it_out_gives(seed: int) -> None:
    listings, selection, matching, index = _drawn(seed)
    for facet in selection.chosen:
        expected = sum(serves(listing, selection, but=facet) for listing in listings)
        assert matching.count_without(facet) == expected == Matching(index, selection.without(facet)).count


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_is_the_one_that_was_asked_for(seed: int) -> None:
    listings, selection, matching, index = _drawn(seed)
    by_pk = {listing.pk: listing for listing in listings}

    def key(pk: int) -> tuple[object, ...]:
        listing, place = by_pk[pk], index.position[pk]
        if selection.sort == "fee":
            fee = listing.session_fee_low
            return (fee is None, "" if fee is None else ["USD", "CAD", "GBP"].index(listing.currency), fee, place)
        if selection.sort == "checked":
            day = listing.last_checked
            return (day is None, -day.toordinal() if day else 0, place)
        return (-sum(value in FACET[facet].of(listing, ON) for facet, value in selection.values()), place)

    found = _all_ids(matching)
    assert found == sorted(found, key=lambda pk: tuple(str(part) if part is None else part for part in key(pk)))


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_put_together_are_the_whole_list(seed: int) -> None:
    _listings, _selection, matching, _index = _drawn(seed)
    pages = [pk for start in range(0, 80, 7) for pk in matching.ids(start, start + 7)]
    assert pages == _all_ids(matching)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_text_narrows_the_list_and_ranks_it(seed: int) -> None:
    draw = Random(seed)
    listings = invent(draw, 40)
    # Some of what the text search knows is not published.
    ranked = [*draw.sample([listing.pk for listing in listings], 15), 100_001, 100_002]
    draw.shuffle(ranked)
    index, selection = Index(listings, ON), choose(draw, most=2)
    matching = Matching(index, Selection(selection.chosen, text="words"), ranked)
    serving = {listing.pk for listing in listings if serves(listing, selection)}
    assert _all_ids(matching) == [pk for pk in ranked if pk in serving]
    assert matching.count_without_text() == len(serving)


def test_the_daily_order_is_drawn_anew_and_knows_no_alphabet() -> None:
    listings = sorted(invent(Random(1), 50), key=lambda listing: listing.slug)
    days = [tuple(Index(listings, ON.replace(day=day)).ids) for day in range(1, 29)]
    assert len(set(days)) == 28
    assert tuple(Index(reversed(listings), ON.replace(day=1)).ids) == days[0]
    firsts = [listings.index(next(each for each in listings if each.pk == day[0])) for day in days]
    assert 15 < sum(firsts) / len(firsts) < 35
