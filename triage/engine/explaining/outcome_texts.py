"""An outcome in the words that fit the person."""

from __future__ import annotations

from dataclasses import dataclass

from triage.engine.explaining.facts import Facts


@dataclass(frozen=True)
class OutcomeTexts:
    """What the outcome is called, and said to be, here."""

    name: str
    headline: str
    summary: str


def outcome_texts(facts: Facts) -> OutcomeTexts:
    """The outcome's own texts, and in the place of each those of the first variant that certainly holds."""
    outcome = facts.outcome
    for variant in outcome.variants:
        if facts.certain(variant.when):
            return OutcomeTexts(
                variant.name or outcome.name,
                variant.headline or outcome.headline,
                variant.summary or outcome.summary,
            )
    return OutcomeTexts(outcome.name, outcome.headline, outcome.summary)
