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
        return ngettext(
            "at least %(count)d of the %(group)s %(levels)s",
            "at least %(count)d of the %(group)s %(levels)s",
            criterion.count,
        ) % {
            "count": criterion.count,
            "group": _(questionnaire.group[criterion.group].name),
            "levels": _levels_in_words(criterion),
        }
    signal = questionnaire.signal[criterion.signal or ""]
    levels = signal.levels
    low = criterion.at_least or levels[0]
    high = criterion.at_most or levels[-1]
    words = " / ".join(f"“{level}”" for level in levels[levels.index(low) : levels.index(high) + 1])
    return f"{_(signal.name)}: {words}"


def _levels_in_words(criterion: Criterion) -> str:
    """Which levels of a group's signals count: from one on, up to one, or both."""
    if criterion.at_most is None:
        return _("at “%(level)s” or more") % {"level": criterion.at_least}
    if criterion.at_least is None:
        return _("at “%(level)s” or less") % {"level": criterion.at_most}
    return _("from “%(low)s” to “%(high)s”") % {"low": criterion.at_least, "high": criterion.at_most}
