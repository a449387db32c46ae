from __future__ import annotations

import io
import logging

import pytest
from django.test import Client

from triage.infrastructure.log_masking import MASK, masked

TOKEN = "fi_h-mVw22ctHw1ddJ8YqH1mrWu0EVJpyTEqJkspN5U"
SIGNED = f"eyJjIjo3fQ.1vNbYc.{TOKEN}"


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        (f"Not Found: /r/{TOKEN}/", f"Not Found: /r/{MASK}/"),
        (f"/r/{TOKEN}", f"/r/{MASK}"),
        (f"/r/{TOKEN[:20]}/share/", f"/r/{MASK}/share/"),
        (f"%2Fr%2F{TOKEN}%2F", f"%2Fr%2F{MASK}%2F"),
        (f"{{'token': '{TOKEN}'}}", f"{{'token': '{MASK}'}}"),
        (f"https://whichway.example/r/{TOKEN}/?x=1", f"https://whichway.example/r/{MASK}/?x=1"),
        (f"Not Found: /coaches/mine/{SIGNED}/", f"Not Found: /coaches/mine/{MASK}/"),
        (f"/coaches/confirm/{SIGNED[:12]}", f"/coaches/confirm/{MASK}"),
        (f"%2Fcoaches%2Fmine%2F{SIGNED}%2F", f"%2Fcoaches%2Fmine%2F{MASK}%2F"),
        (f"{{'token': '{SIGNED}'}}", f"{{'token': '{SIGNED.rpartition('.')[0]}.{MASK}'}}"),
        ("Not Found: /coaches/mine/", "Not Found: /coaches/mine/"),
        ("Not Found: /coaches/jane-doe/", "Not Found: /coaches/jane-doe/"),
        ("Not Found: /quiz/2/", "Not Found: /quiz/2/"),
        ("/how-we-decide/", "/how-we-decide/"),
    ],
)
def test_tokens_are_taken_out_and_nothing_else(written: str, clean: str) -> None:
    assert masked(written) == clean


@pytest.fixture
def heard() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def someones_own_logger(heard: io.StringIO) -> logging.Logger:
    """A logger with a handler of its own that knows nothing of masks, as a server's or a library's."""
    logger = logging.Logger("somebody.else")
    logger.addHandler(logging.StreamHandler(heard))
    return logger


def test_it_holds_for_every_logger_and_handler(someones_own_logger: logging.Logger, heard: io.StringIO) -> None:
    someones_own_logger.warning('"%s %s" %d', "POST", f"/r/{TOKEN}/", 200)
    someones_own_logger.warning({"path": f"/r/{TOKEN}/"})
    assert heard.getvalue() == f"\"POST /r/{MASK}/\" 200\n{{'path': '/r/{MASK}/'}}\n"


def test_it_holds_for_tracebacks(someones_own_logger: logging.Logger, heard: io.StringIO) -> None:
    try:
        raise ValueError(f"could not open {TOKEN}")
    except ValueError:
        someones_own_logger.exception("At /r/%s/", TOKEN)
    assert TOKEN not in heard.getvalue()
    assert f"At /r/{MASK}/\nTraceback (most recent call last):\n" in heard.getvalue()
    assert heard.getvalue().endswith("\nValueError\n")


def test_it_holds_for_the_stack(someones_own_logger: logging.Logger, heard: io.StringIO) -> None:
    someones_own_logger.warning("Here", stack_info=True)
    someones_own_logger.handle(
        someones_own_logger.makeRecord("n", logging.WARNING, "f", 1, "Here", (), None, sinfo=f"at /r/{TOKEN}/")
    )
    assert "Stack (most recent call last)" in heard.getvalue()
    assert f"at /r/{MASK}/" in heard.getvalue()
    assert TOKEN not in heard.getvalue()


class Unwritable:
    def __str__(self) -> str:
        raise RuntimeError(TOKEN)

    __repr__ = __str__


class UnwritableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError(TOKEN)


BADLY_LOGGED: list[tuple[object, tuple[object, ...]]] = [
    ("%d", (f"/r/{TOKEN}/",)),
    ("%s and %s", (f"/r/{TOKEN}/",)),
    ("100% of it", (TOKEN,)),
    ("%(path)s", ({"token": TOKEN},)),
    ("%(path)s", (TOKEN,)),
    ("%s", (Unwritable(),)),
    ("%r", ({"deep": [Unwritable()]},)),
    (Unwritable(), ()),
    (UnwritableError(TOKEN), ()),
    ("%s", (UnwritableError(TOKEN),)),
]


@pytest.mark.parametrize(("pattern", "arguments"), BADLY_LOGGED, ids=range(len(BADLY_LOGGED)))
def test_a_call_that_logs_badly_goes_on_and_says_where_it_stands(
    someones_own_logger: logging.Logger,
    heard: io.StringIO,
    capsys: pytest.CaptureFixture[str],
    pattern: object,
    arguments: tuple[object, ...],
) -> None:
    someones_own_logger.warning(pattern, *arguments)
    assert TOKEN not in heard.getvalue() + capsys.readouterr().err
    assert "its arguments cannot be written" in heard.getvalue()
    assert "test_log_masking.py:" in heard.getvalue()


WELL_LOGGED: list[tuple[object, tuple[object, ...], str]] = [
    (b"bytes %s", (TOKEN,), f"b'bytes {MASK}'"),
    ("%(path)s", ({"path": f"/r/{TOKEN}/"},), f"/r/{MASK}/"),
    ("100% of it", (), "100% of it"),
    ("%s%%", (100,), "100%"),
    ("%s", (f"/r/{TOKEN}/".encode(),), f"b'/r/{MASK}/'"),
    ("%s", (f"100%s /r/{TOKEN}/",), f"100%s /r/{MASK}/"),
    ("%s", (ValueError(f"/r/{TOKEN}/", 1),), f"('/r/{MASK}/', 1)"),
]


@pytest.mark.parametrize(("pattern", "arguments", "written"), WELL_LOGGED, ids=range(len(WELL_LOGGED)))
def test_a_call_that_logs_well_is_written_as_it_is_meant(
    someones_own_logger: logging.Logger,
    heard: io.StringIO,
    pattern: object,
    arguments: tuple[object, ...],
    written: str,
) -> None:
    someones_own_logger.warning(pattern, *arguments)
    assert heard.getvalue() == f"{written}\n"


def test_an_error_that_cannot_be_written_is_logged_all_the_same(
    someones_own_logger: logging.Logger, heard: io.StringIO
) -> None:
    try:
        raise UnwritableError(TOKEN)
    except UnwritableError:
        someones_own_logger.exception("It failed")
    assert heard.getvalue().startswith("It failed\nTraceback (most recent call last):\n")
    assert heard.getvalue().endswith(".UnwritableError\n")


def test_without_an_error_there_is_no_traceback(someones_own_logger: logging.Logger, heard: io.StringIO) -> None:
    someones_own_logger.exception("Nothing failed")
    assert heard.getvalue() == "Nothing failed\n"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"), [(f"/r/{TOKEN}/", 404), (f"/r/{TOKEN}x/", 404), (f"/r/{TOKEN}/nothing/", 404)]
)
def test_djangos_own_lines_are_masked(client: Client, caplog: pytest.LogCaptureFixture, path: str, status: int) -> None:
    assert client.post(path).status_code == 404
    assert [record.getMessage().split("/r/")[0] for record in caplog.records] == ["Not Found: "]
    assert TOKEN not in caplog.text


@pytest.mark.django_db
def test_the_line_about_a_form_without_its_token_is_masked(caplog: pytest.LogCaptureFixture) -> None:
    assert Client(enforce_csrf_checks=True).post(f"/r/{TOKEN}/").status_code == 403
    assert "Forbidden" in caplog.text
    assert TOKEN not in caplog.text
