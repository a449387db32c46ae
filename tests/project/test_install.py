"""The real install step in a project of a few tiny packages; pip is told to look for packages in a folder only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.tiny_wheels import source_archive, wheel

ROOT = Path(__file__).parents[2]
RUN, TEST = "requirements.txt", "requirements-test.txt"
MADE = f"Installing {RUN} into a new .venv (once, until it changes)\nNo broken requirements found.\n"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    folder.mkdir()
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the install step and two empty locks, in a folder whose name has a space."""
    project = tmp_path / "a project"
    (project / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "install.py", project / ".ci")
    for lock in (RUN, TEST):
        (project / lock).write_text("")
    return project


def start(project: Path, lock: str = RUN, **settings: str) -> subprocess.Popen[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    only_here = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": (project.parent / "index").as_uri(),
    }
    return subprocess.Popen(
        [sys.executable, str(project / ".ci" / "install.py"), lock],
        env={**bare, **only_here, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def install(project: Path, lock: str = RUN, **settings: str) -> tuple[int, str]:
    """The exit status of the install step and all that it said."""
    process = start(project, lock, **settings)
    said, _ = process.communicate(timeout=100)
    return process.returncode, said


def installed(project: Path) -> set[str]:
    """Names and versions in the environment, without pip's, which comes with Python."""
    found = {path.stem for path in project.glob(".venv/lib/python*/site-packages/*.dist-info")}
    return {each for each in found if not each.startswith("pip-")}


def test_what_the_index_gained_after_the_lock_changes_nothing(project: Path, index: Path) -> None:
    """As it happened: a package needs another with an extra, of which there is now a release newer than its pin."""
    lock = wheel(index, "measuring", "1.0", "Requires-Dist: covering[toml]")
    lock += wheel(index, "covering", "1.0", "Provides-Extra: toml", "Requires-Dist: reading; extra == 'toml'")
    lock += wheel(index, "reading", "1.0")
    (project / RUN).write_text(lock)
    wheel(index, "covering", "2.0", "Provides-Extra: toml", "Requires-Dist: reading; extra == 'toml'")
    wheel(index, "reading", "1.0.post1")
    status, said = install(project)
    assert status == 0, said
    assert said == MADE
    assert installed(project) == {"measuring-1.0", "covering-1.0", "reading-1.0"}


def test_a_machine_with_wishes_of_its_own_and_two_installs_at_once_change_nothing(project: Path, index: Path) -> None:
    (project / RUN).write_text(wheel(index, "wanted", "1.0"))
    wheel(index, "wanted", "2.0")
    wishes = project.parent / "wishes.txt"
    wishes.write_text("wanted==2.0\n")
    elsewhere = project.parent / "elsewhere"
    settings = {"PIP_CONSTRAINT": str(wishes), "PIP_TARGET": str(elsewhere), "PIP_NO_BINARY": ":all:"}
    both = [start(project, **settings) for _ in range(2)]
    said = [process.communicate(timeout=100)[0] for process in both]
    assert sorted(said) == ["", MADE]
    assert installed(project) == {"wanted-1.0"}
    assert not elsewhere.exists()


def test_what_was_changed_by_hand_or_by_a_new_lock_is_made_anew(project: Path, index: Path) -> None:
    (project / TEST).write_text(wheel(index, "tool", "1.0"))
    assert install(project, TEST)[0] == 0
    # The test lock holds all of the other one.
    assert install(project) == (0, "")
    python = project / ".venv" / "bin" / "python"
    stray = wheel(index, "stray", "1.0").split()[0]
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-index", "-f", index, stray], check=True)
    assert installed(project) == {"tool-1.0", "stray-1.0"}
    (project / TEST).write_text(wheel(index, "tool", "2.0"))
    assert install(project, TEST)[0] == 0
    assert installed(project) == {"tool-2.0"}


def test_a_lock_that_misses_something_is_refused(project: Path, index: Path) -> None:
    (project / RUN).write_text(wheel(index, "measuring", "1.0", "Requires-Dist: covering"))
    wheel(index, "covering", "1.0")
    status, said = install(project)
    assert status == 1
    assert "measuring 1.0 requires covering, which is not installed." in said
    assert said.endswith(f"{RUN} is not whole; what was wrong with it is above.\n")
    # Or the next call would take it for made.
    assert not (project / ".venv" / "installed-lock").exists()


def test_another_file_under_a_name_in_the_lock_is_refused(project: Path, index: Path) -> None:
    (project / RUN).write_text(wheel(index, "wanted", "1.0"))
    wheel(index, "wanted", "1.0", "Summary: not what was locked")
    status, said = install(project)
    assert status == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in said


def test_nothing_is_built_since_the_lock_does_not_know_the_tools(project: Path, index: Path) -> None:
    trace = project.parent / "was built"
    (project / RUN).write_text(source_archive(index, "built", "1.0", f"open({str(trace)!r}, 'w')"))
    status, said = install(project)
    assert status == 1
    assert "No matching distribution found for built==1.0" in said
    assert not trace.exists()


def test_an_environment_that_was_lent_is_left_alone(project: Path, tmp_path: Path) -> None:
    lent = tmp_path / "lent"
    lent.mkdir()
    (project / ".venv").symlink_to(lent)
    status, said = install(project)
    assert status == 1
    assert said == f".venv leads to {lent}, which is not as {RUN} says. Remove the link, or renew that one.\n"
    assert list(lent.iterdir()) == []
