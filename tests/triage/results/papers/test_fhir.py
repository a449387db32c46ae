"""The bundle is judged by the models of R4B and by those of R4, and then for what it says."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle as BundleR4B
from fhirclient.models.bundle import Bundle as BundleR4

from tests.triage.sharing.people import MARA, snapshot_of
from triage.results.papers.fhir import bundle

SEVERE = {**MARA, "gad_nervous": "nearly_every_day", "gad_control": "nearly_every_day"}
SEVERE |= dict.fromkeys(("gad_much", "gad_relax", "gad_restless", "gad_irritable", "gad_afraid"), "several_days")
HALF = {name: given for name, given in MARA.items() if name != "phq_pace"}
NOTHING = {**MARA, "consent": "no"}


def made(answers: Any) -> dict[str, Any]:
    return dict(json.loads(bundle(snapshot_of(answers))))


def resources(answers: Any, kind: str) -> list[dict[str, Any]]:
    every = [entry["resource"] for entry in made(answers).get("entry", [])]
    return [resource for resource in every if resource["resourceType"] == kind]


def of_panel(answers: Any, panel: str) -> dict[str, Any]:
    every = resources(answers, "QuestionnaireResponse")
    return next(each for each in every if each.get("questionnaire") == f"http://loinc.org/q/{panel}")


@pytest.mark.parametrize("answers", [MARA, SEVERE, HALF, NOTHING], ids=["short and long", "long", "half", "nothing"])
def test_it_is_a_fhir_bundle(answers: Any) -> None:
    plain = made(answers)
    assert BundleR4B.model_validate(plain).type == "collection"
    assert BundleR4(plain).as_json() == plain


@pytest.mark.parametrize("broken", ["status", "code"])
def test_the_judges_do_find_faults(broken: str) -> None:
    plain = made(MARA)
    del plain["entry"][1]["resource"][broken]
    for judge in (BundleR4B.model_validate, BundleR4):
        with pytest.raises(Exception, match=broken):
            judge(plain)


def test_every_item_has_its_answer_in_loincs_codes() -> None:
    response = of_panel(MARA, "44249-1")
    assert response["status"] == "completed"
    told = {item["linkId"]: item["answer"][0]["valueCoding"]["code"] for item in response["item"]}
    assert told == {
        "44250-9": "LA6570-1",
        "44255-8": "LA6571-9",
        "44259-0": "LA6569-3",
        "44254-1": "LA6570-1",
        "44251-7": "LA6571-9",
        "44258-2": "LA6569-3",
        "44252-5": "LA6568-5",
        "44253-3": "LA6568-5",
        "44260-8": "LA6568-5",
    }


def test_totals_have_loincs_code_and_belong_to_their_answers() -> None:
    entries = made(SEVERE)["entry"]
    links = {entry["fullUrl"]: entry["resource"] for entry in entries}
    totals = [entry["resource"] for entry in entries if entry["resource"]["resourceType"] == "Observation"]
    found = {
        total["code"]["coding"][0]["code"]: (total["valueQuantity"]["value"], total["interpretation"][0]["text"])
        for total in totals
    }
    assert found == {"44261-6": (12, "Moderate"), "70274-6": (11, "Moderate")}
    for total in totals:
        answered = links[total["derivedFrom"][0]["reference"]]
        values = {"LA6568-5": 0, "LA6569-3": 1, "LA6570-1": 2, "LA6571-9": 3}
        points = [values[item["answer"][0]["valueCoding"]["code"]] for item in answered["item"]]
        assert sum(points) == total["valueQuantity"]["value"]


def test_a_total_that_loinc_has_no_code_for_is_told_in_words() -> None:
    codes = [total["code"] for total in resources(MARA, "Observation")]
    assert {"text": "GAD-2 total score"} in codes


def test_with_a_row_left_out_there_is_no_total_and_no_zero() -> None:
    response = of_panel(HALF, "44249-1")
    assert response["status"] == "stopped"
    assert [item["linkId"] for item in response["item"] if "answer" not in item] == ["44253-3"]
    total = next(each for each in resources(HALF, "Observation") if each["code"]["text"].startswith("PHQ-9"))
    assert "valueQuantity" not in total
    assert total["dataAbsentReason"]["coding"][0]["code"] == "asked-declined"


def test_it_names_nobody_and_judges_no_risk() -> None:
    kinds = {entry["resource"]["resourceType"] for entry in made(SEVERE)["entry"]}
    assert kinds == {"QuestionnaireResponse", "Observation"}
    assert "subject" not in json.dumps(made(SEVERE))


def test_every_code_of_loinc_has_the_right_check_digit() -> None:
    codes = set(re.findall(r'"(?:code|linkId)": "(\d+-\d)"', json.dumps(made(SEVERE) | {"x": made(MARA)})))
    assert len(codes) == 9 + 7 + 2
    assert [code for code in codes if not checks(code)] == []


def checks(code: str) -> bool:
    """The mod-10 check digit (Luhn)."""
    number, digit = code.split("-")
    doubled = [int(each) * (2 if place % 2 == 0 else 1) for place, each in enumerate(reversed(number))]
    return (10 - sum(each // 10 + each % 10 for each in doubled)) % 10 == int(digit)
