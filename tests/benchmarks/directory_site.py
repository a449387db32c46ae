"""Answers, line by line, how long a page of the directory takes. Started by `tests.benchmarks.directory`."""

from __future__ import annotations

import json
import sys
import time

import django


def main() -> None:
    """Serve until there are no more questions."""
    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from coaches.search.index import Index
    from coaches.today import today

    client = Client(headers={"host": "localhost"})

    def page(path: str) -> float:
        start = time.perf_counter()
        response = client.get(path)
        taken = time.perf_counter() - start
        assert response.status_code == 200, path
        return taken

    def queries(path: str) -> int:
        # The first one may build the index, and fills the caches.
        page(path)
        with CaptureQueriesContext(connection) as captured:
            page(path)
        return len(captured)

    def build(path: str) -> float:
        start = time.perf_counter()
        Index.build(today())
        return time.perf_counter() - start

    answers = {"page": page, "queries": queries, "build": build}
    for line in sys.stdin:
        what, path = json.loads(line)
        print(json.dumps(answers[what](path)), flush=True)


if __name__ == "__main__":
    main()
