"""The people of the desk. Administrators give groups; single permissions and superusers are for superusers."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import User
from django.http import HttpRequest


class PersonForm(AdminUserCreationForm[User]):
    """Django's own, but for a focus that the admin's script sets too, which browsers complain about."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs.pop("autofocus", None)


class PersonAdmin(UserAdmin[User]):
    add_form = PersonForm
    list_display = ["username", "first_name", "last_name", "email", "is_active", "last_login"]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        own = ("last_login", "date_joined")
        return own if request.user.is_superuser else (*own, "is_superuser", "user_permissions")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Whoever could change a superuser, or set their password, would be one."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)
