"""The answers that made the deciding rule hold."""

from __future__ import annotations

from dataclasses import dataclass

from triage.engine.deciding.answers import Answers, Given, chosen
from triage.engine.deciding.certainty import certainly, possibly
from triage.engine.deciding.cone import cone
from triage.engine.deciding.decision import Levels, Seen
from triage.engine.deciding.diagram import need
from triage.engine.deciding.feeding import fields_behind
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
        fitting = {
            signal: wanted.must_hold(levels[signal]) for signal in wanted.signals if wanted.could_hold(levels[signal])
        }
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
    path = seen.path
    answers: dict[str, Given] = {}
    left_open: list[str] = []
    met = {page.id for page in (*path.pages, *path.withheld)}
    # A page off the path could still be asked if some way of answering the open questions leads there.
    met |= {asked for state in seen.walks.get(signal_id, ()) for asked in state.asked}
    for field in fields_behind(questionnaire, signal_id):
        given = path.answers.get(field.id)
        if given is not None and not field.unanswered.intersection(chosen(given)):
            answers[field.id] = given
        elif field.page.id in met:
            left_open.append(field.id)
    if not answers and not left_open and signal_id in seen.walks:
        gates = (field for page in cone(questionnaire, signal_id).pages for field in questionnaire.fields_of(page))
        answers = {field.id: path.answers[field.id] for field in gates if field.id in path.answers}
    return answers, tuple(left_open)
