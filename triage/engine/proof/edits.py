"""Every slip of the pen that one hand can make in a rule table.

That is: a level or a count off by one; a criterion, an alternative or a rule left out; another outcome; two
neighbours swapped. (Mutations, in the words of software testing: DeMillo, Lipton and Sayward, “Hints on test data
selection”, Computer 11(4), 1978.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from triage.engine.model import Condition, Criterion, Questionnaire, Rule

Rules = tuple[Rule, ...]


@dataclass(frozen=True)
class Edit:
    """One edit, by a name that content can refer to, and the whole table with it.

    In names, alternatives and their criteria count from 1: `R7.2.1: at_least yes`.
    """

    name: str
    rules: Rules


def single_edits(questionnaire: Questionnaire) -> Iterator[Edit]:
    """All of them, in the order of the table."""
    rules = questionnaire.rules
    for place, rule in enumerate(rules):
        if place:
            swapped = (*rules[: place - 1], rule, rules[place - 1], *rules[place + 1 :])
            yield Edit(f"{rule.id} before {rules[place - 1].id}", swapped)
        if len(rules) > 1:
            yield Edit(f"{rule.id}: dropped", (*rules[:place], *rules[place + 1 :]))
        for name, edited in _of_one_rule(questionnaire, rule):
            yield Edit(name, (*rules[:place], edited, *rules[place + 1 :]))


def _of_one_rule(questionnaire: Questionnaire, rule: Rule) -> Iterator[tuple[str, Rule]]:
    for outcome in questionnaire.outcomes:
        if outcome.id != rule.outcome:
            yield f"{rule.id}: outcome {outcome.id}", rule.model_copy(update={"outcome": outcome.id})
    for name, when in _of_condition(questionnaire, rule):
        yield name, rule.model_copy(update={"when": when})


def _of_condition(questionnaire: Questionnaire, rule: Rule) -> Iterator[tuple[str, Condition]]:
    for place, criteria in enumerate(rule.when):
        before, after, name = rule.when[:place], rule.when[place + 1 :], f"{rule.id}.{place + 1}"
        # Without its only alternative a rule would always hold, as it does without that one's last criterion.
        if len(rule.when) > 1:
            yield f"{name}: dropped", (*before, *after)
        for inner, criterion in enumerate(criteria):
            rest = (*criteria[:inner], *criteria[inner + 1 :])
            yield f"{name}.{inner + 1}: dropped", (*before, rest, *after)
            for told, edited in _of_criterion(questionnaire, criterion):
                changed = (*criteria[:inner], edited, *criteria[inner + 1 :])
                yield f"{name}.{inner + 1}: {told}", (*before, changed, *after)


def _of_criterion(questionnaire: Questionnaire, criterion: Criterion) -> Iterator[tuple[str, Criterion]]:
    levels = _scale(questionnaire, criterion)
    for end in ("at_least", "at_most"):
        given = getattr(criterion, end)
        if given is not None:
            place = levels.index(given)
            for other in (place - 1, place + 1):
                if 0 <= other < len(levels):
                    yield f"{end} {levels[other]}", criterion.model_copy(update={end: levels[other]})
    if criterion.group is not None:
        for count in (criterion.count - 1, criterion.count + 1):
            if 1 <= count <= len(questionnaire.group[criterion.group].signals):
                yield f"count {count}", criterion.model_copy(update={"count": count})


def _scale(questionnaire: Questionnaire, criterion: Criterion) -> tuple[str, ...]:
    """The levels that the criterion counts on; the signals of a group share a scale, of which some have a part."""
    names = (criterion.signal or "",) if criterion.group is None else questionnaire.group[criterion.group].signals
    return max((questionnaire.signal[name].levels for name in names), key=len)
