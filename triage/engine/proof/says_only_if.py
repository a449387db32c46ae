"""Promises that something is said only to those whose answers bear it, proved over all answers.

A text is read in one of several ways (`texts.Shown`). For each way, and each way in which the promise's condition can
fail beside it, no set of answers may fit. Levels, outcomes and whether the result is settled are followed exactly.
Tags are looked at by themselves and combined freely with everything else, which looks at more cases than can occur.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from triage.engine.deciding.clusters import Cluster
from triage.engine.deciding.combinations import Option, Way, deciding, sweep
from triage.engine.model import Condition, Criterion, Promise, Questionnaire
from triage.engine.proof.narrowing import Demand, Narrowed, demands_of, denials_of
from triage.engine.proof.space import Space
from triage.engine.proof.texts import ResultText, Shown, result_texts, searching
from triage.engine.proof.verdict import Counterexample, Verdict, verdict


def says_only_if(space: Space, promise: Promise) -> Verdict:
    """The words, sections and pieces of advice are read only where the condition certainly holds."""
    places = [(each, said) for each in result_texts(space.questionnaire) if (said := _said(space, promise, each))]
    broken = [
        Counterexample(promise.id, f"{each.place} says “{said}”", way.answers, cost=way.cost)
        for each, said in places
        for shown in each.ways
        if (way := _unborne(space, shown, promise.when)) is not None
    ]
    return verdict(promise.id, len(places), broken)


def _said(space: Space, promise: Promise, each: ResultText) -> str:
    """What of the promise stands in this text, if anything does."""
    if promise.words and (found := searching(promise.words).search(each.text)):
        return found[0]
    kind, name = each.place.split(" ", 1)
    if kind != "advice":
        return ""
    named = name in promise.advice or space.questionnaire.advice_by_id[name].section in promise.sections
    return each.text if named else ""


def _unborne(space: Space, shown: Shown, borne_by: Condition) -> Way | None:
    """The cheapest answers with which the text is read although the condition does not certainly hold."""
    found: list[Way] = []
    for demands in _demands(space.questionnaire, shown, (*shown.failing, borne_by)):
        narrowed = Narrowed.by(space, demands)
        if narrowed is not None:
            found += _ends(space, shown, narrowed)
    return min(found, key=lambda way: way.cost, default=None)


def _demands(questionnaire: Questionnaire, shown: Shown, failing: tuple[Condition, ...]) -> Iterator[list[Demand]]:
    """What must be true together: all criteria of the text, and of each alternative that fails one criterion not."""
    holding = [list(demands_of(questionnaire, criterion)) for criterion in shown.criteria]
    alternatives: list[tuple[Criterion, ...]] = [criteria for condition in failing for criteria in condition or ((),)]
    denied = [[d for criterion in criteria for d in denials_of(questionnaire, criterion)] for criteria in alternatives]
    for chosen in product(*holding, *denied):
        yield [demand for demands in chosen for demand in demands]


def _ends(space: Space, shown: Shown, narrowed: Narrowed) -> Iterator[Way]:
    """The ways to ends that fit what is demanded of the decision."""
    options: Mapping[Cluster, Sequence[Option]] = narrowed.options
    if shown.level is not None:
        options = narrowed.at_level(*shown.level)
    for nodes, way in sweep(space.diagram, options).items():
        rules = deciding(space.diagram, nodes)
        cares = {space.outcome_of([rule]).care for rule in rules}
        names = {space.questionnaire.rules[rule].id for rule in rules if rule is not None}
        fits = shown.rule is None or names == {shown.rule}
        if fits and narrowed.allows(space.outcome_of(rules).id, settled=len(cares) == 1):
            yield way
