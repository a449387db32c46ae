"""Fees and terms: the claims behind the fourth question. Amounts are whole units of the currency."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coaches.vocabulary import CURRENCIES, Upfront


class HasTerms(models.Model):
    """What it costs, and what is agreed in writing. Empty means that we do not know, never that there is none."""

    currency = models.CharField(
        _("currency"), max_length=3, choices=[(code, code) for code in CURRENCIES], default="USD"
    )
    session_fee_low = models.PositiveIntegerField(_("a session, from"), null=True, blank=True)
    session_fee_high = models.PositiveIntegerField(_("a session, up to"), null=True, blank=True)
    package_fee_low = models.PositiveIntegerField(_("a package, from"), null=True, blank=True)
    package_fee_high = models.PositiveIntegerField(_("a package, up to"), null=True, blank=True)
    package = models.CharField(_("what a package holds"), max_length=200, blank=True)
    sliding_scale = models.BooleanField(_("sliding scale"), null=True, blank=True)
    free_call = models.BooleanField(_("free discovery call"), null=True, blank=True)
    free_call_minutes = models.PositiveSmallIntegerField(_("length of the call (minutes)"), null=True, blank=True)
    upfront = models.CharField(_("payment upfront"), max_length=5, choices=Upfront, blank=True)
    terms_in_writing = models.BooleanField(_("terms in writing"), null=True, blank=True)
    terms_where = models.CharField(
        _("where they are written"), max_length=300, blank=True, help_text=_("An address, or “in the agreement”.")
    )
    refunds = models.TextField(_("refunds"), max_length=1000, blank=True)
    cancellations = models.TextField(_("cancellations"), max_length=1000, blank=True)

    class Meta:
        abstract = True
