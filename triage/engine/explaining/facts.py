"""Whether a condition of advice or of an outcome's texts certainly holds, given what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from triage.engine.deciding.answers import Answers, chosen
from triage.engine.deciding.certainty import certainly
from triage.engine.deciding.decision import Levels, Seen
from triage.engine.model import Condition, Criterion, Outcome, Questionnaire

Tags = Mapping[str, tuple[str, ...]]
"""The tags given, in the order of the signal's tags, under each signal's id."""


@dataclass(frozen=True)
class Facts:
    """What conditions can look at."""

    questionnaire: Questionnaire
    levels: Levels
    tags: Tags
    outcome: Outcome
    settled: bool

    def certain(self, when: Condition) -> bool:
        """Whether one of the alternatives holds whatever the open questions turn out to be, or there are none."""
        return not when or any(all(map(self.holds, criteria)) for criteria in when)

    def holds(self, criterion: Criterion) -> bool:
        """Whether the criterion holds whatever the open questions turn out to be."""
        name = criterion.signal or ""
        match criterion.kind:
            case "outcome":
                return self.outcome.id in criterion.outcome
            case "settled":
                return self.settled is criterion.settled
            case "tags":
                given = set(self.tags[name])
                return given.isdisjoint(criterion.lacks) if criterion.lacks else not given.isdisjoint(criterion.has)
            case "unanswered":
                return is_unanswered(self.questionnaire, name, self.levels, self.tags)
            case _:
                return certainly(self.questionnaire, criterion, self.levels)


def facts(questionnaire: Questionnaire, seen: Seen) -> Facts:
    """What is known of a set of answers."""
    tags = given_tags(questionnaire, seen.path.answers)
    return Facts(questionnaire, seen.levels, tags, seen.decision.outcome, is_settled(questionnaire, seen))


def is_settled(questionnaire: Questionnaire, seen: Seen) -> bool:
    """Whether every way in which the open questions could turn out gives as much care as the decision."""
    care = {questionnaire.outcome[rule.outcome].care for rule in seen.decision.possible}
    return care == {seen.decision.outcome.care}


def given_tags(questionnaire: Questionnaire, counted: Answers) -> Tags:
    """The tags that the answers on the path give."""
    given: dict[str, set[str]] = {signal.id: set() for signal in questionnaire.signals if signal.tags}
    for field_id, answer in counted.items():
        for choice in chosen(answer):
            for signal, tag in questionnaire.effects(questionnaire.field[field_id], choice).items():
                if signal in given:
                    given[signal].add(str(tag))
    return {
        signal: tuple(tag for tag in questionnaire.signal[signal].tags if tag in tags) for signal, tags in given.items()
    }


def is_unanswered(questionnaire: Questionnaire, signal_id: str, levels: Levels, tags: Tags) -> bool:
    """Whether nothing is known of the signal: no tag, or every level still possible."""
    signal = questionnaire.signal[signal_id]
    return not tags[signal_id] if signal.tags else len(levels[signal_id]) == len(signal.levels)
