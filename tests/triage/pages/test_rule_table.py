"""A condition of a rule reads as a sentence, whichever bounds it has."""

from __future__ import annotations

import pytest

from triage.engine.model import Criterion
from triage.pages.rule_table import in_words
from triage.questionnaires import registry

SAID = {
    "at least 2 of the clinical signals at “some” or more": {"at_least": "some"},
    "at least 2 of the clinical signals at “some” or less": {"at_most": "some"},
    "at least 2 of the clinical signals from “some” to “strong”": {"at_least": "some", "at_most": "strong"},
}


@pytest.mark.parametrize("words", SAID)
def test_the_bounds_of_a_group_are_all_told(words: str) -> None:
    criterion = Criterion.model_validate({"group": "clinical", "count": 2, **SAID[words]})
    assert in_words(registry.questionnaire(), criterion) == words
