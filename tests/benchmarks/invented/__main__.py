"""Adds invented listings to the demo's database: `python -m tests.benchmarks.invented 1000`."""

from __future__ import annotations

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "triage.settings")
    django.setup()
    from tests.benchmarks.invented.filling import fill

    try:
        fill(number=int(sys.argv[1]))
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    print(f"{sys.argv[1]} invented listings were added.")


if __name__ == "__main__":
    main()
