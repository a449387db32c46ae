"""Taking the snapshot of an evaluation."""

from __future__ import annotations

from datetime import date

from triage.engine.deciding.answers import Answers, chosen
from triage.engine.explaining.evaluation import Evaluation, Reading, Total
from triage.engine.model import Instrument, Questionnaire, Scale
from triage.engine.model.instruments import Answer
from triage.engine.model.signposts import Signposts
from triage.results.letter import final_totals, write_letter
from triage.results.snapshot import AnswerKept, ItemKept, PartKept, ScreenKept, SignalKept, Snapshot


def take_snapshot(evaluation: Evaluation, signposts: Signposts, issued: date) -> Snapshot:
    """All that its owner may see again."""
    return Snapshot(
        issued=issued,
        letter=write_letter(evaluation, signposts),
        sentence=evaluation.rule.sentence,
        signals=tuple(_signal(evaluation, reading) for reading in evaluation.signals.values()),
        answers=_parts(evaluation),
        screens=tuple(_screen(evaluation, total) for total in final_totals(evaluation)),
    )


def _signal(evaluation: Evaluation, reading: Reading) -> SignalKept:
    questionnaire, signal = evaluation.questionnaire, reading.signal
    answers = [] if signal.levels else [_answer(questionnaire, reading.answers, name) for name in reading.answers]
    return SignalKept(
        id=signal.id,
        name=signal.name,
        side=signal.side,
        scale=signal.levels,
        levels=reading.levels,
        words=tuple(word for answer in answers for word in answer.words),
        silent=signal.id in evaluation.open_outcomes.silent,
    )


def _parts(evaluation: Evaluation) -> tuple[PartKept, ...]:
    questionnaire, path = evaluation.questionnaire, evaluation.path
    kept = []
    for part in questionnaire.parts:
        pages = [page for page in path.pages if page.part == part.id and page.kind != "help"]
        names = [field.id for page in pages for field in path.fields[page.id]]
        if names:
            answers = tuple(_answer(questionnaire, path.answers, name) for name in names)
            kept.append(PartKept(title=part.title, answers=answers))
    return tuple(kept)


def _answer(questionnaire: Questionnaire, answers: Answers, name: str) -> AnswerKept:
    field = questionnaire.field[name]
    ids = chosen(answers.get(name))
    words = tuple(questionnaire.choice(field, choice).text for choice in ids)
    return AnswerKept(field=name, asked=field.text, chosen=ids, words=words)


def _screen(evaluation: Evaluation, total: Total) -> ScreenKept:
    questionnaire = evaluation.questionnaire
    scale = questionnaire.scale[total.scale]
    instrument = next(each for each in questionnaire.instruments if scale in each.scales)
    return ScreenKept(
        id=scale.id,
        name=scale.name,
        stem=instrument.stem,
        panel=scale.panel,
        loinc=scale.loinc,
        items=tuple(_items(instrument, scale, evaluation.path.answers)),
        total=total.total,
        highest=instrument.highest(scale),
        band=None if total.total is None else scale.band(total.total).name,
        bands=tuple(f"{band.low}\N{EN DASH}{band.high} {band.name}" for band in scale.bands),
        accuracy=scale.accuracy,
        citation=instrument.citation,
    )


def _items(instrument: Instrument, scale: Scale, answers: Answers) -> list[ItemKept]:
    options = {option.id: option for option in instrument.answers}
    texts = {item.id: item for item in instrument.items}
    kept = []
    for name in scale.items:
        given = answers.get(name)
        option: Answer | None = options[given] if isinstance(given, str) else None
        kept.append(
            ItemKept(
                id=name,
                text=texts[name].text,
                loinc=texts[name].loinc,
                answer=option.text if option else None,
                value=option.value if option else None,
                answer_loinc=option.loinc if option else "",
            )
        )
    return kept
