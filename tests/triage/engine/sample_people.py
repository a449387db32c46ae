"""Someone who answers the questionnaire of `sample_content`."""

from __future__ import annotations

from collections.abc import Mapping

from triage.engine.deciding.answers import Given

NEVER = "not_at_all"

WELL: Mapping[str, Given] = {
    "country": "US",
    "goal": ("promotion",),
    "situation": ("nothing",),
    "clear_goal": "yes",
    "obstacle": "mostly",
    "commitment": "yes",
    "consent": "yes",
    "phq_interest": NEVER,
    "phq_down": NEVER,
    "safety": "no",
    "gad_nervous": NEVER,
    "gad_control": NEVER,
    "worry_blocks": "no",
    "exhaustion": "no",
    "flat": "stirs",
    "suspects": ("none",),
    "sleep": "rarely",
    "daily_life": "not_hard",
    "identity": "no",
    "relationships": "fine",
    "in_care": "no",
    "understanding": "plan",
    "tangled": "no",
    "budget": "yes",
    "insurance": "no",
}
"""Someone whom nothing weighs on, with a goal and the time for it."""
