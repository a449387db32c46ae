"""Signals and rules say what they must, in the vocabulary that they may use."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.faults.fault import FaultAt, Place, covers, unknown
from triage.engine.model import Question, Questionnaire, Score, Signal


def decision_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Faults of signals, scores, groups, rules and versions."""
    for number, signal in enumerate(questionnaire.signals):
        yield from _signal(questionnaire, ("signals", number), signal)
    for number, score in enumerate(questionnaire.scores):
        if score.scale in questionnaire.scale:
            yield from _score(questionnaire, ("scores", number), score)
    for number, group in enumerate(questionnaire.groups):
        scales = [questionnaire.signal[name].levels for name in group.signals if name in questionnaire.signal]
        longest = max(scales, key=len, default=())
        if any(tuple(level for level in longest if level in levels) != levels for levels in scales):
            message = "the signals of a group share one scale of levels, of which some may leave out levels"
            yield FaultAt(("groups", number, "signals"), message)
    for number, rule in enumerate(questionnaire.rules):
        kinds = {criterion.kind for criteria in rule.when for criterion in criteria}
        if kinds - {"level", "group"}:
            yield FaultAt(("rules", number, "when"), "a rule reads the levels of signals and groups only")
        if not rule.when and not rule.because:
            yield FaultAt(("rules", number, "because"), "a rule without condition names the signals that explain it")
    for number, change in enumerate(questionnaire.changes):
        for name in change.renamed.values():
            yield from unknown(("changes", number, "renamed"), "signal", name, questionnaire.signal)
    versions = [change.version for change in questionnaire.changes]
    if versions != list(range(1, questionnaire.version + 1)):
        yield FaultAt(("changes",), f"say what changed in each version from 1 to {questionnaire.version}, in order")


def _signal(questionnaire: Questionnaire, place: Place, signal: Signal) -> Iterator[FaultAt]:
    if bool(signal.levels) == bool(signal.tags):
        yield FaultAt(place, "a signal has either levels or tags")
    if signal.levels and set(signal.levels) - set(signal.said):
        yield FaultAt((*place, "said"), "say what each level means to the person")
    if signal.bands:
        highest = sum(_most_points(question, signal.id) for question in questionnaire.questions)
        yield from covers((*place, "bands"), [(band.low, band.high) for band in signal.bands], highest)
    if signal.side == "safety":
        # Else silence could be urgent, and help could not follow at once on the answer that calls for it.
        if signal.levels and signal.when_unanswered != signal.levels[0]:
            yield FaultAt((*place, "when_unanswered"), f"silence about safety is “{signal.levels[0]}”")
        if signal.bands or any(score.signal == signal.id for score in questionnaire.scores):
            yield FaultAt(place, "a signal of safety is raised by single answers, not by points")


def _most_points(question: Question, signal: str) -> int:
    """The most points that the question can give the signal."""
    effects = (choice.effects.get(signal) for choice in question.choices)
    points = sorted((effect for effect in effects if isinstance(effect, int)), reverse=True)
    return sum(points[: question.most] if question.kind == "several" else points[:1])


def _score(questionnaire: Questionnaire, place: Place, score: Score) -> Iterator[FaultAt]:
    items = questionnaire.items_of(score.scale)
    values = questionnaire.values
    bounds = [(cut.low, cut.high) for cut in score.cuts]
    yield from covers((*place, "cuts"), bounds, sum(max(values[item].values()) for item in items if item in values))
    asked = {item for question in questionnaire.questions for item in question.items}
    if not asked.issuperset(items):
        yield FaultAt((*place, "scale"), f"not all items of “{score.scale}” are asked")
