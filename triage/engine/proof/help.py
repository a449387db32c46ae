"""Promises that help comes at once: on the very next page after the answer that calls for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product, takewhile

from triage.engine.deciding.answers import Given, chosen
from triage.engine.deciding.clusters import cluster_of
from triage.engine.deciding.feeding import every_answer, fields_behind
from triage.engine.deciding.path import gates_hold
from triage.engine.model import Criterion, Field, Promise, Question, Questionnaire
from triage.engine.proof.promises import urgent_where_raised
from triage.engine.proof.space import Space
from triage.engine.proof.tables import DEAR
from triage.engine.proof.verdict import Counterexample, Verdict, joined, verdict


def help_next(space: Space, promise: Promise) -> Verdict:
    """Whoever gives a signal such a level, or tag, sees help next, unless a page of the topic was seen before."""
    criteria = (criterion for criteria in promise.when for criterion in criteria)
    return joined([_helped(space.questionnaire, promise, criterion) for criterion in criteria], promise.id)


def safety_first(space: Space, promise: Promise) -> Verdict:
    """Every level but the lowest gives the promised outcome, help is the next page, everyone is asked."""
    verdicts = [urgent_where_raised(space, promise)]
    for signal in promise.signals:
        raised = Criterion(signal=signal, at_least=space.questionnaire.signal[signal].levels[1])
        verdicts.append(_helped(space.questionnaire, promise, raised))
        fields = fields_behind(space.questionnaire, signal)
        if not any(_asked_of_everyone(space.questionnaire, field.page) for field in fields):
            message = f"not everyone is asked a question on “{signal}”"
            verdicts.append(verdict(promise.id, 0, [Counterexample(promise.id, message, (), cost=DEAR)]))
    return joined(verdicts, promise.id)


def _helped(questionnaire: Questionnaire, promise: Promise, criterion: Criterion) -> Verdict:
    """The verdict on every answer by which the criterion holds."""
    calling = [
        (field, given)
        for field in fields_behind(questionnaire, criterion.signal or "")
        for given in every_answer(field)
        if _calls(questionnaire, criterion, field, given)
    ]
    broken = (
        Counterexample(promise.id, _message(field, given), ((field.id, given),), cost=DEAR)
        for field, given in calling
        if not _is_helped(questionnaire, promise, field, given)
    )
    return verdict(promise.id, len(calling), broken)


def _calls(questionnaire: Questionnaire, criterion: Criterion, field: Field, given: Given) -> bool:
    """Whether the answer by itself gives the signal the level or one of the tags."""
    signal = questionnaire.signal[criterion.signal or ""]
    if criterion.has:
        tags = {questionnaire.effects(field, choice).get(signal.id) for choice in chosen(given)}
        return not tags.isdisjoint(criterion.has)
    cluster = cluster_of(questionnaire, signal.id)
    wanted = signal.levels.index(criterion.at_least or signal.levels[0])
    return cluster.move(field, given).levels[cluster.place(signal.id)] >= wanted


def _is_helped(questionnaire: Questionnaire, promise: Promise, field: Field, given: Given) -> bool:
    """Whether help follows this answer, whatever else was answered.

    It comes next if its page stands next in order and its gates hold, since a page of help goes before all others
    (`replay`). Gates that read other answers are tried with each of them.
    """
    place = questionnaire.questions.index(field.page)
    after = list(takewhile(lambda page: page.kind == "help", questionnaire.questions[place + 1 :]))
    before = [page for page in questionnaire.questions[:place] if page.kind == "help"]
    helping = [page for page in (*before, *after) if page.when and _fits(promise, page)]
    others = _gating_fields(questionnaire, helping, field)
    for answers in product(*((None, *every_answer(other)) for other in others)):
        known = {other.id: answer for other, answer in zip(others, answers, strict=True)}
        if not any(gates_hold(questionnaire, page.when, {**known, field.id: given}) for page in helping):
            return False
    return True


def _fits(promise: Promise, page: Question) -> bool:
    return not promise.topics or not set(promise.topics).isdisjoint(page.topics)


def _gating_fields(questionnaire: Questionnaire, pages: Sequence[Question], apart: Field) -> list[Field]:
    """The other fields that the gates of these pages name. A scale's total is left at zero, where it opens nothing."""
    gates = (gate for page in pages for gates in page.when for gate in gates)
    names = dict.fromkeys(gate.question for gate in gates if gate.question is not None)
    return [questionnaire.field[name] for name in names if name != apart.id]


def _asked_of_everyone(questionnaire: Questionnaire, page: Question) -> bool:
    return not page.when and (page.always or questionnaire.part[page.part].consent is None)


def _message(field: Field, given: Given) -> str:
    answer = " + ".join(given) if isinstance(given, tuple) else given
    return f"after “{answer}” to “{field.id}” the next page is not help"
