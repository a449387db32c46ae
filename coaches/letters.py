"""Letters to coaches, by e-mail. Each is a template in `templates/coaches/letters/`, its subject in the first line.

A subject tells nothing that somebody who looks over a shoulder should not know.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from coaches.models.coach import Coach


def tell(coach: Coach, letter: str, **words: Any) -> None:
    """Write to the coach once what it is about is stored. Invented coaches get no letters."""
    if coach.invented:
        return
    # Robust: a mail server that is away must not undo, or seem to undo, what was stored.
    transaction.on_commit(compose(coach, letter, **words).send, robust=True)


def compose(coach: Coach, letter: str, **words: Any) -> EmailMessage:
    """The letter, with the address of the coach's pages as `mine`."""
    said = {"coach": coach, "mine": settings.SITE_URL + reverse("mine"), **words}
    subject, _newline, text = render_to_string(f"coaches/letters/{letter}.txt", said).partition("\n")
    return EmailMessage(subject.strip(), text.strip() + "\n", to=[coach.email])
