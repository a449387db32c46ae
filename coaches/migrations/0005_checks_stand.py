"""A check says since when its finding and its public words stand; when a register was looked at is its check's day."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


def keep_what_is_shown(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What the public sees today of a check that is not met stays as it is."""
    coaches = apps.get_model("coaches", "Coach").objects.filter(pk=OuterRef("coach"))
    since = Subquery(coaches.values(since=Coalesce("published_at", "applied_at"))[:1])
    apps.get_model("coaches", "Check").objects.filter(finding__in=["partly", "not_met"]).update(stands_since=since)


def forget(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Only what is met had a time before."""
    apps.get_model("coaches", "Check").objects.exclude(finding="met").update(stands_since=None)


class Migration(migrations.Migration):
    dependencies = [("coaches", "0004_text_search")]

    operations = [
        migrations.RemoveConstraint(model_name="check", name="check_met_since_some_time"),
        migrations.RenameField(model_name="check", old_name="met_since", new_name="stands_since"),
        migrations.RenameField(model_name="historicalcheck", old_name="met_since", new_name="stands_since"),
        migrations.AlterField(
            model_name="check",
            name="stands_since",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="as it is since"),
        ),
        migrations.AlterField(
            model_name="historicalcheck",
            name="stands_since",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="as it is since"),
        ),
        migrations.RunPython(keep_what_is_shown, forget),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=Q(("finding", "not_checked"), ("stands_since", None))
                | Q(Q(("finding", "not_checked"), _negated=True), ("stands_since__isnull", False)),
                name="check_stands_since_some_time",
            ),
        ),
        migrations.RemoveField(model_name="coach", name="credential_checked_on"),
        migrations.RemoveField(model_name="historicalcoach", name="credential_checked_on"),
    ]
