"""A real server is killed in the middle of two hundred saves: what a person was shown opens, nothing is half there."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse

from tests.triage.sharing.people import MARA
from triage.engine.proof import complete
from triage.infrastructure.log_masking import TOKEN_PATTERN
from triage.progress.cookie import Progress, cookie_name, write_progress
from triage.questionnaires import registry
from triage.results.snapshot import read_snapshot
from triage.sharing.links import Link
from triage.sharing.opening import open_link
from triage.sharing.sealing import BLOCK

SAVES = 200
KILLED_AFTER = 60
GRANIAN = Path(sys.executable).with_name("granian")


def database_url() -> str:
    """The test database, for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    who = quote(given["USER"]) + (f":{quote(given['PASSWORD'])}" if given["PASSWORD"] else "")
    port = f":{given['PORT']}" if given["PORT"] else ""
    return f"postgresql://{who}@{quote(given['HOST'], safe='')}{port}/{given['NAME']}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(log: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The site as it runs for real, with two processes that answer; its port, and the process that leads them."""
    port = free_port()
    own = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": database_url(), "BEHIND_PROXY": "1"}
    command = [str(GRANIAN), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2"]
    with log.open("wb") as heard:
        process = subprocess.Popen(
            [*command, "triage.wsgi:application"],
            env={**os.environ, **own},
            stdout=heard,
            stderr=subprocess.STDOUT,
            cwd=settings.BASE_DIR,
            start_new_session=True,
        )
    try:
        wait_until_it_answers(port, process, log)
        yield port, process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until_it_answers(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as ask:
                ask.request("GET", "/robots.txt")
                with ask.getresponse() as response:
                    if response.read() and response.status == 200:
                        return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The server did not start:\n{log.read_text()}")


def cookies() -> str:
    """What the browser of somebody who has answered everything sends along."""
    questionnaire = registry.questionnaire()
    sealed = HttpResponse()
    write_progress(sealed, questionnaire, Progress().with_answers(complete(questionnaire, tuple(MARA.items()))))
    name = cookie_name(questionnaire)
    return f"{name}={sealed.cookies[name].value}; {settings.CSRF_COOKIE_NAME}={'c' * 32}"


def save(port: int, number: int, cookie: str) -> str | None:
    """Keep a result, from an address of its own; the token if the whole page with the link came back."""
    headers = {"Cookie": cookie, "X-CSRFToken": "c" * 32, "X-Forwarded-For": f"198.51.100.{number}"}
    try:
        with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as ask:
            ask.request("POST", "/quiz/result/keep/", headers=headers)
            with ask.getresponse() as response:
                page = response.read().decode()
    except (OSError, HTTPException):
        return None
    found = re.findall(rf'value="[^"]*/r/({TOKEN_PATTERN})/"', page)
    return found[0] if found else None


@pytest.mark.django_db(transaction=True)
def test_every_link_that_was_shown_opens_after_the_server_was_killed(tmp_path: Path) -> None:
    log, cookie = tmp_path / "log", cookies()
    shown: list[str] = []
    enough = Event()

    def person(number: int, port: int) -> None:
        token = save(port, number, cookie)
        if token is not None:
            shown.append(token)
        if len(shown) >= KILLED_AFTER:
            enough.set()

    with server(log) as (port, process), ThreadPoolExecutor(16) as people:
        done = [people.submit(person, number, port) for number in range(SAVES)]
        assert enough.wait(60), log.read_text()
        os.killpg(process.pid, signal.SIGKILL)
        for one in done:
            one.result()

    assert KILLED_AFTER <= len(shown) < SAVES
    for token in shown:
        assert read_snapshot(open_link(token).payload).letter.rule == "R6"
    rows = list(Link.objects.all())
    assert len(rows) >= len(shown)
    whole = 1 + 12 + BLOCK + 16
    assert {(len(row.sealed), len(row.lookup), row.kind) for row in rows} == {(whole, 64, "owner")}
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not re.search(TOKEN_PATTERN, log.read_text())
