from __future__ import annotations

from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command

from coaches.models.coach import Coach
from coaches.models.reminder import Reminder
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.lifecycle import pause
from tests.coaches.cast import applied, in_days, listed, meet

pytestmark = pytest.mark.django_db

RUNS_OUT = "Something in your listing runs out"
OPENINGS = "Is this still so?"


def subjects() -> list[str]:
    return [str(letter.subject) for letter in mail.outbox]


def test_a_coach_of_whom_something_runs_out_soon_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    coach = listed(credential_expires_on=in_days(20))
    listed(credential_expires_on=in_days(31))
    call_command("remind_lapsing")
    call_command("remind_lapsing")
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [([coach.email], RUNS_OUT)]
    assert "/coaches/mine/" in str(mail.outbox[0].body)
    assert capsys.readouterr().out.splitlines() == [
        "Sent: 1 about what runs out, 0 about openings.",
        "Sent: 0 about what runs out, 0 about openings.",
    ]


def test_how_far_ahead_to_look_can_be_said() -> None:
    listed(credential_expires_on=in_days(40))
    call_command("remind_lapsing", days=39)
    assert mail.outbox == []
    call_command("remind_lapsing", days=40)
    assert subjects() == [RUNS_OUT]


@pytest.mark.parametrize("days", [-1, 366])
def test_a_strange_number_of_days_is_refused(days: int) -> None:
    with pytest.raises(CommandError, match="from 0 to 365"):
        call_command("remind_lapsing", days=days)


def test_what_was_renewed_and_runs_out_again_is_another_reminder() -> None:
    coach = listed()
    meet(coach, VettingQuestion.TERMS, until=in_days(10))
    call_command("remind_lapsing")
    meet(coach, VettingQuestion.TERMS, until=in_days(12))
    call_command("remind_lapsing")
    assert subjects() == [RUNS_OUT, RUNS_OUT]


def test_a_paused_coach_is_reminded_too_but_nobody_who_is_not_listed_or_invented() -> None:
    paused = listed(credential_expires_on=in_days(5))
    pause(coach=paused)
    applied(credential_expires_on=in_days(5))
    listed(credential_expires_on=in_days(5), invented=True, accepting_confirmed_on=in_days(-90))
    call_command("remind_lapsing")
    assert [letter.to for letter in mail.outbox] == [[paused.email]]


def test_what_has_run_out_already_is_no_longer_announced() -> None:
    coach = listed(credential_expires_on=in_days(5))
    coach.credential_expires_on = in_days(-1)
    coach.save()
    call_command("remind_lapsing")
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("accepting", "confirmed", "asked"),
    [(True, -61, True), (False, -61, True), (True, -60, False), (None, None, False), (True, None, True)],
)
def test_openings_that_were_confirmed_long_ago_are_asked_about_once(
    accepting: bool | None, confirmed: int | None, asked: bool
) -> None:
    listed(accepting=accepting, accepting_confirmed_on=None if confirmed is None else in_days(confirmed))
    call_command("remind_lapsing")
    call_command("remind_lapsing")
    assert subjects() == ([OPENINGS] if asked else [])


def test_each_of_the_two_openings_has_its_own_words() -> None:
    listed(accepting=True, accepting_confirmed_on=in_days(-90))
    listed(accepting=False, accepting_confirmed_on=in_days(-90))
    call_command("remind_lapsing")
    assert ["no new clients" in str(letter.body) for letter in mail.outbox] == [False, True]


def test_a_letter_that_the_server_did_not_take_is_said_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    away, kept = listed(credential_expires_on=in_days(5)), listed(credential_expires_on=in_days(5))
    send = EmailMessage.send

    def fails_for_one(message: EmailMessage) -> int:
        if message.to == [away.email]:
            raise SMTPServerDisconnected(away.email)
        return send(message)

    monkeypatch.setattr(EmailMessage, "send", fails_for_one)
    with pytest.raises(CommandError, match="Not sent: 1"):
        call_command("remind_lapsing")
    monkeypatch.setattr(EmailMessage, "send", send)
    assert away.email not in caplog.text
    assert [reminder.coach for reminder in Reminder.objects.all()] == [kept]
    call_command("remind_lapsing")
    assert [letter.to for letter in mail.outbox] == [[kept.email], [away.email]]


def test_of_two_that_run_at_once_only_one_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    coach = listed(credential_expires_on=in_days(5))
    send = EmailMessage.send

    def while_the_other_runs(message: EmailMessage) -> int:
        monkeypatch.setattr(EmailMessage, "send", send)
        call_command("remind_lapsing")
        return send(message)

    monkeypatch.setattr(EmailMessage, "send", while_the_other_runs)
    call_command("remind_lapsing")
    assert [letter.to for letter in mail.outbox] == [[coach.email]]
    assert Coach.objects.get().reminders.count() == 1
