"""Questionnaires for the engine's tests, which stay when the site's content changes; and copies of them to break."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from triage.engine.faults.fault import Fault, Faulty
from triage.engine.loading.questionnaires import read
from triage.engine.model import Questionnaire

SAMPLES = Path(__file__).parent / "sample_content"


@cache
def read_sample(name: str = "career_help") -> Questionnaire:
    """A questionnaire of real size."""
    return read(SAMPLES / name, SAMPLES / "instruments")


@dataclass(frozen=True)
class Content:
    """A questionnaire's folder, with the instruments beside it."""

    folder: Path
    instruments: Path

    @classmethod
    def copied(cls, target: Path, name: str = "career_help") -> Content:
        """A copy of a sample."""
        shutil.copytree(SAMPLES / name, target / name)
        shutil.copytree(SAMPLES / "instruments", target / "instruments")
        return cls(target / name, target / "instruments")

    def file(self, name: str) -> Path:
        """A file of the questionnaire, or of the instruments if its name starts so."""
        return self.instruments.parent / name if name.startswith("instruments/") else self.folder / name

    def replace(self, name: str, old: str, new: str) -> None:
        """Put another text in the place of the first one like `old`."""
        path = self.file(name)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} no longer has: {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def drop(self, name: str, heading: str, name_of_entry: str) -> None:
        """Take out the entry of a list of tables that has this id."""
        path = self.file(name)
        mark = f"[[{heading}]]\n"
        start, *entries = path.read_text(encoding="utf-8").split(mark)
        kept = [entry for entry in entries if not entry.startswith(f'id = "{name_of_entry}"\n')]
        assert len(kept) == len(entries) - 1, f"{name} has no {heading} {name_of_entry}"
        path.write_text(mark.join([start, *kept]), encoding="utf-8")

    def add(self, name: str, text: str) -> None:
        """Put a text at the end of a file."""
        with self.file(name).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")

    def read(self) -> Questionnaire:
        """The questionnaire as it is now."""
        return read(self.folder, self.instruments)

    def faults(self) -> tuple[Fault, ...]:
        """What the reader says is wrong with it."""
        with pytest.raises(Faulty) as raised:
            self.read()
        return raised.value.faults
