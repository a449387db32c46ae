"""What a coach holds and has done: the claims behind the first two questions of the vetting."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coaches.fields import WordsField
from coaches.vocabulary import Credential, Goal, Industry, Stage, Training


class HasCredential(models.Model):
    """Credential and training. `credential_checked_on` is when its register was last looked at, by us."""

    credential = models.CharField(_("credential"), max_length=7, choices=Credential, default=Credential.NONE)
    credential_name = models.CharField(
        _("its name, if another"),
        max_length=120,
        blank=True,
        help_text=_("Such as “Certified Career Services Provider”."),
    )
    credential_number = models.CharField(_("credential number"), max_length=60, blank=True)
    badge_link = models.URLField(_("link to the badge or register"), blank=True)
    credential_checked_on = models.DateField(_("register looked at on"), null=True, blank=True)
    credential_expires_on = models.DateField(
        _("credential valid until"), null=True, blank=True, help_text=_("The last day, as the register shows it.")
    )
    training = WordsField(_("training programs"), words=Training.choices)
    other_training = models.CharField(_("other training"), max_length=200, blank=True)

    class Meta:
        abstract = True


class HasTrackRecord(models.Model):
    """Whom the coach has worked with."""

    goals = WordsField(_("goals"), words=Goal.choices, help_text=_("What people come with."))
    stages = WordsField(_("career stages"), words=Stage.choices)
    industries = WordsField(_("industries"), words=Industry.choices)
    representative_situations = models.TextField(
        _("representative situations"),
        max_length=2000,
        blank=True,
        help_text=_("Two or three situations without names, one on each line."),
    )
    coaching_since = models.PositiveSmallIntegerField(_("coaching since (year)"), null=True, blank=True)

    class Meta:
        abstract = True
