"""Which pieces of advice apply to what is known."""

from __future__ import annotations

from collections.abc import Mapping

from triage.engine.deciding.answers import Answers, chosen
from triage.engine.deciding.certainty import certainly
from triage.engine.deciding.decision import Levels, Seen
from triage.engine.explaining.agendas import applies_when, timed
from triage.engine.model import Advice, Criterion, Questionnaire

Tags = Mapping[str, tuple[str, ...]]
"""The tags given, in the order of the signal's tags, under each signal's id."""


def given_tags(questionnaire: Questionnaire, counted: Answers) -> Tags:
    """The tags that the answers on the path give."""
    given: dict[str, set[str]] = {signal.id: set() for signal in questionnaire.signals if signal.tags}
    for field_id, answer in counted.items():
        for choice in chosen(answer):
            for signal, tag in questionnaire.effects(questionnaire.field[field_id], choice).items():
                if signal in given:
                    given[signal].add(str(tag))
    return {
        signal: tuple(tag for tag in questionnaire.signal[signal].tags if tag in tags) for signal, tags in given.items()
    }


def advise(questionnaire: Questionnaire, seen: Seen, tags: Tags) -> tuple[Advice, ...]:
    """The pieces whose condition certainly holds, in the order of the content, those of an agenda in its own."""
    levels, outcome = seen.levels, seen.decision.outcome
    order = {name: place for place, name in enumerate(timed(questionnaire, outcome, levels))}

    def holds(criterion: Criterion) -> bool:
        match criterion.kind:
            case "outcome":
                return outcome.id in criterion.outcome
            case "tags":
                return not set(tags[criterion.signal or ""]).isdisjoint(criterion.has)
            case "unanswered":
                return is_unanswered(questionnaire, criterion.signal or "", levels, tags)
            case _:
                return certainly(questionnaire, criterion, levels)

    pieces = [
        piece
        for piece in questionnaire.advice
        if not (when := applies_when(questionnaire, piece)) or any(all(map(holds, criteria)) for criteria in when)
    ]
    return tuple(sorted(pieces, key=lambda piece: order.get(piece.id, -1))) if order else tuple(pieces)


def chosen_numbers(questionnaire: Questionnaire, counted: Answers) -> Mapping[str, int]:
    """The numbers that were chosen, under their questions."""
    options = (
        (field_id, choice)
        for field_id, answer in counted.items()
        for choice in questionnaire.field[field_id].page.choices
        if choice.id in chosen(answer)
    )
    return {field_id: choice.number for field_id, choice in options if choice.number is not None}


def is_unanswered(questionnaire: Questionnaire, signal_id: str, levels: Levels, tags: Tags) -> bool:
    """Whether nothing is known of the signal: no tag, or every level still possible."""
    signal = questionnaire.signal[signal_id]
    return not tags[signal_id] if signal.tags else len(levels[signal_id]) == len(signal.levels)
