"""The result in words. Everything in it is derived from the evaluation alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from functools import cache

from django.utils.translation import gettext_noop

from triage.engine.deciding.answers import Given, chosen
from triage.engine.explaining.changes import AnswerChange
from triage.engine.explaining.evaluation import Evaluation, Total
from triage.engine.explaining.reasons import Reason
from triage.engine.model import Outcome, Questionnaire
from triage.engine.model.signposts import Signposts
from triage.progress.country import country_of
from triage.results.bars import bars
from triage.results.letter_format import (
    ChangeTold,
    Letter,
    Named,
    OutcomeTold,
    ReasonTold,
    Said,
    Score,
)
from triage.results.sections import write_sections

CHANGES_SHOWN = 4

CAREFUL = gettext_noop("Some questions were left out, so this is the careful answer: it errs on the side of care.")


def write_letter(evaluation: Evaluation, signposts: Signposts) -> Letter:
    """Put the evaluation into words."""
    questionnaire = evaluation.questionnaire
    code = country_of(questionnaire, evaluation.path.answers)
    totals = final_totals(evaluation)
    open_fields = [
        field
        for signal in (*evaluation.open_outcomes.signals, *evaluation.open_outcomes.silent)
        for field in evaluation.signals[signal].open
    ]
    return Letter(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        title=questionnaire.title,
        limits=questionnaire.words.limits,
        rule=evaluation.rule.id,
        outcome=_told(evaluation),
        told=evaluation.rule.told if evaluation.certain else "",
        country=code,
        settled=evaluation.settled,
        possible=() if evaluation.settled else tuple(_outcome(outcome) for outcome in evaluation.possible),
        plain=_outcome(evaluation.outcome),
        reasons=tuple(
            _reason(evaluation, reason) for reason in evaluation.reasons if not _is_quiet(evaluation, reason)
        ),
        quiet=tuple(
            questionnaire.signal[reason.signal].name for reason in evaluation.reasons if _is_quiet(evaluation, reason)
        ),
        changes=_changes(evaluation),
        together=tuple(
            _change(questionnaire, change, evaluation.changes.outcome) for change in evaluation.changes.together
        ),
        only_clinical=evaluation.changes.only_clinical and questionnaire.asks_feelings,
        left_out=_pages_met(evaluation, open_fields),
        silent=any(questionnaire.signal[name].side == "safety" for name in evaluation.open_outcomes.silent),
        clinical=bars(evaluation, "clinical"),
        execution=bars(evaluation, "execution"),
        scores=tuple(_score(questionnaire, total) for total in totals),
        sections=write_sections(evaluation, signposts, code),
    )


def _told(evaluation: Evaluation) -> OutcomeTold:
    """The outcome in the words that fit the person; where it is not settled, in words that say no more than that."""
    own = _outcome(evaluation.outcome)
    told = own.model_copy(update=asdict(evaluation.texts))
    if evaluation.settled or told.headline != own.headline:
        return told
    return own.model_copy(update={"summary": CAREFUL})


def _is_quiet(evaluation: Evaluation, reason: Reason) -> bool:
    """Whether it is a sign that is not there: of these one line tells, since a coach takes a dozen of them."""
    signal = evaluation.questionnaire.signal[reason.signal]
    return reason.certain and signal.side not in ("execution", "practical") and reason.level == signal.levels[0]


def _reason(evaluation: Evaluation, reason: Reason) -> ReasonTold:
    questionnaire = evaluation.questionnaire
    signal = questionnaire.signal[reason.signal]
    own = [score.scale for score in questionnaire.scores if score.signal == signal.id]
    totals = [total for total in final_totals(evaluation) if total.scale in own]
    # A scale is told by its total: nine rows say less than one number with its line.
    answers = [
        _said(questionnaire, name, given)
        for name, given in reason.answers.items()
        if questionnaire.field[name].page.instrument is None or not totals
    ]
    left = [Said(asked=text, chosen=None) for text in _pages_met(evaluation, list(reason.open))]
    return ReasonTold(
        signal=Named(id=signal.id, name=signal.name),
        sentence=signal.said[reason.level] if reason.certain else "",
        certain=reason.certain,
        answers=tuple(answers + ([] if reason.certain else left)),
        scores=tuple(_score(questionnaire, total) for total in totals),
    )


def _pages_met(evaluation: Evaluation, fields: list[str]) -> tuple[str, ...]:
    """The labels of pages with these fields that were shown, or withheld for want of consent."""
    met = {page.id for page in (*evaluation.path.pages, *evaluation.path.withheld)}
    field = evaluation.questionnaire.field
    return _pages(evaluation.questionnaire, [name for name in fields if field[name].page.id in met])


def _said(questionnaire: Questionnaire, name: str, given: Given) -> Said:
    field = questionnaire.field[name]
    words = [questionnaire.choice(field, choice).text for choice in chosen(given)]
    return Said(asked=field.text, chosen=" · ".join(words) or None)


def _pages(questionnaire: Questionnaire, fields: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The labels of the pages that these fields stand on, each once."""
    return tuple(dict.fromkeys(questionnaire.field[field].page.label for field in fields))


def final_totals(evaluation: Evaluation) -> tuple[Total, ...]:
    """The totals, without the short scales whose long form was asked."""
    replaced = {evaluation.questionnaire.scale[total.scale].supersedes for total in evaluation.totals}
    return tuple(total for total in evaluation.totals if total.scale not in replaced)


def _score(questionnaire: Questionnaire, total: Total) -> Score:
    scale = questionnaire.scale[total.scale]
    highest = next(instrument.highest(scale) for instrument in questionnaire.instruments if scale in instrument.scales)
    reading = next(score for score in questionnaire.scores if score.scale == scale.id)
    line = questionnaire.signal[reading.signal].counts_from
    counts_from = next(cut.low for cut in reading.cuts if cut.level == line)
    return Score(
        scale=Named(id=scale.id, name=scale.name),
        total=total.total,
        highest=highest,
        answered=total.answered,
        items=total.items,
        counts_from=counts_from,
    )


def _changes(evaluation: Evaluation) -> tuple[ChangeTold, ...]:
    """The nearest changes, each outcome's nearest first, so that a few lines show what matters."""
    seen: Counter[str] = Counter()
    ranked = []
    for place, change in enumerate(evaluation.changes.single):
        seen[change.outcome] += 1
        ranked.append((seen[change.outcome], place, change))
    nearest = sorted(sorted(ranked, key=lambda entry: entry[:2])[:CHANGES_SHOWN], key=lambda entry: entry[1])
    return tuple(_change(evaluation.questionnaire, change, change.outcome) for _, _, change in nearest)


def _change(questionnaire: Questionnaire, change: AnswerChange, outcome: str) -> ChangeTold:
    said = _said(questionnaire, change.field, change.answer)
    return ChangeTold(asked=said.asked, answer=said.chosen or "", outcome=_outcome(questionnaire.outcome[outcome]))


@cache
def _outcome(outcome: Outcome) -> OutcomeTold:
    told = outcome.model_dump(include={"id", "name", "headline", "summary", "urgent"})
    return OutcomeTold(service=outcome.service or "", **told)
