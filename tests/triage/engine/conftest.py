"""A questionnaire of real size, a copy of it that may be broken, and its proof."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.triage.engine.contents import Content, read_sample
from triage.engine.model import Questionnaire
from triage.engine.proof import Proof, prove


@pytest.fixture(scope="session")
def career_help() -> Questionnaire:
    return read_sample()


@pytest.fixture(scope="session")
def career_help_proof(career_help: Questionnaire) -> Proof:
    return prove(career_help)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content.copied(tmp_path)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "career_help_proof" in getattr(item, "fixturenames", ()):
            # On one worker, so that the proof is made once.
            item.add_marker(pytest.mark.xdist_group("proof"))
