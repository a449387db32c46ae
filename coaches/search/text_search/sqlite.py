"""Text search without a text index, for SQLite: reads all listings and looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from coaches.models.coach import Coach
from coaches.models.status import Status
from coaches.search.text_search.words import Hit
from coaches.vocabulary.folding import words_of

_TEXTS = ("name", "headline", "own_words", "representative_situations", "method")
# Where all words stand in the name, in name and headline, or somewhere.
_RANKS = ((1, 3.0), (2, 2.0), (len(_TEXTS), 1.0))


class SqliteSearcher:
    """See `Searcher`."""

    def find(self, words: Sequence[str], most: int) -> Sequence[Hit]:
        """One query; a word matches the beginning of a word."""
        rows = Coach.objects.filter(status=Status.LISTED).order_by("pk").values_list("pk", *_TEXTS)
        hits = [Hit(pk, rank) for pk, *texts in rows.iterator() if (rank := _rank(words, texts))]
        return sorted(hits, key=lambda hit: -hit.rank)[:most]

    def nearest(self, words: Sequence[str]) -> Mapping[str, str]:
        """One query."""
        rows = Coach.objects.filter(status=Status.LISTED).order_by().values_list("name", "headline")
        known = {word for texts in rows for text in texts for word in words_of(text)}
        found = {word: get_close_matches(word, known, n=1, cutoff=0.7) for word in words}
        return {word: near[0] for word, near in found.items() if near}


def _rank(words: Sequence[str], texts: Sequence[str]) -> float:
    for number, rank in _RANKS:
        told = [each for text in texts[:number] for each in words_of(text)]
        if all(any(each.startswith(word) for each in told) for word in words):
            return rank
    return 0.0
