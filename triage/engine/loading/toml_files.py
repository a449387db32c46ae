"""TOML files to typed values, gathering every fault on the way instead of stopping at the first."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from triage.engine.faults.fault import Fault, FaultAt, Faulty, Place

M = TypeVar("M", bound=BaseModel)

NAMED_BY = ("id", "code")
"""The keys under which an entry can be referred to by others."""


def toml(path: Path, faults: list[Fault]) -> dict[str, Any]:
    """A file's content; nothing, and a fault, if it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(path.name, "-", f"this is not TOML: {error}"))
        return {}


def merged(folder: Path, faults: list[Fault]) -> tuple[dict[str, Any], dict[Place, str]]:
    """The content of a folder's files together, and the file of each top-level key."""
    content: dict[str, Any] = {}
    files: dict[Place, str] = {}
    for path in sorted(folder.glob("*.toml")):
        for key, value in toml(path, faults).items():
            if key in content:
                faults.append(Fault(path.name, key, f"the key stands in {files[(key,)]} too"))
            content[key] = value
            files[(key,)] = path.name
    return content, files


def parse(
    model: type[M], content: dict[str, Any], faults: list[Fault], locate: Callable[[FaultAt], Fault]
) -> tuple[M, set[str]]:
    """The content as a value of the model, and the names of entries that were too malformed to keep.

    Malformed entries leave `content` and their faults join `faults`. Raises `Faulty` with all faults
    if no value can be made.
    """
    removed: set[str] = set()
    # Each round takes out what is malformed, so that one slip does not hide the others.
    while True:
        try:
            return model.model_validate(content), removed
        except ValidationError as error:
            faults += [locate(FaultAt(tuple(each["loc"]), _plain(each["msg"]))) for each in error.errors()]
            places = {tuple(each["loc"]): each["type"] == "extra_forbidden" for each in error.errors()}
            unknown = [place for place, extra in places.items() if extra]
            for place in unknown:
                _at(content, place[:-1]).pop(place[-1])
            entries = {_entry(content, place) for place, extra in places.items() if not extra} - {()}
            for place in sorted(entries, key=_for_removal, reverse=True):
                removed |= set(_names(_at(content, place[:-1]).pop(place[-1])))
            if not unknown and not entries:
                raise Faulty(tidy(faults)) from error


def tidy(faults: Iterable[Fault]) -> list[Fault]:
    """Each fault once, by file and key."""
    return sorted(set(faults))


def _at(content: Any, place: Place) -> Any:
    """What stands at the place."""
    return reduce(lambda holder, step: holder[step], place, content)


def _entry(content: Any, place: Place) -> Place:
    """The deepest entry of a list that the place is in; nothing if it is in none."""
    entry: Place = ()
    for depth, step in enumerate(place, start=1):
        inside = isinstance(content, list)
        entry = place[:depth] if inside else entry
        content = content[step] if inside or (isinstance(content, dict) and step in content) else None
    return entry


def _names(thing: Any) -> Iterable[str]:
    if isinstance(thing, dict):
        yield from (thing[key] for key in NAMED_BY if isinstance(thing.get(key), str))
        for inner in thing.values():
            yield from _names(inner)
    elif isinstance(thing, list):
        for inner in thing:
            yield from _names(inner)


def _for_removal(place: Place) -> list[tuple[bool, int, str]]:
    """Later entries of a list first, so that the places of earlier ones stay what they are."""
    return [(isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in place]


def _plain(message: str) -> str:
    return {
        "Extra inputs are not permitted": "this key is unknown",
        "Field required": "this key is missing",
    }.get(message, message.removeprefix("Value error, "))
