"""The real program that writes the lock files, on a project of one tiny package in a folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.project.tiny_wheels import wheel

ROOT = Path(__file__).parents[2]
PROJECT = """
[project]
name = "tiny"
version = "1"
requires-python = ">=3.11"
dependencies = ["wanted"]
[dependency-groups]
test = ["tool"]
"""


def test_locking_again_changes_nothing_until_newer_releases_are_asked_for(tmp_path: Path) -> None:
    index, project = tmp_path / "index", tmp_path / "project"
    (project / ".ci").mkdir(parents=True)
    index.mkdir()
    shutil.copy(ROOT / ".ci" / "lock.py", project / ".ci")
    (project / "pyproject.toml").write_text(PROJECT)

    def lock(*asked: str) -> tuple[str, str]:
        program = [sys.executable, ".ci/lock.py", "--no-index", "--find-links", str(index), *asked]
        subprocess.run(program, cwd=project, check=True)
        return (project / "requirements.txt").read_text(), (project / "requirements-test.txt").read_text()

    for name in ("wanted", "tool"):
        wheel(index, name, "1.0")
    first = lock()
    assert "wanted==1.0" in first[0]
    assert "tool==1.0" in first[1]
    for name in ("wanted", "tool"):
        wheel(index, name, "2.0")
    assert lock() == first
    run, test = lock("--upgrade")
    assert "wanted==2.0" in run
    assert "wanted==2.0" in test
    assert "tool==2.0" in test
    assert str(tmp_path) not in run + test
