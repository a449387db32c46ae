"""What is kept of a result: a frozen copy in words and ids, which no later change of the questions touches.

The form is stored, so it has a number. A change that older copies do not fit needs a new `FORMAT`, and in
`_READERS` a function that turns the older one into the new; tests keep a sample and the form of each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal

from triage.results.letter_format import Letter, Plain

FORMAT = 3
"""Format 1 was replaced before anybody had kept a result in it."""

Json = dict[str, Any]

Depth = Literal["sections", "service", "reasons", "everything"]
"""How much of a result there is, see `triage.engine.model.Scope`."""


class SignalKept(Plain):
    """A signal with its possible levels (several where something was left out), or what was chosen.

    `scale` holds all levels there are, lowest first; it is empty for signals that only hold words. `silent`: nothing
    was answered, and the level is only what silence counts as.
    """

    id: str
    name: str
    side: str
    scale: tuple[str, ...]
    levels: tuple[str, ...]
    words: tuple[str, ...]
    silent: bool


class AnswerKept(Plain):
    """One answer in ids and words; both are empty where it was left out."""

    field: str
    asked: str
    chosen: tuple[str, ...]
    words: tuple[str, ...]


class PartKept(Plain):
    """The answers of one part of the journey."""

    title: str
    answers: tuple[AnswerKept, ...]


class ItemKept(Plain):
    """A row of a published screen with its answer, value (points) and LOINC codes, where there are any."""

    id: str
    text: str
    loinc: str
    answer: str | None
    value: int | None
    answer_loinc: str


class ScreenKept(Plain):
    """A published screen as it was answered. Without every row there is no `total` (points), and no `band`.

    `panel` and `loinc` are LOINC's codes of the form and of its total, or empty.
    """

    id: str
    name: str
    stem: str
    panel: str
    loinc: str
    items: tuple[ItemKept, ...]
    total: int | None
    highest: int
    band: str | None
    bands: tuple[str, ...]
    accuracy: str
    citation: str


class Snapshot(Plain):
    """A result as issued on a day, or as much of it as `scope` may show, which `told` puts into words.

    `scope` is empty for the owner's own. `sentence` is the rule that decided.
    """

    format: Literal[3] = 3
    scope: str = ""
    depth: Depth = "everything"
    told: str = ""
    issued: date
    letter: Letter
    sentence: str = ""
    signals: tuple[SignalKept, ...] = ()
    answers: tuple[PartKept, ...] = ()
    screens: tuple[ScreenKept, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it holds everything."""
        return self.depth == "everything"

    @property
    def is_clinical(self) -> bool:
        """Whether there are signals in it that a clinician would want to see."""
        return any(signal.side in ("safety", "clinical") for signal in self.signals)


def write_snapshot(snapshot: Snapshot) -> bytes:
    """The snapshot, ready to be sealed."""
    return snapshot.model_dump_json().encode()


def _from_2(written: Json) -> Snapshot:
    """Format 2 said which answers would lead to which outcome where something was left out."""
    letter: Json = written["letter"]
    del letter["settled"]
    certain: bool = letter.pop("certain")
    letter |= {"settled": certain, "told": letter["told"] if certain else "", "plain": letter["outcome"]}
    return Snapshot.model_validate({**written, "format": FORMAT, "letter": letter})


_READERS: Mapping[int, Callable[[Json], Snapshot]] = {2: _from_2, 3: Snapshot.model_validate}


def read_snapshot(payload: bytes) -> Snapshot:
    """A snapshot of any format that there is a reader for. Raises `KeyError` for any other."""
    written = json.loads(payload)
    return _READERS[written["format"]](written)
