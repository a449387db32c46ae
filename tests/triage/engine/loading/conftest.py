from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.triage.engine.loading.signposts_copy import FOLDER, Edit
from triage.engine.loading.signposts import read_signposts
from triage.engine.model.signposts import Signposts


@pytest.fixture(scope="module")
def signposts() -> Signposts:
    return read_signposts(FOLDER)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "signposts"))


@pytest.fixture
def edit(copy: Path) -> Edit:
    """Replace the first occurrence of a passage in one of the copied files."""

    def replace(file: str, old: str, new: str) -> None:
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
