"""Who may do what: researchers check, curators publish, administrators run the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.models import AbstractUser, Group, Permission
from django.core.exceptions import PermissionDenied

User = AbstractUser

RESEARCHER, CURATOR, ADMINISTRATOR = "Researcher", "Curator", "Administrator"

_LOOK = ("view_coach", "view_check", "view_evidencefile", "view_redflag", "view_report", "view_revision")
_CHECK = ("add_coach", "change_coach", "change_check", "add_evidencefile", "add_redflag", "vet_coach")
_PUBLISH = ("publish_coach", "change_report", "change_revision", "change_redflag")

GROUPS: Mapping[str, Sequence[str]] = {
    RESEARCHER: (*_LOOK, *_CHECK),
    CURATOR: (*_LOOK, *_CHECK, *_PUBLISH),
    ADMINISTRATOR: (*_LOOK, *_CHECK, *_PUBLISH, "delete_coach", "delete_evidencefile"),
}
"""Each group's permissions within this app. Administrators also manage the people of the desk."""

_PEOPLE = ("view_user", "add_user", "change_user", "view_group")


def refuse_unless(user: User, permission: str) -> None:
    """Raises `PermissionDenied` for someone without a permission, or who is no longer active."""
    if not user.has_perm(permission):
        raise PermissionDenied(permission)


def make_groups(**_signal: Any) -> None:
    """Bring the groups to what this module says. Runs after each migration."""
    for name, codenames in GROUPS.items():
        wanted = list(Permission.objects.filter(content_type__app_label="coaches", codename__in=codenames))
        if name == ADMINISTRATOR:
            wanted += Permission.objects.filter(content_type__app_label="auth", codename__in=_PEOPLE)
        Group.objects.get_or_create(name=name)[0].permissions.set(wanted)
