"""A listing: what a coach says, and where it is in its life. What we found out is in `check.py`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from coaches.models.check import Check
from coaches.models.claims import HasCredential, HasMeeting, HasMethod, HasReferOut, HasTerms, HasTrackRecord
from coaches.models.coach_queries import CoachQuerySet
from coaches.models.guards import STANDING, refuse_move, refuse_new
from coaches.models.retracting import changed_questions, retract
from coaches.models.status import Status
from coaches.models.vetting_question import QUESTION_OF

CONSENT = 1
"""The number of the wording that coaches agree to; a new wording gets a new number."""


class Coach(HasCredential, HasTrackRecord, HasMethod, HasTerms, HasReferOut, HasMeeting, models.Model):
    """A coach's listing.

    Claims are the coach's; checks, red flags and publication are ours. Changing a claim of a saved listing takes back
    the check that covered it (`save`), and `status` changes only through `coaches.vetting.lifecycle`.
    """

    slug = models.SlugField(
        _("key"), max_length=80, unique=True, help_text=_("Stands in the address, and never changes.")
    )
    name = models.CharField(_("name"), max_length=120)
    headline = models.CharField(_("headline"), max_length=120, blank=True)
    own_words = models.TextField(_("in their own words"), max_length=3000, blank=True)
    email = models.EmailField(_("e-mail for us"), help_text=_("Where we write to the coach. Never shown."))

    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.APPLIED, editable=False)
    status_reason = models.TextField(_("reason"), max_length=1000, blank=True, editable=False)
    consented_at = models.DateTimeField(_("agreed to be listed on"), null=True, blank=True, editable=False)
    consent = models.PositiveSmallIntegerField(_("wording agreed to"), null=True, blank=True, editable=False)
    published_at = models.DateTimeField(_("published on"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("published by"),
        related_name="+",
    )
    applied_at = models.DateTimeField(_("applied on"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed on"), auto_now=True)
    invented = models.BooleanField(_("invented, to try the site with"), default=False, editable=False)

    objects = CoachQuerySet.as_manager()
    history = HistoricalRecords()

    _stored_status: str | None = None
    _moving: bool = False
    _history_user: Any
    _change_reason: str

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        ordering = ["name", "pk"]
        permissions = [
            ("vet_coach", "Can check what coaches claim"),
            ("publish_coach", "Can publish, refuse and remove listings"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=[Status.LISTED, Status.PAUSED])
                | Q(published_by__isnull=False, published_at__isnull=False, consented_at__isnull=False),
                name="coach_listed_by_someone_with_consent",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.REFUSED, Status.REMOVED]) | ~Q(status_reason=""),
                name="coach_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(consented_at=None, consent=None) | Q(consented_at__isnull=False, consent__isnull=False),
                name="coach_consent_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(session_fee_high=None) | Q(session_fee_low__lte=F("session_fee_high")),
                name="coach_session_fee_is_a_range",
            ),
            models.CheckConstraint(
                condition=Q(package_fee_high=None) | Q(package_fee_low__lte=F("package_fee_high")),
                name="coach_package_fee_is_a_range",
            ),
        ]
        indexes = [models.Index(fields=["status", "applied_at"], name="coach_queue")]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save, and take back the checks of what was changed. Raises `Guarded` for a status that was set by hand."""
        # One that can be read but once would be empty for Django.
        fields = None if update_fields is None else frozenset(update_fields)
        # Asked of the table: a new object with an old key writes over what is there.
        now = self._stored()
        if now is None:
            refuse_new(self.status)
            super().save(*args, update_fields=fields, **kwargs)
        else:
            refuse_move(self._stored_status, self.status, moving=self._moving)
            if not self._moving:
                # Whoever read the listing earlier must not bring back a standing that it has lost since.
                for name in STANDING:
                    setattr(self, name, now[name])
            super().save(*args, update_fields=fields, **kwargs)
            retract(coach_id=self.pk, questions=changed_questions(self, now, fields))
        self._stored_status, self._moving = self.status, False

    def get_absolute_url(self) -> str:
        """The listing's public page."""
        return reverse("coach", args=[self.slug])

    def clean(self) -> None:
        """Raises `ValidationError` for a key whose address belongs to another page of the directory."""
        super().clean()
        try:
            place = resolve(self.get_absolute_url())
        except NoReverseMatch:
            # No key at all: its own field says so.
            return
        if place.url_name != "coach":
            raise ValidationError({"slug": _("The directory has a page of its own under this key.")})

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Coach:
        """As Django does, and remember the status for `save`."""
        coach = super().from_db(*args, **kwargs)
        coach._stored_status = coach.__dict__.get("status")
        return coach

    def seen_checks(self) -> dict[str, Check]:
        """The checks that the public sees, by question: as they stood when the listing was published.

        Reads `checks` as prefetched.
        """
        made = (check for check in self.checks.all() if check.stands_since is not None)
        return {check.question: check for check in made if not check.is_unseen(self.published_at)}

    def runs_out_on(self) -> date | None:
        """The last day on which what was checked holds: the earliest of its checks and its credential."""
        days = [check.valid_until for check in self.checks.all() if check.valid_until is not None and check.holds]
        return min([*days, *([self.credential_expires_on] if self.credential_expires_on else [])], default=None)

    def _stored(self) -> Mapping[str, Any] | None:
        """The claims and the standing as stored, if they are; nobody else changes them until we are done."""
        row: Mapping[str, Any] | None = (
            Coach.objects.select_for_update().values(*QUESTION_OF, *STANDING).filter(pk=self.pk).first()
        )
        return row
