"""Changing a listing during a visit."""

from __future__ import annotations

import pytest
from django.test import Client

from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.revision import Revision
from coaches.models.vetting_question import VettingQuestion
from coaches.own_pages.links import EDIT, token
from coaches.vetting.revising import accept
from tests.coaches.cast import fresh, listed, rosa
from tests.coaches.own_pages.filling import as_shown, visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]

EDIT_PAGE = "/coaches/mine/edit/"


def test_the_page_says_what_shows_at_once_and_what_takes_the_listing_down(client: Client) -> None:
    said = visit(client, listed()).get(EDIT_PAGE).content.decode()
    assert said.count("A change here shows at once.") == 1
    assert said.count("your listing is taken down until the change is checked") == 5
    assert said.count("Your listing stays up meanwhile.") == 1
    assert 'name="accepting"' not in said


def test_sending_it_unchanged_changes_nothing(client: Client) -> None:
    coach = listed()
    visit(client, coach)
    before = coach.history.count()
    said = client.post(EDIT_PAGE, as_shown(coach), follow=True).content.decode()
    assert "Nothing of it had to be looked at" in said
    assert coach.history.count() == before
    assert not Revision.objects.exists()


def test_what_nobody_checks_changes_at_once(client: Client) -> None:
    coach = listed()
    visit(client, coach).post(EDIT_PAGE, as_shown(coach, phone="+1 555 010 0100", languages=["en"]))
    now = fresh(coach)
    assert (now.phone, now.languages) == ("+1 555 010 0100", ["en"])
    assert now.history.first().history_change_reason == "by the coach"
    assert Coach.objects.published().get() == coach
    assert not Revision.objects.exists()


def test_a_claim_waits_and_once_accepted_takes_the_listing_down(client: Client) -> None:
    coach = listed()
    said = visit(client, coach).post(EDIT_PAGE, as_shown(coach, session_fee_low="150"), follow=True).content.decode()
    assert "the rest waits" in said
    revision = Revision.objects.get()
    assert revision.proposed == {"session_fee_low": 150}
    assert fresh(coach).session_fee_low == 180
    assert Coach.objects.published().get() == coach
    accept(revision=revision, by=rosa())
    assert fresh(coach).session_fee_low == 150
    assert Check.objects.get(coach=coach, question=VettingQuestion.TERMS).finding == Finding.NOT_CHECKED
    assert not Coach.objects.published().exists()


def test_dates_and_lists_come_through_a_proposal_as_they_were_typed(client: Client) -> None:
    coach = listed()
    visit(client, coach)
    client.post(EDIT_PAGE, as_shown(coach, credential_expires_on="2031-05-04", goals=["values", "pivot"]))
    accept(revision=Revision.objects.get(), by=rosa())
    now = fresh(coach)
    assert (str(now.credential_expires_on), now.goals) == ("2031-05-04", ["pivot", "values"])


def test_the_form_begins_with_what_waits_so_that_a_second_change_adds_to_it(client: Client) -> None:
    coach = listed()
    visit(client, coach).post(EDIT_PAGE, as_shown(coach, headline="Another line", credential_expires_on="2031-05-04"))
    said = client.get(EDIT_PAGE).content.decode()
    assert 'value="Another line"' in said
    assert 'value="2031-05-04"' in said
    client.post(EDIT_PAGE, as_shown(coach, headline="Another line", rhythm="weekly"))
    assert Revision.objects.waiting().get().proposed == {"headline": "Another line", "rhythm": "weekly"}


def test_taking_a_change_back_withdraws_it(client: Client) -> None:
    coach = listed()
    visit(client, coach).post(EDIT_PAGE, as_shown(coach, headline="Another line"))
    client.post(EDIT_PAGE, as_shown(coach))
    assert not Revision.objects.waiting().exists()


def test_mistakes_are_said_and_nothing_is_changed(client: Client) -> None:
    coach = listed()
    wrong = visit(client, coach).post(EDIT_PAGE, as_shown(coach, phone="+1 555 010 0100", session_fee_low="900"))
    assert wrong.status_code == 422
    assert 'href="#id_session_fee_high"' in wrong.content.decode()
    assert fresh(coach).phone == ""


def test_a_promise_is_taken_with_a_hint(client: Client) -> None:
    coach = listed()
    said = visit(client, coach).post(EDIT_PAGE, as_shown(coach, own_words="Risk-free for you."), follow=True)
    assert "reads like the promise of an outcome" in said.content.decode()
    assert Revision.objects.waiting().exists()


def test_a_form_that_is_sent_after_the_visit_comes_back_as_it_was_typed(client: Client) -> None:
    coach = listed()
    late = client.post(EDIT_PAGE, as_shown(coach, headline="Another line"))
    assert late.status_code == 403
    assert "Your two hours are over" in late.content.decode()
    assert 'value="Another line"' in late.content.decode()
    assert not Revision.objects.exists()
    assert client.get(EDIT_PAGE)["Location"] == "/coaches/mine/"


def test_what_is_not_in_the_form_cannot_be_sent(client: Client) -> None:
    coach = listed()
    sent = as_shown(coach, status="removed", slug="another", published_at="", invented="on")
    visit(client, coach).post(EDIT_PAGE, sent)
    now = fresh(coach)
    assert (now.status, now.slug, now.invented) == (
        "listed", coach.slug, False,
    )  # fmt: skip
    assert not Revision.objects.exists()


def test_nobody_changes_the_listing_of_another(client: Client) -> None:
    coach, other = listed(), listed()
    visit(client, coach).post(EDIT_PAGE, as_shown(other, phone="+1 555 010 0100"))
    assert fresh(other).phone == ""
    assert token(EDIT, coach) != token(EDIT, other)
