from __future__ import annotations

from contextlib import closing

import pytest
from django.test import Client, override_settings

from triage.infrastructure.headers import HEADERS

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
EVERYWHERE = {
    **HEADERS,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
PAGES = [("/admin/login/", 200), ("/no/such/page/", 404)]


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status"), [*PAGES, ("/static/admin/css/base.css", 200)])
def test_every_response_has_the_headers(client: Client, path: str, status: int) -> None:
    with closing(client.get(path)) as response:
        assert response.status_code == status
        assert EVERYWHERE.items() <= dict(response.headers).items()


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status"), PAGES)
def test_pages_allow_only_their_own(client: Client, path: str, status: int) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert set(response.headers["Content-Security-Policy"].split("; ")) == POLICY
    assert response.headers["X-Frame-Options"] == "DENY"


@override_settings(SECURE_SSL_REDIRECT=True)
def test_redirects_have_the_headers_too(client: Client) -> None:
    response = client.get("/admin/login/")
    assert response.status_code == 301
    assert response.headers["Location"].startswith("https://")
    assert EVERYWHERE.items() <= dict(response.headers).items()
