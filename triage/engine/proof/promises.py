"""How each kind of promise about outcomes is proved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from triage.engine.deciding.cone import cone
from triage.engine.deciding.feeding import fields_behind
from triage.engine.deciding.path import gates_hold
from triage.engine.model import Outcome, Promise, Question, Questionnaire
from triage.engine.proof.space import Options, Space, cost
from triage.engine.proof.tables import DEAR, Pair
from triage.engine.proof.verdict import Counterexample, Verdict, joined, verdict


def safety_first(space: Space, promise: Promise) -> Verdict:
    """Every level but the lowest gives the promised outcome, help is the next page, everyone is asked."""
    verdicts = []
    for signal in promise.signals:
        raised = [option for option in space.options[signal] if min(option.levels) > 0]
        verdicts.append(
            _outcomes(space, promise, {**space.options, signal: raised}, lambda o: o not in promise.outcomes)
        )
        verdicts.append(verdict(promise.id, 0, _without_help(space.questionnaire, promise, signal)))
    return joined(verdicts, promise.id)


def _without_help(questionnaire: Questionnaire, promise: Promise, signal: str) -> Iterator[Counterexample]:
    """Answers that raise the signal and are not followed by a page of help; or nobody is sure to be asked.

    The next page in order must be one, and its gate must hold by that one answer alone: then it
    comes next whatever else was answered, since a page of help goes before all others (`replay`).
    """
    following: dict[str, Question] = {
        page.id: after for page, after in zip(questionnaire.questions, questionnaire.questions[1:], strict=False)
    }
    walked = cone(questionnaire, signal)
    fields = fields_behind(questionnaire, signal)
    for field in fields:
        after = following.get(field.page.id)
        for choice in field.choices:
            if choice in field.unanswered or walked.move(field, choice).level == 0:
                continue
            helped = after is not None and after.kind == "help" and after.when
            if after is None or not helped or not gates_hold(questionnaire, after, {field.id: choice}):
                message = f"after “{choice}” to “{field.id}” the next page is not crisis help"
                yield Counterexample(promise.id, message, ((field.id, choice),), cost=DEAR)
    if not any(_asked_of_everyone(questionnaire, field.page) for field in fields):
        yield Counterexample(promise.id, f"not everyone is asked a question on “{signal}”", (), cost=DEAR)


def _asked_of_everyone(questionnaire: Questionnaire, page: Question) -> bool:
    return not page.when and (page.always or questionnaire.part[page.part].consent is None)


def never(space: Space, promise: Promise) -> Verdict:
    """Wherever the condition could hold, the outcome is none of the named ones."""
    verdicts = [
        _outcomes(space, promise, options, lambda outcome: outcome in promise.outcomes)
        for options in space.where(promise.when)
    ]
    return joined(verdicts, promise.id)


def never_less_care(space: Space, promise: Promise) -> Verdict:
    """Raising a signal never lowers care."""
    return _ordered(space, promise, lambda low, high: high.care < low.care, "less care although it is worse")


def never_more_care(space: Space, promise: Promise) -> Verdict:
    """Raising a signal never raises care."""
    return _ordered(space, promise, lambda low, high: high.care > low.care, "more care although it is readier")


def never_matters(space: Space, promise: Promise) -> Verdict:
    """However questions on these signals are answered, the outcome is the same."""
    fields = {field.id for signal in promise.signals for field in fields_behind(space.questionnaire, signal)}
    return _twins(space, promise, frozenset(fields), False, lambda a, b: a.id != b.id, "another outcome")


def skipping_never_lowers(space: Space, promise: Promise) -> Verdict:
    """Skipping gives at least the care that any answer gives; signals of safety are apart."""
    fields = frozenset(space.questionnaire.field)
    return _twins(space, promise, fields, True, lambda a, b: a.care < b.care, "less care after skipping")


def _ordered(space: Space, promise: Promise, breaks: Callable[[Outcome, Outcome], bool], message: str) -> Verdict:
    verdicts = []
    for signal in promise.signals:
        pairs = [
            Pair(low.levels, high.levels, low.answers, high.answers, low.cost + high.cost)
            for low in space.options[signal]
            for high in space.options[signal]
            if low.levels != high.levels and min(low.levels) <= min(high.levels) and max(low.levels) <= max(high.levels)
        ]
        verdicts.append(_compared(space, promise, signal, pairs, breaks, message))
    return joined(verdicts, promise.id)


def _twins(
    space: Space,
    promise: Promise,
    fields: frozenset[str],
    skipped: bool,
    breaks: Callable[[Outcome, Outcome], bool],
    message: str,
) -> Verdict:
    verdicts = []
    for signal in space.diagram.signals:
        if skipped and space.questionnaire.signal[signal].side == "safety":
            continue
        table = space.tables[signal]
        if any(field.id in fields for kept in table.cone.fields.values() for field in kept):
            pairs = table.pairs(fields, skipped=skipped)
            verdicts.append(_compared(space, promise, signal, pairs, breaks, message))
    return joined(verdicts, promise.id)


def _outcomes(space: Space, promise: Promise, options: Options, breaks: Callable[[str], bool]) -> Verdict:
    """The verdict if no outcome under these options may be one that breaks the promise."""
    ends = list(space.ends(options))
    broken = (
        Counterexample(promise.id, f"the outcome is {outcome.id}", found.answers, cost=found.cost)
        for outcome, found in ends
        if breaks(outcome.id)
    )
    return verdict(promise.id, len(ends), broken)


def _compared(
    space: Space,
    promise: Promise,
    signal: str,
    pairs: Sequence[Pair],
    breaks: Callable[[Outcome, Outcome], bool],
    message: str,
) -> Verdict:
    """The verdict if no such pair may come to outcomes that break the promise."""
    if signal not in space.diagram.signals:
        return Verdict(promise.id, 0)
    compared = list(space.compare(signal, pairs))
    broken = (
        Counterexample(
            promise.id,
            f"{message}: {left.id} becomes {right.id} by a change of “{signal}”",
            found.answers + pair.left_answers,
            found.answers + pair.right_answers,
            cost(pair, found),
        )
        for left, right, pair, found in compared
        if breaks(left, right)
    )
    return verdict(promise.id, len(compared), broken)
