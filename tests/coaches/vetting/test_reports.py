"""Reporting a problem: it reaches the queue, and nothing about the reporter reaches the coach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client

from coaches.models.coach import Coach
from coaches.models.report import Report
from coaches.public.reporting import MOST
from coaches.vetting.lifecycle import pause
from coaches.vetting.reports import answer, ask, close
from tests.coaches.cast import cora, fresh
from tests.coaches.public.people import ana
from tests.markup import tight

pytestmark = pytest.mark.django_db

REPORT = "/coaches/ana-lopez/report/"
TOLD = {"reason": "fees", "text": "They asked 417 of me, Marguerite.", "contact": "marguerite@reporter.example"}


def test_a_report_reaches_the_queue(client: Client) -> None:
    coach = ana()
    response = client.post(REPORT, TOLD)
    assert (response.status_code, response["Location"]) == (303, "/coaches/report/thanks/")
    [report] = Report.objects.open()
    assert (report.coach, report.reason, report.text, report.contact) == (coach, *TOLD.values())
    assert "Your report has arrived" in client.get(response["Location"]).content.decode()


def test_an_address_to_ask_back_can_be_left_out(client: Client) -> None:
    ana()
    client.post(REPORT, {**TOLD, "contact": ""})
    assert Report.objects.get().contact == ""


def test_what_is_missing_is_listed_beside_its_field_and_nothing_is_lost(client: Client) -> None:
    ana()
    response = client.post(REPORT, {"text": "Kept <b>text</b>", "contact": "no address"})
    page = tight(response.content.decode())
    assert response.status_code == 422
    assert "<title>Please look again:" in page
    for target, error in (("id_reason_0", "Choose what it is about."), ("id_contact", "This e-mail address is not")):
        assert f'<a href="#{target}">{error}' in page
        assert f'id="{target}"' in page
    assert "Kept &lt;b&gt;text&lt;/b&gt;</textarea>" in page
    assert 'value="no address"' in page
    assert 'aria-describedby="contact-note contact-error" aria-invalid="true"' in page
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "bad", [{"reason": "made_up"}, {"text": " \n "}, {"text": "x" * 3001}, {"contact": "x" * 300}, {"text": "a\x00b"}]
)
def test_what_is_wrong_is_never_stored_and_never_a_fault(client: Client, bad: dict[str, str]) -> None:
    ana()
    assert client.post(REPORT, {**TOLD, **bad}).status_code == 422
    assert not Report.objects.exists()


def test_too_many_reports_from_one_address_wait_and_keep_what_was_typed(client: Client) -> None:
    ana()
    for _ in range(MOST):
        assert client.post(REPORT, TOLD).status_code == 303
    response = client.post(REPORT, TOLD)
    page = tight(response.content.decode())
    assert response.status_code == 429
    assert "What you wrote is still here" in page
    assert f"{TOLD['text']}</textarea>" in page
    assert 'value="fees" checked' in page
    assert Report.objects.count() == MOST
    assert client.post(REPORT, TOLD, REMOTE_ADDR="203.0.113.9").status_code == 303


def test_mistakes_do_not_count_towards_the_limit(client: Client) -> None:
    ana()
    for _ in range(MOST + 1):
        client.post(REPORT, {})
    assert client.post(REPORT, TOLD).status_code == 303


def test_a_report_on_a_listing_that_has_gone_meanwhile_is_handed_back(client: Client) -> None:
    pause(coach=ana())
    response = client.post(REPORT, TOLD)
    assert response.status_code == 404
    assert TOLD["text"] in response.content.decode()
    assert client.post("/coaches/never-was/report/", TOLD).content == response.content


def test_the_form_takes_two_queries(client: Client, django_assert_num_queries: Any) -> None:
    ana()
    with django_assert_num_queries(2):
        client.get(REPORT)


def test_a_report_needs_the_form_of_this_site() -> None:
    ana()
    assert Client(enforce_csrf_checks=True).post(REPORT, TOLD).status_code == 403


def everything_shown_to(coach: Coach, client: Client) -> str:
    report = coach.reports.get()
    letters = Path(settings.BASE_DIR, "templates", "coaches", "letters")
    shown = [
        render_to_string(f"coaches/letters/{path.name}", {"coach": fresh(coach), "report": report})
        for path in letters.glob("*.txt")
    ]
    sent = [str(message.message()) for message in mail.outbox]
    return "\n".join([*shown, *sent, client.get(coach.get_absolute_url()).content.decode()])


def test_nothing_about_the_reporter_is_in_anything_that_the_coach_sees(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    coach = ana()
    client.post(REPORT, TOLD)
    report = Report.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        ask(report=report, question="Which fees do you ask for now?", by=cora())
        answer(report=report, text="The same as ever.")
        close(report=report, outcome="Settled.", by=cora())
    assert "Which fees do you ask for now?" in mail.outbox[0].body
    shown = everything_shown_to(coach, client)
    assert [word for word in ("Marguerite", "marguerite", "417", "reporter.example") if word in shown] == []
