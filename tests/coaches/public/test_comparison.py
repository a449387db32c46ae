"""Side by side: every fact on a line of its own, differences marked, gaps named."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from coaches.listing.facts import CLAIMED, CONTACT, MEETING
from coaches.models.coach import Coach
from coaches.public.comparison import ComparedFact, sections
from tests.coaches.public.people import ana, priya, tomas

pytestmark = pytest.mark.django_db


def rows(*coaches: Coach) -> dict[str, ComparedFact]:
    stored = Coach.objects.prefetch_related("checks").in_bulk([coach.pk for coach in coaches])
    found = sections([stored[coach.pk] for coach in coaches])
    return {row.alone: row for section in found for row in section.rows}


def test_every_fact_of_a_listing_has_a_row() -> None:
    facts = [fact for each in (*CLAIMED.values(), MEETING, CONTACT) for fact in each]
    assert len(rows(ana())) == len(facts) + len(CLAIMED)


def test_what_differs_is_told_from_what_is_the_same() -> None:
    found = rows(ana(), tomas())
    assert found["A session"].differs
    assert not found["To whom"].differs
    assert found["Credential and training: what we found"].differs


def test_only_the_order_of_coaches_decides_the_columns() -> None:
    coaches = ana(), tomas()
    assert [str(cell) for cell in rows(*coaches)["Place"].cells] == ["Chicago, United States", "United States"]
    assert [str(cell) for cell in rows(*reversed(coaches))["Place"].cells] == [
        "United States",
        "Chicago, United States",
    ]


def test_a_tier_that_was_not_met_is_no_fact_here_either() -> None:
    assert str(rows(priya())["Credential"].cells[0]) == "Says ICF ACC; not met"


def test_gaps_are_named_in_words(client: Client) -> None:
    for coach in (ana(), tomas()):
        client.post("/coaches/shortlist/add/", {"slug": coach.slug})
    page = client.get("/coaches/compare/").content.decode()
    assert page.count("not stated") > 10
    assert re.search(r'class="finding not_checked">.*?not checked\s*</td>', page, re.DOTALL)


def test_it_is_a_table_with_headers_for_rows_and_columns(client: Client) -> None:
    for coach in (ana(), tomas()):
        client.post("/coaches/shortlist/add/", {"slug": coach.slug})
    page = client.get("/coaches/compare/").content.decode()
    assert page.count('<th scope="col">') == 2
    assert page.count('<th scope="row">') == len(rows(ana(slug="another")))
    body = page[page.index("<tbody>") :]
    assert body.count("<td") == 2 * body.count('<th scope="row">')


def test_nobody_to_compare_is_told_where_to_look(client: Client) -> None:
    assert "nobody on your shortlist to compare yet" in client.get("/coaches/compare/").content.decode()
