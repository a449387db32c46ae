"""Where the quick exit leads."""

from __future__ import annotations

AWAY = "https://www.wikipedia.org/"
"""A page that anybody might have open."""
