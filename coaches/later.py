"""Work that nobody who pressed a button should wait for, or could learn something from by how long it took."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections

log = logging.getLogger(__name__)

# One thread in each process. What waits for it is done before the process ends, unless it is killed.
_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="later")


def later(work: Callable[[], object]) -> None:
    """Do it after the answer, in this process. If it fails, the log says so, and nobody else is told."""
    _worker.submit(_with_connections_of_its_own, work)


def _with_connections_of_its_own(work: Callable[[], object]) -> None:
    close_old_connections()
    attempt(work)
    close_old_connections()


def attempt(work: Callable[[], object]) -> None:
    """Do it. If it fails, the log says of what kind the error was: messages of mail servers repeat addresses."""
    try:
        work()
    except Exception as error:
        log.error("What was to be done later failed: %s", type(error).__name__)
