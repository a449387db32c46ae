"""The prover and a plain enumeration of levels, which shares no code with it, agree on every promise."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.triage.engine.plain_enumeration import holds, is_total, outcome_changes
from tests.triage.engine.second_table import as_plain_table, as_questionnaire, second_table
from triage.engine.model import Rule
from triage.engine.proof import prove
from triage.engine.proof.edits import Edit, single_edits
from triage.engine.proof.score import score
from triage.engine.proof.space import space_of

pytestmark = pytest.mark.uncounted

EDITS = list(single_edits(as_questionnaire(second_table())))
ENUMERATED = EDITS[::6]
"""Every sixth edit is proved in full; whether it changes an outcome at all is asked of every second one."""


def _edited(edit: Edit) -> dict[str, Any]:
    return second_table() | {"rules": [_told(rule) for rule in edit.rules]}


def _told(rule: Rule) -> dict[str, Any]:
    return rule.model_dump(mode="json", exclude_defaults=True, include={"id", "outcome", "when"})


def _proved(told: dict[str, Any]) -> dict[str, bool]:
    return {verdict.promise: verdict.holds for verdict in prove(as_questionnaire(told)).verdicts}


def test_both_say_that_every_promise_of_the_second_table_holds() -> None:
    told = second_table()
    plain = holds(as_plain_table(told))
    assert all(plain.values())
    assert {verdict.promise: verdict.holds for verdict in prove(as_questionnaire(told)).verdicts} == plain


@pytest.mark.parametrize("edit", ENUMERATED, ids=lambda edit: edit.name)
def test_both_say_which_promises_an_edited_table_breaks(edit: Edit) -> None:
    told = _edited(edit)
    plain_table = as_plain_table(told)
    if not is_total(plain_table):
        assert [verdict.holds for verdict in prove(as_questionnaire(told)).verdicts] == [False]
        return
    assert _proved(told) == holds(plain_table)


def test_both_say_which_edits_change_an_outcome() -> None:
    told = second_table()
    idle = score(space_of(as_questionnaire(told))).idle
    plain = as_plain_table(told)
    for edit in EDITS[::2]:
        edited = as_plain_table(_edited(edit))
        changes = not is_total(edited) or outcome_changes(plain, edited)
        assert changes == (edit.name not in idle), edit.name


BROKEN: dict[str, dict[str, Any]] = {
    "N1": {"outcomes": ["therapy"]},
    "N2": {"unless": []},
    "N4": {"unless": []},
    "N5": {"outcomes": ["exploring"]},
    "N10": {"unless": []},
    "N11": {"when": [[{"signal": "commitment", "at_least": "some"}]]},
    "P2": {"when": [[{"group": "clinical", "at_least": "some"}]]},
    "P3": {"signals": ["tangled"]},
    "P4": {"signals": ["commitment", "burnout"]},
    "P5": {"signals": ["commitment"]},
}


@pytest.mark.parametrize("name", BROKEN)
def test_both_say_that_a_promise_of_too_much_is_broken(name: str) -> None:
    told = deepcopy(second_table())
    promise = next(each for each in told["promises"] if each["id"] == name)
    promise |= BROKEN[name]
    assert (_proved(told)[name], holds(as_plain_table(told))[name]) == (False, False)
