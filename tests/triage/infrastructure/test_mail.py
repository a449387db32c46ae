from __future__ import annotations

import pytest

from triage.infrastructure.mail import Mail, is_sender, read_mail

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("smtp://mail.example", Mail(SMTP, "mail.example", 587)),
        ("smtp://mail.example:25?tls=0", Mail(SMTP, "mail.example", 25)),
        ("smtp://me:a%2Fb%40c@mail.example?tls=1", Mail(SMTP, "mail.example", 587, "me", "a/b@c", tls=True)),
        ("smtps://me%40mail:word@mail.example", Mail(SMTP, "mail.example", 465, "me@mail", "word", ssl=True)),
        ("console://", Mail("django.core.mail.backends.console.EmailBackend")),
    ],
)
def test_an_address_of_a_mail_server_is_read(url: str, read: Mail) -> None:
    assert read_mail(url) == read


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        ("letters@whichway.example", True),
        ("Whichway <letters@whichway.example>", True),
        ("Whichway", False),
        ("@whichway.example", False),
        ("letters@whichway.example\nBcc: all@whichway.example", False),
    ],
)
def test_a_sender_is_an_address(written: str, is_one: bool) -> None:
    assert is_sender(written) == is_one
