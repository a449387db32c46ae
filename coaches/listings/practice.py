"""How a coach works, and what falls outside of it: the claims behind the third and the fifth question."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coaches.fields import WordsField
from coaches.vocabulary import Situation


class HasMethod(models.Model):
    """How an engagement goes, in plain words."""

    method = models.TextField(_("method"), max_length=2000, blank=True, help_text=_("How a typical engagement goes."))
    session_minutes = models.PositiveSmallIntegerField(_("length of a session (minutes)"), null=True, blank=True)
    rhythm = models.CharField(_("rhythm"), max_length=120, blank=True, help_text=_("Such as “every two weeks”."))
    engagement = models.CharField(_("usual length"), max_length=120, blank=True, help_text=_("Such as “four months”."))
    between_sessions = models.TextField(_("work between sessions"), max_length=1000, blank=True)
    progress = models.TextField(_("how progress is tracked"), max_length=1000, blank=True)
    three_month_check_in = models.BooleanField(_("check-in at three months"), null=True, blank=True)

    class Meta:
        abstract = True


class HasReferOut(models.Model):
    """When and to whom the coach refers people on."""

    refer_out = models.TextField(
        _("refer-out policy"), max_length=2000, blank=True, help_text=_("What is outside your scope, and what you do.")
    )
    refers_for = WordsField(_("situations named"), words=Situation.choices)
    refers_for_other = models.CharField(_("other situations"), max_length=200, blank=True)
    refers_to = models.CharField(_("to whom"), max_length=300, blank=True)

    class Meta:
        abstract = True
