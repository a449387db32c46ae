"""A person's answers so far, sealed into one cookie in their own browser and kept nowhere else."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from triage.engine.model import Questionnaire
from triage.engine.replay import Given, UnknownAnswers, check_answers

LIFETIME = 24 * 60 * 60
"""Seconds from the first answer until progress ends."""


@dataclass(frozen=True)
class Progress:
    """Answers under their fields, and when the quiz was begun (seconds since 1970; 0: not yet).

    `news` says what happened to an earlier cookie: `updated` (the questions have changed, what
    still fits was kept), `ended` (its day is over, or it cannot be read), or nothing.
    """

    answers: Mapping[str, Given] = field(default_factory=dict)
    begun: int = 0
    news: str = ""

    def with_answers(self, answers: Mapping[str, Given]) -> Progress:
        """The same progress with these answers instead."""
        return replace(self, answers=dict(answers), begun=self.begun or int(time.time()), news="")


@cache
def _locks(keys: tuple[str, ...]) -> MultiFernet:
    """The first key seals, every key opens: so keys can be changed without ending anyone's quiz."""

    def derived(key: str) -> Fernet:
        hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"whichway quiz progress")
        return Fernet(base64.urlsafe_b64encode(hkdf.derive(key.encode())))

    return MultiFernet([derived(key) for key in keys])


def read_progress(request: HttpRequest, questionnaire: Questionnaire) -> Progress:
    """The progress in the request's cookie; a new one if there is none that can be used."""
    sealed = request.COOKIES.get(settings.QUIZ_COOKIE_NAME)
    if not sealed:
        return Progress()
    try:
        opened = json.loads(_locks(tuple(settings.QUIZ_COOKIE_KEYS)).decrypt(sealed.encode(errors="replace")))
    except InvalidToken:
        return Progress(news="ended")
    # What is inside was sealed by us, if perhaps by another version: its form can be relied upon.
    if opened["begun"] + LIFETIME < time.time():
        return Progress(news="ended")
    if opened["version"] == questionnaire.version:
        answers = {name: _given(value) for name, value in opened["answers"].items()}
        return Progress(answers, opened["begun"])
    return Progress(still_known(questionnaire, opened["answers"]), opened["begun"], "updated")


def write_progress(response: HttpResponse, questionnaire: Questionnaire, progress: Progress) -> None:
    """Seal the progress into the response's cookie, which ends with it."""
    content = {"version": questionnaire.version, "begun": progress.begun, "answers": dict(progress.answers)}
    plain = json.dumps(content, separators=(",", ":")).encode()
    response.set_cookie(
        settings.QUIZ_COOKIE_NAME,
        _locks(tuple(settings.QUIZ_COOKIE_KEYS)).encrypt(plain).decode(),
        max_age=max(1, progress.begun + LIFETIME - int(time.time())),
        secure=settings.QUIZ_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_progress(response: HttpResponse) -> None:
    """Take the cookie out of the browser."""
    response.delete_cookie(settings.QUIZ_COOKIE_NAME, samesite="Lax")


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
