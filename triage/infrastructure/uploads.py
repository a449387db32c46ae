"""Uploads stay in memory: no file that somebody sends is ever left in the system's temporary folder."""

from __future__ import annotations

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class InMemory(FileUploadHandler):
    """Takes as much as a request may send, and drops the rest of it.

    A file keeps the size that it came with, so that a form can say that it is too large.
    """

    _taken = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with an empty file."""
        super().new_file(*args, **kwargs)
        self._file = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Add to the file, up to what the files of one request may hold together."""
        self._taken += len(raw_data)
        if self._taken <= settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            self._file.write(raw_data)
        else:
            self._file = io.BytesIO()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file, in memory; empty, but with its size, where it was too large."""
        self._file.seek(0)
        return InMemoryUploadedFile(
            self._file, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )
