"""Filling in the form for coaches over the HTTP client, and opening the links in letters."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.core import mail
from django.test import Client

from coaches.models.coach import Coach
from coaches.own_pages.forms import EditForm
from coaches.own_pages.links import EDIT, token
from tests.coaches.cast import claims, in_days

NAME = "Noor Haddad"
EMAIL = "noor@coaches.example"


def typed() -> dict[str, Any]:
    """What Noor types into the form to apply, as a browser sends it."""
    said = claims(name=NAME, email=EMAIL, credential_expires_on=in_days(400).isoformat())
    for name in ("slug", "accepting_confirmed_on"):
        del said[name]
    return {name: _sent(value) for name, value in said.items()}


def application(**changed: Any) -> dict[str, Any]:
    """The same, with Noor's agreement."""
    return {**typed(), "agree": "on", "remarks": "", **changed}


def as_shown(coach: Coach, **changed: Any) -> dict[str, Any]:
    """What the form to change a listing sends if nothing but this is changed."""
    form = EditForm(instance=coach)
    shown = {name: form[name].value() for name in form.fields}
    plain = {
        name: "" if value is None else str(value) if isinstance(value, bool) else value for name, value in shown.items()
    }
    return {**plain, **changed}


def links_in(letter: str) -> list[str]:
    """The paths of all addresses in a letter."""
    return [urlsplit(found).path for found in re.findall(r"https?://\S+", letter)]


def last_link() -> str:
    """The path of the first address in the last letter."""
    return links_in(str(mail.outbox[-1].body))[0]


def applied_by_form(client: Client, **changed: Any) -> Coach:
    """Noor applies; the draft."""
    answer = client.post("/coaches/apply/", application(**changed))
    assert answer.status_code == 302, answer.context["form"].errors
    return Coach.objects.latest("pk")


def visit(client: Client, coach: Coach) -> Client:
    """The browser of somebody who has opened the coach's link."""
    answer = client.post(f"/coaches/mine/{token(EDIT, coach)}/")
    assert answer.status_code == 302
    return client


def _sent(value: Any) -> Any:
    if value is None:
        return ""
    return str(value) if isinstance(value, bool) else value
