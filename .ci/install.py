"""Bring `.venv` to the state of one lock file. Needs nothing but Python; does nothing when nothing changed."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed-lock"
OLDEST = (3, 11)


def digest(lock: str) -> str:
    """Which Python and which lock file an environment was made from."""
    return hashlib.sha256(sys.version.encode() + (ROOT / lock).read_bytes()).hexdigest()


def is_current(lock: str) -> bool:
    # The test lock holds everything of the run lock, so it serves for both.
    fitting = {digest(lock), digest("requirements-test.txt")}
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() in fitting


def refuse_unfit_python() -> None:
    if sys.version_info < OLDEST:
        sys.exit(
            "Whichway needs Python 3.11 or newer; this is "
            f"{sys.version.split()[0]}. If a newer one is installed, name it: make run PYTHON=python3.12"
        )
    if importlib.util.find_spec("ensurepip") is None:
        sudo = "" if os.geteuid() == 0 else "sudo "
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        sys.exit(
            "This Python cannot make virtual environments. On Debian or Ubuntu, type:\n\n"
            f"    {sudo}apt-get install -y {package}\n\nand then the same make command again."
        )


def same_python() -> bool:
    """Whether the environment works and is of the Python that runs this."""
    if not PYTHON.exists():
        return False
    probe = "import pip, sys; print(sys.version)"
    found = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, check=False)
    return found.stdout.strip() == sys.version.strip()


def install(lock: str) -> None:
    if not same_python():
        print("Making .venv", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    STAMP.unlink(missing_ok=True)
    print(f"Installing {lock} (once, until it changes)", flush=True)
    # Twice quiet: warnings about a machine's own pip configuration say nothing about this project.
    command = [
        "install",
        "-q",
        "-q",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        str(ROOT / lock),
    ]
    done = subprocess.run([str(PYTHON), "-m", "pip", *command], check=False)
    if done.returncode:
        sys.exit(f"pip could not install {lock}; what it said is above.")
    STAMP.write_text(digest(lock))


if __name__ == "__main__":
    wanted = sys.argv[1]
    refuse_unfit_python()
    if not is_current(wanted):
        install(wanted)
