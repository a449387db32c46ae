from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.triage.guide.contents import WRITTEN, Edit
from triage.engine.guide_reading import read_guide, stale
from triage.engine.model.guide import Guide


def test_nothing_is_stale_on_the_last_day_that_a_check_holds(guide: Guide) -> None:
    assert stale(guide, WRITTEN + timedelta(days=365)) == []


def test_every_entry_is_stale_a_day_later_with_file_and_key(guide: Guide) -> None:
    faults = stale(guide, WRITTEN + timedelta(days=366))
    lines = sum(len(country.lines) for country in guide.countries)
    assert len(faults) == lines + len(guide.services) + len(guide.finders)
    named = [str(fault) for fault in faults]
    assert named[0] == "crisis.toml: countries[0].lines[us_988].checked: last checked on 2026-11-22: look again"
    assert "services.toml: services[therapy].checked: last checked on 2026-11-22: look again" in named
    assert "finders.toml: finders[any_icf].checked: last checked on 2026-11-22: look again" in named


def test_only_the_entry_whose_check_is_old_is_stale(copy: Path, edit: Edit) -> None:
    edit("finders.toml", "2026-11-22", "2025-01-01")
    assert [fault.key for fault in stale(read_guide(copy), WRITTEN)] == ["finders[us_findtreatment].checked"]
