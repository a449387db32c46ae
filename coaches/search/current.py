"""The index that this process answers from, renewed when listings changed or a new day began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from threading import Lock

from coaches.models.change import KEPT, Change, State
from coaches.search.index import Index
from coaches.today import today


@dataclass(frozen=True)
class _Held:
    state: State
    index: Index

    def is_of(self, state: State, on: date) -> bool:
        return (self.state, self.index.on) == (state, on)


class Keeper:
    """Holds an index. Each process has one; a second one behaves as another process would."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: _Held | None = None

    def current(self) -> Index:
        """The index as of now: one query, and a few more to build it again if anything changed.

        While one thread builds, the others go on with the index before it: what they show is read again anyway.
        """
        held, on = self._held, today()
        if held is not None and (held.is_of(Change.objects.state(), on) or self._lock.locked()):
            return held.index
        with self._lock:
            # Read before building, so that a change in between is seen as one by the next request.
            held, state = self._held, Change.objects.state()
            if held is None or not held.is_of(state, on):
                self._held = held = _Held(state, Index.build(on))
                if state[0] > KEPT:
                    Change.objects.fold()
        return held.index


_KEEPER = Keeper()


def current_index() -> Index:
    """The index of this process, as of now."""
    return _KEEPER.current()
