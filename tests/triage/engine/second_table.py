"""The design's second rule table as a questionnaire with one question for each signal, and as a plain table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from tests.triage.engine.plain_enumeration import Table
from triage.engine.model import Questionnaire

_SIDES = {"safety": "safety", "in_care": "context", "threat": "context", "budget": "practical"}


def second_table() -> dict[str, Any]:
    """The table as it is written, to be read or edited."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def as_plain_table(told: Mapping[str, Any]) -> Table:
    """For the plain enumeration."""
    unreached = told["unreached"]
    return Table(
        levels=told["levels"],
        reached={
            signal: [place for place, level in enumerate(levels) if level not in unreached.get(signal, ())]
            for signal, levels in told["levels"].items()
        },
        silence=told["silence"],
        groups={group["id"]: group["signals"] for group in told["groups"]},
        care=told["care"],
        rules=told["rules"],
        promises=told["promises"],
    )


def as_questionnaire(told: Mapping[str, Any]) -> Questionnaire:
    """For the engine: each signal is asked by one question, whose choices are the levels."""
    text = {"title": "T", "text": "T"}
    content = {
        "id": "second",
        "prefix": "second",
        "version": 1,
        "title": "Second",
        "country": "ask_budget",
        "words": {"lead": "L.", "time": "T.", "finish": "F.", "result": "R.", "limits": "L."},
        "parts": [{"id": "all", "title": "All"}],
        "changes": [{"version": 1, "day": "2026-01-01", "text": "New."}],
        "signals": [_signal(told, name, levels) for name, levels in told["levels"].items()],
        "groups": told["groups"],
        "questions": [page for name, levels in told["levels"].items() for page in _pages(told, name, levels)],
        "outcomes": [_outcome(name, care) for name, care in told["care"].items()],
        "rules": [
            {"sentence": "S.", "told": "T.", "because": () if rule.get("when") else ("commitment",), **rule}
            for rule in told["rules"]
        ],
        "promises": [text | promise for promise in told["promises"]],
        "idle_edits": told["idle_edits"],
    }
    return Questionnaire.model_validate(deepcopy(content))


def _signal(told: Mapping[str, Any], name: str, levels: list[str]) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "about": name,
        "side": _SIDES.get(name, "clinical"),
        "levels": levels,
        "when_unanswered": told["silence"].get(name, "open"),
        "said": {level: level for level in levels},
        "source": "Ours.",
    }


def _pages(told: Mapping[str, Any], name: str, levels: list[str]) -> list[dict[str, Any]]:
    choices = [
        {"id": level, "text": level, "effects": {name: level}}
        for level in levels
        if level not in told["unreached"].get(name, ())
    ]
    asked = {"id": f"ask_{name}", "part": "all", "kind": "one", "label": name, "text": name, "why": "Why."}
    pages: list[dict[str, Any]] = [{**asked, "choices": choices}]
    if name == "safety":
        gate = [[{"question": "ask_safety", "any_of": ["yes"]}]]
        help_page: dict[str, Any] = {
            "id": "help",
            "part": "all",
            "kind": "help",
            "label": "H",
            "text": "H",
            "when": gate,
        }
        pages.append(help_page | {"choices": [{"id": "seen", "text": "Go on"}]})
    return pages


def _outcome(name: str, care: int) -> dict[str, Any]:
    urgent = name == "therapy_urgent"
    told = {"name": name, "headline": name, "summary": name, "service": "therapy"}
    return {"id": name, "care": care, "urgent": urgent, "offers_changes": not urgent} | told
