"""What every screen of the desk asks of a request."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse


def desk_user(request: HttpRequest) -> User:
    """Whoever is signed in. Raises `PermissionDenied` for nobody."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def decide_url(coach_id: int) -> str:
    """The address of the screen on which a listing is decided."""
    return reverse("admin:coaches_coach_decide", args=[coach_id])
