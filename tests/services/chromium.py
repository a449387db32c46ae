"""A Chromium for the browser tests: the given one, the system's, or one installed now."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.services.unavailable import Unavailable

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY = (
    "The browser tests need Chromium, and none could be found or installed. Either install it, on Debian by\n\n"
    "    sudo apt-get install --no-install-recommends -y chromium\n\n"
    "or name one: CHROMIUM=/path/to/chromium make test"
)
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]


def launch_flags() -> list[str]:
    # Chromium's sandbox does not work for root.
    return [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET


def find_or_install() -> str:
    """The path of a Chromium; raises the remedy when there is none to be had."""
    # One at a time: the workers of a parallel run would all install it.
    with Path(tempfile.gettempdir(), f"whichway-chromium-{os.geteuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        path = _given() or _on_path() or _from_debian() or _from_playwright()
    if not path:
        raise Unavailable(REMEDY)
    return path


def _given() -> str | None:
    path = os.environ.get("CHROMIUM")
    if path and not os.access(path, os.X_OK):
        raise Unavailable(f"CHROMIUM is {path}, which is no program that can be run.")
    return path


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _from_debian() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Installing Chromium from Debian (once)", flush=True)
    _try(["apt-get", "update", "-qq"])
    _try(["apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium"])
    return _on_path()


def _from_playwright() -> str | None:
    # A process of its own: asked in this one, Playwright would leave its event loop behind.
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as w: print(w.chromium.executable_path)"
    asked = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    path = asked.stdout.strip()
    if not os.access(path, os.X_OK):
        print("Installing Chromium by Playwright (once)", flush=True)
        _try([sys.executable, "-m", "playwright", "install", "chromium"])
    return path if os.access(path, os.X_OK) else None


def _try(command: list[str]) -> None:
    """Run an installer; whether it worked shows in whether there is a Chromium afterwards."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Standard output holds thousands of lines of progress; complaints go to standard error.
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
