from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest

import triage
from triage.engine.model.instruments import Example, Instrument, Scale

FOLDER = Path(triage.__file__).parent / "questionnaires" / "instruments"
INSTRUMENTS = {
    path.stem: Instrument.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted(FOLDER.glob("*.toml"))
}
SCALES = {scale.id: (owner, scale) for owner in INSTRUMENTS.values() for scale in owner.scales}
EXAMPLES = [
    pytest.param(scale, example, id=f"{scale.id}-{example.source}")
    for _, scale in SCALES.values()
    for example in scale.examples
]

# As published, and written down here a second time: the lowest total of each band, and the highest of all.
PUBLISHED = {
    "phq2": ({"negative": 0, "positive": 3}, 6),
    "phq9": ({"minimal": 0, "mild": 5, "moderate": 10, "moderately_severe": 15, "severe": 20}, 27),
    "gad2": ({"negative": 0, "positive": 3}, 6),
    "gad7": ({"minimal": 0, "mild": 5, "moderate": 10, "severe": 15}, 21),
}
WORDS = {
    "phq": (7, 5, 9, 6, 4, 18, 12, 30, 15, 31),
    "gad": (6, 8, 6, 2, 10, 5, 8),
}
CODES = {
    "phq": (
        "44250-9",
        "44255-8",
        "44259-0",
        "44254-1",
        "44251-7",
        "44258-2",
        "44252-5",
        "44253-3",
        "44260-8",
        "69722-7",
    ),
    "gad": ("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"),
}


def published_band(scale_id: str, total: int) -> str:
    starts, _ = PUBLISHED[scale_id]
    return max((low, band) for band, low in starts.items() if low <= total)[1]


def check_digit_holds(code: str) -> bool:
    digits, check = code.split("-")
    doubled = (int(digit) * 2 for digit in digits[::-1][::2])
    others = map(int, digits[::-1][1::2])
    return (sum(value // 10 + value % 10 for value in doubled) + sum(others) + int(check)) % 10 == 0


def test_every_instrument_file_is_known_here() -> None:
    assert list(INSTRUMENTS) == ["gad", "phq"]
    assert set(SCALES) == set(PUBLISHED)


@pytest.mark.parametrize("name", WORDS)
def test_each_item_has_as_many_words_as_published(name: str) -> None:
    assert tuple(len(item.text.replace(" — ", " ").split()) for item in INSTRUMENTS[name].items) == WORDS[name]


def test_the_questions_before_the_items_are_the_published_ones() -> None:
    assert INSTRUMENTS["phq"].stem == (
        "Over the last 2 weeks, how often have you been bothered by any of the following problems?"
    )
    assert INSTRUMENTS["gad"].stem == (
        "Over the last 2 weeks, how often have you been bothered by the following problems?"
    )


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_answers_are_the_published_ones_from_nought_to_three(name: str) -> None:
    assert [(answer.value, answer.text, answer.loinc) for answer in INSTRUMENTS[name].answers] == [
        (0, "Not at all", "LA6568-5"),
        (1, "Several days", "LA6569-3"),
        (2, "More than half the days", "LA6570-1"),
        (3, "Nearly every day", "LA6571-9"),
    ]


def test_the_item_on_difficulty_has_its_own_published_answers_and_is_in_no_total() -> None:
    *_, item = INSTRUMENTS["phq"].items
    # In LOINC's list the codes of the last two do not follow their order.
    assert [(answer.value, answer.text, answer.loinc) for answer in item.answers] == [
        (0, "Not difficult at all", "LA6572-7"),
        (1, "Somewhat difficult", "LA6573-5"),
        (2, "Very difficult", "LA6575-0"),
        (3, "Extremely difficult", "LA6574-3"),
    ]
    assert not any(item.id in scale.items for _, scale in SCALES.values())


@pytest.mark.parametrize("name", CODES)
def test_items_stand_in_published_order(name: str) -> None:
    assert tuple(item.loinc for item in INSTRUMENTS[name].items) == CODES[name]


@pytest.mark.parametrize(("short", "whole"), [("phq2", "phq9"), ("gad2", "gad7")])
def test_the_short_scale_is_the_first_two_items_of_the_whole_one(short: str, whole: str) -> None:
    owner, scale = SCALES[whole]
    assert scale.items == tuple(item.id for item in owner.items if not item.answers)
    assert SCALES[short][1].items == scale.items[:2]
    assert scale.supersedes == short


def test_every_loinc_code_passes_its_check_digit() -> None:
    codes = [item.loinc for owner in INSTRUMENTS.values() for item in owner.items]
    codes += [code for _, scale in SCALES.values() for code in (scale.panel, scale.loinc) if code]
    assert [code for code in codes if not check_digit_holds(code)] == []
    assert len(set(codes)) == len(codes) == 23


def test_the_check_digit_catches_a_slip_in_any_digit() -> None:
    for place, right in enumerate("44261"):
        for slip in set("0123456789") - {right}:
            assert not check_digit_holds(f"{'44261'[:place]}{slip}{'44261'[place + 1 :]}-6")


@pytest.mark.parametrize(("scale", "example"), EXAMPLES)
def test_a_published_example_gives_the_published_total_and_band(scale: Scale, example: Example) -> None:
    assert len(example.values) == len(scale.items)
    assert sum(example.values) == example.total
    assert scale.band(example.total).id == example.band


@pytest.mark.parametrize(("name", "least"), [("phq2", 4), ("phq9", 10), ("gad2", 4), ("gad7", 8)])
def test_there_are_enough_examples(name: str, least: int) -> None:
    examples = SCALES[name][1].examples
    assert len({(example.values, example.source) for example in examples}) == len(examples) >= least


@pytest.mark.parametrize("name", PUBLISHED)
def test_examples_stand_on_both_sides_of_every_cut_point(name: str) -> None:
    starts, highest = PUBLISHED[name]
    edges = {0, highest} | {total for low in starts.values() if low for total in (low - 1, low)}
    assert edges <= {example.total for example in SCALES[name][1].examples}


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_total_has_its_published_band(name: str) -> None:
    owner, scale = SCALES[name]
    assert owner.highest(scale) == PUBLISHED[name][1]
    totals = range(owner.highest(scale) + 1)
    assert [scale.band(total).id for total in totals] == [published_band(name, total) for total in totals]


@pytest.mark.parametrize("name", ["phq2", "gad2"])
def test_every_way_to_answer_a_short_scale_is_banded_as_published(name: str) -> None:
    owner, scale = SCALES[name]
    values = [answer.value for answer in owner.answers]
    for given in product(values, repeat=len(scale.items)):
        assert scale.band(sum(given)).id == ("positive" if sum(given) >= 3 else "negative")


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_permission_and_source_are_stated(name: str) -> None:
    instrument = INSTRUMENTS[name]
    assert "No permission required" in instrument.permission
    assert "Kroenke" in instrument.citation
    assert all("of 100 people" in scale.accuracy for scale in instrument.scales)
