"""Copies of a snapshot that hold only what their scope may show. What is not in them cannot be opened."""

from __future__ import annotations

from triage.results.plain import Letter, ReasonTold
from triage.sharing.snapshot import Scope, Snapshot

SHARED: tuple[Scope, ...] = ("recommendation", "reasons", "everything")
"""The scopes of share links, the narrowest first."""


def narrow(snapshot: Snapshot, scope: Scope) -> Snapshot:
    """A copy for this scope.

    `recommendation`: its name, headline and service. `reasons`: also the sentences that led to it, without
    the answers behind them. `everything`: all that the owner sees.
    """
    if scope == "everything":
        return snapshot.model_copy(update={"scope": scope})
    letter = _recommendation(snapshot.letter) if scope == "recommendation" else _reasons(snapshot.letter)
    return Snapshot(scope=scope, issued=snapshot.issued, letter=letter)


def _recommendation(letter: Letter) -> Letter:
    # The rule's name and the summary say why, the country where: neither is part of the recommendation.
    return Letter(
        questionnaire=letter.questionnaire,
        version=letter.version,
        rule="",
        outcome=letter.outcome.model_copy(update={"summary": ""}),
        told="",
        certain=True,
        country="",
    )


def _reasons(letter: Letter) -> Letter:
    return Letter(
        questionnaire=letter.questionnaire,
        version=letter.version,
        rule="",
        outcome=letter.outcome,
        told=letter.told,
        certain=letter.certain,
        country="",
        reasons=tuple(_sentence(reason) for reason in letter.reasons),
    )


def _sentence(reason: ReasonTold) -> ReasonTold:
    return reason.model_copy(update={"answers": (), "scores": ()})
