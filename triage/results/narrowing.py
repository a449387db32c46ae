"""Copies of a snapshot that hold only what their scope may show. What is not in them cannot be opened."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from triage.engine.model import Scope
from triage.results.letter_format import Letter, OutcomeTold, ReasonTold
from triage.results.snapshot import Snapshot

_SERVICES = {
    "coaching": (gettext_noop("Coaching"), gettext_noop("Coaching was recommended.")),
    "counseling": (gettext_noop("Career counseling"), gettext_noop("Career counseling was recommended.")),
    "therapy": (gettext_noop("Therapy"), gettext_noop("Therapy was recommended.")),
    "careers": (gettext_noop("Careers advice"), gettext_noop("Careers advice was recommended.")),
}
"""Each service's name, and the one sentence that a copy says that shows nothing else of the outcome."""
_OPEN = (gettext_noop("Not settled"), gettext_noop("No kind of help could be recommended yet."))
"""The same where too little was answered."""


def narrow(snapshot: Snapshot, scope: Scope) -> Snapshot:
    """A copy for this scope: with its sections, and as much of the outcome and its reasons as its depth allows.

    `service`: which of the three services, and nothing of when or why. `reasons`: the outcome, and the sentences
    that led to it, without the answers behind them. `everything`: all that the owner sees.
    """
    if scope.depth == "everything":
        return snapshot.model_copy(update={"scope": scope.id, "told": scope.told})
    return Snapshot(
        scope=scope.id,
        depth=scope.depth,
        told=scope.told,
        issued=snapshot.issued,
        letter=_narrowed(snapshot.letter, scope),
    )


def _narrowed(letter: Letter, scope: Scope) -> Letter:
    reasoned = scope.depth == "reasons"
    # The rule's name says why, and the country where: neither belongs to a narrow copy.
    return Letter(
        questionnaire=letter.questionnaire,
        version=letter.version,
        title=letter.title,
        limits=letter.limits,
        rule="",
        outcome=None
        if scope.depth == "sections"
        else letter.plain
        if reasoned and letter.settled
        else _service(letter),
        told=letter.told if reasoned else "",
        country="",
        settled=letter.settled or not reasoned,
        reasons=tuple(_sentence(reason) for reason in letter.reasons) if reasoned else (),
        sections=tuple(section for section in letter.sections if section.id in scope.sections),
    )


def _service(letter: Letter) -> OutcomeTold | None:
    if letter.outcome is None:
        return None
    # An outcome's own words tell more than the service: that there is care already, or that it is urgent.
    service = letter.outcome.service if letter.settled else ""
    name, headline = _SERVICES[service] if letter.settled else _OPEN
    return OutcomeTold(id=service, service=service, name=name, headline=headline, summary="", urgent=False)


def _sentence(reason: ReasonTold) -> ReasonTold:
    return reason.model_copy(update={"answers": (), "scores": ()})
