"""Sets of listings as whole numbers: bit `p` stands for the listing at position `p`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise


class BitsetMaker:
    """Collects positions (0 to `size` - 1). A byte array, since a growing whole number would be copied each time."""

    def __init__(self, size: int) -> None:
        self._bytes = bytearray(size // 8 + 1)

    def add(self, position: int) -> None:
        """Put a position in."""
        self._bytes[position >> 3] |= 1 << (position & 7)

    def bitset(self) -> int:
        """The set as it is now."""
        return int.from_bytes(self._bytes, "little")


def bitset_of(positions: Iterable[int], size: int) -> int:
    """The set of these positions, each less than `size`."""
    maker = BitsetMaker(size)
    for position in positions:
        maker.add(position)
    return maker.bitset()


def members(bitset: int, order: Iterable[int], size: int) -> Iterator[int]:
    """The positions in an order, as far as they are in the set."""
    flags = bitset.to_bytes(size // 8 + 1, "little")
    return (position for position in order if flags[position >> 3] >> (position & 7) & 1)


def graded(bitset: int, wished: Iterable[int]) -> list[int]:
    """The set in disjoint parts: first those in the most of the wished sets, last those in none."""
    at_least = [bitset]
    for wish in wished:
        at_least.append(0)
        for number in reversed(range(1, len(at_least))):
            at_least[number] |= at_least[number - 1] & wish
    at_least.append(0)
    return [some & ~more for some, more in pairwise(at_least)][::-1]


def page_of(parts: Iterable[int], order: Iterable[int], size: int, start: int, stop: int) -> list[int]:
    """The positions from `start` to `stop` of the parts one after another, each in the order (which is used again)."""
    found: list[int] = []
    for part in parts:
        count = part.bit_count()
        if start < count and stop > 0:
            found += islice(members(part, order, size), max(start, 0), stop)
        start, stop = start - count, stop - count
    return found
