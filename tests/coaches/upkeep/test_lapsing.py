from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from coaches.models.coach import Coach
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.upkeep.lapsing import lapse_all
from coaches.vetting.lifecycle import apply_to_be_listed, lapse, pause
from tests.coaches.cast import claims, fresh, in_days, listed, meet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]

LAPSED = "Your listing is not shown at the moment"


@pytest.fixture(autouse=True)
def no_letters_yet() -> None:
    mail.outbox.clear()


def draft(days_old: float) -> Coach:
    return Coach.objects.create(status="draft", applied_at=timezone.now() - timedelta(days=days_old), **claims())


def test_what_ran_out_lapses_once_and_its_coach_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    coach, other = listed(credential_expires_on=in_days(3)), listed()
    mail.outbox.clear()
    assert lapse_all(on=in_days(3)) == 0
    assert lapse_all(on=in_days(4)) == 1
    assert lapse_all(on=in_days(4)) == 0
    assert [fresh(each).status for each in (coach, other)] == [Status.LAPSED, Status.LISTED]
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [([coach.email], LAPSED)]
    assert coach.history.first().history_change_reason == "something ran out"


def test_a_check_that_ran_out_lapses_a_paused_listing_too() -> None:
    coach = listed()
    meet(coach, VettingQuestion.TERMS, until=in_days(2))
    pause(coach=coach)
    assert lapse_all(on=in_days(3)) == 1
    assert fresh(coach).status == Status.LAPSED


def test_what_was_renewed_while_it_runs_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = listed(credential_expires_on=in_days(3)), listed(credential_expires_on=in_days(3))

    def and_renew_the_other(*, coach: Coach) -> None:
        lapse(coach=coach)
        other = fresh(second if coach.pk == first.pk else first)
        other.credential_expires_on = in_days(400)
        other.save()
        meet(other, VettingQuestion.CREDENTIAL)

    monkeypatch.setattr("coaches.upkeep.lapsing.lapse", and_renew_the_other)
    assert lapse_all(on=in_days(4)) == 1
    assert sorted(fresh(each).status for each in (first, second)) == [Status.LAPSED, Status.LISTED]


def test_drafts_go_after_seven_days_with_their_history(capsys: pytest.CaptureFixture[str]) -> None:
    old, young, confirmed = draft(7.1), draft(6.9), draft(7.1)
    apply_to_be_listed(coach=confirmed)
    call_command("lapse_expired")
    call_command("lapse_expired")
    assert set(Coach.objects.all()) == {young, confirmed}
    assert not Coach.history.filter(id=old.pk).exists()
    assert Coach.history.filter(id=young.pk).exists()
    assert capsys.readouterr().out.splitlines() == [
        "Lapsed: 0 listings. Deleted: 1 unconfirmed applications.",
        "Lapsed: 0 listings. Deleted: 0 unconfirmed applications.",
    ]
