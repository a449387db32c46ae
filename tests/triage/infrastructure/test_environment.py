from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from triage.infrastructure.environment import DAYS, NEEDED, read_environment

GIVEN = {
    "SECRET_KEY": "s" * 50,
    "QUIZ_COOKIE_KEYS": f"{'n' * 32}, {'o' * 32}",
    "RESULT_LINK_SALTS": f"{'a' * 32}, {'b' * 32}",
    "ALLOWED_HOSTS": "one.example, two.example",
    "DATABASE_URL": "postgresql://somewhere/whichway",
    "SITE_URL": "https://one.example/",
    "EMAIL_URL": "smtp://mail.example",
    "EMAIL_FROM": "Whichway <letters@one.example>",
}


def test_production_is_the_default_and_names_all_it_misses(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        read_environment({}, tmp_path)
    assert [name for name in NEEDED if name in str(caught.value)] == list(NEEDED)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NEEDED)
def test_production_names_only_what_it_misses(name: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        read_environment({**GIVEN, name: " "}, tmp_path)
    assert [needed for needed in NEEDED if needed in str(caught.value)] == [name]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "s" * 49),
        ("QUIZ_COOKIE_KEYS", f"{'n' * 32},short"),
        ("RESULT_LINK_SALTS", f"{'n' * 32},short"),
        ("SITE_URL", "http://one.example"),
        ("SITE_URL", "https://one.example/coaches/"),
        ("SITE_URL", "one.example"),
        ("EMAIL_URL", "smtp://letters:secret@"),
        ("EMAIL_URL", "smtp://letters:secret@mail.example:many"),
        ("EMAIL_URL", "imap://letters:secret@mail.example"),
        ("EMAIL_URL", "smtp://letters:secret@mail.example?tls=maybe"),
        ("EMAIL_FROM", "nobody at all"),
    ],
)
def test_production_refuses_what_it_cannot_use_without_repeating_it(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=name) as caught:
        read_environment({**GIVEN, name: value}, tmp_path)
    assert value not in str(caught.value)


def test_production_takes_what_is_given(tmp_path: Path) -> None:
    read = read_environment({**GIVEN, "DEBUG": "1"}, tmp_path)
    assert read.quiz_cookie_keys == ["n" * 32, "o" * 32]
    assert read.allowed_hosts == ["one.example", "two.example"]
    assert (read.site_url, read.mail_from) == ("https://one.example", "Whichway <letters@one.example>")
    assert (read.demo, read.debug, read.behind_proxy) == (False, False, False)


def test_only_the_word_itself_makes_a_demo(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="WHICHWAY_ENV"):
        read_environment({**GIVEN, "WHICHWAY_ENV": "Demo"}, tmp_path)


def test_the_demo_needs_nothing_and_keeps_its_secrets(tmp_path: Path) -> None:
    first = read_environment({"WHICHWAY_ENV": "demo"}, tmp_path / "var")
    assert first == read_environment({"WHICHWAY_ENV": "demo"}, tmp_path / "var")
    assert not first.debug
    assert first.secret_key not in first.quiz_cookie_keys
    other = read_environment({"WHICHWAY_ENV": "demo"}, tmp_path / "other")
    assert other.secret_key != first.secret_key
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "var").iterdir()}
    assert modes == {0o600}


def test_the_demo_debugs_on_request(tmp_path: Path) -> None:
    assert read_environment({"WHICHWAY_ENV": "demo", "DEBUG": "1"}, tmp_path).debug


def test_how_long_links_last_has_defaults_and_can_be_given(tmp_path: Path) -> None:
    assert read_environment(GIVEN, tmp_path).days == DAYS
    given = {"RESULT_LINK_DAYS": "30", "RESULT_LINK_MAX_DAYS": "60", "SHARE_LINK_MAX_DAYS": "90"}
    assert read_environment({**GIVEN, **given}, tmp_path).days == {name: int(days) for name, days in given.items()}


@pytest.mark.parametrize("days", ["0", "-1", "a week", "1.5", "²"])
@pytest.mark.parametrize("name", DAYS)
def test_days_must_be_a_whole_number(name: str, days: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=name):
        read_environment({**GIVEN, name: days}, tmp_path)


def test_a_result_cannot_be_kept_for_longer_than_for_as_long_as_it_may(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="RESULT_LINK_MAX_DAYS"):
        read_environment({**GIVEN, "RESULT_LINK_DAYS": "366"}, tmp_path)


def test_letters_of_the_demo_are_printed_and_lead_to_where_it_runs(tmp_path: Path) -> None:
    read = read_environment({"WHICHWAY_ENV": "demo", "SITE_URL": "http://127.0.0.1:9000"}, tmp_path)
    assert read.site_url == "http://127.0.0.1:9000"
    assert read.mail.backend.endswith("console.EmailBackend")
