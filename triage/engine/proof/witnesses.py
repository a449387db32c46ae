"""A set of answers for every question, choice, rule, outcome and piece of advice: each can be reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from triage.engine.deciding.answers import Answers, Given, chosen
from triage.engine.deciding.clusters import Cluster, cluster_of
from triage.engine.deciding.combinations import Option, deciding, sweep
from triage.engine.deciding.decision import decide_among, see
from triage.engine.deciding.diagram import Need, need
from triage.engine.deciding.feeding import fields_behind
from triage.engine.deciding.path import replay
from triage.engine.deciding.states import Filled
from triage.engine.explaining.advice import advise
from triage.engine.explaining.agendas import applies_when
from triage.engine.explaining.facts import facts
from triage.engine.model import Advice, Criterion, Gate, Question, Questionnaire
from triage.engine.model.conditions import Gates
from triage.engine.proof.space import Options, Space
from triage.engine.proof.verdict import complete

Witnesses = Mapping[str, Mapping[str, Filled]]
"""Answers under the kind and id of what they reach."""


def find_witnesses(space: Space) -> tuple[Witnesses, tuple[str, ...]]:
    """Witnesses that the interpreter confirms, and what has none."""
    questionnaire = space.questionnaire
    rules = rule_witnesses(space)
    outcomes: dict[str, Filled | None] = {outcome.id: None for outcome in questionnaire.outcomes}
    for rule in questionnaire.rules:
        if outcomes[rule.outcome] is None:
            outcomes[rule.outcome] = rules.get(rule.id)
    found: Mapping[str, Mapping[str, Filled | None]] = {
        "questions": {page.id: page_witness(questionnaire, page) for page in questionnaire.questions},
        "choices": choice_witnesses(questionnaire),
        "rules": {rule.id: rules.get(rule.id) for rule in questionnaire.rules},
        "outcomes": outcomes,
        "advice": {piece.id: advice_witness(space, piece) for piece in questionnaire.advice},
    }
    alive = {
        kind: {
            name: filled
            for name, filled in each.items()
            if filled is not None and _SHOWS[kind](questionnaire, complete(questionnaire, filled), name)
        }
        for kind, each in found.items()
    }
    dead = tuple(f"{kind} {name}" for kind, each in found.items() for name in each if name not in alive[kind])
    return alive, dead


def _shows_question(questionnaire: Questionnaire, answers: Answers, name: str) -> bool:
    return questionnaire.question[name] in replay(questionnaire, answers).pages


def _shows_choice(questionnaire: Questionnaire, answers: Answers, name: str) -> bool:
    field, choice = name.split(".")
    return choice in chosen(replay(questionnaire, answers).answers.get(field))


def _shows_rule(questionnaire: Questionnaire, answers: Answers, name: str) -> bool:
    return see(questionnaire, answers).decision.rule.id == name


def _shows_outcome(questionnaire: Questionnaire, answers: Answers, name: str) -> bool:
    return see(questionnaire, answers).decision.outcome.id == name


def _shows_advice(questionnaire: Questionnaire, answers: Answers, name: str) -> bool:
    return name in {advice.id for advice in advise(facts(questionnaire, see(questionnaire, answers)))}


_SHOWS: Mapping[str, Callable[[Questionnaire, Answers, str], bool]] = {
    "questions": _shows_question,
    "choices": _shows_choice,
    "rules": _shows_rule,
    "outcomes": _shows_outcome,
    "advice": _shows_advice,
}


def rule_witnesses(space: Space) -> dict[str, Filled]:
    """For each rule that can decide with nothing left open, the fewest answers with which it does."""
    ends = sweep(space.diagram, _settled(space.options))
    rules = {nodes: decide_among(space.questionnaire, deciding(space.diagram, nodes)).rule for nodes in ends}
    return {rules[nodes].id: way.answers for nodes, way in ends.items()}


def _settled(options: Options) -> dict[Cluster, Sequence[Option]]:
    """The options that leave a cluster no choice of levels."""
    return {cluster: [o for o in each if len(o.combinations) == 1] for cluster, each in options.items()}


def page_witness(questionnaire: Questionnaire, page: Question) -> Filled | None:
    """Answers that put the page on the path, or None if none do."""
    above = _gates_witness(questionnaire, page.when)
    rows = (_gates_witness(questionnaire, field.when) for field in questionnaire.fields_of(page))
    row = next((each for each in rows if each is not None), None)
    return None if above is None or row is None else above + row


def _gates_witness(questionnaire: Questionnaire, when: Gates) -> Filled | None:
    """Answers that open one of the alternatives, or None if none do."""
    for gates in when or ((),):
        parts = [_gate_witness(questionnaire, gate) for gate in gates]
        if all(part is not None for part in parts):
            return tuple(answer for part in parts for answer in part or ())
    return None


def _gate_witness(questionnaire: Questionnaire, gate: Gate) -> Filled | None:
    if gate.none_of:
        return ()
    if gate.question is not None:
        return _reaching(questionnaire, gate.question, gate.any_of[0])
    filled: Filled = ()
    total = 0
    for item in questionnaire.items_of(gate.scale):
        if total < gate.at_least:
            answer, value = max(questionnaire.values[item].items(), key=lambda entry: entry[1])
            total += value
            filled += _reaching(questionnaire, item, answer) or ()
    return filled if total >= gate.at_least else None


def _reaching(questionnaire: Questionnaire, field_id: str, choice: str) -> Filled | None:
    """Answers that put the field on the path, and the choice itself."""
    field = questionnaire.field[field_id]
    above = _gates_witness(questionnaire, field.page.when)
    own = _gates_witness(questionnaire, field.when)
    return None if above is None or own is None else (*above, *own, (field_id, (choice,) if field.several else choice))


def choice_witnesses(questionnaire: Questionnaire) -> dict[str, Filled | None]:
    """For each choice (`field.choice`), answers that put its page on the path, and the choice itself."""
    return {
        f"{field.id}.{choice}": _reaching(questionnaire, field.id, choice)
        for field in questionnaire.field.values()
        for choice in field.choices
    }


def advice_witness(space: Space, piece: Advice) -> Filled | None:
    """Answers with which the piece of advice applies, or None if there are none."""
    ways = (_advice_way(space, criteria) for criteria in applies_when(space.questionnaire, piece) or ((),))
    return next((way for way in ways if way is not None), None)


def _advice_way(space: Space, criteria: Sequence[Criterion]) -> Filled | None:
    outcomes = [criterion.outcome for criterion in criteria if criterion.outcome]
    for options in _narrowed(space, criteria):
        ends = space.ends(options)
        fitting = [found for outcome, found in ends if all(outcome.id in allowed for allowed in outcomes)]
        if fitting:
            return min(fitting, key=lambda found: found.cost).answers + _tag_answers(space.questionnaire, criteria)
    return None


def _narrowed(space: Space, criteria: Sequence[Criterion]) -> Iterator[Options]:
    """The options under which the criteria on levels certainly hold, one for each way of holding."""
    # What is said where a result is not settled is read by people who left something open.
    left_open = any(criterion.settled is False for criterion in criteria)
    start: list[dict[Cluster, Sequence[Option]]] = [dict(space.options) if left_open else _settled(space.options)]
    for criterion in sorted(criteria, key=lambda each: each.kind != "unanswered"):
        name = criterion.signal or ""
        if criterion.kind == "unanswered" and space.questionnaire.signal[name].levels:
            cluster = cluster_of(space.questionnaire, name)
            levels = len(space.questionnaire.signal[name].levels)
            silent = [option for option in space.options[cluster] if len(_levels(option, cluster, name)) == levels]
            start = [{**options, cluster: silent} for options in start]
        elif criterion.kind in ("level", "group"):
            wanted = need(space.questionnaire, criterion)
            start = [
                _holding(space, options, wanted, members)
                for options in start
                for members in combinations(wanted.signals, wanted.least)
            ]
    yield from start


def _holding(
    space: Space, options: dict[Cluster, Sequence[Option]], wanted: Need, members: Sequence[str]
) -> dict[Cluster, Sequence[Option]]:
    """The options under which these signals certainly lie where the criterion wants them."""
    narrowed = dict(options)
    for name in members:
        cluster = cluster_of(space.questionnaire, name)
        narrowed[cluster] = [o for o in narrowed[cluster] if wanted.must_hold(name, _levels(o, cluster, name))]
    return narrowed


def _levels(option: Option, cluster: Cluster, signal: str) -> frozenset[int]:
    """The levels of one signal under an option."""
    place = cluster.place(signal)
    return frozenset(levels[place] for levels in option.combinations)


def _tag_answers(questionnaire: Questionnaire, criteria: Sequence[Criterion]) -> Filled:
    """Answers that give the first of the tags that each criterion asks for."""
    given: dict[str, Given] = {}
    for criterion in (each for each in criteria if each.has):
        for name, answer in _giving(questionnaire, criterion.signal or "", criterion.has[0]):
            together = (*chosen(given.get(name)), *chosen(answer))
            given[name] = tuple(dict.fromkeys(together)) if questionnaire.field[name].several else answer
    return tuple(given.items())


def _giving(questionnaire: Questionnaire, signal: str, tag: str) -> Filled:
    """Answers that give the tag, if any do."""
    choices = ((field, choice) for field in fields_behind(questionnaire, signal) for choice in field.choices)
    giving = ((f.id, choice) for f, choice in choices if questionnaire.effects(f, choice).get(signal) == tag)
    ways = (_reaching(questionnaire, *answer) for answer in giving)
    return next((way for way in ways if way is not None), ())
