"""The settings as a production server reads them, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

GIVEN = {
    "SECRET_KEY": "a secret for one test, and as long as the rules want it to be",
    "QUIZ_COOKIE_KEYS": "the only cookie key of this test and long enough",
    "RESULT_LINK_SALTS": "the only link salt of this test and long enough",
    "ALLOWED_HOSTS": "whichway.example",
    "DATABASE_URL": "sqlite:///:memory:",
    "SITE_URL": "https://whichway.example",
    "EMAIL_URL": "smtp://letters:p%40ss@mail.example?tls=1",
    "EMAIL_FROM": "Whichway <letters@whichway.example>",
}
ASK = """
import django
django.setup()
from django.test import Client
from django.conf import settings
plain = Client(headers={"host": "whichway.example"}).get("/robots.txt")
proxied = Client(headers={"host": "whichway.example", "x-forwarded-proto": "https"}).get("/robots.txt")
print(settings.DEBUG, plain.status_code, proxied.status_code, proxied.headers.get("Strict-Transport-Security"))
print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.CSRF_COOKIE_HTTPONLY)
print(settings.COACH_COOKIE_NAME, settings.COACH_COOKIE_SECURE)
print(settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_HOST_PASSWORD, settings.EMAIL_USE_TLS)
"""


def answer(**more: str) -> list[str]:
    # -W: WhiteNoise rightly warns that nothing was collected here, and nothing of that is asked.
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "triage.settings", **GIVEN, **more}
    done = subprocess.run(
        [sys.executable, "-W", "ignore::UserWarning", "-c", ASK],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("proxy", "expected"),
    [("0", "False 301 301 None"), ("1", "False 301 200 max-age=31536000; includeSubDomains")],
)
def test_production_is_closed(proxy: str, expected: str) -> None:
    assert answer(BEHIND_PROXY=proxy, DEBUG="1") == [
        expected,
        "True True True",
        "__Secure-coach True",
        "mail.example 587 p@ss True",
    ]
