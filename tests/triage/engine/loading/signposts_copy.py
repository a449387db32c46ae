"""Where the signposts are, and what is found wrong with a copy of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import triage
from triage.engine.faults.fault import Faulty
from triage.engine.loading.signposts import read_signposts

FOLDER = Path(triage.__file__).parent / "questionnaires" / "signposts"
WRITTEN = date(2026, 11, 25)

Edit = Callable[[str, str, str], None]


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(Faulty) as caught:
        read_signposts(folder)
    return [str(fault) for fault in caught.value.faults]
