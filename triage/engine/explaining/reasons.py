"""The answers that made the deciding rule hold."""

from __future__ import annotations

from dataclasses import dataclass

from triage.engine.deciding.answers import Answers
from triage.engine.deciding.certainty import certainly, possibly
from triage.engine.deciding.clusters import cluster_of
from triage.engine.deciding.decision import Levels, Seen
from triage.engine.deciding.diagram import need
from triage.engine.deciding.feeding import behind, fields_behind, is_open
from triage.engine.model import Criterion, Questionnaire, Rule


@dataclass(frozen=True)
class Reason:
    """A signal that the rule stands on. `certain` is false where it stands on a skipped question.

    `level` is the level that counts: the known one, or the highest possible.
    """

    signal: str
    level: str
    certain: bool
    answers: Answers
    open: tuple[str, ...]


def reasons(questionnaire: Questionnaire, seen: Seen) -> tuple[Reason, ...]:
    """The signals that make the rule hold, in the questionnaire's order, known ones first."""
    rule, levels = seen.decision.rule, seen.levels
    shown: dict[str, bool] = {}
    for criterion in _alternative(questionnaire, rule, levels):
        wanted = need(questionnaire, criterion)
        could = [signal for signal in wanted.signals if wanted.could_hold(signal, levels[signal])]
        fitting = {signal: wanted.must_hold(signal, levels[signal]) for signal in could}
        known = [signal for signal, certain in fitting.items() if certain]
        # Open signals are only a reason where the known ones do not already suffice.
        if len(known) >= wanted.least:
            fitting = dict.fromkeys(known, True)
        shown |= fitting
    for signal in rule.because:
        shown.setdefault(signal, len(levels[signal]) == 1)
    order = [signal.id for signal in questionnaire.signals]
    return tuple(
        Reason(
            signal,
            questionnaire.signal[signal].levels[max(levels[signal])],
            certain,
            *answers_behind(questionnaire, seen, signal),
        )
        for signal, certain in sorted(shown.items(), key=lambda entry: (not entry[1], order.index(entry[0])))
    )


def _alternative(questionnaire: Questionnaire, rule: Rule, levels: Levels) -> tuple[Criterion, ...]:
    """The rule's first alternative that certainly holds, else the first that could."""
    if not rule.when:
        return ()
    sure = (c for c in rule.when if all(certainly(questionnaire, criterion, levels) for criterion in c))
    could = (c for c in rule.when if all(possibly(questionnaire, criterion, levels) for criterion in c))
    return next(sure, None) or next(could)


def answers_behind(questionnaire: Questionnaire, seen: Seen, signal_id: str) -> tuple[Answers, tuple[str, ...]]:
    """The given answers that the signal was read from, and the fields left open that could matter.

    Where its questions were not asked at all, these are the answers because of which they were not.
    """
    given = seen.path.answers
    fields = fields_behind(questionnaire, signal_id)
    answers = {f.id: given[f.id] for f in fields if not is_open(f, given.get(f.id))}
    if not questionnaire.signal[signal_id].levels:
        asked = {field.id for each in seen.path.fields.values() for field in each}
        asked |= {field.id for page in seen.path.withheld for field in questionnaire.fields_of(page)}
        return answers, tuple(f.id for f in fields if f.id not in answers and f.id in asked)
    met = seen.walks[cluster_of(questionnaire, signal_id)].open
    left_open = tuple(field.id for field in fields if field.id in met)
    if not answers and not left_open:
        answers = {f.id: given[f.id] for f in behind(questionnaire, signal_id) if f.id in given}
    return answers, left_open
