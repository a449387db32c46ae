from __future__ import annotations

from django.urls import path

from coaches.search import views

urlpatterns = [
    path("", views.coaches, name="coaches"),
]
