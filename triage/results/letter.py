"""The result in words. Everything in it is derived from the evaluation alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import groupby

from triage.engine.evaluation import Evaluation, Total
from triage.engine.model import Advice, Outcome, Questionnaire
from triage.engine.model.guide import ANYWHERE, ELSEWHERE, Finder, Guide
from triage.engine.reasons import Reason
from triage.engine.replay import Given, chosen
from triage.help.choice import QUESTION
from triage.results.picture import bars
from triage.results.plain import (
    ChangeTold,
    Letter,
    Named,
    OutcomeTold,
    Piece,
    Place,
    ReasonTold,
    Said,
    Score,
    Settled,
)

CHANGES_SHOWN = 4


def write_letter(evaluation: Evaluation, guide: Guide) -> Letter:
    """Put the evaluation into words."""
    questionnaire = evaluation.questionnaire
    where = evaluation.path.answers.get(QUESTION)
    code = where if isinstance(where, str) else ELSEWHERE
    totals = final_totals(evaluation)
    open_fields = [
        field
        for signal in (*evaluation.openings.signals, *evaluation.openings.silent)
        for field in evaluation.signals[signal].open
    ]
    return Letter(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        rule=evaluation.rule.id,
        outcome=_outcome(evaluation.outcome),
        told=evaluation.rule.told,
        certain=evaluation.certain,
        country=code,
        reasons=tuple(_reason(evaluation, reason) for reason in evaluation.reasons),
        changes=_changes(evaluation),
        left_out=_pages_met(evaluation, open_fields),
        settled=_settled(evaluation),
        silent=bool(evaluation.openings.silent),
        clinical=bars(evaluation, "clinical"),
        execution=bars(evaluation, "execution"),
        scores=tuple(_score(questionnaire, total) for total in totals),
        finders=find(guide, evaluation.outcome.service, code),
        advice=_advice(evaluation.advice),
    )


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


def _settled(evaluation: Evaluation) -> Settled | None:
    questionnaire = evaluation.questionnaire
    settlements = evaluation.openings.settlements
    if not settlements:
        return None
    # Outcomes stand in the order of their care, so the first one is the least careful.
    best = settlements[0]
    said: dict[tuple[str, str | None], Said] = {}
    for name, given in best.answers:
        field = questionnaire.field[name]
        told = _said(questionnaire, name, given)
        # Rows of one page that all come to the same are one line.
        asked = field.page.text if field.page.instrument is not None else told.asked
        said.setdefault((asked, told.chosen), Said(asked=asked, chosen=told.chosen))
    others = {settlement.outcome for settlement in settlements[1:]}
    return Settled(
        outcome=_outcome(questionnaire.outcome[best.outcome]),
        answers=tuple(said.values()),
        others=tuple(_outcome(outcome) for outcome in questionnaire.outcomes if outcome.id in others),
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
    questionnaire = evaluation.questionnaire
    seen: dict[str, int] = {}
    ranked = []
    for place, change in enumerate(evaluation.changes):
        seen[change.outcome] = seen.get(change.outcome, 0) + 1
        ranked.append((seen[change.outcome], place, change))
    nearest = sorted(sorted(ranked, key=lambda entry: entry[:2])[:CHANGES_SHOWN], key=lambda entry: entry[1])
    told = []
    for _, _, change in nearest:
        said = _said(questionnaire, change.field, change.answer)
        then = _outcome(questionnaire.outcome[change.outcome])
        told.append(ChangeTold(asked=said.asked, answer=said.chosen or "", outcome=then))
    return tuple(told)


def find(guide: Guide, service: str | None, code: str) -> tuple[Place, ...]:
    """Places to find a service in a country, those of everywhere last."""
    fitting = [finder for finder in guide.finders if service in finder.services]
    own = [finder for finder in fitting if finder.country == code]
    return tuple(_place(finder) for finder in own + [finder for finder in fitting if finder.country == ANYWHERE])


@cache
def _place(finder: Finder) -> Place:
    return Place(name=finder.name, url=finder.url, about=finder.about, checked=finder.checked)


@cache
def _outcome(outcome: Outcome) -> OutcomeTold:
    return OutcomeTold(**outcome.model_dump(include={"id", "service", "name", "headline", "summary", "urgent"}))


def _advice(pieces: tuple[Advice, ...]) -> Mapping[str, tuple[Piece, ...]]:
    """The pieces by topic."""
    ordered = sorted(pieces, key=lambda piece: piece.section)
    return {
        topic: tuple(Piece(id=piece.id, title=piece.title, text=piece.text) for piece in each)
        for topic, each in groupby(ordered, key=lambda piece: piece.section)
    }
