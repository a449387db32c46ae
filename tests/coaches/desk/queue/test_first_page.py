"""The first page: what waits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from coaches.desk.queue.first_page import Queue, queues
from coaches.models.coach import Coach
from coaches.models.report import Report
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.lifecycle import mark_ready, take_up
from coaches.vetting.revising import propose
from tests.coaches.cast import REQUIRED, applied, checked, cora, in_days, listed, meet, rosa
from tests.coaches.desk.desk import at_desk, queries, text

pytestmark = pytest.mark.django_db


def pile(kind: str, user: User | None = None) -> Queue:
    return next(each for each in queues(user or cora()) if each.id == kind)


def aged(coach: Coach, days: int) -> Coach:
    models.QuerySet(Coach).filter(pk=coach.pk).update(applied_at=timezone.now() - timedelta(days=days))
    return coach


def test_applications_wait_the_oldest_first_with_their_days() -> None:
    young, old = aged(applied(), 2), aged(applied(), 9)
    assert [(row.coach, row.days) for row in pile("applied").rows] == [(old, 9), (young, 2)]


def test_a_listing_in_review_says_what_was_looked_at() -> None:
    checked(VettingQuestion.TERMS)
    assert pile("in_review").rows[0].notes == ["Looked at: Fees and terms"]


def test_what_is_ready_says_who_checked_and_who_may_publish() -> None:
    by_rosa, by_cora = checked(), applied()
    take_up(coach=by_cora, by=cora())
    for question in REQUIRED:
        meet(by_cora, question, by=cora())
    for coach in (by_rosa, by_cora):
        mark_ready(coach=coach, by=rosa())
    assert {row.coach: list(row.notes) for row in pile("ready").rows} == {
        by_rosa: ["Checked by rosa", "You may publish it."],
        by_cora: ["Checked by cora", "You checked something: someone else publishes it."],
    }
    assert pile("ready", rosa()).rows[0].notes[1:] != ["You may publish it."]


def test_what_runs_out_says_what_and_when_the_first_first() -> None:
    later = listed(credential_expires_on=in_days(20))
    sooner = listed(credential_expires_on=in_days(3))
    listed(credential_expires_on=in_days(90))
    rows = pile("lapsing").rows
    assert [row.coach for row in rows] == [sooner, later]
    assert any(note.startswith("the credential itself") for note in rows[0].notes)


def test_open_reports_and_changes_wait() -> None:
    coach = listed()
    Report.objects.create(coach=coach, reason="fees", text="They wanted more.")
    propose(coach=coach, values={"session_fee_low": 10})
    assert pile("reports").total == 1
    assert pile("reports").rows[0].notes == ["Fees or terms were different", "The coach was not asked yet."]
    assert pile("changes").rows[0].notes == ["a session, from"]


def test_a_listed_one_that_nobody_sees_says_why() -> None:
    listed()
    coach = listed()
    coach.session_fee_low = 1
    coach.save()
    found = pile("invisible")
    assert [(row.coach, list(row.notes)) for row in found.rows] == [(coach, ["Fees and terms are not met."])]


def test_each_pile_leads_to_the_list_of_the_same_listings() -> None:
    coach = applied()
    checked()
    client = at_desk(cora())
    page = text(client.get("/admin/"))
    for kind in ("applied", "in_review", "ready", "lapsing", "reports", "changes", "invisible"):
        listing = client.get(f"/admin/coaches/coach/?waits={kind}")
        found = {each.pk for each in listing.context["cl"].result_list}
        assert found == {row.coach.pk for row in pile(kind).rows}
    assert f"/admin/coaches/coach/{coach.pk}/decide/" in page
    assert "?waits=applied" in page


def test_a_long_pile_says_how_many_there_are() -> None:
    for _number in range(10):
        applied()
    assert "the first 8 of 10 are here" in text(at_desk(cora()).get("/admin/"))


def test_the_queries_do_not_grow_with_what_waits() -> None:
    def one_of_each() -> None:
        applied()
        checked(VettingQuestion.TERMS)
        mark_ready(coach=checked(), by=rosa())
        running_out = listed(credential_expires_on=in_days(9))
        Report.objects.create(coach=running_out, reason="fees", text="They wanted more.")
        propose(coach=running_out, values={"session_fee_low": 10})
        unseen = listed()
        unseen.session_fee_low = 1
        unseen.save()

    one_of_each()
    client = at_desk(cora())
    few = queries(client, "/admin/")
    for _number in range(4):
        one_of_each()
    assert queries(client, "/admin/") == few
