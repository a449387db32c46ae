"""A service that the tests need and cannot have; the message says what to do."""

from __future__ import annotations


class Unavailable(Exception):
    pass
