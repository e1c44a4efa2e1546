"""The statements that write the index, where the two databases differ.

SQLite: an FTS5 table over ``explore_searchcontent.terms`` (external content), kept in step by
triggers. A contentless table would save a tenth of the time and could not forget a document in
SQLite before 3.43; ``detail`` full takes half as long again to write and keeps places that pairs of
words already tell.

PostgreSQL: a GIN index over the documents, whose terms lie in ``explore_searchcontent`` and are
fetched for it by ``explore_search_terms``: a search visits every document that matches, and beside
two kilobytes of terms that takes five times as long. An index that all documents are put into one
by one takes four times as long to write as one that is made of them at the end, so the documents
are replaced as a table; readers keep the old one until then.
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
NAME = """
    INSERT INTO explore_searchname (document, start, word, name, language)
    VALUES (%s, %s, %s, %s, %s)
"""
COPY_ARRIVED = """
    COPY explore_search_arrived (id, kind, key, begins, length, facets, terms) FROM STDIN
"""
COPY_NAMES = """
    COPY explore_searchname (document, start, word, name, language) FROM STDIN
"""
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
        "LOCK TABLE explore_searchstate IN SHARE ROW EXCLUSIVE MODE",
        """
        CREATE TEMPORARY TABLE explore_search_arrived (
            id bigint, kind text, key text, begins date, length smallint, facets text, terms text
        )
        """,
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
        "SET LOCAL maintenance_work_mem = '256MB'",
        "DELETE FROM explore_searchcontent",
        """
        INSERT INTO explore_searchcontent (id, terms)
        SELECT id, array_to_tsvector(string_to_array(terms, ' ')) FROM explore_search_arrived
        """,
        """
        CREATE TABLE explore_search_next
        (LIKE explore_searchdocument INCLUDING ALL EXCLUDING INDEXES)
        """,
        # In the order of their numbers: the most important stand together.
        """
        INSERT INTO explore_search_next (id, kind, key, begins, length, facets)
        SELECT id, kind, key, begins, length, facets FROM explore_search_arrived ORDER BY id
        """,
        "DROP TABLE explore_search_arrived",
        "CREATE UNIQUE INDEX explore_search_next_pkey ON explore_search_next (id)",
        "CREATE UNIQUE INDEX explore_search_next_once ON explore_search_next (kind, key)",
        """
        CREATE INDEX explore_search_next_index ON explore_search_next
        USING gin (explore_search_terms(id)) WITH (fastupdate = off)
        """,
        # Without statistics every search has the one plan that is never slow: see matching.
        "ALTER INDEX explore_search_next_index ALTER COLUMN 1 SET STATISTICS 0",
        """
        INSERT INTO explore_searchterm (term, documents)
        SELECT word, ndoc FROM ts_stat('SELECT terms FROM explore_searchcontent')
        WHERE substr(word, 1, 1) = '·'
           OR substr(word, 1, 1) <> '†' AND replace(word, '·', '') = word
        """,
        "ANALYZE explore_searchterm",
        "DROP TABLE explore_searchdocument",
        "ALTER TABLE explore_search_next RENAME TO explore_searchdocument",
        "ALTER SEQUENCE explore_search_next_id_seq RENAME TO explore_searchdocument_id_seq",
        "ALTER INDEX explore_search_next_index RENAME TO explore_search_index",
        """
        ALTER TABLE explore_searchdocument
        ADD CONSTRAINT explore_searchdocument_pkey
            PRIMARY KEY USING INDEX explore_search_next_pkey,
        ADD CONSTRAINT search_document_once
            UNIQUE USING INDEX explore_search_next_once
        """,
    ),
}
