"""Every id that is named exists, and none is given twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from triage.engine.faults.fault import FaultAt, Place, repeated, repeated_at, unknown
from triage.engine.model import Criterion, Question, Questionnaire, Signal
from triage.engine.model.conditions import Condition, Gates


def reference_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Faults of ids, in the order of the content."""
    yield from _repeated_ids(questionnaire)
    yield from unknown(("country",), "question", questionnaire.country, questionnaire.question)
    for name in questionnaire.before_settling:
        yield from unknown(("before_settling",), "question", name, questionnaire.question)
    for number, part in enumerate(questionnaire.parts):
        if part.consent is not None:
            yield from unknown(("parts", number, "consent"), "question", part.consent, questionnaire.question)
    for number, group in enumerate(questionnaire.groups):
        for name in group.signals:
            yield from unknown(("groups", number, "signals"), "signal", name, questionnaire.signal)
    for number, signal in enumerate(questionnaire.signals):
        yield from _signal(("signals", number), signal)
    for number, question in enumerate(questionnaire.questions):
        yield from _question(questionnaire, ("questions", number), question)
    for number, score in enumerate(questionnaire.scores):
        place = ("scores", number)
        yield from unknown((*place, "scale"), "scale", score.scale, questionnaire.scale)
        yield from unknown((*place, "signal"), "signal", score.signal, questionnaire.signal)
        for cut in score.cuts if score.signal in questionnaire.signal else ():
            yield from unknown((*place, "cuts"), "level", cut.level, questionnaire.signal[score.signal].levels)
    yield from _decisions(questionnaire)


def _repeated_ids(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    lists: Sequence[tuple[str, str]] = (
        ("parts", "part"),
        ("signals", "signal"),
        ("groups", "group"),
        ("questions", "question"),
        ("outcomes", "outcome"),
        ("rules", "rule"),
        ("sections", "section"),
        ("advice", "piece of advice"),
        ("scopes", "scope"),
        ("promises", "promise"),
    )
    for key, kind in lists:
        yield from repeated((key,), kind, [entry.id for entry in getattr(questionnaire, key)])
    for number, question in enumerate(questionnaire.questions):
        place = ("questions", number)
        yield from repeated((*place, "choices"), "choice", [choice.id for choice in question.choices])
        if question.id in questionnaire.item:
            yield FaultAt((*place, "id"), f"an instrument's item is called “{question.id}” too")
    others = {*questionnaire.question, *questionnaire.item}
    rows: list[tuple[Place, str]] = [
        (("questions", number, "rows", inner), row.id)
        for number, question in enumerate(questionnaire.questions)
        for inner, row in enumerate(question.rows)
    ]
    yield from repeated_at(rows, "row")
    for where, name in rows:
        if name in others:
            yield FaultAt((*where, "id"), f"a question or an instrument's item is called “{name}” too")
    asked = [(n, item) for n, question in enumerate(questionnaire.questions) for item in question.items]
    for place_of, item in asked:
        if [name for _, name in asked].index(item) != asked.index((place_of, item)):
            yield FaultAt(("questions", place_of, "items"), f"the item “{item}” is asked twice")


def _signal(place: Place, signal: Signal) -> Iterator[FaultAt]:
    yield from repeated((*place, "levels"), "level", signal.levels)
    yield from repeated((*place, "tags"), "tag", signal.tags)
    for key, names in (("said", tuple(signal.said)), ("bands", tuple(band.level for band in signal.bands))):
        for name in names:
            yield from unknown((*place, key), "level", name, (*signal.levels, *(signal.tags if key == "said" else ())))
    if signal.counts_from is not None:
        yield from unknown((*place, "counts_from"), "level", signal.counts_from, signal.levels)
    if signal.when_unanswered != "open":
        yield from unknown((*place, "when_unanswered"), "level", signal.when_unanswered, signal.levels)


def _question(questionnaire: Questionnaire, place: Place, question: Question) -> Iterator[FaultAt]:
    yield from unknown((*place, "part"), "part", question.part, questionnaire.part)
    for number, choice in enumerate(question.choices):
        yield from _effects(questionnaire, (*place, "choices", number, "effects"), choice.effects)
    choices = [choice.id for choice in question.choices]
    for number, row in enumerate(question.rows):
        for name, effects in row.effects.items():
            where = (*place, "rows", number, "effects")
            yield from unknown(where, "choice", name, choices)
            yield from _effects(questionnaire, (*where, name), effects)
    for number, each in enumerate(question.together):
        where = (*place, "together", number)
        yield from unknown((*where, "signal"), "signal", each.signal, questionnaire.signal)
        if each.signal in questionnaire.signal:
            yield from unknown((*where, "level"), "level", each.level, questionnaire.signal[each.signal].levels)
        for name in (*each.only, *each.any):
            yield from unknown(where, "choice", name, choices)
    if question.instrument is not None:
        yield from unknown((*place, "instrument"), "instrument", question.instrument, questionnaire.instrument)
        if question.instrument in questionnaire.instrument:
            items = [item.id for item in questionnaire.instrument[question.instrument].items]
            for name in question.items:
                yield from unknown((*place, "items"), "item", name, items)
    for raised in question.item_effects:
        yield from unknown((*place, "item_effects"), "item of this page", raised.item, question.items)
        yield from unknown((*place, "item_effects"), "signal", raised.signal, questionnaire.signal)
        if raised.signal in questionnaire.signal:
            levels = questionnaire.signal[raised.signal].levels
            yield from unknown((*place, "item_effects"), "level", raised.level, levels)
    yield from _gates(questionnaire, (*place, "when"), question.when)
    for number, row in enumerate(question.rows):
        yield from _gates(questionnaire, (*place, "rows", number, "when"), row.when)


def _effects(questionnaire: Questionnaire, place: Place, effects: Mapping[str, str | int]) -> Iterator[FaultAt]:
    for name, effect in effects.items():
        yield from unknown(place, "signal", name, questionnaire.signal)
        signal = questionnaire.signal.get(name)
        if signal is not None and isinstance(effect, str):
            yield from unknown((*place, name), "level or tag", effect, signal.levels or signal.tags)
        if signal is not None and isinstance(effect, int) and not signal.bands:
            yield FaultAt((*place, name), f"the signal “{name}” has no bands, so points mean nothing to it")
        if isinstance(effect, int) and effect < 0:
            yield FaultAt((*place, name), "points are 0 or more")


def _gates(questionnaire: Questionnaire, place: Place, when: Gates) -> Iterator[FaultAt]:
    for gate in (gate for gates in when for gate in gates):
        if gate.scale is not None:
            yield from unknown(place, "scale", gate.scale, questionnaire.scale)
        if gate.question is not None:
            yield from unknown(place, "question", gate.question, questionnaire.field_ids)
            for answer in gate.choices if gate.question in questionnaire.field_ids else ():
                yield from unknown(place, "choice", answer, questionnaire.field_ids[gate.question])


def _decisions(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    for number, rule in enumerate(questionnaire.rules):
        yield from unknown(("rules", number, "outcome"), "outcome", rule.outcome, questionnaire.outcome)
        for name in rule.because:
            yield from unknown(("rules", number, "because"), "signal", name, questionnaire.signal)
        yield from condition_faults(questionnaire, ("rules", number, "when"), rule.when)
    for number, outcome in enumerate(questionnaire.outcomes):
        for inner, variant in enumerate(outcome.variants):
            yield from condition_faults(questionnaire, ("outcomes", number, "variants", inner, "when"), variant.when)
    for number, piece in enumerate(questionnaire.advice):
        yield from condition_faults(questionnaire, ("advice", number, "when"), piece.when)


def condition_faults(questionnaire: Questionnaire, place: Place, condition: Condition) -> Iterator[FaultAt]:
    """Faults of ids that a condition names."""
    for number, criteria in enumerate(condition):
        for inner, criterion in enumerate(criteria):
            yield from _criterion(questionnaire, (*place, number, inner), criterion)


def _criterion(questionnaire: Questionnaire, place: Place, criterion: Criterion) -> Iterator[FaultAt]:
    for outcome in criterion.outcome:
        yield from unknown(place, "outcome", outcome, questionnaire.outcome)
    signal = None
    if criterion.group is not None:
        yield from unknown(place, "group", criterion.group, questionnaire.group)
        if criterion.group in questionnaire.group:
            # Some of them may have only some of the levels.
            named = (questionnaire.signal.get(name) for name in questionnaire.group[criterion.group].signals)
            signal = max((one for one in named if one is not None), key=lambda one: len(one.levels), default=None)
    if criterion.signal is not None:
        yield from unknown(place, "signal", criterion.signal, questionnaire.signal)
        signal = questionnaire.signal.get(criterion.signal)
    if signal is not None:
        for level in (criterion.at_least, criterion.at_most):
            if level is not None:
                yield from unknown(place, "level", level, signal.levels)
        for tag in (*criterion.has, *criterion.lacks):
            yield from unknown(place, "tag", tag, signal.tags)
