"""A page's HTML for tests that ask about elements, however its template is laid out."""

from __future__ import annotations

import re


def tight(page: str) -> str:
    """The page without white space around its tags, and with one space wherever else there is some."""
    return re.sub(r" ?(<[^<>]*?) ?> ?", r"\1>", " ".join(page.split()))
