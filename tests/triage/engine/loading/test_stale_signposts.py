from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.triage.engine.loading.signposts_copy import WRITTEN, Edit
from triage.engine.loading.signposts import read_signposts, stale
from triage.engine.model.signposts import Signposts


def test_nothing_is_stale_on_the_last_day_that_a_check_holds(signposts: Signposts) -> None:
    assert stale(signposts, WRITTEN + timedelta(days=365)) == []


def test_every_entry_is_stale_a_day_later_with_file_and_key(signposts: Signposts) -> None:
    faults = stale(signposts, WRITTEN + timedelta(days=366))
    entries = [entry for each in signposts.countries for entry in (*each.lines, *each.finders, *each.services)]
    assert len(faults) == len(entries) + len(signposts.services) + len(signposts.finders)
    named = {str(fault) for fault in faults}
    assert {
        f"{place}.checked: last checked on 2026-11-25: look again"
        for place in (
            "us.toml: lines[us_988]",
            "us.toml: finders[us_ncda]",
            "us.toml: services.therapy",
            "services.toml: services[therapy]",
            "anywhere.toml: finders[any_icf]",
        )
    } <= named


def test_only_the_entry_whose_check_is_old_is_stale(copy: Path, edit: Edit) -> None:
    edit("countries/us.toml", "2026-11-25", "2025-01-01")
    assert [str(fault) for fault in stale(read_signposts(copy), WRITTEN)] == [
        "us.toml: lines[us_988].checked: last checked on 2025-01-01: look again"
    ]
