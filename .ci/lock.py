"""Write the two lock files from pyproject.toml, with hashes and for every platform.

What is pinned and still fits stays, so that nothing changes where nothing was asked for; `--upgrade` asks for all.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]


def compile_lock(target: str, *more: str) -> None:
    # --no-config and a bare environment: only the public index decides what is locked.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    command = ["uv", "pip", "compile", "--no-config", *OPTIONS, "--custom-compile-command", "make lock"]
    command += [*more, "pyproject.toml", "--output-file", target]
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    asked = sys.argv[1:]
    compile_lock("requirements.txt", *asked)
    # The run lock as a constraint: what is tested is what runs.
    compile_lock("requirements-test.txt", "--group", "test", "--constraint", "requirements.txt", *asked)
