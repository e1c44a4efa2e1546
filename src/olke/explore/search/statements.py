"""The statements that write the index, where the two databases differ.

SQLite: an FTS5 table over ``explore_searchcontent.terms`` (external content), kept in step by
triggers. A contentless table would save a tenth of the time and could not forget a document in
SQLite before 3.43; ``detail`` full takes half as long again to write and keeps places that pairs of
words already tell.
"""

from __future__ import annotations

DOCUMENT = """
    INSERT INTO explore_searchdocument (id, kind, key, begins, length, facets)
    VALUES (%s, %s, %s, %s, %s, %s)
"""
CONTENT = {
    "sqlite": "INSERT INTO explore_searchcontent (id, terms) VALUES (%s, %s)",
    "postgresql": """
        INSERT INTO explore_searchcontent (id, terms)
        VALUES (%s, array_to_tsvector(string_to_array(%s, ' ')))
    """,
}
COUNT = """
    INSERT INTO explore_searchterm (term, documents) VALUES (%s, %s)
    ON CONFLICT (term) DO UPDATE SET documents = explore_searchterm.documents + excluded.documents
"""
ADDED = """
    CREATE TRIGGER explore_search_added AFTER INSERT ON explore_searchcontent BEGIN
        INSERT INTO explore_search_index (rowid, terms) VALUES (new.id, new.terms);
    END
"""
DELETED = """
    CREATE TRIGGER explore_search_deleted AFTER DELETE ON explore_searchcontent BEGIN
        INSERT INTO explore_search_index (explore_search_index, rowid, terms)
        VALUES ('delete', old.id, old.terms);
    END
"""
EMPTY = {
    "sqlite": (
        "DROP TRIGGER explore_search_added",
        "DROP TRIGGER explore_search_deleted",
        "INSERT INTO explore_search_index (explore_search_index) VALUES ('delete-all')",
        "DELETE FROM explore_searchcontent",
        "DELETE FROM explore_searchdocument",
        "DELETE FROM explore_searchname",
        "DELETE FROM explore_searchterm",
    ),
    "postgresql": (
        "DELETE FROM explore_searchcontent",
        "DELETE FROM explore_searchdocument",
        "DELETE FROM explore_searchname",
        "DELETE FROM explore_searchterm",
    ),
}
# Counted are words and facet values, as marks.is_counted says.
FILL = {
    "sqlite": (
        # In the order of the numbers, which FTS5 writes at once; four times as fast as its own
        # 'rebuild' on 20,000 documents.
        """
        INSERT INTO explore_search_index (rowid, terms)
        SELECT id, terms FROM explore_searchcontent ORDER BY id
        """,
        "INSERT INTO explore_search_index (explore_search_index) VALUES ('optimize')",
        """
        CREATE VIRTUAL TABLE temp.explore_search_terms
        USING fts5vocab(main, explore_search_index, row)
        """,
        """
        INSERT INTO explore_searchterm (term, documents)
        SELECT term, doc FROM temp.explore_search_terms
        WHERE substr(term, 1, 1) = '·'
           OR substr(term, 1, 1) <> '†' AND replace(term, '·', '') = term
        """,
        "DROP TABLE temp.explore_search_terms",
        ADDED,
        DELETED,
    ),
    "postgresql": (
        "ANALYZE explore_searchcontent",
        "ANALYZE explore_searchdocument",
        """
        INSERT INTO explore_searchterm (term, documents)
        SELECT word, ndoc FROM ts_stat('SELECT terms FROM explore_searchcontent')
        WHERE substr(word, 1, 1) = '·'
           OR substr(word, 1, 1) <> '†' AND replace(word, '·', '') = word
        """,
        "ANALYZE explore_searchterm",
    ),
}
