from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("triage", "0001_links")]

    operations = [
        migrations.RemoveConstraint(model_name="link", name="link_is_whole"),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "share"), ("owner__isnull", False), models.Q(("scope", ""), _negated=True)),
                    models.Q(
                        ("kind__in", ["owner", "resume"]),
                        ("locked", False),
                        ("max_views", None),
                        ("owner", None),
                        ("scope", ""),
                    ),
                    _connector="OR",
                ),
                name="link_is_whole",
            ),
        ),
    ]
