"""Files between the preview of an import and the import."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class PendingImportQuerySet(models.QuerySet["PendingImport"]):
    def over(self, now: datetime) -> PendingImportQuerySet:
        """Those that nobody imported in time."""
        return self.filter(expires_at__lte=now)


class PendingImport(models.Model):
    """A file, sealed. Its key is in the page of its preview only, and so is what its lookup is made from."""

    lookup = models.CharField(_("lookup"), max_length=64, unique=True)
    sealed = models.BinaryField(_("sealed file"))
    expires_at = models.DateTimeField(_("kept until"), db_index=True)

    objects = PendingImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("pending import")
        verbose_name_plural = _("pending imports")

    def __str__(self) -> str:
        return f"import {self.pk}"
