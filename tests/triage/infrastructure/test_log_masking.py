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
    assert f"ValueError: could not open {MASK}" in heard.getvalue()


def test_a_record_that_cannot_be_written_is_clean_too(
    someones_own_logger: logging.Logger, heard: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    someones_own_logger.warning("%d", f"/r/{TOKEN}/")
    assert TOKEN not in heard.getvalue() + capsys.readouterr().err


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
