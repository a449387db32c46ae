"""The table of links. It holds nothing about a person that can be read without the link."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a link leads to."""

    OWNER = "owner", _("a kept result")
    SHARE = "share", _("a shared result")
    RESUME = "resume", _("an unfinished quiz")


class LinkQuerySet(models.QuerySet["Link"]):
    def alive(self, now: datetime) -> LinkQuerySet:
        """Links that can still be opened: neither expired nor used up."""
        return self.unexpired(now).filter(Q(max_views=None) | Q(views__lt=F("max_views")))

    def unexpired(self, now: datetime) -> LinkQuerySet:
        """Links whose time is not over, used up or not."""
        return self.filter(expires_at__gt=now)

    def under(self, lookups: list[str]) -> LinkQuerySet:
        """Links that are stored under one of these."""
        return self.filter(lookup__in=lookups)

    def listed(self, now: datetime) -> LinkQuerySet:
        """Links for their owner to look over, the newest first, used up ones too, without their payload."""
        return self.unexpired(now).defer("sealed").order_by("-pk")

    def over(self, now: datetime) -> LinkQuerySet:
        """Links that have expired."""
        return self.filter(expires_at__lte=now)

    def count_view(self, pk: int, now: datetime) -> bool:
        """Count one opening, unless the link ended in the meantime. Exact, however many open at once."""
        return self.filter(pk=pk).alive(now).update(views=F("views") + 1) == 1


class Link(models.Model):
    """A sealed payload, under a lookup that only its link leads to.

    `scope` and `owner` belong to shares only. `locked`: the key needs a passphrase too.
    """

    lookup = models.CharField(_("lookup"), max_length=64, unique=True)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    scope = models.CharField(_("scope"), max_length=14, blank=True)
    sealed = models.BinaryField(_("sealed payload"))
    expires_at = models.DateTimeField(_("open until"), db_index=True)
    owner = models.ForeignKey("self", models.CASCADE, null=True, related_name="shares", verbose_name=_("kept result"))
    locked = models.BooleanField(_("with a passphrase"), default=False)
    views = models.PositiveIntegerField(_("openings"), default=0)
    max_views = models.PositiveIntegerField(_("openings at most"), null=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind=Kind.SHARE, owner__isnull=False) & ~Q(scope=""))
                | Q(kind__in=[Kind.OWNER, Kind.RESUME], owner=None, scope="", locked=False, max_views=None),
                name="link_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(max_views=None) | Q(views__lte=F("max_views")), name="link_views_within_limit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def place(self) -> str:
        """Where the payload belongs: it can be opened nowhere else, and as nothing else."""
        return f"{self.lookup} {self.kind} {self.scope}"

    @property
    def used_up(self) -> bool:
        """Whether it was opened as often as it may be."""
        return self.max_views is not None and self.views >= self.max_views
