"""How long somebody is asked: whom nothing weighs on gets through in about 25 pages and six minutes."""

from __future__ import annotations

import re

from tests.people import WELL
from triage.engine.deciding.path import replay
from triage.engine.model import Question, Questionnaire
from triage.questionnaires import registry

WORDS_A_MINUTE = 238
"""How fast adults read plain text to themselves (190 studies, Brysbaert 2019, doi 10.1016/j.jml.2019.104047)."""


def words_on(questionnaire: Questionnaire, page: Question) -> int:
    """All the words of a page: question, note, reason, every row and every choice."""
    said = [page.text, page.note, page.why]
    said += [f"{choice.text} {choice.hint}" for choice in page.choices]
    for field in questionnaire.fields_of(page) if page.instrument else ():
        said += [field.text, *(questionnaire.choice(field, choice).text for choice in field.choices)]
    return sum(len(re.findall(r"[\w']+", text)) for text in said)


def test_someone_well_sees_about_25_pages() -> None:
    questionnaire = registry.read_unproved("career_help")
    assert len(replay(questionnaire, WELL).pages) <= 25


def test_someone_well_reads_all_of_it_in_six_minutes() -> None:
    questionnaire = registry.read_unproved("career_help")
    pages = replay(questionnaire, WELL).pages
    assert sum(words_on(questionnaire, page) for page in pages) <= 6 * WORDS_A_MINUTE
