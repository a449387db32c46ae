"""The real settings, under an environment of the tests' own: plain HTTP, known secrets, a database to throw away."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["WHICHWAY_ENV"] = "demo"
os.environ["SECRET_KEY"] = "a secret for the tests, as long as the rules want it to be"
os.environ["QUIZ_COOKIE_KEYS"] = "the first cookie key of the tests,the second cookie key of the tests"
os.environ["RESULT_LINK_SALTS"] = "the first link salt of the tests,the second link salt of the tests"
# Files, since a database in memory has neither the journal nor the locks of the real thing; one for each process.
_database = Path(tempfile.gettempdir(), f"whichway-{os.getpid()}.sqlite3")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_database}")

from triage.settings import *
from triage.settings import DATABASES, STORAGES

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": f"{_database}.test"}

# Static files straight from their sources, so that no test depends on what was collected when.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = None
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
