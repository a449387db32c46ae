"""Which country's help a person sees: the one they chose, never one that we looked up."""

from __future__ import annotations

from django.http import HttpRequest

from triage import content
from triage.engine.model.guide import ELSEWHERE, Country
from triage.quiz.progress import read_progress

QUESTION = "country"


def chosen_country(request: HttpRequest) -> Country:
    """The country that was chosen in the quiz, or help for everywhere."""
    answers = read_progress(request, content.questionnaire()).answers
    return country(str(answers.get(QUESTION) or ELSEWHERE))


def country(code: str) -> Country:
    """A country by its code; help for everywhere if we have none of its own."""
    countries = {each.code.lower(): each for each in content.guide().countries}
    return countries.get(code.lower(), countries[ELSEWHERE])
