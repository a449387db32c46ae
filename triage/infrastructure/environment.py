"""Reads and judges the environment variables that settings.py describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from triage.infrastructure.kept_secrets import kept_secret
from triage.infrastructure.mail import Mail, is_mail, is_sender, read_mail

SHORTEST_SECRET_KEY = 50
SHORTEST_COOKIE_KEY = 32
SHORTEST_SALT = 32
NEEDED = {
    "SECRET_KEY": f"at least {SHORTEST_SECRET_KEY} random characters",
    "QUIZ_COOKIE_KEYS": f"keys of at least {SHORTEST_COOKIE_KEY} random characters, with commas between them",
    "RESULT_LINK_SALTS": f"salts of at least {SHORTEST_SALT} random characters, with commas between them",
    "ALLOWED_HOSTS": "the host names of the site, with commas between them",
    "DATABASE_URL": "such as postgresql://user:password@host/name",
    "SITE_URL": "the URL of the site, such as https://whichway.example",
    "EMAIL_URL": "such as smtp://user:password@host:587?tls=1, or console:// to print letters",
    "EMAIL_FROM": "the address that letters come from, such as Whichway <letters@whichway.example>",
}
DAYS = {"RESULT_LINK_DAYS": 90, "RESULT_LINK_MAX_DAYS": 365, "SHARE_LINK_MAX_DAYS": 30}


@dataclass(frozen=True)
class Environment:
    demo: bool
    debug: bool
    behind_proxy: bool
    secret_key: str
    quiz_cookie_keys: list[str]
    result_link_salts: list[str]
    days: dict[str, int]
    allowed_hosts: list[str]
    database_url: str
    site_url: str
    mail: Mail
    mail_from: str


def read_environment(given: Mapping[str, str], var: Path) -> Environment:
    """The environment, complete; raises one error that names everything missing or weak."""
    kind = given.get("WHICHWAY_ENV", "production")
    if kind not in ("demo", "production"):
        raise ImproperlyConfigured(f"WHICHWAY_ENV is {kind!r}; it may be 'demo' or 'production'.")
    demo = kind == "demo"
    values = {name: given.get(name, "").strip() for name in NEEDED}
    if demo:
        values = {name: value or _for_the_demo(name, var) for name, value in values.items()}
    cookie_keys = _list(values["QUIZ_COOKIE_KEYS"])
    salts = _list(values["RESULT_LINK_SALTS"])
    weak = {
        "SECRET_KEY": len(values["SECRET_KEY"]) < SHORTEST_SECRET_KEY,
        "QUIZ_COOKIE_KEYS": any(len(key) < SHORTEST_COOKIE_KEY for key in cookie_keys),
        "RESULT_LINK_SALTS": any(len(salt) < SHORTEST_SALT for salt in salts),
        "SITE_URL": not _is_site(values["SITE_URL"], plain=demo),
        "EMAIL_URL": not is_mail(values["EMAIL_URL"]),
        "EMAIL_FROM": not is_sender(values["EMAIL_FROM"]),
    }
    wrong = [name for name, value in values.items() if not value or weak.get(name)]
    if wrong:
        lines = [f"  {name}: {NEEDED[name]}" for name in wrong]
        raise ImproperlyConfigured("\n".join(["Missing, too short or not readable in the environment:", *lines]))
    return Environment(
        demo=demo,
        debug=demo and given.get("DEBUG") == "1",
        behind_proxy=given.get("BEHIND_PROXY") == "1",
        secret_key=values["SECRET_KEY"],
        quiz_cookie_keys=cookie_keys,
        result_link_salts=salts,
        days=_days(given),
        allowed_hosts=_list(values["ALLOWED_HOSTS"]),
        database_url=values["DATABASE_URL"],
        site_url=values["SITE_URL"].rstrip("/"),
        mail=read_mail(values["EMAIL_URL"]),
        mail_from=values["EMAIL_FROM"],
    )


def _days(given: Mapping[str, str]) -> dict[str, int]:
    """How long links last, from the environment or as they are by default."""
    written = {name: given.get(name, "").strip() or str(days) for name, days in DAYS.items()}
    wrong = [name for name, value in written.items() if not (value.isascii() and value.isdigit() and int(value))]
    if wrong:
        raise ImproperlyConfigured(f"These must be whole numbers of days, from 1 on: {', '.join(wrong)}")
    days = {name: int(value) for name, value in written.items()}
    if days["RESULT_LINK_DAYS"] > days["RESULT_LINK_MAX_DAYS"]:
        raise ImproperlyConfigured("RESULT_LINK_DAYS is more than RESULT_LINK_MAX_DAYS.")
    return days


def _is_site(url: str, *, plain: bool) -> bool:
    """Whether it is the URL of a whole site; over plain HTTP only where that is spoken."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    kind = parts.scheme == "https" or (plain and parts.scheme == "http")
    return kind and bool(parts.hostname) and parts.path in ("", "/") and not (parts.query or parts.fragment)


def _list(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _for_the_demo(name: str, var: Path) -> str:
    known = {
        "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
        "DATABASE_URL": f"sqlite:///{quote(str(var / 'whichway.sqlite3'))}",
        "SITE_URL": "http://127.0.0.1:8000",
        "EMAIL_URL": "console://",
        "EMAIL_FROM": "Whichway <whichway@localhost>",
    }
    if name in known:
        return known[name]
    return kept_secret(var / f"demo-{name.lower().replace('_', '-')}")
