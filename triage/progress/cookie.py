"""A person's answers so far, sealed into a cookie of their own browser for each questionnaire, kept nowhere else."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from triage.engine.deciding.answers import Given, UnknownAnswers, check_answers
from triage.engine.model import Questionnaire

LIFETIME = 24 * 60 * 60
"""Seconds from the first answer until progress ends."""


@dataclass(frozen=True)
class Progress:
    """Answers under their fields, and when the quiz was begun (seconds since 1970; 0: not yet).

    `settled_at` is the page on which the person is told that nothing to come can change the outcome, or empty.
    `news` says what happened to an earlier cookie: `updated` (the questions have changed, what
    still fits was kept), `ended` (its day is over, or it cannot be read), or nothing.
    """

    answers: Mapping[str, Given] = field(default_factory=dict)
    begun: int = 0
    settled_at: str = ""
    news: str = ""

    def with_answers(self, answers: Mapping[str, Given]) -> Progress:
        """The same progress with these answers instead."""
        return replace(self, answers=dict(answers), begun=self.begun or int(time.time()), news="")


@cache
def _locks(keys: tuple[str, ...], name: str) -> MultiFernet:
    """The first key seals, every key opens: so keys can be changed without ending anyone's quiz.

    Each questionnaire has keys of its own made from them, so that no cookie can be read as another's.
    """

    def derived(key: str) -> Fernet:
        hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"whichway {name} progress".encode())
        return Fernet(base64.urlsafe_b64encode(hkdf.derive(key.encode())))

    return MultiFernet([derived(key) for key in keys])


def _locks_of(questionnaire: Questionnaire) -> MultiFernet:
    return _locks(tuple(settings.QUIZ_COOKIE_KEYS), questionnaire.id)


def cookie_name(questionnaire: Questionnaire) -> str:
    """The name of the cookie with the answers to a questionnaire."""
    return f"{settings.QUIZ_COOKIE_NAME}-{questionnaire.prefix}"


def read_progress(request: HttpRequest, questionnaire: Questionnaire) -> Progress:
    """The progress in the request's cookie; a new one if there is none that can be used."""
    sealed = request.COOKIES.get(cookie_name(questionnaire))
    if not sealed:
        return Progress()
    try:
        opened = json.loads(_locks_of(questionnaire).decrypt(sealed.encode(errors="replace")))
    except InvalidToken:
        return Progress(news="ended")
    # What is inside was sealed by us, if perhaps by another version: its form can be relied upon.
    if opened["begun"] + LIFETIME < time.time():
        return Progress(news="ended")
    if opened["version"] == questionnaire.version:
        answers = {name: _given(value) for name, value in opened["answers"].items()}
        return Progress(answers, opened["begun"], opened.get("settled_at", ""))
    return Progress(still_known(questionnaire, opened["answers"]), opened["begun"], news="updated")


def write_progress(response: HttpResponse, questionnaire: Questionnaire, progress: Progress) -> None:
    """Seal the progress into the response's cookie, which ends with it."""
    content = {
        "version": questionnaire.version,
        "begun": progress.begun,
        "settled_at": progress.settled_at,
        "answers": dict(progress.answers),
    }
    plain = json.dumps(content, separators=(",", ":")).encode()
    response.set_cookie(
        cookie_name(questionnaire),
        _locks_of(questionnaire).encrypt(plain).decode(),
        max_age=max(1, progress.begun + LIFETIME - int(time.time())),
        secure=settings.QUIZ_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_progress(response: HttpResponse, questionnaires: Iterable[Questionnaire]) -> None:
    """Take these cookies out of the browser."""
    for questionnaire in questionnaires:
        response.delete_cookie(cookie_name(questionnaire), samesite="Lax")


def _given(value: Any) -> Given:
    return tuple(value) if isinstance(value, list) else value


def still_known(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> dict[str, Given]:
    """The answers of another version that this version still understands."""
    kept: dict[str, Given] = {}
    for name, value in answers.items():
        try:
            kept.update(check_answers(questionnaire, {name: value}))
        except UnknownAnswers:
            continue
    return kept
