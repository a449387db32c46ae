from __future__ import annotations

from pathlib import Path
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction

from coaches.letters import compose, tell
from coaches.models.coach import Coach
from coaches.models.report import Report
from coaches.models.revision import Revision
from tests.coaches.cast import applied, in_days

LETTERS = sorted(path.stem for path in Path(settings.BASE_DIR, "templates/coaches/letters").glob("*.txt"))
DELICATE = ("refuse", "remov", "declin", "flag", "report", "problem", "credential", "fee", "therap")


def words_for(coach: Coach) -> dict[str, Any]:
    report = Report(coach=coach, text="What the reporter wrote.", contact="reporter@people.example", asked="Which fee?")
    revision = Revision(coach=coach, proposed={}, reason="Please say what you do.")
    return {"report": report, "revision": revision, "link": "https://whichway.example/x/", "day": in_days(9)}


@pytest.mark.django_db
@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_is_whole_plain_and_discreet(letter: str) -> None:
    coach = applied(name="Noor O'Hara & Sons", own_words="Something of my own.", method="A method of my own.")
    message = compose(coach, letter, **words_for(coach))
    assert message.to == [coach.email]
    assert str(message.body).startswith("Dear Noor O'Hara & Sons,\n")
    assert [word for word in DELICATE if word in message.subject.lower()] == []
    assert "Noor" not in message.subject
    said = str(message.body)
    assert "{" not in said
    assert [each for each in (coach.own_words, coach.method, "reporter") if each in said] == []
    assert "http" in said, "there is always a way on"


@pytest.mark.django_db(transaction=True)
def test_a_letter_waits_until_what_it_is_about_is_stored() -> None:
    coach = applied()
    with transaction.atomic():
        tell(coach, "received")
        assert mail.outbox == []
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_is_away_undoes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(message: EmailMessage) -> int:
        raise SMTPServerDisconnected("gone")

    monkeypatch.setattr(EmailMessage, "send", away)
    with transaction.atomic():
        coach = applied()
        tell(coach, "received")
    assert Coach.objects.filter(pk=coach.pk).exists()


@pytest.mark.usefixtures("letters_at_once")
def test_invented_coaches_get_no_letters() -> None:
    tell(applied(invented=True), "received")
    assert mail.outbox == []
