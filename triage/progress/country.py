"""Which country's help a person sees: the one they chose, never one that we looked up."""

from __future__ import annotations

from django.http import HttpRequest

from triage.engine.deciding.answers import Answers
from triage.engine.model import Questionnaire
from triage.engine.model.entries import ELSEWHERE
from triage.engine.model.services import Service
from triage.engine.model.signposts import Country
from triage.progress.cookie import read_progress
from triage.questionnaires import registry


def chosen_country(request: HttpRequest) -> Country:
    """The country that was chosen in one of the questionnaires, or help for everywhere."""
    for questionnaire in registry.all_questionnaires():
        answers = read_progress(request, questionnaire).answers
        if answers.get(questionnaire.country):
            return country(country_of(questionnaire, answers))
    return country(ELSEWHERE)


def country_of(questionnaire: Questionnaire, answers: Answers) -> str:
    """The code of the country in these answers; that of everywhere if there is none."""
    given = answers.get(questionnaire.country)
    return given if isinstance(given, str) else ELSEWHERE


def country(code: str) -> Country:
    """A country by its code; help for everywhere if we have none of its own."""
    countries = {each.code.lower(): each for each in registry.signposts().countries}
    return countries.get(code.lower(), countries[ELSEWHERE])


def services_in(code: str) -> tuple[Service, ...]:
    """The three services in the words of a country; in those that hold everywhere if we have none of its own."""
    return registry.signposts().services_in[country(code).code]
