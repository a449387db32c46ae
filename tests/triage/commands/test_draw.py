from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError


def test_the_flow_is_written_as_a_picture(tmp_path: Path) -> None:
    call_command("draw", "career_help", "-o", str(tmp_path / "flow.svg"))
    assert ElementTree.parse(tmp_path / "flow.svg").getroot().tag.endswith("svg")


def test_without_a_file_it_is_printed() -> None:
    out = io.StringIO()
    call_command("draw", "career_help", stdout=out)
    assert "</svg>" in out.getvalue()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("draw", "career_help", "-o", str(tmp_path / "nowhere" / "flow.svg"))
