"""Who may what at the desk, as a table: each role at each screen, form and action, to read and to send."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile

from coaches.models.check import Check, EvidenceFile
from coaches.models.coach import Coach
from coaches.models.red_flag import RedFlag
from coaches.models.report import Report
from coaches.models.revision import Revision
from coaches.vetting.evidence_files import keep_file
from coaches.vetting.lifecycle import mark_ready
from coaches.vetting.red_flags import raise_red_flag
from coaches.vetting.revising import propose
from tests.coaches.cast import ada, applied, checked, cora, listed, member, rosa
from tests.coaches.desk.desk import LIST, act, at_desk, deciding, text

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n%%EOF"
ROLES = ("staff", "looks", "researcher", "curator", "administrator")


def somebody(role: str) -> User:
    """Somebody of a role: of the staff alone, who only looks, or of a group."""
    if role in ("staff", "looks"):
        user = member(role)
        if role == "looks":
            views = Permission.objects.filter(content_type__app_label="coaches", codename__startswith="view_")
            user.user_permissions.set(views)
        return User.objects.get(pk=user.pk)
    return {"researcher": rosa, "curator": cora, "administrator": ada}[role]()


def everything(raised_by: User) -> tuple[Coach, dict[str, set[str]]]:
    """A listing that everything can be done to, and who may use which form on it."""
    coach = listed()
    propose(coach=coach, values={"session_fee_low": 99})
    flag = raise_red_flag(coach=coach, sign="other", evidence="Seen.", by=raised_by)
    report = Report.objects.create(coach=coach, reason="fees", text="They wanted more.")
    check = Check.objects.filter(coach=coach)[0]
    file = keep_file(check=check, upload=SimpleUploadedFile("seen.pdf", PDF), by=rosa())
    vet = {"researcher", "curator", "administrator"}
    publish = vet - {"researcher"}
    return coach, {
        "check-terms": vet,
        "flag": vet,
        "accept": vet,
        "decline": vet,
        "step-take_up": vet,
        "step-remove": publish,
        f"settle-{flag.pk}": publish,
        f"ask-{report.pk}": publish,
        f"close-{report.pk}": publish,
        f"drop-{file.pk}": {"administrator"},
    }


def stored() -> list[object]:
    models = (Coach, Check, EvidenceFile, RedFlag, Report, Revision)
    return [row for model in models for row in model._default_manager.order_by("pk").values_list()]


@pytest.mark.parametrize("role", ROLES[1:])
def test_each_role_is_offered_its_forms_and_no_others(role: str) -> None:
    coach, forms = everything(raised_by=rosa())
    page = text(at_desk(somebody(role)).get(deciding(coach)))
    offered = {do for do in forms if f'name="do" value="{do}"' in page}
    assert offered == {do for do, roles in forms.items() if role in roles}


@pytest.mark.parametrize("role", ROLES)
def test_a_form_that_a_role_is_not_offered_does_nothing_when_sent(role: str) -> None:
    coach, forms = everything(raised_by=rosa())
    browser = at_desk(somebody(role))
    before = stored()
    for do, roles in forms.items():
        if role not in roles:
            given = {"reason": "No.", "settlement": "No.", "asked": "No?", "outcome": "No.", "evidence": "No."}
            sent = {f"{do}-{name}": value for name, value in given.items()}
            sent |= {f"{do}-sign": "other", f"{do}-finding": "not_checked"}
            response = browser.post(deciding(coach), {"do": do, **sent})
            assert response.status_code == (403 if role == "staff" else 302), do
            assert stored() == before, do


def test_whoever_raised_a_red_flag_is_not_offered_to_settle_it() -> None:
    coach, forms = everything(raised_by=cora())
    settle = next(do for do in forms if do.startswith("settle"))
    assert f'value="{settle}"' not in text(at_desk(cora()).get(deciding(coach)))
    assert f'value="{settle}"' in text(at_desk(ada()).get(deciding(coach)))


@pytest.mark.parametrize("role", ROLES)
def test_each_role_at_each_screen(role: str) -> None:
    coach, _forms = everything(raised_by=rosa())
    file = EvidenceFile.objects.get()
    looks = set(ROLES) - {"staff"}
    vets, publishes = looks - {"looks"}, {"curator", "administrator"}
    screens = {
        LIST: looks,
        deciding(coach): looks,
        f"{LIST}{coach.pk}/history/": looks,
        f"{LIST}{coach.pk}/change/": looks,
        f"{LIST}file/{file.pk}/": looks,
        f"{LIST}export/": looks,
        f"{LIST}add/": vets,
        f"{LIST}import/": publishes,
        f"{LIST}{coach.pk}/delete/": {"administrator"},
        "/admin/auth/user/": {"administrator"},
        **{f"/admin/coaches/{name}/": looks for name in ("check", "redflag", "report", "revision")},
    }
    browser = at_desk(somebody(role))
    answers = {path: browser.get(path).status_code for path in screens}
    assert answers == {path: 200 if role in roles else 403 for path, roles in screens.items()}


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_may_not_send_to_a_screen_changes_nothing(role: str) -> None:
    coach, _forms = everything(raised_by=rosa())
    vets = {"researcher", "curator", "administrator"}
    sent = {
        f"{LIST}add/": vets,
        f"{LIST}{coach.pk}/change/": vets,
        f"{LIST}import/": vets - {"researcher"},
        f"{LIST}process_import/": vets - {"researcher"},
        f"{LIST}{coach.pk}/delete/": {"administrator"},
    }
    browser = at_desk(somebody(role))
    before = stored()
    for path, roles in sent.items():
        if role not in roles:
            assert browser.post(path, {"post": "yes", "name": "Mallory"}).status_code == 403, path
    assert stored() == before


@pytest.mark.parametrize("role", ROLES[1:])
@pytest.mark.parametrize(
    ("action", "status", "roles"),
    [
        ("take_up", "in_review", {"researcher", "curator", "administrator"}),
        ("mark_ready", "ready", {"researcher", "curator", "administrator"}),
        ("publish", "listed", {"curator", "administrator"}),
        ("refuse", "refused", {"curator", "administrator"}),
        ("remove", "removed", {"curator", "administrator"}),
    ],
)
def test_each_action_is_for_its_roles(role: str, action: str, status: str, roles: set[str]) -> None:
    coach = applied() if action in ("take_up", "refuse") else checked()
    if action == "publish":
        mark_ready(coach=coach, by=rosa())
    user = somebody(role)
    offered = f'<option value="{action}"' in text(at_desk(user).get(LIST))
    act(user, action, coach, reason="No.", confirmed="1")
    assert (offered, Coach.objects.get(pk=coach.pk).status == status) == (role in roles, role in roles)
