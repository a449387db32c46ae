"""Everything that makes, changes or ends a link."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from triage.engine.deciding.answers import Answers
from triage.engine.model import Questionnaire, Scope
from triage.infrastructure.limits import Tally
from triage.results.narrowing import narrow
from triage.results.snapshot import Snapshot, write_snapshot
from triage.sharing.links import Kind, Link
from triage.sharing.sealing import seal
from triage.sharing.tokens import is_token, new_token, secret, slow_down, token_from

RESUME_DAYS = 7
"""How long an unfinished quiz is kept."""


class Made(NamedTuple):
    """A new link: its token, which is stored nowhere, and until when it opens."""

    token: str
    expires_at: datetime


def keep(*, snapshot: Snapshot, form: str = "") -> Made:
    """Keep a result for its owner. A form (a token of its own) that is sent twice for it gives the same link twice."""
    own = token_from(form, f"keep {snapshot.model_dump_json()}") if is_token(form) else new_token()
    token, expires_at = own, _in_days(settings.RESULT_LINK_DAYS)
    _store(token, write_snapshot(snapshot), Link(kind=Kind.OWNER, expires_at=expires_at))
    return Made(token, expires_at)


def save_answers(*, questionnaire: Questionnaire, answers: Answers) -> Made:
    """Keep the answers to an unfinished questionnaire."""
    token, expires_at = new_token(), _in_days(RESUME_DAYS)
    payload = json.dumps({"format": 2, "questionnaire": questionnaire.id, "answers": dict(answers)}).encode()
    _store(token, payload, Link(kind=Kind.RESUME, expires_at=expires_at))
    return Made(token, expires_at)


def share(
    *,
    owner: Link,
    token: str,
    snapshot: Snapshot,
    scope: Scope,
    days: int,
    passphrase: str = "",
    max_views: int | None = None,
    form: str,
) -> Made:
    """Share a kept result, or as much of it as the scope shows, for no longer than it is kept itself.

    `token` is the owner's. A form (any text of its own) that is sent twice gives the same link twice.
    """
    own = token_from(token, json.dumps(["share", form, scope.id, days, passphrase, max_views]))
    expires_at = min(_in_days(days), owner.expires_at)
    link = Link(
        kind=Kind.SHARE,
        owner=owner,
        scope=scope.id,
        expires_at=expires_at,
        locked=bool(passphrase),
        max_views=max_views,
    )
    _store(own, write_snapshot(narrow(snapshot, scope)), link, slowed=slow_down(own, passphrase))
    return Made(own, expires_at)


@transaction.atomic
def keep_for(*, owner: Link, days: int) -> datetime:
    """Keep a result for so many days from now, more or fewer than before. Its shares never outlive it."""
    expires_at = _in_days(min(days, settings.RESULT_LINK_MAX_DAYS))
    Link.objects.filter(pk=owner.pk).update(expires_at=expires_at)
    owner.shares.filter(expires_at__gt=expires_at).update(expires_at=expires_at)
    return expires_at


def revoke(*, owner: Link, share_id: int) -> bool:
    """End a share at once. False if the owner has no such share (any more)."""
    return owner.shares.filter(pk=share_id).delete()[0] > 0


def delete(*, link: Link) -> None:
    """Delete a link with its payload, and of a kept result every share."""
    Link.objects.filter(pk=link.pk).delete()


def purge(*, now: datetime) -> tuple[int, int]:
    """Delete what has expired by now: so many links, so many tallies."""
    ended = Link.objects.over(now).count()
    Link.objects.over(now).delete()
    return ended, Tally.objects.over(now).delete()[0]


def _store(token: str, payload: bytes, link: Link, slowed: bytes = b"") -> None:
    known = secret(token, slowed)
    link.lookup = known.lookup
    link.sealed = seal(payload, known.key, link.place)
    # One statement: it is there whole, or not at all.
    Link.objects.bulk_create([link], ignore_conflicts=True)


def _in_days(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)
