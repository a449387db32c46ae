"""Small random questionnaires, and a plain reading of them: every way of answering what is open, one after the other.

It shares no code with the engine and knows nothing of states, clusters or diagrams.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from random import Random
from typing import Any

Told = Mapping[str, Any]
Answers = dict[str, Any]
LEVELS = {"a": ["no", "some", "much"], "b": ["no", "yes"], "c": ["no", "some", "much"], "d": ["no", "yes"]}
SILENT = "d"
"""The signal whose silence means its lowest level."""
CARE = {"o0": 0, "o1": 1, "o2": 1, "o3": 2}


def invent(random: Random) -> dict[str, Any]:
    """A questionnaire with four signals, some of which share questions."""
    pages: list[dict[str, Any]] = []
    for number in range(random.randint(3, 4)):
        kind = random.choice(["one", "one", "several"]) if number else "several"
        page = _page(f"q{number}", kind, [_choice(random, f"c{place}") for place in range(random.randint(2, 3))])
        if kind == "several" and random.random() < 0.6:
            _count_together(random, page)
        if pages and random.random() < 0.5:
            page["when"] = [[_gate(random, random.choice(pages))]]
        pages.append(page)
    if random.random() < 0.6:
        pages.append(_rows(random, pages[0]))
    return {
        "id": "small",
        "prefix": "small",
        "version": 1,
        "title": "S",
        "country": "q0",
        "before_settling": ["q0"],
        "words": {"lead": "L", "time": "T", "finish": "F", "result": "R", "limits": "L"},
        "parts": [{"id": "all", "title": "A"}],
        "changes": [{"version": 1, "day": "2026-01-01", "text": "N"}],
        "signals": [_signal(name, levels) for name, levels in LEVELS.items()],
        "questions": pages,
        "outcomes": [
            {"id": name, "care": care, "name": name, "headline": name, "summary": name} for name, care in CARE.items()
        ],
        "rules": [_rule(random, number) for number in range(4)] + [_always()],
    }


def _page(name: str, kind: str, choices: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": name, "part": "all", "kind": kind, "label": name, "text": name, "why": "W", "choices": choices}


def _choice(random: Random, name: str) -> dict[str, Any]:
    fed = random.sample(list(LEVELS), random.choice([1, 1, 2]))
    return {"id": name, "text": name, "effects": {signal: random.choice(LEVELS[signal]) for signal in fed}}


def _count_together(random: Random, page: dict[str, Any]) -> None:
    signal = random.choice(list(LEVELS))
    names = [choice["id"] for choice in page["choices"]]
    for choice in page["choices"]:
        choice["effects"].pop(signal, None)
    page["together"] = [
        {"signal": signal, "level": random.choice(LEVELS[signal]), "only": names[:1]},
        {"signal": signal, "level": random.choice(LEVELS[signal]), "any": names[1:]},
        {"signal": signal, "level": random.choice(LEVELS[signal])},
    ]


def _gate(random: Random, page: Told) -> dict[str, Any]:
    name = random.choice(page["choices"])["id"]
    return {"question": page["id"], random.choice(["any_of", "none_of"]): [name]}


def _rows(random: Random, ticks: Told) -> dict[str, Any]:
    """A page with a row for each of the first two ticks, one of them with effects of its own."""
    page = _page("rows", "rows", [_choice(random, "r0"), _choice(random, "r1")])
    page["rows"] = [
        {"id": f"row{n}", "text": "R", "when": [[{"question": ticks["id"], "any_of": [ticks["choices"][n]["id"]]}]]}
        for n in range(2)
    ]
    page["rows"][0]["effects"] = {"r0": _choice(random, "r0")["effects"]}
    return page


def _signal(name: str, levels: list[str]) -> dict[str, Any]:
    said = {level: level for level in levels}
    told = {"id": name, "name": name, "about": name, "side": "execution", "levels": levels, "said": said, "source": "S"}
    return {**told, "when_unanswered": levels[0]} if name == SILENT else told


def _rule(random: Random, number: int) -> dict[str, Any]:
    criteria = [
        {"signal": signal, random.choice(["at_least", "at_most"]): random.choice(LEVELS[signal])}
        for signal in random.sample(list(LEVELS), random.choice([1, 2, 2]))
    ]
    outcome = random.choice(list(CARE))
    return {"id": f"R{number}", "outcome": outcome, "when": [criteria], "sentence": "S", "told": "T"}


def _always() -> dict[str, Any]:
    return {"id": "R9", "outcome": "o0", "sentence": "S", "told": "T", "because": ["a"]}


def fields(page: Told) -> list[tuple[str, Told]]:
    """What the page can ask, with the gates of each."""
    return [(row["id"], row) for row in page["rows"]] if page["kind"] == "rows" else [(page["id"], {})]


def ways(page: Told) -> list[Any]:
    """Every answer that a field of the page can have."""
    names = [choice["id"] for choice in page["choices"]]
    if page["kind"] != "several":
        return list(names)
    return [ticked for size in range(1, len(names) + 1) for ticked in combinations(names, size)]


def leads(when: list[list[Told]], answers: Answers) -> bool:
    """Whether one of the alternatives holds."""
    return not when or any(all(_holds(gate, answers) for gate in gates) for gates in when)


def _holds(gate: Told, answers: Answers) -> bool:
    given = answers.get(gate["question"])
    made = set(given if isinstance(given, tuple) else [given])
    return bool(made & set(gate["any_of"])) if "any_of" in gate else not made & set(gate["none_of"])


def counted(told: Told, answers: Answers) -> Answers:
    """The answers to what the answers themselves lead to."""
    kept: Answers = {}
    for page in told["questions"]:
        for name, row in fields(page):
            asked = leads(page.get("when", []), kept) and leads(row.get("when", []), kept)
            if asked and answers.get(name) is not None:
                kept[name] = answers[name]
    return kept


def completions(told: Told, answers: Answers, *, broken_silence: bool = False) -> Iterator[dict[str, int]]:
    """The level of each signal, for every way in which what is open could have been answered."""
    known = counted(told, answers)
    waiting = [(page, name, row) for page in told["questions"] for name, row in fields(page)]

    def go_on(place: int, given: Answers, levels: dict[str, int]) -> Iterator[dict[str, int]]:
        if place == len(waiting):
            yield levels
            return
        page, name, row = waiting[place]
        if not (leads(page.get("when", []), given) and leads(row.get("when", []), given)):
            yield from go_on(place + 1, given, levels)
            return
        for way in [known[name]] if name in known else ways(page):
            more = _gives(page, row, way)
            if name not in known and not broken_silence:
                more.pop(SILENT, None)
            raised = {signal: max(level, more.get(signal, 0)) for signal, level in levels.items()}
            yield from go_on(place + 1, {**given, name: way}, raised)

    yield from go_on(0, {}, dict.fromkeys(LEVELS, 0))


def _gives(page: Told, row: Told, way: Any) -> dict[str, int]:
    ticked = way if isinstance(way, tuple) else (way,)
    given: dict[str, int] = {}
    for choice in page["choices"]:
        effects = row.get("effects", {}).get(choice["id"], choice["effects"])
        for signal, level in effects.items() if choice["id"] in ticked else ():
            given[signal] = max(given.get(signal, 0), LEVELS[signal].index(level))
    for entry in page.get("together", []):
        fits = set(ticked) <= set(entry["only"]) if "only" in entry else True
        if fits and ("any" not in entry or set(ticked) & set(entry["any"])):
            level = LEVELS[entry["signal"]].index(entry["level"])
            given[entry["signal"]] = max(given.get(entry["signal"], 0), level)
            break
    return given


def outcome(told: Told, levels: Mapping[str, int]) -> str:
    """The outcome of the first rule that holds at these levels."""
    for rule in told["rules"]:
        if all(all(_meets(one, levels) for one in criteria) for criteria in rule.get("when", [])):
            return str(rule["outcome"])
    raise AssertionError("the last rule always holds")


def _meets(criterion: Told, levels: Mapping[str, int]) -> bool:
    scale, level = LEVELS[criterion["signal"]], levels[criterion["signal"]]
    low = scale.index(criterion["at_least"]) if "at_least" in criterion else 0
    high = scale.index(criterion["at_most"]) if "at_most" in criterion else len(scale)
    return low <= level <= high


def every_level(told: Told, fixed: Mapping[str, int]) -> set[str]:
    """The outcomes over all levels of the signals that are not fixed."""
    free = [signal for signal in LEVELS if signal not in fixed]
    every = product(*(range(len(LEVELS[signal])) for signal in free))
    return {outcome(told, {**fixed, **dict(zip(free, levels, strict=True))}) for levels in every}


def answer(told: Told, random: Random, skips: float) -> Answers:
    """Random answers, some of them off the path."""
    asked = [(page, name) for page in told["questions"] for name, _ in fields(page)]
    return {name: random.choice(ways(page)) if random.random() >= skips else None for page, name in asked}
