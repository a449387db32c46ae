"""Whoever asks for a link waits for nothing that depends on who is listed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from coaches import later as module
from coaches.later import later
from coaches.models.coach import Coach
from tests.coaches.cast import applied

MINE = "/coaches/mine/"


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadPoolExecutor]:
    """The real thing: a thread that works off what is to be done."""
    with ThreadPoolExecutor(max_workers=1) as real:
        monkeypatch.setattr(module, "_worker", real)
        yield real


def test_it_is_done_in_another_thread_and_in_order(worker: ThreadPoolExecutor) -> None:
    begin, done = threading.Event(), []
    later(begin.wait)
    later(lambda: done.append(threading.current_thread()))
    assert done == []
    begin.set()
    worker.shutdown()
    assert [thread is threading.main_thread() for thread in done] == [False]


def test_what_fails_stops_nothing_and_tells_no_address(
    worker: ThreadPoolExecutor, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> None:
        raise SMTPRecipientsRefused({"jane@people.example": (550, b"no jane@people.example here")})

    done = []
    later(refuse)
    later(lambda: done.append(1))
    worker.shutdown()
    assert done == [1]
    assert "SMTPRecipientsRefused" in caplog.text
    assert "jane" not in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("listed", [True, False])
def test_asking_for_a_link_looks_nothing_up_before_the_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch, listed: bool
) -> None:
    """Neither the look for a listing nor a letter: so that the time says nothing of who is listed."""
    if listed:
        applied(email="jane@people.example")
    waiting: list[object] = []
    looked: list[str] = []
    monkeypatch.setattr("coaches.own_pages.views.visiting.later", waiting.append)
    monkeypatch.setattr(Coach.objects, "filter", lambda **asked: looked.append(str(asked)))
    assert client.post(MINE, {"email": "jane@people.example"}).status_code == 302
    assert (len(waiting), looked, mail.outbox) == (1, [], [])


@pytest.mark.django_db(transaction=True)
def test_an_address_that_a_mail_server_refuses_stands_in_no_log(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    applied(email="jane@people.example")

    def refuse(message: EmailMessage) -> int:
        raise SMTPRecipientsRefused(dict.fromkeys(message.to, (550, b"no such user")))

    monkeypatch.setattr(EmailMessage, "send", refuse)
    assert client.post(MINE, {"email": "jane@people.example"}).status_code == 302
    assert "SMTPRecipientsRefused" in caplog.text
    assert "jane" not in caplog.text


@pytest.mark.usefixtures("letters_at_once")
def test_links_in_letters_lead_to_the_site_whatever_host_was_asked(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://whichway.example"
    applied(email="jane@people.example")
    client.post(MINE, {"email": "jane@people.example"}, headers={"host": "thief.example"})
    [letter] = mail.outbox
    assert "https://whichway.example/coaches/mine/" in str(letter.body)
    assert "thief.example" not in str(letter.body)
