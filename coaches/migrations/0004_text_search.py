"""What the text search of the directory needs in PostgreSQL; nothing elsewhere.

The column `told` is no field of the model: it belongs to PostgreSQL alone, which fills it by itself from the columns
that it names. To change the type of one of those, drop `told` first and make it again.
"""

from collections.abc import Callable

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FORWARDS = [
    "CREATE EXTENSION IF NOT EXISTS unaccent",
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE TEXT SEARCH CONFIGURATION coaches_words (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION coaches_words"
    " ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem",
    "CREATE TEXT SEARCH CONFIGURATION coaches_names (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION coaches_names ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple",
    # Stored, since ranking would otherwise read every text again.
    """ALTER TABLE coaches_coach ADD COLUMN told tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('coaches_words', name), 'A')
        || setweight(to_tsvector('coaches_words', headline), 'B')
        || setweight(to_tsvector('coaches_words', own_words), 'C')
        || setweight(to_tsvector('coaches_words', representative_situations || ' ' || method), 'D')
    ) STORED""",
    "CREATE INDEX coaches_told ON coaches_coach USING gin (told)",
    "CREATE INDEX coaches_names ON coaches_coach USING gin (to_tsvector('coaches_names', name))",
    # Schemas are named, so that it works while a dump is read back; `unaccent` itself is not taken for immutable.
    """CREATE FUNCTION coaches_folded(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ SELECT pg_catalog.lower(public.unaccent('public.unaccent', $1)) $$""",
    "CREATE INDEX coaches_name_like ON coaches_coach USING gin (coaches_folded(name) gin_trgm_ops)",
    "CREATE INDEX coaches_headline_like ON coaches_coach USING gin (coaches_folded(headline) gin_trgm_ops)",
]
BACKWARDS = [
    "DROP INDEX coaches_headline_like",
    "DROP INDEX coaches_name_like",
    "DROP FUNCTION coaches_folded",
    "DROP INDEX coaches_names",
    "ALTER TABLE coaches_coach DROP COLUMN told",
    "DROP TEXT SEARCH CONFIGURATION coaches_names",
    "DROP TEXT SEARCH CONFIGURATION coaches_words",
]


def _run(statements: list[str]) -> Callable[[Apps, BaseDatabaseSchemaEditor], None]:
    def run(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("coaches", "0003_change")]

    operations = [migrations.RunPython(_run(FORWARDS), _run(BACKWARDS))]
