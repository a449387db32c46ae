"""Tokens in URLs."""

from __future__ import annotations

from triage.infrastructure.log_masking import TOKEN_PATTERN


class TokenConverter:
    """The token of a link, as it is written."""

    regex = TOKEN_PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
