"""Whoever guesses passwords waits."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from axes.models import AccessAttempt
from django.db.models import F
from django.test import Client

from tests.coaches.cast import rosa
from tests.coaches.desk.desk import text

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answered

pytestmark = pytest.mark.django_db


def try_to_log_in(client: Client, password: str) -> Answered:
    return client.post("/admin/login/", {"username": "rosa", "password": password})


def test_the_sixth_wrong_try_gets_a_kind_page_and_a_quarter_of_an_hour_later_the_right_one_works(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    rosa()
    caplog.set_level(logging.CRITICAL)
    for _try in range(5):
        try_to_log_in(client, "wrong")
    locked = try_to_log_in(client, "wrong")
    assert locked.status_code == 429
    assert "Too many tries" in text(locked)
    assert try_to_log_in(client, "rosa").status_code == 429
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=16))
    assert try_to_log_in(client, "rosa").status_code == 302


def test_four_wrong_tries_are_forgiven(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    rosa()
    caplog.set_level(logging.CRITICAL)
    for _try in range(4):
        assert try_to_log_in(client, "wrong").status_code == 200
    assert try_to_log_in(client, "rosa").status_code == 302
