from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from coaches.models.coach import CONSENT, Coach
from coaches.models.status import Status
from coaches.own_pages.views.access import MOST_APPLICATIONS
from coaches.today import today
from coaches.vetting.lifecycle import leave, refuse
from tests.coaches.cast import applied, cora, fresh
from tests.coaches.own_pages.filling import EMAIL, NAME, application, applied_by_form, last_link

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]

APPLY = "/coaches/apply/"


def test_the_page_says_first_what_is_checked_how_long_it_takes_and_what_it_costs(client: Client) -> None:
    said = client.get(APPLY).content.decode()
    places = [said.index(words) for words in ("What we check", "two to three weeks", "Nothing, now or later", "<form")]
    assert places == sorted(places)


def test_an_application_is_a_draft_until_it_is_confirmed(client: Client) -> None:
    coach = applied_by_form(client)
    assert (coach.status, coach.name, coach.slug, coach.consented_at) == (Status.DRAFT, NAME, "noor-haddad", None)
    assert coach.accepting_confirmed_on == today()
    assert coach.free_call is True
    assert coach.history.get().history_change_reason == "by the coach"
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [([EMAIL], "Please confirm your e-mail address")]


def test_the_link_in_the_letter_confirms_it_by_a_press_only(client: Client) -> None:
    coach, link = applied_by_form(client), last_link()
    neutral = client.get(link)
    assert NAME not in neutral.content.decode()
    assert fresh(coach).status == Status.DRAFT
    answer = client.post(link)
    assert "We have your application" in answer.content.decode()
    confirmed = fresh(coach)
    assert (confirmed.status, confirmed.consent) == (Status.APPLIED, CONSENT)
    assert mail.outbox[-1].subject == "We have your application"
    assert "confirmed before" in client.post(link).content.decode()
    assert len(mail.outbox) == 2


def test_mistakes_are_said_and_everything_typed_is_kept(client: Client) -> None:
    answer = client.post(APPLY, application(name="", session_fee_low="much", own_words="Words of mine"))
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "2 things need another look" in said
    assert 'href="#id_name"' in said
    assert all(kept in said for kept in ("Words of mine", 'value="much"', EMAIL))
    assert 'value="es" id="id_languages' in said
    assert "checked" in said
    assert not Coach.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize(("name", "key"), [("José Núñez", "jose-nunez"), ("李雷", "coach"), ("Apply", "apply-2")])
def test_the_key_can_be_read_and_hides_no_other_page(client: Client, name: str, key: str) -> None:
    assert applied_by_form(client, name=name).slug == key


def test_two_of_one_name_get_a_key_each(client: Client) -> None:
    keys = [applied_by_form(client, email=f"noor{number}@coaches.example").slug for number in range(3)]
    assert keys == ["noor-haddad", "noor-haddad-2", "noor-haddad-3"]


def test_a_known_address_gets_the_same_page_and_another_letter(client: Client) -> None:
    applied(email="Noor@Coaches.example", own_words="What is there already.")
    known = client.post(APPLY, application(), follow=True)
    unknown = client.post(APPLY, application(email="nobody@coaches.example"), follow=True)
    assert known.content == unknown.content
    assert known.redirect_chain == unknown.redirect_chain
    assert [letter.subject for letter in mail.outbox] == [
        "Your e-mail address was used on Whichway",
        "Please confirm your e-mail address",
    ]
    assert Coach.objects.filter(email__iexact=EMAIL).get().own_words == "What is there already."


def test_the_holder_of_a_known_address_can_open_their_listing_from_that_letter(client: Client) -> None:
    coach = applied(email=EMAIL)
    client.post(APPLY, application())
    assert client.post(last_link()).status_code == 302
    assert coach.name in client.get("/coaches/mine/").content.decode()


@pytest.mark.parametrize("ending", ["refused", "left"])
def test_one_who_was_refused_or_left_is_led_to_what_is_there(client: Client, ending: str) -> None:
    coach = applied(email=EMAIL)
    if ending == "refused":
        refuse(coach=coach, by=cora(), reason="We could not reach you.")
    else:
        leave(coach=coach)
    client.post(APPLY, application())
    assert Coach.objects.count() == 1
    assert client.post(last_link()).status_code == 302
    assert "Apply again" in client.get("/coaches/mine/").content.decode()


def test_of_two_drafts_of_an_address_the_one_that_is_confirmed_stays(client: Client) -> None:
    applied_by_form(client)
    first = last_link()
    second = applied_by_form(client, name="Noor H.")
    client.post(last_link())
    assert Coach.objects.get() == second
    assert Coach.history.filter(name=NAME).count() == 0
    assert client.post(first).status_code == 404


def test_a_draft_is_not_confirmed_beside_a_listing_of_the_same_address(client: Client) -> None:
    draft = applied_by_form(client)
    link = last_link()
    applied(email=EMAIL)
    assert "confirmed before" in client.post(link).content.decode()
    assert fresh(draft).status == Status.DRAFT


def test_words_that_promise_are_taken_with_a_hint(client: Client) -> None:
    answer = client.post(APPLY, application(own_words="A job in 30 days, guaranteed."), follow=True)
    assert Coach.objects.count() == 1
    assert "read as the promise of an outcome" in answer.content.decode()
    hint = client.post(APPLY, application(own_words="A job in 30 days, guaranteed.", name="")).content.decode()
    assert "“job in 30 days”, “guaranteed”" in hint


def test_too_many_applications_from_one_place_wait_and_keep_what_was_typed(client: Client) -> None:
    for number in range(MOST_APPLICATIONS):
        applied_by_form(client, email=f"noor{number}@coaches.example")
    for _ in range(3):
        assert client.post(APPLY, application(name="")).status_code == 422
    refused = client.post(APPLY, application(own_words="Words of mine"))
    assert (refused.status_code, refused["Retry-After"]) == (429, "3600")
    assert "Words of mine" in refused.content.decode()
    assert Coach.objects.count() == MOST_APPLICATIONS
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert elsewhere.post(APPLY, application()).status_code == 302


def test_a_form_of_another_site_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post(APPLY, application()).status_code == 403


@pytest.mark.parametrize(
    "path",
    [APPLY, "/coaches/apply/sent/", "/coaches/confirm/x/", "/coaches/mine/", "/coaches/mine/sent/", "/coaches/mine/x/"],
)
def test_nobody_keeps_finds_or_scripts_these_pages(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "strict-origin"
    assert b"<script" not in answer.content
