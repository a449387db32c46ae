"""Slips of the pen in content, as tables of edits."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from tests.triage.engine.contents import Content


class Slip(NamedTuple):
    """An edit of the real content, and the fault that it must bring."""

    file: str
    old: str
    new: str
    key: str
    message: str
    reported_in: str = ""

    def is_reported_in(self, content: Content) -> bool:
        """Whether the edit of this content is reported as it must be."""
        content.replace(self.file, self.old, self.new)
        told = [(fault.file, fault.key) for fault in content.faults() if self.message in fault.message]
        return (self.reported_in or self.file, self.key) in told


def slips_of(file: str) -> dict[str, Slip]:
    """The slips in a file beside this one, under their names."""
    read = tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))
    return {name: Slip(**told) for name, told in read.items()}
