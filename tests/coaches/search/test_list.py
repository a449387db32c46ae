"""The page of the list."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coaches.models.change import note_change
from coaches.models.check import Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.search.page import PAGE_SIZE
from coaches.vetting.checking import record_check
from coaches.vetting.lifecycle import publish
from tests.benchmarks.invented.filling import fill
from tests.coaches.cast import applied, cora, in_days, listed, rosa
from tests.coaches.public.people import priya
from tests.coaches.search.test_selection import BAD
from tests.markup import tight

pytestmark = pytest.mark.django_db


def _page(client: Client, query: str = "") -> str:
    response = client.get(f"/coaches/{query}")
    assert response.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def _html(client: Client, query: str = "", **headers: str) -> str:
    return tight(client.get(f"/coaches/{query}", headers=headers).content.decode())


def test_a_row_says_what_was_checked_and_what_was_not(client: Client) -> None:
    coach = listed(name="Ana Harbor", headline="Calm pay talks", accepting_confirmed_on=in_days(-3))
    record_check(coach=coach, question=VettingQuestion.METHOD, finding=Finding.PARTLY, by=rosa(), evidence="Short.")
    publish(coach=coach, by=cora())
    page = _page(client)
    for words in (
        "Ana Harbor Calm pay talks",
        "ICF PCC , checked on",
        "$180 to $220 a session, sliding scale, free first call of 20 minutes",
        "Video; English, Spanish",
        "takes clients, confirmed on",
        "Credential and training: met Track record: not checked Method: partly met",
        "Fees and terms: met Referring on: met",
    ):
        assert words in page


def test_a_tier_that_nobody_checked_is_shown_as_a_claim(client: Client) -> None:
    coach = listed(name="Ana Harbor")
    record_check(
        coach=coach, question=VettingQuestion.TRACK_RECORD, finding=Finding.MET, by=rosa(), evidence="Two references."
    )
    record_check(coach=coach, question=VettingQuestion.CREDENTIAL, finding=Finding.NOT_CHECKED, by=rosa())
    publish(coach=coach, by=cora())
    assert "says ICF PCC, not checked" in _page(client)


def test_a_tier_that_was_checked_and_not_met_is_not_called_unchecked(client: Client) -> None:
    priya()
    assert "says ICF ACC, not met" in _page(client)


@pytest.mark.parametrize(
    ("accepting", "days", "words"),
    [(True, -61, "not confirmed since"), (False, -1, "Openings none now"), (None, None, "Openings not known")],
)
def test_openings_that_are_not_confirmed_are_not_called_open(
    client: Client, accepting: bool | None, days: int | None, words: str
) -> None:
    listed(accepting=accepting, accepting_confirmed_on=None if days is None else in_days(days))
    page = _page(client)
    assert words in page
    assert "takes clients, confirmed" not in page


def test_what_is_not_known_of_a_fee_is_said(client: Client) -> None:
    listed(session_fee_low=None, session_fee_high=None, free_call=None, sliding_scale=None)
    assert "Fee not told for a session Meets" in _page(client)


def test_nothing_unpublished_is_listed(client: Client) -> None:
    applied(name="Not Yet")
    page = _page(client)
    assert "Not Yet" not in page
    assert "No coach is listed at the moment." in page


@pytest.mark.parametrize("query", ["", "?goal=pivot&language=en&sort=fee", "?goal=pivot&page=2", "?q=coach"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, query: str) -> None:
    asked = []
    for number in (5, 45):
        fill(number=number)
        models.QuerySet(Coach).update(own_words="I am a coach.", goals=["pivot"], languages=["en"])
        client.get(f"/coaches/{query}")
        with CaptureQueriesContext(connection) as captured:
            page = _html(client, query)
        asked.append(len(captured))
        assert page.count('<article class="listing">') == min(number, PAGE_SIZE)
    assert asked[0] == asked[1] <= 4


@pytest.mark.parametrize("bad", [*BAD, "page=9999", "page=77&goal=pivot"])
def test_a_wrong_parameter_gets_a_kind_word_beside_the_results(client: Client, bad: str) -> None:
    listed(name="Ana Harbor", own_words="A long story.")
    html = _html(client, f"?stage=middle&{bad}")
    assert '<div class="news" id="problems"><p>' in html
    assert 'id="stage-middle" checked' in html
    assert "noindex" in html
    assert "Ana Harbor" in html or "q=long" in bad


@pytest.mark.parametrize("sort", ["fit", "fee", "checked"])
def test_pages_show_each_listing_once(client: Client, sort: str) -> None:
    fill(number=45)
    slugs = [
        slug
        for number in (1, 2, 3)
        for slug in re.findall(r'<h3><a href="/coaches/([\w-]+)/"', _html(client, f"?sort={sort}&page={number}"))
    ]
    assert (len(slugs), len(set(slugs))) == (45, 45)


def test_pages_are_linked_with_everything_kept(client: Client) -> None:
    fill(number=45)
    models.QuerySet(Coach).update(goals=["pivot"])
    note_change()
    html = _html(client, "?goal=pivot&sort=fee&page=2")
    assert 'rel="prev" href="?goal=pivot&amp;sort=fee"' in html
    assert 'rel="next" href="?goal=pivot&amp;sort=fee&amp;page=3"' in html
    assert 'start="21"' in html
    assert 'rel="next"' not in _html(client, "?goal=pivot&page=3")


def test_an_empty_result_says_what_to_leave_out_and_what_that_gives(client: Client) -> None:
    listed(goals=["pivot"], stages=["early"])
    listed(goals=["values"], stages=["late"])
    page = _page(client, "?goal=pivot&stage=late&call=yes")
    assert "You could leave out:" in page
    assert "What you want help with : then 1 coach fits" in page
    assert "Where you are in working life : then 1 coach fits" in page
    assert "First call : then" not in page


def test_a_search_without_results_says_something_useful(client: Client) -> None:
    listed()
    assert "No coach uses these words." in _page(client, "?q=xylophonist")
    assert "the search for words : then 1 coach fits" in _page(client, "?goal=pivot&q=xylophonist")


def test_a_mistyped_search_says_what_it_shows(client: Client) -> None:
    listed(name="José Gutiérrez")
    assert "Showing results for gutierrez . Nothing fits “Guttierez”." in _page(client, "?q=Guttierez")


def test_each_choice_can_be_taken_back_by_a_link(client: Client) -> None:
    listed()
    html = _html(client, "?q=coach&goal=pivot&fee=150-199&page=1")
    for link in ("?goal=pivot&amp;fee=150-199", "?q=coach&amp;fee=150-199", "?q=coach&amp;goal=pivot"):
        assert f'<li><a href="{link}">' in html
    assert '<a class="clear" href="/coaches/">' in html


def test_the_canonical_address_has_no_page_and_no_order(client: Client) -> None:
    listed()
    html = _html(client, "?sort=fee&goal=pivot&page=1")
    assert '<link rel="canonical" href="http://testserver/coaches/?goal=pivot">' in html
    assert "noindex" not in html
    assert "<title>Career coaches we checked: Moving to another field or kind of work · Whichway</title>" in html


def test_a_search_is_not_for_search_engines(client: Client) -> None:
    assert '<meta name="robots" content="noindex">' in _html(client, "?q=anyone")


def test_what_was_typed_is_shown_as_text(client: Client) -> None:
    html = _html(client, "?q=%22%3E%3Cscript%3E&goal=%3Cb%3E&%3Ci%3E=1")
    assert not re.search(r'"><script>|<b>”|<i>', html)


def test_htmx_gets_the_part_with_its_address_and_what_to_say(client: Client) -> None:
    listed()
    headers = {"HX-Request": "true", "HX-Target": "directory"}
    response = client.get("/coaches/?q=&goal=pivot&sort=fit", headers=headers)
    html = tight(response.content.decode())
    assert html.startswith("<title>Career coaches we checked: Moving")
    assert '<p id="said" hx-swap-oob="innerHTML">1 coach fits' in html
    assert "<html" not in html
    assert response["HX-Push-Url"] == "/coaches/?goal=pivot"
    assert {"HX-Request", "HX-Target"} <= set(response["Vary"].split(", "))


def test_invented_listings_are_called_invented(client: Client) -> None:
    listed()
    assert "Invented." not in _page(client)
    models.QuerySet(Coach).update(invented=True)
    assert "Invented." in _page(client)


def test_a_long_facet_shows_what_leads_somewhere_and_a_short_one_everything(client: Client) -> None:
    listed(languages=["en", "ase"])
    html = _html(client, "?language=cs")
    assert re.findall(r'id="language-(\w+)"', html) == ["cs", "en", "ase"]
    assert len(re.findall(r'id="goal-\w+" disabled', html)) == 10


def test_a_listing_is_put_on_the_shortlist_and_the_way_leads_back(client: Client) -> None:
    coach = listed()
    form = {"slug": coach.slug, "next": "/coaches/?goal=pivot"}
    assert f'name="next" value="{form["next"]}"' in _html(client, "?goal=pivot")
    assert client.post("/coaches/shortlist/add/", form)["Location"] == form["next"]
    assert "Shortlist (1)" in _page(client)
    assert f"Take off the shortlist {coach.name}" in _page(client)


def test_the_page_says_how_the_order_comes_about(client: Client) -> None:
    listed()
    page = _page(client)
    assert "No coach can pay for a place. How we vet" in page
    assert "each currency by itself" in _page(client, "?sort=fee")
