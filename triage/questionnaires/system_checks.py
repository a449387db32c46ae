"""`manage.py check` looks at the content as well as at the code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Warning

from triage.engine.faults.between_questionnaires import faults_between
from triage.engine.faults.fault import FaultAt, Faulty, key_of
from triage.engine.loading.signposts import stale
from triage.engine.model import Questionnaire
from triage.engine.proof import read_record, why_not_covered
from triage.questionnaires import registry


def check_content(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every fault in every questionnaire and in the signposts, and content that no proof covers."""
    found: list[CheckMessage] = []
    read: list[Questionnaire] = []
    for name in registry.names():
        try:
            read.append(registry.read_unproved(name))
            reason = why_not_covered(read[-1], read_record(registry.record_path(name)))
            reason = reason or registry.why_impact_unknown(read[-1])
        except Faulty as faulty:
            found += [Error(f"{name}/{fault}", id="triage.E001") for fault in faulty.faults]
            continue
        except ValueError as broken:
            reason = str(broken)
        if reason is not None:
            found.append(Error(reason, id="triage.E002"))
    if len(read) == len(registry.names()):
        found += [_between(questionnaire, fault) for questionnaire, fault in faults_between(read)]
    reserved = registry.reserved_prefixes()
    found += [
        Error(f"{each.id}: prefix: “{each.prefix}” belongs to another page", id="triage.E004")
        for each in read
        if each.prefix in reserved
    ]
    try:
        signposts = registry.signposts()
    except Faulty as faulty:
        return found + [Error(f"signposts/{fault}", id="triage.E001") for fault in faulty.faults]
    old = [Warning(f"signposts/{fault}", id="triage.W001") for fault in stale(signposts, date.today())]
    return found + old


def _between(questionnaire: Questionnaire, fault: FaultAt) -> Error:
    """A fault of a way between questionnaires."""
    key = key_of(fault.place, questionnaire.model_dump())
    return Error(f"{questionnaire.id}: {key}: {fault.message}", id="triage.E003")
