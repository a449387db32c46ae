"""Opening links. Unknown, expired, revoked, used up, wrong passphrase: the same work and the same answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from triage.infrastructure.limits import GUESSING, allow, give_back
from triage.sharing.links import Kind, Link, LinkQuerySet
from triage.sharing.sealing import DECOY, Unopened, unseal
from triage.sharing.tokens import LONGEST_PASSPHRASE, secret, secrets_of, slow_down

NOBODY = 0
"""A primary key that no link has."""


class NotThere(Exception):
    """There is nothing to open with this token, or not any more, or not with this passphrase."""


class TooManyGuesses(Exception):
    """Too many passphrases were typed for this token, whether or not there is such a link."""


@dataclass(frozen=True)
class Opened:
    """A link and what was in it. `slowed` is what its passphrase adds to the key."""

    link: Link
    payload: bytes
    slowed: bytes


def open_link(token: str, passphrase: str = "") -> Opened:
    """Open a link, and count it if it is a share. Raises `NotThere` or `TooManyGuesses`."""
    whom = secret(token).lookup
    if passphrase and not allow(GUESSING, whom):
        raise TooManyGuesses
    now = timezone.now()
    # What is longer is wrong, and this much of it as wrong as all.
    slowed = slow_down(token, passphrase[: LONGEST_PASSPHRASE + 1])
    link, payload = _look(token, slowed, Link.objects.alive(now))
    shared = link is None or link.kind == Kind.SHARE
    counted = not shared or Link.objects.count_view(link.pk if link else NOBODY, now)
    if link is None or not counted:
        raise NotThere
    if passphrase:
        give_back(GUESSING, whom)
    return Opened(link, payload, slowed)


def open_again(token: str, slowed: bytes = b"") -> Opened:
    """Open without counting, for who has just opened it. Raises `NotThere`."""
    link, payload = _look(token, slowed, Link.objects.unexpired(timezone.now()))
    if link is None:
        raise NotThere
    return Opened(link, payload, slowed)


def open_owned(token: str) -> Opened:
    """Open the link of a kept result. Raises `NotThere`, for links of other kinds too."""
    opened = open_again(token)
    if opened.link.kind != Kind.OWNER:
        raise NotThere
    return opened


def _look(token: str, slowed: bytes, among: LinkQuerySet) -> tuple[Link | None, bytes]:
    """The link that this token opens and its payload; without one the same work is done in vain."""
    plain = {each.lookup: each.key for each in secrets_of(token)}
    locked = {each.lookup: each.key for each in secrets_of(token, slowed)}
    link = among.under(list(plain)).first()
    keys = locked if link is not None and link.locked else plain
    try:
        if link is None:
            unseal(DECOY, next(iter(keys.values())), "nowhere")
            return None, b""
        return link, unseal(bytes(link.sealed), keys[link.lookup], link.place)
    except Unopened:
        return None, b""
