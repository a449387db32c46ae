"""Every kind of fault in content is found, with file and key, and all of them at once."""

from __future__ import annotations

import pytest

from tests.triage.engine.contents import Content
from tests.triage.engine.slips import Slip, slips_of
from triage.engine.model import Questionnaire

SLIPS = slips_of("slips.toml")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_reported_with_its_file_and_key(content: Content, slip: Slip) -> None:
    assert slip.is_reported_in(content)


def test_a_copy_without_slips_reads_as_the_real_content(content: Content, career_help: Questionnaire) -> None:
    assert content.read().content_hash == career_help.content_hash


def test_a_questionnaire_equals_itself_only(content: Content) -> None:
    assert content.read() != content.read()


def test_ten_slips_are_reported_together(content: Content) -> None:
    names = (
        "unknown key in an entry",
        "missing instrument",
        "version without a change",
        "unknown signal of a rule",
        "unknown tag of advice",
        "promise without its signals",
        "level without a sentence",
        "bands that overlap",
        "question without a why",
        "code with a wrong check digit",
    )
    slips = [SLIPS[name] for name in names]
    for slip in reversed(slips):
        content.replace(slip.file, slip.old, slip.new)
    told = {(fault.file, fault.key) for fault in content.faults()}
    assert {(slip.file, slip.key) for slip in slips} <= told


def test_a_malformed_entry_does_not_make_those_that_name_it_faulty(content: Content) -> None:
    content.replace("questions.toml", 'id = "suspects"\n', 'id = "suspects"\nsize = 3\n')
    assert [fault.key for fault in content.faults()] == ["questions[suspects].size"]


def test_an_entry_with_two_malformed_keys_does_not_hide_the_next_one(content: Content) -> None:
    content.replace("questions.toml", 'label = "Sleep"\n', "hue = 1\nitems = 4\nmost = []\nalways = 3\n")
    content.replace("questions.toml", 'label = "Daily life"\n', "")
    told = {fault.key for fault in content.faults()}
    assert {f"questions[sleep].{key}" for key in ("hue", "label", "items", "most", "always")} <= told
    assert "questions[daily_life].label" in told


def test_a_file_that_is_no_text_is_reported(content: Content) -> None:
    content.file("advice.toml").write_bytes(b"\xff\xfe")
    assert ("advice.toml", "-") in {(fault.file, fault.key) for fault in content.faults()}


def test_faults_say_file_key_and_message_in_one_line(content: Content) -> None:
    content.replace("questions.toml", 'label = "Sleep"', 'label = "Sleep"\ncolor = "blue"')
    assert str(content.faults()[0]) == "questions.toml: questions[sleep].color: this key is unknown"


def test_layout_and_files_do_not_change_the_hash(content: Content, career_help: Questionnaire) -> None:
    moved = content.file("promises.toml").read_text(encoding="utf-8")
    content.file("promises.toml").unlink()
    content.add("rules.toml", f"# moved here\n\n{moved}")
    assert content.read().content_hash == career_help.content_hash


def test_any_other_word_changes_the_hash(content: Content, career_help: Questionnaire) -> None:
    content.replace("questions.toml", "How often is your sleep disturbed?", "How often do you sleep badly?")
    assert content.read().content_hash != career_help.content_hash
