"""Letters to coaches, by e-mail. Each is a template in `templates/coaches/letters/`, its subject in the first line.

A subject tells nothing that somebody who looks over a shoulder should not know.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from coaches.later import later
from coaches.models.coach import Coach


def tell(coach: Coach, letter: str, **words: Any) -> None:
    """Write to the coach once what it is about is stored, after the answer. Invented coaches get no letters."""
    if coach.invented:
        return
    transaction.on_commit(partial(later, compose(coach, letter, **words).send))


def compose(coach: Coach, letter: str, **words: Any) -> EmailMessage:
    """The letter, with the URL of the coach's pages as `mine`."""
    said = {"coach": coach, "mine": whole_url(reverse("mine")), **words}
    subject, _newline, text = render_to_string(f"coaches/letters/{letter}.txt", said).partition("\n")
    return EmailMessage(subject.strip(), text.strip() + "\n", to=[coach.email])


def whole_url(path: str) -> str:
    """The URL of a page of this site, for a letter: not by the host that a request named, which anybody can choose."""
    site: str = settings.SITE_URL
    return site + path
