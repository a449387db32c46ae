"""What is wrong with content, said so that its author finds the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Place = tuple[str | int, ...]
"""Where in the content: names of keys, and the places of entries in lists."""


@dataclass(frozen=True)
class FaultAt:
    """A fault by its place in the content; `missing` is the id that a reference could not find."""

    place: Place
    message: str
    missing: str = ""


@dataclass(frozen=True, order=True)
class Fault:
    """A fault by file and key."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.message}"


class Faulty(ValueError):
    """Content that cannot be used; `faults` has everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


def key_of(place: Place, content: object) -> str:
    """A place in words, entries of lists by their id where they have one: `questions[sleep].why`."""
    words = ""
    for step in place:
        if isinstance(step, str):
            words += f".{step}" if words else step
            content = content.get(step) if isinstance(content, Mapping) else None
        else:
            inside = isinstance(content, (list, tuple)) and step < len(content)
            content = content[step] if inside and isinstance(content, (list, tuple)) else None
            name = content.get("id", step) if isinstance(content, Mapping) else step
            words += f"[{name}]"
    return words


def unknown(place: Place, kind: str, name: str, known: Iterable[str]) -> Iterator[FaultAt]:
    """A fault if the name is not among the known ones."""
    names = list(known)
    if name not in names:
        yield FaultAt(place, f"there is no {kind} “{name}”; there are: {', '.join(names) or 'none'}", missing=name)


def repeated(place: Place, kind: str, names: Iterable[str]) -> Iterator[FaultAt]:
    """A fault for each name that comes a second time; the names stand in a list at the place."""
    yield from repeated_at((((*place, number), name) for number, name in enumerate(names)), kind)


def repeated_at(named: Iterable[tuple[Place, str]], kind: str) -> Iterator[FaultAt]:
    """A fault for each name that comes a second time, at its own place."""
    seen: set[str] = set()
    for place, name in named:
        if name in seen:
            yield FaultAt(place, f"the {kind} “{name}” is given twice")
        seen.add(name)


def covers(place: Place, bounds: Sequence[tuple[int, int]], highest: int) -> Iterator[FaultAt]:
    """Faults if the ranges, both ends included, do not cover 0 to `highest` once each."""
    expected = 0
    for number, (low, high) in enumerate(bounds):
        if low > expected:
            yield FaultAt((*place, number), f"gap: nothing covers {expected} to {low - 1}")
        if low < expected:
            yield FaultAt((*place, number), f"overlap: {low} is covered already")
        if high < low:
            yield FaultAt((*place, number), f"it ends at {high}, before it starts at {low}")
        expected = max(expected, high + 1)
    if expected <= highest:
        yield FaultAt(place, f"gap: nothing covers {expected} to {highest}")
    if expected > highest + 1:
        yield FaultAt(place, f"it goes on to {expected - 1}, but the highest total is {highest}")
