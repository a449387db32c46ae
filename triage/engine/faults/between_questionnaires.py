"""What must hold of several questionnaires together: addresses of their own, and ways between them that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from triage.engine.faults.fault import FaultAt, unknown
from triage.engine.model import Questionnaire


def faults_between(questionnaires: Sequence[Questionnaire]) -> Iterator[tuple[Questionnaire, FaultAt]]:
    """Faults of ways from one to another, each with the questionnaire that it stands in."""
    known = {each.id: each for each in questionnaires}
    prefixes: dict[str, str] = {}
    for each in questionnaires:
        owner = prefixes.setdefault(each.prefix, each.id)
        if owner != each.id:
            yield each, FaultAt(("prefix",), f"“{owner}” has the prefix “{each.prefix}” too")
        yield from ((each, found) for found in _ways(each, known))


def _ways(questionnaire: Questionnaire, known: Mapping[str, Questionnaire]) -> Iterator[FaultAt]:
    for number, piece in enumerate(questionnaire.advice):
        if piece.questionnaire is not None:
            yield from unknown(("advice", number, "questionnaire"), "questionnaire", piece.questionnaire, known)
    for number, carry in enumerate(questionnaire.carries):
        yield from unknown(("carries", number, "source"), "questionnaire", carry.source, known)
        if carry.source in known:
            choices = known[carry.source].field_ids
            yield from unknown(("carries", number, "question"), "question", carry.question, choices)
            for choice in carry.choices:
                yield from unknown(("carries", number, "choices"), "choice", choice, choices.get(carry.question, ()))
