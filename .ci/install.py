"""Make `.venv` what one lock file says: `python3 .ci/install.py requirements.txt`. Does nothing where it is so already.

The lock alone decides. Nothing is resolved, so nothing that a package index gains later matters; hashes say what a file
must be; and only wheels are taken, since building anything else would fetch build tools that no lock knows. What does
not match is made anew and not mended, so that no earlier state shows through. Needs nothing but Python.
"""

from __future__ import annotations

import ast
import fcntl
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
OLDEST, NEWEST = (3, 11), (3, 13)  # As pyproject.toml says.

# -I: neither the folder one stands in nor a PYTHONPATH lends or hides a package.
PIP = [str(PYTHON), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]
QUIET = [*PIP, "-q", "-q"]
INSTALL = ["install", "--no-deps", "--require-hashes", "--only-binary", ":all:", "--no-warn-script-location", "-r"]
# What a machine's own pip settings may say: where packages are and how they are reached. Not which (constraints,
# further requirements) nor where to (user, target, prefix).
REACHING = {
    *("index-url", "extra-index-url", "find-links", "no-index", "trusted-host", "keyring-provider"),
    *("proxy", "cert", "client-cert", "timeout", "default-timeout", "retries", "cache-dir", "no-cache-dir"),
}
SECTIONS = ["global", "install", ":env:"]  # The later ones count.


def state(lock: str) -> str:
    """What an environment is made from, and what is in it: another Python, folder, lock or package, another state."""
    installed = sorted(path.name for path in VENV.glob("lib/python*/site-packages/*.dist-info"))
    made_from = [sys.version, str(VENV.resolve()), (ROOT / lock).read_text(), *installed]
    return hashlib.sha256("\n".join(made_from).encode()).hexdigest()


def is_current(lock: str) -> bool:
    # The test lock holds everything of the run lock, so it serves for both.
    locks = {lock, "requirements-test.txt"}
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() in {state(each) for each in locks}


def refuse_unfit_python() -> None:
    if sys.version_info < OLDEST:
        sys.exit(
            "Whichway needs Python 3.11 or newer; this is "
            f"{sys.version.split()[0]}. If a newer one is installed, name it: make run PYTHON=python3.12"
        )
    if sys.version_info[:2] > NEWEST:
        print(f"Nobody has tried Whichway on Python {sys.version.split()[0]} yet; it may work.", flush=True)
    if importlib.util.find_spec("ensurepip") is None:
        sudo = "" if os.geteuid() == 0 else "sudo "
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        sys.exit(
            "This Python cannot make virtual environments. On Debian or Ubuntu, type:\n\n"
            f"    {sudo}apt-get install -y {package}\n\nand then the same make command again."
        )


def step(command: list[str], failure: str, environment: dict[str, str] | None = None) -> None:
    if subprocess.run(command, env=environment, check=False).returncode:
        sys.exit(f"{failure}; what was wrong with it is above.")


def pip_environment() -> dict[str, str]:
    """This process's variables, with no more of the machine's pip settings than how to reach packages."""
    listed = subprocess.run([*PIP, "config", "list"], stdout=subprocess.PIPE, text=True, check=False)
    if listed.returncode:
        sys.exit("pip cannot read this machine's own settings for it; what is wrong with them is above.")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    settings = [line.partition("=") for line in listed.stdout.splitlines()]
    for section in SECTIONS:
        for name, _, value in settings:
            where, _, key = name.rpartition(".")
            if where == section and key in REACHING:
                kept[f"PIP_{key.upper().replace('-', '_')}"] = ast.literal_eval(value)
    return {**kept, "PIP_CONFIG_FILE": os.devnull}


def install(lock: str) -> None:
    if VENV.is_symlink():
        sys.exit(f".venv leads to {VENV.resolve()}, which is not as {lock} says. Remove the link, or renew that one.")
    STAMP.unlink(missing_ok=True)
    print(f"Installing {lock} into a new .venv (once, until it changes)", flush=True)
    step([sys.executable, "-I", "-m", "venv", "--clear", str(VENV)], "Python could not make .venv")
    environment = pip_environment()
    # Some Pythons put it there; first, in case that the lock should have it one day.
    step([*QUIET, "uninstall", "--yes", "setuptools"], "pip could not remove setuptools", environment)
    step([*QUIET, *INSTALL, str(ROOT / lock)], f"pip could not install {lock}", environment)
    step([*PIP, "check"], f"{lock} is not whole", environment)
    STAMP.write_text(state(lock))


def main(lock: str) -> None:
    refuse_unfit_python()
    if is_current(lock):
        return
    try:
        # One at a time. This file, because it is there; writable, because some network file systems ask for that.
        with Path(__file__).open("r+b") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            if not is_current(lock):
                install(lock)
    except OSError as error:
        sys.exit(f".venv cannot be made: {error}. It lies in {ROOT}, where you must be allowed to write.")


if __name__ == "__main__":
    main(sys.argv[1])
