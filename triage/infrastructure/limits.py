"""How often something may be done in a stretch of time, counted in the database, which all processes share.

Addresses are kept as keyed hashes only, which are others in each stretch, and are deleted by `purge_expired`.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.db import models
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Limit:
    """At most `most` times in every `seconds`."""

    name: str
    most: int
    seconds: int


MAKING = Limit("making", 30, 60 * 60)
OPENING = Limit("opening", 60, 10 * 60)
GUESSING = Limit("guessing", 10, 24 * 60 * 60)
"""Passphrases typed for one link, right ones not counted."""


class TallyQuerySet(models.QuerySet["Tally"]):
    def over(self, now: datetime) -> TallyQuerySet:
        """Tallies of stretches that have ended."""
        return self.filter(expires_at__lte=now)


class Tally(models.Model):
    """How often something was done by someone in one stretch of time; both are hashed into `who`."""

    who = models.CharField(_("who and what, hashed"), max_length=64, unique=True)
    count = models.PositiveIntegerField(_("count"), default=0)
    expires_at = models.DateTimeField(_("end of the stretch"), db_index=True)

    objects = TallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")

    def __str__(self) -> str:
        return f"{self.count} until {self.expires_at}"


def allow(limit: Limit, whom: str) -> bool:
    """Count it and say yes, or say no. Exact, however many ask at once."""
    who, ends = _stretch(limit, whom)
    Tally.objects.bulk_create([Tally(who=who, expires_at=ends)], ignore_conflicts=True)
    return Tally.objects.filter(who=who, count__lt=limit.most).update(count=F("count") + 1) == 1


def allow_visitor(request: HttpRequest, what: str, most: int, seconds: int) -> bool:
    """As `allow`, for whoever asks: for the parts of the site that know nothing of this module."""
    return allow(Limit(what, most, seconds), client_ip(request))


def give_back(limit: Limit, whom: str) -> None:
    """Take back what `allow` counted."""
    Tally.objects.filter(who=_stretch(limit, whom)[0], count__gt=0).update(count=F("count") - 1)


def client_ip(request: HttpRequest) -> str:
    """The visitor's IP address; of IPv6 the network, since one person has a whole one.

    Behind a proxy it is what the proxy wrote last: what stands before it, the visitor may have made up. Whoever comes
    without a readable one counts as one visitor with all others of the kind, and is empty.
    """
    found = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        found = request.headers.get("X-Forwarded-For", found).rpartition(",")[2]
    try:
        parsed = ip_address(_without_port(found.strip()))
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)


def _without_port(written: str) -> str:
    """Some proxies write the visitor's port, too: `203.0.113.7:4711`, `[2001:db8::1]:4711`."""
    bracketed = re.fullmatch(r"\[([^\]]*)\](?::\d+)?", written)
    if bracketed:
        return bracketed[1]
    host, _colon, port = written.partition(":")
    return host if port.isdigit() and "." in host else written


def _stretch(limit: Limit, whom: str) -> tuple[str, datetime]:
    number = int(timezone.now().timestamp()) // limit.seconds
    named = f"{limit.name} {number} {whom}".encode()
    key = hashlib.sha256(b"whichway tallies " + settings.SECRET_KEY.encode()).digest()
    who = hmac.new(key, named, hashlib.sha256).hexdigest()
    return who, datetime.fromtimestamp((number + 1) * limit.seconds, UTC)
