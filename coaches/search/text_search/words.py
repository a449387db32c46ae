"""What a search is made of, and what it comes to: the same on every database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

MOST = 1000
"""How many listings a search finds at most."""

MOST_WORDS = 8
"""How many words of a search count."""


@dataclass(frozen=True)
class Hit:
    """A listing that was found, and how well: higher is better, on a scale of its own for each search."""

    pk: int
    rank: float


class Searcher(Protocol):
    """What a database has to know how to do. Words are folded."""

    def find(self, words: Sequence[str], most: int) -> Sequence[Hit]:
        """Listings in which every word occurs: best names, then headlines, then the rest; no more than `most`."""

    def nearest(self, words: Sequence[str]) -> Mapping[str, str]:
        """For words that were perhaps mistyped, the nearest one of a name or headline, where one is near."""
