"""A shortlist of up to five, in a cookie that nobody has to trust."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings

from coaches.models.coach import Coach
from coaches.vetting.lifecycle import pause
from tests.coaches.cast import listed
from tests.coaches.public.people import ana, priya, tomas

pytestmark = pytest.mark.django_db

ADD, REMOVE, PAGE = "/coaches/shortlist/add/", "/coaches/shortlist/remove/", "/coaches/shortlist/"
SWAP = {"HX-Request": "true"}


def add(client: Client, *coaches: Coach, **more: str) -> Any:
    return [client.post(ADD, {"slug": coach.slug, **more}) for coach in coaches][-1]


def kept(client: Client) -> list[str]:
    cookie = client.cookies.get(settings.SHORTLIST_COOKIE_NAME)
    return [slug for slug in cookie.value.split(".") if slug] if cookie else []


def forge(client: Client, value: str) -> None:
    client.cookies[settings.SHORTLIST_COOKIE_NAME] = value


def test_coaches_stand_on_it_in_the_order_in_which_they_were_put_there(client: Client) -> None:
    add(client, tomas(), ana())
    assert kept(client) == ["tomas-berg", "ana-lopez"]
    page = client.get(PAGE).content.decode()
    assert page.index("Tomas Berg") < page.index("Ana Lopez")
    assert "Shortlist (2)" in page


def test_the_cookie_is_out_of_reach_for_scripts_and_ends_with_the_browser(client: Client) -> None:
    cookie = add(client, ana()).cookies[settings.SHORTLIST_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["path"]) == (True, "Lax", "", "/")


def test_in_production_the_cookie_is_for_https_and_this_host_alone(client: Client) -> None:
    with override_settings(SHORTLIST_COOKIE_NAME="__Host-shortlist", SHORTLIST_COOKIE_SECURE=True):
        cookie = add(client, ana()).cookies["__Host-shortlist"]
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
        gone = client.post("/coaches/shortlist/clear/").cookies["__Host-shortlist"]
        assert (gone["secure"], gone["max-age"]) == (True, 0)


def test_the_same_coach_is_on_it_once(client: Client) -> None:
    coach = ana()
    add(client, coach, coach)
    assert kept(client) == ["ana-lopez"]


def test_adding_leads_back_to_where_it_was_done(client: Client) -> None:
    response = add(client, ana(), next="/coaches/?goal=pivot&sort=fee")
    assert (response.status_code, response["Location"]) == (303, "/coaches/?goal=pivot&sort=fee")


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x", "", "x"])
def test_it_never_leads_to_another_site(client: Client, to: str) -> None:
    assert add(client, ana(), next=to)["Location"] == PAGE


def test_a_sixth_coach_gets_a_kind_message_and_the_five_stay(client: Client) -> None:
    add(client, *(listed() for _ in range(5)))
    before = kept(client)
    response = add(client, ana())
    assert response.status_code == 409
    assert "It holds five, so Ana Lopez is not on it yet." in response.content.decode()
    assert kept(client) == before


def test_a_swap_says_the_same_about_a_sixth(client: Client) -> None:
    add(client, *(listed() for _ in range(5)))
    response = client.post(ADD, {"slug": ana().slug}, headers=SWAP)
    assert response.status_code == 200
    assert response.content.decode().count("Your shortlist holds five already.") == 2


def test_a_swap_changes_the_button_counts_and_announces(client: Client) -> None:
    response = client.post(ADD, {"slug": ana().slug, "next": "/coaches/?goal=pivot"}, headers=SWAP)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Take off the shortlist" in page
    assert "Shortlist (1)" in page
    assert "Ana Lopez is on your shortlist now. It holds 1." in page
    assert 'name="next" value="/coaches/?goal=pivot"' in page
    off = client.post(REMOVE, {"slug": "ana-lopez"}, headers=SWAP).content.decode()
    assert "Put on the shortlist" in off
    assert "Ana Lopez is off your shortlist. It holds 0." in off


def test_taking_the_last_one_off_takes_the_cookie_away(client: Client) -> None:
    add(client, ana())
    response = client.post(REMOVE, {"slug": "ana-lopez"})
    assert response.cookies[settings.SHORTLIST_COOKIE_NAME]["max-age"] == 0


def test_it_can_be_emptied_at_once(client: Client) -> None:
    add(client, ana(), tomas())
    assert client.post("/coaches/shortlist/clear/")["Location"] == PAGE
    assert "Nobody is on it yet." in client.get(PAGE).content.decode()


def test_what_is_not_published_cannot_be_put_on_it(client: Client) -> None:
    coach = ana()
    pause(coach=coach)
    assert add(client, coach).status_code == 404
    assert kept(client) == []


def test_a_coach_who_is_listed_no_more_is_named_and_dropped(client: Client) -> None:
    coach = ana()
    add(client, coach, tomas())
    pause(coach=coach)
    page = client.get(PAGE).content.decode()
    assert "No longer listed, and taken off your shortlist: ana lopez." in page
    assert kept(client) == ["tomas-berg"]
    assert "No longer listed" not in client.get(PAGE).content.decode()


def test_a_made_up_cookie_tells_nothing_about_who_exists(client: Client) -> None:
    coach = ana(name="Ana Secret")
    pause(coach=coach)
    forge(client, "ana-lopez.never-was")
    page = client.get(PAGE).content.decode()
    assert "Secret" not in page
    assert "ana lopez, never was" in page


@pytest.mark.parametrize(
    "value", ["x" * 3000, "." * 3000, ".".join(["a-b"] * 900), "<script>", "a b;c", "\\000", "é.ü", "..", "'OR 1=1"]
)
@pytest.mark.parametrize("path", [PAGE, "/coaches/compare/", "/coaches/call-sheet/", "/coaches/shortlist.csv"])
def test_a_forged_or_stuffed_cookie_is_no_fault(client: Client, path: str, value: str) -> None:
    forge(client, value)
    response = client.get(path)
    assert response.status_code in (200, 302)
    assert b"<script>" not in response.content


def test_no_more_than_five_of_a_forged_cookie_are_read(client: Client) -> None:
    coaches = [listed() for _ in range(7)]
    forge(client, ".".join(coach.slug for coach in coaches))
    page = client.get(PAGE).content.decode()
    assert page.count("Take off") == 5


@pytest.mark.parametrize("path", [ADD, REMOVE, "/coaches/shortlist/clear/"])
def test_only_a_form_changes_it(client: Client, path: str) -> None:
    assert client.get(path).status_code == 405
    assert Client(enforce_csrf_checks=True).post(path, {"slug": "a"}).status_code == 403


@pytest.mark.parametrize("slug", ["", "\x00", "a\x00b", "x" * 5000, "<b>"])
def test_a_strange_key_is_no_fault(client: Client, slug: str) -> None:
    assert client.post(ADD, {"slug": slug}).status_code == 404
    assert client.post(REMOVE, {"slug": slug}).status_code == 303


def test_a_swap_for_a_coach_who_is_listed_no_more_loads_the_page_anew(client: Client) -> None:
    coach = ana()
    add(client, coach)
    pause(coach=coach)
    response = client.post(REMOVE, {"slug": coach.slug, "next": "/coaches/"}, headers=SWAP)
    assert response["HX-Redirect"] == "/coaches/"
    assert kept(client) == []


def test_fewer_than_three_are_told_what_is_a_good_number(client: Client) -> None:
    add(client, ana(), tomas())
    assert "Three to five make a fair comparison." in client.get(PAGE).content.decode()
    add(client, priya())
    assert "Three to five" not in client.get(PAGE).content.decode()


@pytest.mark.parametrize("path", [PAGE, "/coaches/compare/", "/coaches/call-sheet/", "/coaches/shortlist.csv"])
def test_it_takes_two_queries_however_many_are_on_it(client: Client, path: str, django_assert_num_queries: Any) -> None:
    add(client, ana())
    with django_assert_num_queries(2):
        client.get(path)
    add(client, *(listed() for _ in range(4)))
    with django_assert_num_queries(2):
        client.get(path)


@pytest.mark.parametrize("path", [PAGE, "/coaches/compare/", "/coaches/call-sheet/", "/coaches/how-we-vet/"])
def test_pages_without_a_shortlist_ask_the_database_nothing(
    client: Client, path: str, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 200


def test_the_count_on_other_pages_needs_no_query(client: Client, django_assert_num_queries: Any) -> None:
    add(client, ana(), tomas())
    with django_assert_num_queries(0):
        assert "Shortlist (2)" in client.get("/coaches/how-we-vet/").content.decode()
