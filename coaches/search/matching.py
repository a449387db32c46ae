"""Which listings fit a selection, how many serve each other choice, and in which order they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_, or_

from coaches.search.bits import bitset_of, graded, members, page_of
from coaches.search.facets import FACETS
from coaches.search.index import Index
from coaches.search.selection import Selection


class Matching:
    """A selection laid over the index: within a facet any choice will do, and every facet has to be served.

    `found` are the ids that a text search found, the best first; None where nobody searched for a text.
    """

    def __init__(self, index: Index, selection: Selection, found: Sequence[int] | None = None) -> None:
        self._index, self._selection = index, selection
        self._ranked = None if found is None else [index.position[pk] for pk in found if pk in index.position]
        self._of_text = index.everyone if self._ranked is None else bitset_of(self._ranked, index.size)
        self._of_facet = {
            facet: reduce(or_, (index.serving(facet, value) for value in values))
            for facet, values in selection.chosen.items()
        }
        self._all = self._but()

    def _but(self, facet: str | None = None) -> int:
        return reduce(and_, (bits for name, bits in self._of_facet.items() if name != facet), self._of_text)

    @property
    def count(self) -> int:
        """How many listings fit."""
        return self._all.bit_count()

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """For each value of each facet, how many listings would serve it, whatever is chosen within its own facet."""
        return {
            facet.id: {value: (others & self._index.serving(facet.id, value)).bit_count() for value in facet.values}
            for facet in FACETS
            for others in [self._but(facet.id) if facet.id in self._of_facet else self._all]
        }

    def count_without(self, facet: str) -> int:
        """How many listings would fit if nothing were chosen within a facet."""
        return self._but(facet).bit_count()

    def count_without_text(self) -> int:
        """How many listings would fit if no text were searched for."""
        return reduce(and_, self._of_facet.values(), self._index.everyone).bit_count()

    def ids(self, start: int, stop: int) -> list[int]:
        """The ids of the listings from one place of the order to another, counted from 0."""
        size, sort = self._index.size, self._selection.sort
        if sort != "fit":
            positions = page_of([self._all], self._index.orders[sort], size, start, stop)
        elif self._ranked is not None:
            positions = list(members(self._all, self._ranked, size))[start:stop]
        else:
            wished = [self._index.serving(facet, value) for facet, value in self._selection.values()]
            positions = page_of(graded(self._all, wished), range(size), size, start, stop)
        return [self._index.ids[position] for position in positions]
