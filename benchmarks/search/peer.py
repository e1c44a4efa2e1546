"""The peer: Datasette with FTS5 over the same claims, as its documentation sets it up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from olke.evidence.models import Citation, Claim
from olke.explore.search.surroundings import Surroundings, in_three

COLUMNS = ("key", "kind", "subject", "indicator", "product", "period", "theme", "place", "cited")


def write_peer(path: Path) -> int:
    """Write the claims in the database to a table with full-text search; return how many."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    columns = ", ".join(f"{column} TEXT" for column in COLUMNS)
    connection.execute(f"CREATE TABLE claims (id INTEGER PRIMARY KEY, {columns}, title, text TEXT)")
    connection.execute('CREATE VIRTUAL TABLE claims_fts USING fts5(title, text, content="claims")')
    places = ", ".join("?" * (len(COLUMNS) + 3))
    connection.executemany(f"INSERT INTO claims VALUES ({places})", _rows())
    connection.execute("CREATE INDEX claims_theme ON claims (theme)")
    connection.execute("CREATE INDEX claims_kind ON claims (kind)")
    connection.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
    connection.commit()
    number = int(connection.execute("SELECT count(*) FROM claims").fetchone()[0])
    connection.execute("ANALYZE")
    connection.close()
    return number


def _rows() -> Iterator[tuple[object, ...]]:
    around = Surroundings()
    names = {pk: " ".join(around.names_of(pk)) for pk in around.entities}
    labels = {pk: " ".join(in_three(i, "label")) for pk, i in around.indicators.items()}
    themes = {pk: around.theme_line(i.theme_id) for pk, i in around.indicators.items()}
    through = dict(
        Citation.objects.filter(through__isnull=False).values_list("claim", "through__title")
    )
    claims = Claim.objects.select_related("product").order_by("pk").iterator(chunk_size=5000)
    for claim in claims:
        subject, indicator = (
            around.entities[claim.subject_id],
            around.indicators[claim.indicator_id],
        )
        place = around.entities.get(claim.place_id or 0)
        product = " ".join(in_three(claim.product, "label")) if claim.product else ""
        parts = [names[claim.subject_id], labels[claim.indicator_id], product, claim.period]
        parts += [claim.wording, names.get(claim.place_id or 0, ""), through.get(claim.pk, "")]
        yield (
            claim.pk,
            claim.key,
            claim.kind,
            subject.key,
            indicator.key,
            claim.product.key if claim.product else "",
            claim.period,
            themes[claim.indicator_id][-1].key if themes[claim.indicator_id] else "",
            place.key if place else "",
            "through" if claim.pk in through else "direct",
            f"{subject.name_kk}: {indicator.label_kk}, {claim.period}",
            " ".join(filter(None, parts)),
        )
