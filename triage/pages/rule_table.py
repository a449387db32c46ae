"""The rules as a table in words, made from their conditions."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from triage.engine.model import Criterion, Outcome, Questionnaire, Rule


@dataclass(frozen=True)
class RuleRow:
    """A rule, its outcome, and its alternatives, each a list of criteria that must all hold."""

    rule: Rule
    outcome: Outcome
    alternatives: tuple[tuple[str, ...], ...]


def rule_table(questionnaire: Questionnaire) -> tuple[RuleRow, ...]:
    """The rules in their order."""
    return tuple(
        RuleRow(
            rule,
            questionnaire.outcome[rule.outcome],
            tuple(tuple(in_words(questionnaire, criterion) for criterion in criteria) for criteria in rule.when),
        )
        for rule in questionnaire.rules
    )


def in_words(questionnaire: Questionnaire, criterion: Criterion) -> str:
    """A criterion on levels, in words."""
    if criterion.group is not None:
        name = questionnaire.group[criterion.group].name
        return ngettext(
            "at least %(count)d of the %(group)s at “%(level)s” or more",
            "at least %(count)d of the %(group)s at “%(level)s” or more",
            criterion.count,
        ) % {"count": criterion.count, "group": _(name), "level": criterion.at_least}
    signal = questionnaire.signal[criterion.signal or ""]
    levels = signal.levels
    low = criterion.at_least or levels[0]
    high = criterion.at_most or levels[-1]
    words = " / ".join(f"“{level}”" for level in levels[levels.index(low) : levels.index(high) + 1])
    return f"{_(signal.name)}: {words}"
