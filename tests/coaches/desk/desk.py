"""Visits to the desk over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coaches.desk.decide.claims import as_read
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from tests.coaches.cast import fresh

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answered

LIST = "/admin/coaches/coach/"


def at_desk(user: User) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def deciding(coach: Coach) -> str:
    return f"{LIST}{coach.pk}/decide/"


def do(user: User, coach: Coach, form: str, **given: Any) -> Answered:
    """Send one form of the deciding screen."""
    fields = {f"{form}-{name}": value for name, value in given.items()}
    return at_desk(user).post(deciding(coach), {"do": form, **fields})


def find(user: User, coach: Coach, question: VettingQuestion, finding: str = "met", **given: Any) -> Answered:
    """Send a finding with evidence, as somebody who has just read the claims."""
    seen = given.pop("seen", as_read(fresh(coach), question))
    expires = fresh(coach).credential_expires_on
    sent = {"evidence": "Seen in writing.", "finding": finding, "seen": seen, **given}
    if question == VettingQuestion.CREDENTIAL and expires and "expires" not in given:
        sent["expires"] = expires.isoformat()
    return do(user, coach, f"check-{question}", **sent)


def act(user: User, action: str, *coaches: Coach, **given: Any) -> Answered:
    """Choose an action for these listings in the list; the page that it leads to."""
    sent = {"action": action, "_selected_action": [coach.pk for coach in coaches], **given}
    return at_desk(user).post(LIST, sent, follow=True)


def said(response: Answered) -> list[str]:
    """The messages of a page."""
    return [str(message) for message in response.context["messages"]]


def text(response: Answered) -> str:
    return response.content.decode()


def queries(client: Client, path: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)
