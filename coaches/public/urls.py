from __future__ import annotations

from django.urls import path

from coaches.public import views

urlpatterns = [
    path("<slug:slug>/", views.coach, name="coach"),
]
