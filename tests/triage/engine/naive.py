"""The triage rules once more, as a plain reading of their table: no diagram, no states, no content files.

Written against the design's own table, so that a slip in the engine or its content does not repeat here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from math import prod

from triage.engine.deciding.answers import Given

NONE, LITTLE, STRONG, SEVERE = range(4)
VALUES = {"not_at_all": 0, "several_days": 1, "more_than_half": 2, "nearly_every_day": 3}
CARE = {
    "coaching": 0,
    "coaching_later": 0,
    "coaching_alongside_care": 1,
    "counseling": 2,
    "therapy": 3,
    "therapy_urgent": 4,
}
MANY = 1000
CLINICAL = ("low_mood", "anxiety", "burnout", "undiagnosed", "sleep", "identity", "relationships")
MOOD_ITEMS = ("interest", "down", "sleep", "energy", "appetite", "self", "focus", "pace", "harm")
PHQ = tuple(f"phq_{item}" for item in MOOD_ITEMS)
GAD = ("gad_nervous", "gad_control", "gad_much", "gad_relax", "gad_restless", "gad_irritable", "gad_afraid")
PLAIN: Mapping[str, tuple[str, Mapping[str, int]]] = {
    "functioning": ("daily_life", {"not_hard": 0, "somewhat": 1, "very": 2, "extremely": 3}),
    "sleep": ("sleep", {"rarely": 0, "weekly": 0, "most": 1}),
    "identity": ("identity", {"no": 0, "somewhat": 1, "yes": 2}),
    "relationships": ("relationships", {"fine": 0, "strained": 1, "heavy": 2}),
    "self_understanding": ("understanding", {"plan": 0, "both": 1, "understand": 2}),
    "tangled": ("tangled", {"no": 0, "partly": 1, "yes": 2}),
    "in_care": ("in_care", {"no": 0, "yes": 1}),
    "clear_goal": ("clear_goal", {"no": 0, "roughly": 1, "yes": 2}),
    "execution_obstacle": ("obstacle", {"no": 0, "partly": 1, "mostly": 2}),
    "commitment": ("commitment", {"no": 0, "some": 1, "yes": 2}),
}
Answers = Mapping[str, Given]


def decide(level: Mapping[str, int]) -> tuple[str, str]:
    """The rule and the outcome, if the level of each signal is known."""
    heaviest = max(level[signal] for signal in CLINICAL)
    if level["safety"]:
        return "R0", "therapy_urgent"
    if heaviest == SEVERE or (heaviest >= STRONG and level["functioning"] >= STRONG):
        return "R1", "therapy"
    if level["functioning"] >= STRONG:
        return "R2", "therapy"
    if heaviest >= STRONG and level["tangled"]:
        return "R3", "counseling"
    if level["self_understanding"] >= STRONG and not level["tangled"]:
        return "R4", "therapy"
    practical = level["clear_goal"] >= 1 and level["execution_obstacle"] >= 1
    if not level["tangled"] and heaviest >= LITTLE and level["in_care"] and practical:
        return "R5", "coaching_alongside_care"
    if heaviest >= STRONG:
        return "R6", "therapy"
    if level["tangled"]:
        return "R7", "counseling"
    if sum(level[signal] >= LITTLE for signal in CLINICAL) >= 2:
        return "R8", "counseling"
    if not practical:
        return "R9", "counseling"
    if level["commitment"] == 0:
        return "R10", "coaching_later"
    return "R11", "coaching"


def decide_openly(answers: Answers) -> tuple[str, set[str]] | None:
    """The most careful outcome over every way of answering what is open, and all that are possible.

    None where there are too many ways to try them one by one.
    """
    levels = possible_levels(answers)
    if prod(map(len, levels.values())) > MANY:
        return None
    possible = {decide(dict(zip(levels, combination, strict=True)))[1] for combination in product(*levels.values())}
    return max(possible, key=lambda outcome: CARE[outcome]), possible


def possible_levels(answers: Answers) -> dict[str, set[int]]:
    """Each signal's levels over every way of answering what is open."""
    if answers.get("consent") != "yes":
        always = (
            "country",
            "goal",
            "situation",
            "clear_goal",
            "obstacle",
            "commitment",
            "safety",
            "budget",
            "insurance",
        )
        answers = {name: given for name, given in answers.items() if name in always}
    levels = {signal: _plain(answers.get(field), values) for signal, (field, values) in PLAIN.items()}
    levels["low_mood"] = _screened(answers, PHQ, ((15, SEVERE), (10, STRONG), (5, LITTLE)))
    worry = _screened(answers, GAD, ((15, SEVERE), (8, STRONG), (5, LITTLE)))
    blocks = _plain(answers.get("worry_blocks"), {"no": 0, "sometimes": 1, "often": 2})
    levels["anxiety"] = {max(pair) for pair in product(worry, blocks)}
    worn = _plain(answers.get("exhaustion"), {"no": 0, "yes": 1})
    flat = _plain(answers.get("flat"), {"stirs": 0, "flat": 1})
    levels["burnout"] = {sum(pair) for pair in product(worn, flat)}
    levels["undiagnosed"] = _suspected(answers)
    asked_more = sum(_known(answers, PHQ[:2])) >= 2
    harm = asked_more and answers.get("phq_harm") not in (None, "not_at_all")
    levels["safety"] = {int(harm or answers.get("safety") in ("unsure", "passing", "yes"))}
    return levels


def _plain(given: Given, values: Mapping[str, int]) -> set[int]:
    return {values[given]} if isinstance(given, str) else set(values.values())


def _known(answers: Answers, items: Iterable[str]) -> list[int]:
    return [VALUES[given] for item in items if isinstance(given := answers.get(item), str)]


def _screened(answers: Answers, items: tuple[str, ...], cuts: tuple[tuple[int, int], ...]) -> set[int]:
    """The levels of a short screen that goes on with the rest of its items from a total of 2 on."""
    short, rest = items[:2], items[2:]
    certainly_asked = sum(_known(answers, short)) >= 2
    levels: set[int] = set()
    for total in _totals(answers, short):
        if total < 2:
            levels.add(NONE)
        else:
            totals = _totals(answers if certainly_asked else {}, rest)
            levels |= {next((level for low, level in cuts if total + more >= low), NONE) for more in totals}
    return levels


def _totals(answers: Answers, items: tuple[str, ...]) -> set[int]:
    known = _known(answers, items)
    return set(range(sum(known), sum(known) + 3 * (len(items) - len(known)) + 1))


def _suspected(answers: Answers) -> set[int]:
    suspects = answers.get("suspects")
    if suspects is None or "rather_not" in suspects:
        return {NONE, LITTLE, STRONG}
    if "none" in suspects:
        return {NONE}
    weight = _plain(answers.get("suspects_weight"), {"wondering": LITTLE, "shapes": STRONG})
    return {max(LITTLE, level) for level in weight}
