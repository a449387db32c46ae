"""Keeps an uploaded file between its preview and the import: for an hour, sealed, and on no disk but the database's.

django-import-export's own storages leave it in the system's temporary folder, in a cache that each process has for
itself, or among public media.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken
from django.utils import timezone
from import_export.tmp_storages import BaseStorage

from coaches.models.pending_import import PendingImport

KEPT_SECONDS = 3600


class Gone(LookupError):
    """There is no such file, or no longer."""


class PendingFile(BaseStorage):
    """A file whose name is its key, and stands in the page of its preview only."""

    def save(self, data: bytes) -> None:
        discard_old()
        key = Fernet.generate_key()
        self.name = key.decode()
        PendingImport.objects.create(
            lookup=_lookup(self.name),
            sealed=Fernet(key).encrypt(data),
            expires_at=timezone.now() + timedelta(seconds=KEPT_SECONDS),
        )

    def read(self) -> bytes:
        """Raises `Gone`."""
        kept = PendingImport.objects.filter(lookup=_lookup(self.name), expires_at__gt=timezone.now()).first()
        if kept is None:
            raise Gone
        try:
            return Fernet(self.name).decrypt(bytes(kept.sealed))
        except InvalidToken as error:
            raise Gone from error

    def remove(self) -> None:
        PendingImport.objects.filter(lookup=_lookup(self.name)).delete()


def discard_old() -> int:
    """Delete what nobody imported within its hour; returns how many files."""
    return PendingImport.objects.over(timezone.now()).delete()[0]


def _lookup(name: str) -> str:
    return hashlib.sha256(b"pending import " + name.encode()).hexdigest()
