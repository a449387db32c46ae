"""Every single edit of the rules that changes an outcome breaks a promise, or the score says which does not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.triage.engine.second_table import as_questionnaire, second_table
from triage.engine.model import IdleEdits
from triage.engine.proof.edits import single_edits
from triage.engine.proof.score import Score, score
from triage.engine.proof.space import space_of

# The second table has the size of the real one. Its edits reach no branch that those of the tiny one do not.
pytestmark = pytest.mark.uncounted


@pytest.fixture(scope="module")
def scored() -> Score:
    return score(space_of(as_questionnaire(second_table())))


def _pins_without(promise: str) -> dict[str, Any]:
    told = second_table()
    told["promises"] = [each for each in told["promises"] if each["id"].startswith("N") and each["id"] != promise]
    return told


def test_the_promises_of_the_second_table_catch_every_edit_that_changes_an_outcome(scored: Score) -> None:
    assert scored.missed == ()
    assert (scored.changing, len(scored.idle)) == (172, 4)


def test_the_edits_that_change_nothing_are_the_swaps_of_rules_with_the_same_outcome(scored: Score) -> None:
    assert scored.idle == ("R2 before R1", "R3 before R2", "R4 before R3", "R8 before R7")


def test_every_edit_is_tried_once(scored: Score) -> None:
    edits = [edit.name for edit in single_edits(as_questionnaire(second_table()))]
    assert sorted(edits) == sorted([*scored.caught, *scored.missed, *scored.idle])
    assert len(set(edits)) == len(edits)


def test_without_the_pin_on_two_signals_the_score_names_what_nobody_would_notice() -> None:
    missed = score(space_of(as_questionnaire(_pins_without("N12")))).missed
    assert "R8: outcome exploring" in missed
    assert "R8: outcome counseling" not in missed


def test_a_score_without_gaps_needs_a_reason_for_each_idle_edit_and_for_no_other(scored: Score) -> None:
    reasons = [IdleEdits(edits=("R2 before R1", "R3 before R2", "R4 before R3"), because="The same outcome.")]
    assert scored.gaps(reasons) == ("“R8 before R7” changes no outcome; say in idle_edits why it is written so",)
    reasons.append(IdleEdits(edits=("R8 before R7", "R9: dropped", "R12: dropped"), because="The same outcome."))
    assert scored.gaps(reasons) == (
        "“R9: dropped” stands in idle_edits, but changes an outcome",
        "“R12: dropped” stands in idle_edits, but is no edit",
    )


def test_an_edit_that_nothing_notices_is_a_gap() -> None:
    assert Score({}, ("R1: dropped",), ()).gaps([]) == ("“R1: dropped” changes an outcome and breaks no promise",)
