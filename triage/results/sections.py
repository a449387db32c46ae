"""The plan in words: the pieces that apply, in the sections that the questionnaire declares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from triage.engine.explaining.evaluation import Evaluation
from triage.engine.model import Advice, Section
from triage.engine.model.signposts import Finder, Signposts
from triage.results.letter_format import Fill, Piece, Place, SectionTold


def write_sections(evaluation: Evaluation, signposts: Signposts, code: str) -> tuple[SectionTold, ...]:
    """Every section, with what stands in it. `code` is the country whose places are named."""
    pieces: dict[str, list[Piece]] = {section.id: [] for section in evaluation.questionnaire.sections}
    for piece in evaluation.advice:
        pieces[piece.section].append(_told(piece, evaluation))
    return tuple(
        _section(section, tuple(pieces[section.id]), _places(evaluation, section, signposts, code))
        for section in evaluation.questionnaire.sections
    )


def _section(section: Section, pieces: tuple[Piece, ...], places: tuple[Place, ...]) -> SectionTold:
    return SectionTold(
        id=section.id,
        title=section.title,
        note=section.note,
        form=section.layout,
        topics=section.topics,
        apart=section.apart,
        pieces=pieces,
        places=places,
    )


def _told(piece: Advice, evaluation: Evaluation) -> Piece:
    # Most pieces read the same for everyone, and are made once.
    if not piece.blanks and piece.id not in evaluation.minutes:
        return _same_for_all(piece)
    return _piece(piece, evaluation.minutes.get(piece.id, 0), evaluation.numbers)


@cache
def _same_for_all(piece: Advice) -> Piece:
    return _piece(piece, 0, {})


def _piece(piece: Advice, minutes: int, numbers: Mapping[str, int]) -> Piece:
    return Piece(
        id=piece.id,
        title=piece.title,
        text=piece.text,
        example=piece.example,
        first_step=piece.first_step,
        minutes=minutes,
        days=piece.days,
        months=piece.months,
        guide=piece.questionnaire or "",
        fills=tuple(Fill(blank=name, number=numbers.get(name)) for name in piece.blanks),
    )


def _places(evaluation: Evaluation, section: Section, signposts: Signposts, code: str) -> tuple[Place, ...]:
    if section.layout != "finders":
        return ()
    return find(signposts, section.service or evaluation.outcome.service, code)


def find(signposts: Signposts, service: str | None, code: str) -> tuple[Place, ...]:
    """Places to find a kind of help in a country, those of everywhere last."""
    return tuple(_place(finder) for finder in signposts.finders_of(service, code))


@cache
def _place(finder: Finder) -> Place:
    return Place(name=finder.name, url=finder.url, about=finder.about, checked=finder.checked)
