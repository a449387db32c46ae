"""Nothing stands in the content without a use, and signals stay apart where the proof needs it."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.deciding.diagram import criterion_signals, rule_signals
from triage.engine.deciding.feeding import feeding_fields, gating
from triage.engine.faults.fault import FaultAt
from triage.engine.model import Question, Questionnaire


def unused_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Faults of things that make no difference. The references must hold."""
    used = _used_signals(questionnaire)
    gates = [gate for question in questionnaire.questions for gates in question.when for gate in gates]
    # By pages and pieces themselves: where somebody is, and numbers that they chose.
    named = {questionnaire.country, *(name for piece in questionnaire.advice for name in piece.blanks)}
    gated = {(gate.question, choice) for gate in gates for choice in gate.any_of}
    gated_scales = {item for gate in gates for item in questionnaire.items_of(gate.scale)}
    for number, question in enumerate(questionnaire.questions):
        if question.kind in ("consent", "help"):
            continue
        fed = {signal.id for signal in questionnaire.signals if feeding_fields(questionnaire, question, signal.id)}
        opens = any(name == question.id for name, _ in gated) or not gated_scales.isdisjoint(question.items)
        if fed.isdisjoint(used) and not opens and question.id not in named:
            yield FaultAt(("questions", number), "nothing uses this question")
        for inner, choice in enumerate(question.choices):
            useful = choice.effects or choice.unanswered or question.id in named
            if not useful and (question.id, choice.id) not in gated:
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
    yield from _shared(questionnaire)


def _used_signals(questionnaire: Questionnaire) -> set[str]:
    conditions = [rule.when for rule in questionnaire.rules] + [piece.when for piece in questionnaire.advice]
    criteria = [criterion for when in conditions for group in when for criterion in group]
    named = {signal for rule in questionnaire.rules for signal in rule.because}
    named |= {section.length for section in questionnaire.sections if section.length is not None}
    return named | {signal for criterion in criteria for signal in criterion_signals(questionnaire, criterion)}


def _shared(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Signals that rules read must not hang on the same page: what is possible for one would
    then depend on the other, and looking at each by itself would be wrong. Safety may share,
    since its silence does not decide."""
    read = [name for name in rule_signals(questionnaire) if questionnaire.signal[name].side != "safety"]
    for number, question in enumerate(questionnaire.questions):
        hanging = [name for name in read if question.id in _pages(questionnaire, name)]
        if len(hanging) > 1:
            yield FaultAt(("questions", number), f"signals that rules read hang on it together: {', '.join(hanging)}")


def _pages(questionnaire: Questionnaire, signal: str) -> set[str]:
    feeding: list[Question] = [q for q in questionnaire.questions if feeding_fields(questionnaire, q, signal)]
    return {q.id for q in feeding} | {name for q in feeding for name in gating(questionnaire, q)}
