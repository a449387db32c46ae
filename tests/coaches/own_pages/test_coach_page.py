"""What a coach reads and does during a visit."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from coaches.models.check import Finding
from coaches.models.coach import CONSENT, Coach
from coaches.models.report import Report
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today
from coaches.vetting.checking import record_check
from coaches.vetting.lifecycle import ask_for_agreement, lapse, pause, refuse, remove, take_up
from coaches.vetting.red_flags import raise_red_flag
from coaches.vetting.reports import answer, close
from coaches.vetting.revising import decline, propose
from tests.coaches.cast import applied, asked_of, checked, claims, cora, fresh, in_days, listed, meet, rosa
from tests.coaches.own_pages.filling import visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]

MINE = "/coaches/mine/"


def read(client: Client, coach: Coach) -> str:
    return visit(client, coach).get(MINE).content.decode()


def reasons(coach: Coach) -> list[str]:
    return list(coach.history.values_list("history_change_reason", flat=True))


def test_it_says_how_the_listing_stands(client: Client) -> None:
    coach = applied()
    assert "It waits until somebody here takes it up" in read(client, coach)
    take_up(coach=coach, by=rosa())
    assert "We are looking at what you told us" in read(client, coach)
    refuse(coach=coach, by=cora(), reason="We could not reach you.")
    said = read(client, coach)
    assert "We do not list you" in said
    assert "We could not reach you." in said


def test_it_says_what_was_found_until_when_and_what_was_not_checked(client: Client) -> None:
    coach = checked(VettingQuestion.TERMS)
    record_check(
        coach=coach, question=VettingQuestion.METHOD, finding=Finding.PARTLY, by=rosa(), evidence="Our own note."
    )
    said = read(client, coach)
    assert said.count("<b>met</b>") == 1
    assert said.count("<b>partly met</b>") == 1
    assert said.count("not checked</p>") == 3
    assert "Our own note." not in said
    assert "rosa" not in said
    assert "A way of referring on that we have checked" in said


def test_a_listing_that_is_shown_says_so_and_leads_there(client: Client) -> None:
    coach = listed()
    said = read(client, coach)
    assert "Your listing is shown." in said
    assert coach.get_absolute_url() in said
    assert "still missing" not in said


def test_a_listing_that_is_up_but_hidden_says_what_is_missing_and_nothing_of_ours(client: Client) -> None:
    coach = listed()
    raise_red_flag(coach=coach, sign="guarantee", evidence="Their page promises a job.", by=rosa())
    said = read(client, coach)
    assert "not shown at the moment" in said
    assert "open point about your listing" in said
    assert "promises a job" not in said


def test_what_runs_out_first_is_named_but_not_what_was_never_met(client: Client) -> None:
    coach = checked()
    meet(coach, VettingQuestion.TERMS, until=in_days(40))
    record_check(
        coach=coach,
        question=VettingQuestion.METHOD,
        finding=Finding.NOT_MET,
        by=rosa(),
        evidence="None.",
        valid_until=in_days(3),
    )
    assert fresh(coach).runs_out_on() == in_days(40)
    assert "The first of these runs out on" in read(client, coach)


def test_lapsing_says_that_something_ran_out(client: Client) -> None:
    coach = listed(credential_expires_on=in_days(0))
    lapse(coach=coach)
    assert "ran out" in read(client, coach)


def test_what_waits_and_what_was_declined_is_said(client: Client) -> None:
    coach = listed()
    revision = propose(coach=coach, values={"headline": "Another line", "session_fee_low": 100})
    said = read(client, coach)
    assert "wait for somebody to look at them" in said
    assert "<li>One line about your work</li>" in said
    assert "<li>A session, from</li>" in said
    assert revision is not None
    decline(revision=revision, by=rosa(), reason="Please say which fee.")
    assert "Please say which fee." in read(client, coach)


@pytest.mark.parametrize(("word", "accepting"), [("yes", True), ("no", False)])
def test_openings_are_confirmed_with_today_as_the_day(client: Client, word: str, accepting: bool) -> None:
    coach = listed(accepting=None, accepting_confirmed_on=in_days(-90))
    said = visit(client, coach).post(f"{MINE}openings/", {"accepting": word}, follow=True)
    now = fresh(coach)
    assert (now.accepting, now.accepting_confirmed_on) == (accepting, today())
    assert reasons(coach)[0] == "by the coach"
    assert "with today as the day" in said.content.decode()
    assert Coach.objects.published().filter(pk=coach.pk).exists()


def test_pausing_and_resuming(client: Client) -> None:
    coach = listed()
    visit(client, coach).post(f"{MINE}pause/")
    assert not Coach.objects.published().exists()
    assert reasons(coach)[0] == "at the coach's wish"
    client.post(f"{MINE}resume/")
    assert Coach.objects.published().get() == coach


def test_what_cannot_be_done_any_more_is_said(client: Client) -> None:
    coach = listed()
    visit(client, coach)
    pause(coach=coach)
    assert "cannot be done now" in client.post(f"{MINE}pause/", follow=True).content.decode()
    remove(coach=coach, by=cora(), reason="A complaint.")
    assert client.post(f"{MINE}leave/").status_code == 302
    assert fresh(coach).status_reason == "A complaint."


def test_leaving_takes_the_listing_down_and_ends_the_visit(client: Client) -> None:
    coach = listed()
    said = visit(client, coach).post(f"{MINE}leave/").content.decode()
    assert "You are no longer listed" in said
    now = fresh(coach)
    assert (now.status, now.consented_at) == (Status.REMOVED, None)
    assert "Mail me a link" in client.get(MINE).content.decode()


@pytest.mark.parametrize("ending", ["refused", "removed", "left"])
def test_they_can_apply_again_if_they_agree_again(client: Client, ending: str) -> None:
    coach = listed() if ending != "refused" else applied()
    if ending == "left":
        visit(client, coach).post(f"{MINE}leave/")
    else:
        (refuse if ending == "refused" else remove)(coach=coach, by=cora(), reason="A reason.")
    visit(client, fresh(coach))
    silent = client.post(f"{MINE}again/")
    assert (silent.status_code, fresh(coach).status == Status.APPLIED) == (422, False)
    said = client.post(f"{MINE}again/", {"agree": "on"}, follow=True).content.decode()
    assert "looked at like a new one" in said
    assert (fresh(coach).status, fresh(coach).consented_at is None) == (Status.APPLIED, False)


def test_whom_the_desk_brought_in_is_asked_and_agrees_by_themselves(client: Client) -> None:
    coach = Coach.objects.create(**claims())
    ask_for_agreement(coach=coach, by=rosa())
    assert "/coaches/mine/" in str(mail.outbox[-1].body)
    visit(client, coach)
    assert client.post(f"{MINE}again/").status_code == 422
    said = client.post(f"{MINE}again/", {"agree": "on"}, follow=True).content.decode()
    assert "You have agreed to be listed" in said
    now = fresh(coach)
    assert (now.status, now.consent, now.history.first().history_change_reason) == (
        Status.APPLIED,
        CONSENT,
        "agreed to be listed",
    )
    with pytest.raises(ValidationError, match="agreed already"):
        ask_for_agreement(coach=now, by=rosa())


def test_a_question_of_ours_is_answered_and_the_reporter_is_never_shown(client: Client) -> None:
    report = asked_of(listed())
    said = read(client, report.coach)
    assert "Which fee is right?" in said
    assert [each for each in ("They told me 900.", "reporter@x.example", "Fees or terms") if each in said] == []
    done = client.post(f"{MINE}answer/{report.pk}/", {"answer": "180 is right."}, follow=True).content.decode()
    assert "180 is right." in done
    report.refresh_from_db()
    assert (report.answer, report.answered_at is None) == ("180 is right.", False)


def test_an_empty_or_endless_answer_is_said_kindly_and_kept(client: Client) -> None:
    report = asked_of(listed())
    visit(client, report.coach)
    for text in (" ", "x" * 3001):
        wrong = client.post(f"{MINE}answer/{report.pk}/", {"answer": text})
        assert wrong.status_code == 422
        assert text.strip() in wrong.content.decode()
    report.refresh_from_db()
    assert report.answered_at is None


def test_nobody_answers_for_others_or_what_was_not_asked_or_is_closed(client: Client) -> None:
    visit(client, listed())
    others = asked_of(listed())
    own = fresh(visitor_of(client))
    silent = Report.objects.create(coach=own, reason="fees", text="Something.")
    closed = asked_of(own)
    answer(report=closed, text="180.")
    close(report=closed, outcome="Settled.", by=cora())
    for number in (others.pk, silent.pk, closed.pk, 10**30):
        assert client.post(f"{MINE}answer/{number}/", {"answer": "Mine."}).status_code == 404


def visitor_of(client: Client) -> Coach:
    coach = client.get(MINE).context["coach"]
    assert isinstance(coach, Coach)
    return coach


@pytest.mark.parametrize("page", ["openings", "pause", "resume", "leave", "again", "end", "answer/1"])
def test_nothing_is_done_by_get_or_without_a_visit(client: Client, page: str) -> None:
    coach = listed()
    assert client.post(f"{MINE}{page}/", {"answer": "What I wrote."}).status_code == 403
    visit(client, coach)
    assert client.get(f"{MINE}{page}/").status_code == 405
    assert Coach.objects.published().get() == coach


def test_what_was_written_after_the_visit_ended_can_be_copied(client: Client) -> None:
    said = client.post(f"{MINE}answer/1/", {"answer": "A long answer of mine."}).content.decode()
    assert "A long answer of mine." in said


def test_a_form_of_another_site_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    coach = listed()
    visit(Client(), coach)
    assert strict.post(f"{MINE}leave/").status_code == 403


def test_the_page_makes_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    coach = visitor_of(visit(client, listed()))
    with django_assert_num_queries(5):
        client.get(MINE)
    for _ in range(3):
        asked_of(coach)
    propose(coach=coach, values={"headline": "Another line"})
    with django_assert_num_queries(5):
        client.get(MINE)
