from __future__ import annotations

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application


def start() -> WSGIHandler:
    """The application, once all content is read and found to be covered by its proof.

    The checks of `manage.py` do not run under a server, which must not serve other content either.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "triage.settings")
    ready = get_wsgi_application()
    from triage.questionnaires.registry import load_all

    load_all()
    return ready


application = start()
