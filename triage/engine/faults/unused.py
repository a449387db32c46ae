"""Nothing stands in the content without a use."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.deciding.diagram import criterion_signals
from triage.engine.deciding.feeding import feeding_fields, gates_of
from triage.engine.faults.fault import FaultAt
from triage.engine.model import Questionnaire


def unused_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Faults of things that make no difference. The references must hold."""
    used = _used_signals(questionnaire)
    gates = [gate for field in questionnaire.field.values() for gate in gates_of(field)]
    # By pages and pieces themselves: where somebody is, and numbers that they chose.
    named = {questionnaire.country, *(name for piece in questionnaire.advice for name in piece.blanks)}
    gated = {(gate.question, choice) for gate in gates for choice in gate.choices}
    gated_scales = {item for gate in gates for item in questionnaire.items_of(gate.scale)}
    for number, question in enumerate(questionnaire.questions):
        if question.kind in ("consent", "help"):
            continue
        fed = {signal.id for signal in questionnaire.signals if feeding_fields(questionnaire, question, signal.id)}
        names = {field.id for field in questionnaire.fields_of(question)}
        opens = any(name in names for name, _ in gated) or not gated_scales.isdisjoint(names)
        if fed.isdisjoint(used) and not opens and question.id not in named:
            yield FaultAt(("questions", number), "nothing uses this question")
        for inner, choice in enumerate(question.choices):
            useful = choice.unanswered or question.together or question.id in named
            useful = useful or any(questionnaire.effects(questionnaire.field[name], choice.id) for name in names)
            if not useful and all((name, choice.id) not in gated for name in names):
                yield FaultAt(("questions", number, "choices", inner, "effects"), "this choice has no effect")
    for number, signal in enumerate(questionnaire.signals):
        if signal.id not in used:
            yield FaultAt(("signals", number), "no rule and no advice uses this signal")
        if not any(feeding_fields(questionnaire, question, signal.id) for question in questionnaire.questions):
            yield FaultAt(("signals", number), "no question feeds this signal")
    decided = {rule.outcome for rule in questionnaire.rules}
    for number, outcome in enumerate(questionnaire.outcomes):
        if outcome.id not in decided:
            yield FaultAt(("outcomes", number), "no rule leads to this outcome")


def _used_signals(questionnaire: Questionnaire) -> set[str]:
    conditions = [rule.when for rule in questionnaire.rules] + [piece.when for piece in questionnaire.advice]
    conditions += [variant.when for outcome in questionnaire.outcomes for variant in outcome.variants]
    criteria = [criterion for when in conditions for group in when for criterion in group]
    named = {signal for rule in questionnaire.rules for signal in rule.because}
    named |= {section.length for section in questionnaire.sections if section.length is not None}
    return named | {signal for criterion in criteria for signal in criterion_signals(questionnaire, criterion)}
