"""Compression of pages that are worth it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

WORTH_IT = 3000
"""Bytes. What is shorter travels as fast uncompressed, and costs the server less."""


class CompressLongPages(GZipMiddleware):
    """Django's own compression (with its random padding against guessing) for long pages only."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress the response if it is long."""
        if isinstance(response, HttpResponse) and len(response.content) < WORTH_IT:
            return response
        return super().process_response(request, response)
