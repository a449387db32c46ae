"""Keeps an uploaded file between its preview and the import, for an hour and for nobody else's eyes."""

from __future__ import annotations

import re
import tempfile
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from import_export.tmp_storages import BaseStorage

KEPT_SECONDS = 3600

_BEGINNING = "whichway-import-"


class Gone(LookupError):
    """There is no such file, or no longer."""


class WaitingFile(BaseStorage):
    """A file by a name that cannot be guessed. Those that were never imported go when the next one comes."""

    def save(self, data: bytes) -> None:
        _sweep()
        self.name = uuid4().hex
        path = self._path()
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(data)

    def read(self) -> bytes:
        """Raises `Gone`."""
        try:
            return self._path().read_bytes()
        except FileNotFoundError as error:
            raise Gone from error

    def remove(self) -> None:
        self._path().unlink(missing_ok=True)

    def _path(self) -> Path:
        # The name comes back from the browser.
        if not re.fullmatch(r"[0-9a-f]{32}", str(self.name)):
            raise Gone
        return _folder() / f"{_BEGINNING}{self.name}"


def _folder() -> Path:
    return Path(tempfile.gettempdir())


def _sweep(now: Any = time.time) -> None:
    for path in _folder().glob(f"{_BEGINNING}*"):
        if path.stat().st_mtime < now() - KEPT_SECONDS:
            path.unlink(missing_ok=True)
