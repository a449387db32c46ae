"""Answers that another questionnaire has had already, for this one to begin with. Nothing is taken without a yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from triage.engine.deciding.answers import Given, UnknownAnswers, check_answers, chosen
from triage.engine.deciding.path import replay
from triage.engine.model import Carry, Questionnaire
from triage.progress.cookie import read_progress
from triage.questionnaires import registry


@dataclass(frozen=True)
class Carried:
    """An answer that could be taken along, in the words of the questionnaire that would get it."""

    asked: str
    chosen: tuple[str, ...]


def carried(request: HttpRequest, questionnaire: Questionnaire) -> Mapping[str, Given]:
    """What this browser's answers to other questionnaires come to here. Empty without such answers."""
    sources = {carry.source: registry.questionnaire(carry.source) for carry in questionnaire.carries}
    taken: dict[str, Given] = {}
    for name, source in sources.items():
        # Only what counts there: answers off the path are kept for undoing, not for telling.
        counted = replay(source, read_progress(request, source).answers).answers
        for carry in (each for each in questionnaire.carries if each.source == name and each.to not in taken):
            given = _translated(questionnaire, carry, counted.get(carry.question))
            if given is not None:
                taken[carry.to] = given
    return taken


def in_words(questionnaire: Questionnaire, answers: Mapping[str, Given]) -> tuple[Carried, ...]:
    """These answers, in the order in which they would be asked."""
    return tuple(
        Carried(field.page.label, tuple(questionnaire.choice(field, one).text for one in chosen(answers[field.id])))
        for field in questionnaire.field.values()
        if field.id in answers
    )


def _translated(questionnaire: Questionnaire, carry: Carry, given: Given) -> Given:
    """The answer here, or None if there is none, or more than fit."""
    choices = tuple(dict.fromkeys(carry.choices[one] for one in chosen(given) if one in carry.choices))
    several = questionnaire.field[carry.to].several
    if not choices or (len(choices) > 1 and not several):
        return None
    answer: Given = choices if several else choices[0]
    try:
        return check_answers(questionnaire, {carry.to: answer})[carry.to]
    except UnknownAnswers:
        return None
