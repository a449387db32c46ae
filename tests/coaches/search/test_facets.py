"""What each facet says of a listing as it is stored."""

from __future__ import annotations

from typing import Any

import pytest

from coaches.models.vetting_question import VettingQuestion
from coaches.search.facets import FACET
from coaches.search.listing import Listing, read_listings
from coaches.today import today
from coaches.vetting.lifecycle import mark_ready, publish
from tests.coaches.cast import checked, cora, in_days, listed, rosa

pytestmark = pytest.mark.django_db


def _only() -> Listing:
    [listing] = read_listings(today())
    return listing


def _values(facet: str, **changed: Any) -> list[str]:
    listed(**changed)
    return list(FACET[facet].of(_only(), today()))


@pytest.mark.parametrize(
    ("facet", "values"),
    [
        ("goal", ["negotiation", "pivot"]),
        ("stage", ["middle"]),
        ("industry", ["technology"]),
        ("language", ["en", "es"]),
        ("meeting", ["video"]),
        ("zone", ["America/Chicago"]),
        ("refers", ["depression", "trauma"]),
        ("tier", ["icf_pcc"]),
        ("fee", ["150-199"]),
        ("currency", ["USD"]),
        ("sliding", ["yes"]),
        ("call", ["yes"]),
        ("accepting", ["yes"]),
    ],
)
def test_a_listing_serves_what_it_says(facet: str, values: list[str]) -> None:
    assert _values(facet) == values
    assert set(values) <= set(FACET[facet].values)


def test_a_tier_that_nobody_checked_is_none_that_we_checked() -> None:
    coach = checked(VettingQuestion.TRACK_RECORD, VettingQuestion.TERMS, VettingQuestion.REFER_OUT)
    mark_ready(coach=coach, by=rosa())
    publish(coach=coach, by=cora())
    assert _only().credential == "icf_pcc"
    assert list(FACET["tier"].of(_only(), today())) == ["unchecked"]


@pytest.mark.parametrize("known", [None, False])
@pytest.mark.parametrize(
    ("facet", "field"), [("sliding", "sliding_scale"), ("call", "free_call"), ("accepting", "accepting")]
)
def test_what_is_not_known_or_not_so_is_in_no_value(facet: str, field: str, known: bool | None) -> None:
    assert _values(facet, **{field: known}) == []


@pytest.mark.parametrize(("days", "values"), [(60, ["yes"]), (61, []), (None, [])])
def test_openings_count_for_sixty_days(days: int | None, values: list[str]) -> None:
    confirmed = None if days is None else in_days(-days)
    assert _values("accepting", accepting_confirmed_on=confirmed) == values


@pytest.mark.parametrize(
    ("fee", "band"), [(0, "0-99"), (99, "0-99"), (100, "100-149"), (299, "200-299"), (499, "300-499"), (900, "500-")]
)
def test_a_fee_is_in_one_band(fee: int, band: str) -> None:
    assert _values("fee", session_fee_low=fee, session_fee_high=None) == [band]


def test_without_a_fee_there_is_neither_band_nor_currency() -> None:
    listed(session_fee_low=None, session_fee_high=None)
    assert [list(FACET[facet].of(_only(), today())) for facet in ("fee", "currency")] == [[], []]


def test_the_last_check_is_the_newest_one() -> None:
    listed()
    assert _only().last_checked == today()
