"""From an e-mail URL to what Django's settings say of sending mail."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import parse_qsl, unquote, urlsplit

SECONDS = 10
"""How long a mail server may take: whoever pressed a button waits for it."""

_PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class Mail:
    """Where letters go. `tls` begins in the clear and then encrypts; `ssl` is encrypted from the first byte."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls: bool = False
    ssl: bool = False


def read_mail(url: str) -> Mail:
    """`smtp://user:password@host:587?tls=1`, `smtps://…` or `console://`. Raises `ValueError` that repeats nothing."""
    parts = urlsplit(url)
    if parts.scheme == "console":
        return Mail("django.core.mail.backends.console.EmailBackend")
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    readable = parts.scheme in _PORTS and parts.hostname and parts.path in ("", "/") and set(options) <= {"tls"}
    if not readable or options.get("tls", "0") not in ("0", "1"):
        raise ValueError("It is neither smtp://, smtps:// nor console://, or something in it is not known.")
    return Mail(
        "django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname or "",
        port=parts.port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=parts.scheme == "smtp" and options.get("tls") == "1",
        ssl=parts.scheme == "smtps",
    )


def is_mail(url: str) -> bool:
    """Whether `read_mail` can read it."""
    try:
        read_mail(url)
    except ValueError:
        return False
    return True


def is_sender(written: str) -> bool:
    """Whether it is an e-mail address, with a name before it or without."""
    _name, email = parseaddr(written)
    before, _at, host = email.rpartition("@")
    return bool(before and host) and "\n" not in written
