from __future__ import annotations

import os
import warnings

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application


def start() -> WSGIHandler:
    """The application, once all content is read and found to be covered by its proof.

    The checks of `manage.py` do not run under a server, which must not serve other content either.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "triage.settings")
    with warnings.catch_warnings():
        # What WhiteNoise says of a folder that is not there, `report_what_is_missing` says in a line with its remedy.
        warnings.filterwarnings("ignore", message="No directory at")
        ready = get_wsgi_application()
    from triage.infrastructure.startup import report_what_is_missing
    from triage.questionnaires.registry import load_all

    load_all()
    report_what_is_missing()
    return ready


application = start()
