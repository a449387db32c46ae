"""A questionnaire with five questions of which every possible set of answers can be looked at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.triage.engine.contents import Content
from triage.engine.deciding.answers import Given
from triage.engine.deciding.feeding import every_answer
from triage.engine.deciding.path import replay
from triage.engine.model import Questionnaire

FILES = Path(__file__).parent / "tiny_content"


def tiny(folder: Path) -> Content:
    """The questionnaire's files, to be broken or read."""
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    return Content(folder / "tiny", folder / "instruments")


def every_set(questionnaire: Questionnaire) -> Iterator[dict[str, Given]]:
    """Every complete set of answers: consent given or refused, help seen, everything else skipped or answered."""
    waiting: list[dict[str, Given]] = [{}]
    while waiting:
        answers = waiting.pop()
        path = replay(questionnaire, answers)
        page = path.next
        if page is None:
            yield answers
            continue
        field = next(field for field in path.fields[page.id] if field.id not in answers)
        ways: list[Given] = list(field.choices)
        if page.kind not in ("consent", "help"):
            ways = [None, *field.unanswered, *every_answer(field)]
        waiting += [{**answers, field.id: given} for given in ways]


def told(questionnaire: Questionnaire, answers: dict[str, Given]) -> frozenset[tuple[str, Given]]:
    """What was answered: without consent, help and anything skipped."""
    return frozenset(
        (name, given)
        for name, given in answers.items()
        if given is not None
        and questionnaire.field[name].page.kind not in ("consent", "help")
        and given not in questionnaire.field[name].unanswered
    )
