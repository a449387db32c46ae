from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EMPTY = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}


def managed(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=EMPTY, input=given, capture_output=True, text=True)


@pytest.mark.parametrize("words", [("check",), ("draw", "career_help"), ("evaluate", "career_help", "-")])
def test_what_only_reads_the_content_needs_no_configuration(words: tuple[str, ...]) -> None:
    assert managed(*words, given="{}").returncode == 0


@pytest.mark.parametrize("words", [("migrate",), ("check", "--deploy"), ("runserver",)])
def test_what_serves_people_needs_its_secrets(words: tuple[str, ...]) -> None:
    refused = managed(*words)
    assert refused.returncode != 0
    assert "QUIZ_COOKIE_KEYS" in refused.stderr


def test_wrong_answers_end_with_status_one_and_a_line_for_each_fault() -> None:
    refused = managed("evaluate", "career_help", "-", given='{"mood": "low", "sleep": "sideways"}')
    assert refused.returncode == 1
    named = [line.split(":")[:2] for line in refused.stderr.splitlines()]
    assert named == [["standard input", " mood"], ["standard input", " sleep"]]
