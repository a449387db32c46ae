"""Everything that a person can read of their result in the questionnaire's own words, and when they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from triage.engine.explaining.agendas import applies_when
from triage.engine.model import Condition, Criterion, Outcome, Questionnaire


@dataclass(frozen=True)
class Shown:
    """One way in which a text comes to be read.

    All of the criteria certainly hold, and none of the `failing` conditions does. Where a `rule` is named, it alone
    can decide; where a level, it is the only possible one of its signal.
    """

    criteria: tuple[Criterion, ...] = ()
    failing: tuple[Condition, ...] = ()
    rule: str | None = None
    level: tuple[str, str] | None = None


@dataclass(frozen=True)
class ResultText:
    """A text, the place that it stands in, and the ways in which it is read."""

    place: str
    text: str
    ways: tuple[Shown, ...]


def searching(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the words. One that ends in a star stands for all that begin so."""
    stems = (rf"{re.escape(word[:-1])}\w*" if word.endswith("*") else re.escape(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})(?!\w)", re.IGNORECASE)


def result_texts(questionnaire: Questionnaire) -> Iterator[ResultText]:
    """Every text of outcomes, rules, signals, sections and advice.

    The words of a rule are read where it is the only one possible, those of a level where it is certain, those of a
    section by everyone who has a result.
    """
    for outcome in questionnaire.outcomes:
        yield from _of_outcome(outcome)
    for rule in questionnaire.rules:
        yield ResultText(f"rule {rule.id}", rule.told, (Shown(rule=rule.id),))
    for signal in questionnaire.signals:
        for level, sentence in signal.said.items():
            if level in signal.levels:
                yield ResultText(f"signal {signal.id}", sentence, (Shown(level=(signal.id, level)),))
    for section in questionnaire.sections:
        yield ResultText(f"section {section.id}", f"{section.title} {section.note}", (Shown(),))
    for piece in questionnaire.advice:
        ways = tuple(Shown(criteria) for criteria in applies_when(questionnaire, piece) or ((),))
        text = " ".join((piece.title, piece.text, piece.example, piece.first_step))
        yield ResultText(f"advice {piece.id}", text, ways)


def _of_outcome(outcome: Outcome) -> Iterator[ResultText]:
    """An outcome's own texts and those of its variants, of which the first that holds takes their place."""
    here = Criterion(outcome=(outcome.id,))
    conditions = tuple(variant.when for variant in outcome.variants)
    for key in ("name", "headline", "summary"):
        own = [Shown((here,), conditions)]
        for number, variant in enumerate(outcome.variants):
            ways = [Shown((here, *criteria), conditions[:number]) for criteria in variant.when]
            if text := getattr(variant, key):
                yield ResultText(f"outcome {outcome.id}, variant {number + 1}", text, tuple(ways))
            else:
                own += ways
        yield ResultText(f"outcome {outcome.id}", getattr(outcome, key), tuple(own))
