"""Addresses of the directory. Those of listings come last, so that no listing's key hides another page."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("coaches.search.urls")),
    path("", include("coaches.own_pages.urls")),
    path("", include("coaches.public.urls")),
]
