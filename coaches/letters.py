"""Letters to coaches, by e-mail. Each is a template in `templates/coaches/letters/`, its subject in the first line."""

from __future__ import annotations

from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from coaches.listings.coach import Coach


def tell(coach: Coach, letter: str, **words: Any) -> None:
    """Write to the coach once what it is about is stored. Invented coaches get no letters."""
    if coach.invented:
        return
    subject, _newline, text = render_to_string(f"coaches/letters/{letter}.txt", {"coach": coach, **words}).partition(
        "\n"
    )
    message = EmailMessage(subject.strip(), text.strip() + "\n", to=[coach.email])
    # Robust: a mail server that is away must not undo, or seem to undo, what was stored.
    transaction.on_commit(message.send, robust=True)
