#!/usr/bin/env python
from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

# These read the content and nothing else, so they need neither secrets nor a database to be configured.
ABOUT_CONTENT = {"check", "prove", "evaluate", "draw", "makemessages"}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "triage.settings")
    if sys.argv[1:2] and sys.argv[1] in ABOUT_CONTENT and "--deploy" not in sys.argv:
        os.environ.setdefault("WHICHWAY_ENV", "demo")
    execute_from_command_line(sys.argv)
