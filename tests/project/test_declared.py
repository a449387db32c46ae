"""What pyproject.toml says of the project, and what other places say of the same."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_supported_pythons_are_the_same_wherever_they_are_named() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    limits = re.search(r"OLDEST, NEWEST = \(3, (\d+)\), \(3, (\d+)\)", (ROOT / ".ci" / "install.py").read_text())
    assert limits
    oldest, newest = (int(limit) for limit in limits.groups())
    assert declared == f">=3.{oldest},<3.{newest + 1}"
    needed = next(line for line in (ROOT / "README.md").read_text().splitlines() if line.startswith("You need Python"))
    assert re.findall(r"3\.(\d+)", needed) == [str(minor) for minor in range(oldest, newest + 1)]


def test_it_is_no_package_and_says_what_to_do_instead() -> None:
    ask = "import sys; sys.path.insert(0, '.ci'); import no_package"
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "make run" in done.stderr
