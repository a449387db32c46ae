"""A result's published screens as a FHIR R4 bundle, for a clinic's own system.

There is a `QuestionnaireResponse` for each screen and an `Observation` for its total, with LOINC's codes
where LOINC has one. There is no `Patient`: we do not know who it is. There is no `RiskAssessment` either:
FHIR wants a subject for it, and the recommendation is orientation, not an assessment of risk.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from triage.results.snapshot import ItemKept, ScreenKept, Snapshot

LOINC = "http://loinc.org"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
_NOTE = "Answered online by the person themselves. A screen, not a diagnosis."

Json = dict[str, Any]


def bundle(snapshot: Snapshot) -> bytes:
    """The bundle as JSON, of type `collection`."""
    day = snapshot.issued.isoformat()
    entries: list[Json] = []
    for screen in snapshot.screens:
        response, total = f"urn:uuid:{uuid4()}", f"urn:uuid:{uuid4()}"
        entries.append({"fullUrl": response, "resource": _response(screen, day)})
        entries.append({"fullUrl": total, "resource": _observation(screen, day, response)})
    # An empty list is not allowed in FHIR: then there is no such key.
    whole: Json = {"resourceType": "Bundle", "type": "collection"} | ({"entry": entries} if entries else {})
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _response(screen: ScreenKept, day: str) -> Json:
    form = {"questionnaire": f"{LOINC}/q/{screen.panel}"} if screen.panel else {}
    whole = all(item.answer is not None for item in screen.items)
    return {
        "resourceType": "QuestionnaireResponse",
        **form,
        "status": "completed" if whole else "stopped",
        "authored": day,
        "item": [_item(item) for item in screen.items],
    }


def _item(item: ItemKept) -> Json:
    asked: Json = {"linkId": item.loinc or item.id, "text": item.text}
    if item.answer is None:
        return asked
    coding = {"system": LOINC, "code": item.answer_loinc, "display": item.answer}
    return {**asked, "answer": [{"valueCoding": coding}]}


def _observation(screen: ScreenKept, day: str, response: str) -> Json:
    coding = {"coding": [{"system": LOINC, "code": screen.loinc}]} if screen.loinc else {}
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": "survey"}]}],
        "code": {**coding, "text": f"{screen.name} total score"},
        "effectiveDateTime": day,
        **_value(screen),
        "note": [{"text": _NOTE}],
        "derivedFrom": [{"reference": response}],
    }


def _value(screen: ScreenKept) -> Json:
    if screen.total is None:
        absent = {"coding": [{"system": _ABSENT, "code": "asked-declined"}], "text": "Not every item was answered"}
        return {"dataAbsentReason": absent}
    score = {"value": screen.total, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}"}
    return {"valueQuantity": score, "interpretation": [{"text": screen.band}]}
