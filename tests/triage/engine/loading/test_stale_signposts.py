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
    lines = sum(len(country.lines) for country in signposts.countries)
    assert len(faults) == lines + len(signposts.services) + len(signposts.finders)
    named = [str(fault) for fault in faults]
    assert named[0] == "crisis.toml: countries[0].lines[us_988].checked: last checked on 2026-11-22: look again"
    assert "services.toml: services[therapy].checked: last checked on 2026-11-22: look again" in named
    assert "finders.toml: finders[any_icf].checked: last checked on 2026-11-22: look again" in named


def test_only_the_entry_whose_check_is_old_is_stale(copy: Path, edit: Edit) -> None:
    edit("finders.toml", "2026-11-22", "2025-01-01")
    assert [fault.key for fault in stale(read_signposts(copy), WRITTEN)] == ["finders[us_findtreatment].checked"]
