"""The record of a proof covers what was proved, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.triage.engine.contents import Content
from tests.triage.engine.tiny import tiny
from triage.engine.model import Questionnaire
from triage.engine.proof import Record, VersionReused, make_record, prove, read_record, why_not_covered


@pytest.fixture
def small(tmp_path: Path) -> Content:
    return tiny(tmp_path)


@pytest.fixture
def questionnaire(small: Content) -> Questionnaire:
    return small.read()


@pytest.fixture
def record(questionnaire: Questionnaire) -> Record:
    return make_record(prove(questionnaire), None, "2026-01-01")


def test_a_record_covers_the_content_that_was_proved(questionnaire: Questionnaire, record: Record) -> None:
    assert why_not_covered(questionnaire, record) is None


def test_a_record_says_what_was_proved(questionnaire: Questionnaire, record: Record) -> None:
    assert (record.questionnaire, record.version, record.answer_sets) == ("tiny", 1, 1476)
    assert [promise.id for promise in record.promises] == [promise.id for promise in questionnaire.promises]


def test_a_record_is_read_as_it_was_written(record: Record, tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text(record.written(), encoding="utf-8")
    assert read_record(tmp_path / "record.json") == record


def test_there_need_not_be_a_record(tmp_path: Path) -> None:
    assert read_record(tmp_path / "record.json") is None


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"record\.json is not a record of a proof"):
        read_record(tmp_path / "record.json")


def test_content_without_a_record_is_not_covered(questionnaire: Questionnaire) -> None:
    assert "nothing is proved yet" in (why_not_covered(questionnaire, None) or "")


def test_changed_content_under_the_old_version_is_not_covered(small: Content, record: Record) -> None:
    small.replace("all.toml", 'text = "Goal?"', 'text = "A goal?"')
    assert "changed under version 1" in (why_not_covered(small.read(), record) or "")


def test_changed_content_under_a_new_version_is_not_covered_yet(small: Content, record: Record) -> None:
    assert "changed since it was proved" in (why_not_covered(_second(small), record) or "")


def test_a_record_that_lacks_a_promise_does_not_cover(questionnaire: Questionnaire, record: Record) -> None:
    less = record.model_copy(update={"promises": record.promises[1:]})
    assert "does not hold every promise" in (why_not_covered(questionnaire, less) or "")


def test_a_version_cannot_be_given_to_other_content(small: Content, record: Record) -> None:
    small.replace("all.toml", 'text = "Goal?"', 'text = "A goal?"')
    with pytest.raises(VersionReused, match="give it version 2"):
        make_record(prove(small.read()), record, "2026-01-02")


def test_a_new_version_keeps_the_hash_of_the_old_one(small: Content, record: Record) -> None:
    later = make_record(prove(_second(small)), record, "2026-01-02")
    assert later.versions[1] == record.content_hash
    assert sorted(later.versions) == [1, 2]


def test_proving_the_same_again_keeps_the_day(questionnaire: Questionnaire, record: Record) -> None:
    assert make_record(prove(questionnaire), record, "2026-02-02").proved_on == "2026-01-01"


def test_a_broken_promise_is_not_recorded(small: Content) -> None:
    small.replace("all.toml", '[[{ signal = "goal", at_most = "no" }]]', '[[{ signal = "budget", at_most = "no" }]]')
    with pytest.raises(ValueError, match="a broken promise is not recorded"):
        make_record(prove(small.read()), None, "2026-01-01")


def _second(content: Content) -> Questionnaire:
    content.replace("all.toml", "version = 1\n", "version = 2\n")
    content.replace(
        "all.toml", 'text = "New." }]', 'text = "New." }, { version = 2, day = "2026-01-02", text = "More." }]'
    )
    return content.read()
