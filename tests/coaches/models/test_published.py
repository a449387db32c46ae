"""Each requirement is needed: where it alone fails, nothing else keeps the listing from being shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.coach_queries import CoachQuerySet
from coaches.models.published import PUBLISHED
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.checking import record_check
from coaches.vetting.lifecycle import NotReady, mark_ready, publish
from coaches.vetting.red_flags import raise_red_flag
from tests.coaches.cast import checked, cora, fresh, in_days, listed, rosa
from tests.coaches.vetting.oracle import Rows

pytestmark = pytest.mark.django_db

TRACK = (VettingQuestion.TRACK_RECORD, VettingQuestion.TERMS, VettingQuestion.REFER_OUT)


def without(question: VettingQuestion) -> Coach:
    coach = listed()
    Check.objects.filter(coach=coach, question=question).delete()
    return coach


def flagged() -> Coach:
    coach = listed()
    raise_red_flag(coach=coach, sign="therapy", evidence="Their page offers trauma therapy.", by=rosa())
    return coach


def with_a_check_that_ran_out() -> Coach:
    coach = listed()
    record_check(
        coach=coach,
        question=VettingQuestion.METHOD,
        finding=Finding.PARTLY,
        by=rosa(),
        evidence="No word on progress.",
        valid_until=in_days(10),
    )
    return coach


def with_a_credential_that_ran_out() -> Coach:
    coach = checked(*TRACK, credential_expires_on=in_days(10))
    mark_ready(coach=coach, by=rosa())
    publish(coach=coach, by=cora())
    return coach


def published_by_who_checked() -> Coach:
    coach = checked()
    forced = {"status": "listed", "published_at": timezone.now(), "published_by": rosa()}
    models.QuerySet(Coach).filter(pk=coach.pk).update(**forced)
    return coach


def checked_after_it_was_published() -> Coach:
    coach = listed()
    Check.objects.filter(coach=coach, question=VettingQuestion.TERMS).update(
        stands_since=timezone.now() + timedelta(seconds=1)
    )
    return coach


FAILING: Mapping[str, Callable[[], Coach]] = {
    "standing": lambda: without(VettingQuestion.CREDENTIAL),
    "terms": lambda: without(VettingQuestion.TERMS),
    "refer_out": lambda: without(VettingQuestion.REFER_OUT),
    "no_red_flag": flagged,
    "nothing_run_out": with_a_check_that_ran_out,
    "in_date": with_a_credential_that_ran_out,
    "second_person": published_by_who_checked,
    "covered": checked_after_it_was_published,
}
"""Listings that lack one thing only, eleven days from now at the latest. Consent has tests of its own below."""


def shown(coach: Coach, on: date) -> bool:
    return Coach.objects.published(on).filter(pk=coach.pk).exists()


def test_there_is_a_case_for_every_requirement() -> None:
    assert {*FAILING, "consent"} == {requirement.id for requirement in PUBLISHED}


@pytest.mark.parametrize("id", FAILING)
def test_where_one_requirement_fails_the_listing_is_not_shown(id: str) -> None:
    coach, on = FAILING[id](), in_days(11)
    assert Rows().hidden_because(coach.pk, on) == [id]
    assert not shown(coach, on)


@pytest.mark.parametrize("id", FAILING)
def test_without_a_requirement_the_independent_judge_notices(id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    coach, on = FAILING[id](), in_days(11)
    monkeypatch.setattr("coaches.models.coach_queries.PUBLISHED", [each for each in PUBLISHED if each.id != id])
    assert shown(coach, on)
    assert coach.pk not in Rows().visible(on)


@pytest.mark.parametrize("id", FAILING)
def test_where_it_holds_again_the_listing_is_shown(id: str) -> None:
    coach = listed()
    assert getattr(Coach.objects.with_requirements().get(pk=coach.pk), f"holds_{id}")
    assert shown(coach, in_days(11))
    assert coach.pk in Rows().visible(in_days(11))


def test_being_listed_is_needed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    coach = listed()
    models.QuerySet(Coach).filter(pk=coach.pk).update(status="in_review")
    assert Rows().hidden_because(coach.pk, in_days(0)) == ["not listed"]
    assert not shown(coach, in_days(0))
    everything = CoachQuerySet.filter
    monkeypatch.setattr(
        CoachQuerySet,
        "filter",
        lambda self, *conditions, **named: everything(
            self, *conditions, **{name: value for name, value in named.items() if name != "status"}
        ),
    )
    assert shown(coach, in_days(0))


def without_consent() -> Coach:
    coach = checked()
    models.QuerySet(Coach).filter(pk=coach.pk).update(consented_at=None, consent=None)
    return fresh(coach)


def test_without_consent_nothing_becomes_ready() -> None:
    with pytest.raises(NotReady, match="not agreed"):
        mark_ready(coach=without_consent(), by=rosa())


def test_the_database_holds_the_line_where_consent_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    coach = without_consent()
    monkeypatch.setattr("coaches.vetting.lifecycle.PUBLISHABLE", [])
    mark_ready(coach=coach, by=rosa())
    with pytest.raises(IntegrityError), transaction.atomic():
        publish(coach=coach, by=cora())
