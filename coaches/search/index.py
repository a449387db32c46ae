"""The index: all published listings as sets of bits, so that every count is exact and costs the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from operator import itemgetter

from coaches.search.bits import BitsetMaker
from coaches.search.facets import FACETS
from coaches.search.listing import Listing, read_listings
from coaches.vocabulary.choices import CURRENCIES


class Index:
    """Which listing serves what on a day. Positions follow an order that is drawn anew each day.

    `ids` are the listings' ids by position, and `position` the other way round. `orders` has, for each way of sorting
    but the daily one, all positions. It may be behind the database: what is shown is read by `published` again.
    """

    def __init__(self, listings: Iterable[Listing], on: date) -> None:
        drawn = sorted((_lot(on, listing.slug), listing) for listing in listings)
        self.on = on
        self.size = len(drawn)
        self.everyone = (1 << self.size) - 1
        self.ids: Sequence[int] = [listing.pk for _lot_drawn, listing in drawn]
        self.position: Mapping[int, int] = {pk: position for position, pk in enumerate(self.ids)}
        self._bits = _bits([listing for _lot_drawn, listing in drawn], on)
        self.orders: Mapping[str, Sequence[int]] = {
            "fee": _sorted(_by_fee(listing) for _lot_drawn, listing in drawn),
            "checked": _sorted(_by_last_check(listing, on) for _lot_drawn, listing in drawn),
        }

    @classmethod
    def build(cls, on: date) -> Index:
        """The index of what is published on a day: one query."""
        return cls(read_listings(on), on)

    def serving(self, facet: str, value: str) -> int:
        """The set of listings that serve a value of a facet."""
        return self._bits[facet].get(value, 0)


def _lot(on: date, slug: str) -> bytes:
    return blake2b(f"{on.isoformat()} {slug}".encode(), digest_size=8).digest()


def _bits(listings: Sequence[Listing], on: date) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for facet in FACETS:
        makers: dict[str, BitsetMaker] = defaultdict(lambda: BitsetMaker(len(listings)))
        for position, listing in enumerate(listings):
            for value in facet.of(listing, on):
                makers[value].add(position)
        found[facet.id] = {value: maker.bitset() for value, maker in makers.items()}
    return found


_CURRENCY_PLACE = {code: place for place, code in enumerate(CURRENCIES)}
_Key = tuple[int, int]


def _by_fee(listing: Listing) -> _Key:
    # Amounts compare within one currency only, so each currency has a stretch of its own; no fee comes last.
    if listing.session_fee_low is None:
        return len(CURRENCIES), 0
    return _CURRENCY_PLACE[listing.currency], listing.session_fee_low


def _by_last_check(listing: Listing, on: date) -> _Key:
    return (1, 0) if listing.last_checked is None else (0, -listing.last_checked.toordinal())


def _sorted(keys: Iterable[_Key]) -> Sequence[int]:
    # Sorting is stable: ties stay in the order of the day.
    return [position for position, _key in sorted(enumerate(keys), key=itemgetter(1))]
