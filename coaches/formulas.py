"""Cells that a spreadsheet could take for a formula leave as plain text, and come back.

Not by django-import-export, which drops the sign: what a coach wrote would not come back as it was.
"""

from __future__ import annotations

import re

_COULD_RUN = re.compile(r"'*[=+\-@\t\r\n]")


def defused(cell: object) -> str:
    """The cell, so written that no spreadsheet computes it."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if _COULD_RUN.match(text) else text


def restored(cell: str) -> str:
    """What a cell was before it was defused."""
    return cell[1:] if cell.startswith("'") and _COULD_RUN.match(cell) else cell
