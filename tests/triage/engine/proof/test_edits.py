"""The edits of a rule table are all the slips that one hand can make."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.triage.engine.tiny import tiny
from triage.engine.model import Questionnaire
from triage.engine.proof.edits import Edit, single_edits

LOW = '[[{ signal = "mood", at_least = "some" }]]\nsentence'
EDITED = """[
  [{ signal = "mood", at_least = "some" }, { group = "both", at_least = "yes", count = 2 }],
  [{ signal = "goal", at_most = "no" }],
]
sentence"""
GROUP = 'groups = [{ id = "both", name = "both", signals = ["goal", "budget"] }]\nuses'


@pytest.fixture
def edits(tmp_path: Path) -> dict[str, Edit]:
    content = tiny(tmp_path)
    content.replace("all.toml", LOW, EDITED)
    content.replace("all.toml", "uses", GROUP)
    return {edit.name: edit for edit in single_edits(content.read())}


@pytest.fixture
def questionnaire(tmp_path: Path) -> Questionnaire:
    return tiny(tmp_path).read()


def test_one_rule_is_edited_in_every_way(edits: dict[str, Edit]) -> None:
    assert [name for name in edits if name.startswith("R1")] == [
        "R1 before R0",
        "R1: dropped",
        "R1: outcome coaching",
        "R1: outcome counseling",
        "R1: outcome urgent",
        "R1.1: dropped",
        "R1.1.1: dropped",
        "R1.1.1: at_least none",
        "R1.1.1: at_least strong",
        "R1.1.2: dropped",
        "R1.1.2: at_least no",
        "R1.1.2: count 1",
        "R1.2: dropped",
        "R1.2.1: dropped",
        "R1.2.1: at_most yes",
    ]


def test_an_edit_leaves_all_other_rules_alone(edits: dict[str, Edit]) -> None:
    before = edits["R1: outcome coaching"].rules
    after = edits["R1.2: dropped"].rules
    assert [rule.id for rule in before] == [rule.id for rule in after] == ["R0", "R1", "R2", "R3"]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True, True]


def test_swapped_rules_change_places(edits: dict[str, Edit]) -> None:
    assert [rule.id for rule in edits["R2 before R1"].rules] == ["R0", "R2", "R1", "R3"]


def test_a_rule_that_loses_its_only_criterion_always_holds(questionnaire: Questionnaire) -> None:
    edits = {edit.name: edit for edit in single_edits(questionnaire)}
    assert edits["R0.1.1: dropped"].rules[0].when == ((),)
    assert "R0.1: dropped" not in edits


def test_a_table_of_one_rule_keeps_it(questionnaire: Questionnaire) -> None:
    alone = questionnaire.model_copy(update={"rules": questionnaire.rules[3:]})
    assert [edit.name for edit in single_edits(alone)] == [
        "R3: outcome counseling",
        "R3: outcome therapy",
        "R3: outcome urgent",
    ]
