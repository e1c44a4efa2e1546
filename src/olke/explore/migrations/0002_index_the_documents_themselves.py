"""PostgreSQL: index the documents by their terms, which stay beside them."""

from django.db import migrations

# Immutable as far as an index is concerned: the terms of a document are written before it and never
# changed under it. Its cost keeps the planner from calling it for every document.
FORWARD = (
    "DROP INDEX explore_search_index",
    "ALTER TABLE explore_searchcontent RESET (toast_tuple_target)",
    "ALTER TABLE explore_searchcontent ALTER COLUMN terms SET STATISTICS 0",
    """
    CREATE FUNCTION explore_search_terms(document bigint) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT COST 1000
    BEGIN ATOMIC SELECT terms FROM explore_searchcontent WHERE id = document; END
    """,
    """
    CREATE INDEX explore_search_index ON explore_searchdocument
    USING gin (explore_search_terms(id)) WITH (fastupdate = off)
    """,
    "ALTER INDEX explore_search_index ALTER COLUMN 1 SET STATISTICS 0",
)
BACKWARD = (
    "DROP INDEX explore_search_index",
    "DROP FUNCTION explore_search_terms",
    "CREATE INDEX explore_search_index ON explore_searchcontent USING gin (terms)",
    "ALTER TABLE explore_searchcontent SET (toast_tuple_target = 8160)",
    "ALTER TABLE explore_searchcontent ALTER COLUMN terms SET STATISTICS 1000",
)


def index_documents(_apps, schema_editor):
    """Index documents in place of contents."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in FORWARD:
            schema_editor.execute(statement)


def index_contents(_apps, schema_editor):
    """Index contents in place of documents."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in BACKWARD:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("explore", "0001_derive_the_search_index"),
    ]

    operations = [
        migrations.RunPython(index_documents, index_contents),
    ]
