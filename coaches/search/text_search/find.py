"""Searching listings by text. What is found is narrowed to what may be shown by the index, not here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from coaches.search.text_search.postgres import PostgresSearcher
from coaches.search.text_search.sqlite import SqliteSearcher
from coaches.search.text_search.words import MOST, MOST_WORDS, Searcher
from coaches.vocabulary.folding import words_of

FEW = 3
"""With fewer listings than this found, a mistyped word is looked for."""


@dataclass(frozen=True)
class TextMatches:
    """The ids of the listings that were found, the best first.

    `searched_for` is what they fit, if it is not what was typed; `suggestion` is what may have been meant where
    something was found as typed. `cut_off`: there were more than `MOST`, and these are the first.
    """

    ids: Sequence[int]
    searched_for: str = ""
    suggestion: str = ""
    cut_off: bool = False


def search(text: str) -> TextMatches:
    """Listings in which every word of the text occurs, or if there are none, a word that is spelled almost like it."""
    words = words_of(text)[:MOST_WORDS]
    if not words:
        return TextMatches([])
    found = _find(words)
    if len(found.ids) >= FEW:
        return found
    near = searcher().nearest(words)
    meant = [near.get(word, word) for word in words]
    if meant == words:
        return found
    if found.ids:
        return TextMatches(found.ids, suggestion=" ".join(meant))
    instead = _find(meant)
    return TextMatches(instead.ids, " ".join(meant), cut_off=instead.cut_off) if instead.ids else found


def searcher() -> Searcher:
    """What searches in this database."""
    return PostgresSearcher() if connection.vendor == "postgresql" else SqliteSearcher()


def _find(words: Sequence[str]) -> TextMatches:
    hits = searcher().find(words, MOST + 1)
    return TextMatches([hit.pk for hit in hits[:MOST]], cut_off=len(hits) > MOST)
