from __future__ import annotations

from datetime import date

from tests.triage.sharing.people import BETTER, MARA, snapshot_of
from triage.results.comparing import Comparison, SignalMoved, compare

EARLIER, LATER = date(2026, 9, 1), date(2026, 11, 1)


def compared() -> Comparison:
    return compare(snapshot_of(MARA, EARLIER), snapshot_of(BETTER, LATER))


def moved(comparison: Comparison) -> dict[str, SignalMoved]:
    return {signal.name: signal for signal in (*comparison.clinical, *comparison.execution)}


def test_every_signal_with_levels_is_there_and_two_have_moved() -> None:
    signals = moved(compared())
    levelled = {signal.name for signal in snapshot_of(MARA).signals if signal.scale and signal.side != "practical"}
    assert set(signals) <= levelled
    assert {name: signal.move for name, signal in signals.items() if signal.move != "same"} == {
        "Daily life": "down",
        "Low mood": "down",
    }
    assert (signals["Low mood"].before, signals["Low mood"].after) == (("strong",), ("none",))
    assert compared().changed == 2


def test_the_earlier_one_is_then_whichever_way_round_they_are_given() -> None:
    assert compare(snapshot_of(BETTER, LATER), snapshot_of(MARA, EARLIER)) == compared()


def test_getting_worse_is_more() -> None:
    worse = compare(snapshot_of(BETTER, EARLIER), snapshot_of(MARA, LATER))
    assert moved(worse)["Low mood"].move == "up"


def test_what_was_left_out_cannot_be_compared() -> None:
    without = {name: given for name, given in BETTER.items() if name not in ("daily_life", "safety")}
    signals = moved(compare(snapshot_of(MARA, EARLIER), snapshot_of(without, LATER)))
    assert signals["Daily life"].move == "open"
    # Silence about safety is no “no”.
    assert (signals["Safety"].move, signals["Safety"].after) == ("open", ())


def test_totals_stand_side_by_side_where_there_are_any() -> None:
    assert [(screen.name, screen.before, screen.after) for screen in compared().screens] == [
        ("PHQ-9", 12, None),
        ("GAD-2", 1, 1),
        ("PHQ-2", None, 1),
    ]
