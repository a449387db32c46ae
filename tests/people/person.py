"""Someone with their answers and what must come of them; and someone who is well, to begin from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Given = str | tuple[str, ...] | None


@dataclass(frozen=True)
class Person:
    """Someone's answers, and what must come of them. A question that is not named is skipped.

    `advice` and `not_advice` are ids; `never_says` are words (stems) that no part of the result may hold.
    Where `settled` is false, their answers leave the result open, and it must say so.
    """

    name: str
    story: str
    answers: Mapping[str, Given]
    outcome: str
    rule: str
    advice: tuple[str, ...]
    not_advice: tuple[str, ...] = ()
    signals: Mapping[str, str] = field(default_factory=dict)
    never_says: tuple[str, ...] = ()
    settled: bool = True


NEVER, SOME, MORE, DAILY = "not_at_all", "several_days", "more_than_half", "nearly_every_day"

MOOD = ("phq_interest", "phq_down", "phq_sleep", "phq_energy", "phq_appetite", "phq_self", "phq_focus", "phq_pace")
WORRY = ("gad_nervous", "gad_control", "gad_much", "gad_relax", "gad_restless", "gad_irritable", "gad_afraid")

WORK: Mapping[str, Given] = {
    "country": "US",
    "goal": ("promotion",),
    "situation": ("nothing",),
    "clear_goal": "yes",
    "obstacle": ("time",),
    "commitment": "yes",
}
"""A clear goal, a practical obstacle and time for it."""

WELL: Mapping[str, Given] = {
    **WORK,
    "consent": "yes",
    "phq_interest": NEVER,
    "phq_down": NEVER,
    "safety": "no",
    "threat": "no",
    "gad_nervous": NEVER,
    "gad_control": NEVER,
    "worry_blocks": "never",
    "sleep": "well",
    "elevated": "no",
    "unusual": ("none",),
    "exhaustion": "hardly",
    "wanting": "yes",
    "condition": ("none",),
    "daily_life": "not_hard",
    "identity": "mostly",
    "relationships": "fine",
    "in_care": "no",
    "understanding": "plan",
    "tangled": ("practical",),
    "pay": ("self",),
}
"""Someone whom nothing weighs on, with a goal and the time for it."""


def well_in(country: str | None) -> dict[str, Given]:
    """As `WELL`, in another country, or with none named."""
    answers = {name: given for name, given in WELL.items() if name != "country"}
    return {**({"country": country} if country else {}), **answers}


def young() -> dict[str, Given]:
    """As `WELL`, for someone under 18: the adult screens are not asked."""
    screens = ("phq_interest", "phq_down", "gad_nervous", "gad_control")
    answers = {name: given for name, given in WELL.items() if name not in screens}
    return {**answers, "consent": "young", "mood_young": "hardly", "worry_young": "hardly"}


def mood(*values: str, difficulty: str = "somewhat_difficult") -> dict[str, Given]:
    """Answers to the mood questions in order; thoughts of harm are not among them."""
    more: dict[str, Given] = {"phq_harm": NEVER, "phq_difficulty": difficulty} if len(values) > 2 else {}
    return {**dict(zip(MOOD, values, strict=False)), **more}


def worry(*values: str, difficulty: str = "somewhat_difficult") -> dict[str, Given]:
    """Answers to the worry questions in order."""
    more: dict[str, Given] = {"phq_difficulty": difficulty} if len(values) > 2 else {}
    return {**dict(zip(WORRY, values, strict=False)), **more}
