"""Which advice applies to what is known, and the numbers that it names."""

from __future__ import annotations

from collections.abc import Mapping

from triage.engine.deciding.answers import Answers, chosen
from triage.engine.explaining.agendas import applies_when, timed
from triage.engine.explaining.facts import Facts
from triage.engine.model import Advice, Questionnaire


def advise(facts: Facts) -> tuple[Advice, ...]:
    """The advice whose condition certainly holds, in the order of the content, that of an agenda in its own."""
    questionnaire = facts.questionnaire
    order = {name: place for place, name in enumerate(timed(questionnaire, facts.outcome, facts.levels))}
    fitting = [advice for advice in questionnaire.advice if facts.certain(applies_when(questionnaire, advice))]
    return tuple(sorted(fitting, key=lambda advice: order.get(advice.id, -1))) if order else tuple(fitting)


def chosen_numbers(questionnaire: Questionnaire, counted: Answers) -> Mapping[str, int]:
    """The numbers that were chosen, under their questions."""
    options = (
        (field_id, choice)
        for field_id, answer in counted.items()
        for choice in questionnaire.field[field_id].page.choices
        if choice.id in chosen(answer)
    )
    return {field_id: choice.number for field_id, choice in options if choice.number is not None}
