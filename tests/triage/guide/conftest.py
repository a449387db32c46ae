from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.triage.guide.contents import FOLDER, Edit
from triage.engine.guide_reading import read_guide
from triage.engine.model.guide import Guide


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(FOLDER)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "guide"))


@pytest.fixture
def edit(copy: Path) -> Edit:
    """Replace the first occurrence of a passage in one of the copied files."""

    def replace(file: str, old: str, new: str) -> None:
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
