"""Headers that every response carries: pages, errors, redirects and static files."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

_UNUSED_BY_THIS_SITE = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
)

# The same for every page, with no exception: nothing inline, nothing from elsewhere.
_CONTENT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{directive} {source}" for directive, source in _CONTENT.items()),
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED_BY_THIS_SITE),
    "Cross-Origin-Resource-Policy": "same-origin",
}

View = Callable[[HttpRequest], HttpResponseBase]


def add_headers(get_response: View) -> View:
    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return respond
