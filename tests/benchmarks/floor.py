"""The floor to compare with: a plain Django project whose one view renders a template of 8 kB."""

from __future__ import annotations

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

ROWS = [{"name": f"Row {number}", "number": number} for number in range(23)]
WORDS = "Some sentences of ordinary length, as they stand on pages like ours, fill the page up to its size. " * 3
PAGE = f"""<!doctype html><html lang="en"><head><title>{{{{ title }}}}</title></head><body><h1>{{{{ title }}}}</h1>
<form method="post">{{% csrf_token %}}{{% for row in rows %}}
<p><label for="field-{{{{ row.number }}}}">{{{{ row.name }}}}</label>
{WORDS} {{% if row.number > 11 %}}<b>more</b>{{% endif %}}</p>
{{% endfor %}}</form></body></html>"""

settings.configure(
    SECRET_KEY="only for measuring",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
    ],
    # As `startproject` writes it.
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [("django.template.loaders.locmem.Loader", {"page.html": PAGE})],
                    )
                ],
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ],
            },
        }
    ],
)


def page(request: HttpRequest) -> HttpResponse:
    """The page of 8 kB."""
    return render(request, "page.html", {"title": "A page", "rows": ROWS})


urlpatterns = [path("", page)]
application = get_wsgi_application()
