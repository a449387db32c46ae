"""Copies of a snapshot that hold only what their scope may show. What is not in them cannot be opened."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from triage.results.plain import Letter, OutcomeTold, ReasonTold
from triage.sharing.snapshot import Scope, Snapshot

SHARED: tuple[Scope, ...] = ("recommendation", "reasons", "everything")
"""The scopes of share links, the narrowest first."""


_SERVICES = {
    "coaching": (gettext_noop("Coaching"), gettext_noop("Coaching was recommended.")),
    "counseling": (gettext_noop("Career counseling"), gettext_noop("Career counseling was recommended.")),
    "therapy": (gettext_noop("Therapy"), gettext_noop("Therapy was recommended.")),
}
"""Each service's name, and the one sentence that the narrowest scope says."""


def narrow(snapshot: Snapshot, scope: Scope) -> Snapshot:
    """A copy for this scope.

    `recommendation`: which of the three services, and nothing of when or why. `reasons`: the outcome, and the sentences
    that led to it, without the answers behind them. `everything`: all that the owner sees.
    """
    if scope == "everything":
        return snapshot.model_copy(update={"scope": scope})
    letter = _recommendation(snapshot.letter) if scope == "recommendation" else _reasons(snapshot.letter)
    return Snapshot(scope=scope, issued=snapshot.issued, letter=letter)


def _recommendation(letter: Letter) -> Letter:
    # An outcome's own words tell more than the service: that there is care already, or that it is urgent.
    service = letter.outcome.service
    name, headline = _SERVICES[service]
    return Letter(
        questionnaire=letter.questionnaire,
        version=letter.version,
        rule="",
        outcome=OutcomeTold(id=service, service=service, name=name, headline=headline, summary="", urgent=False),
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
