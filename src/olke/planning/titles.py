"""Finding documents by words of their titles."""

from __future__ import annotations

from django.db.models import QuerySet

from olke.teaching.models import Document


def titled(listed: QuerySet[Document], words: str) -> QuerySet[Document]:
    """Narrow documents to those with every word in a title, whatever its case: one statement more.

    SQLite knows capitals of Latin letters alone, so that the titles are compared here.
    """
    wanted = words.casefold().split()
    if not wanted:
        return listed
    titles = listed.order_by().values_list("pk", "title_kk", "title_ru", "title_en")
    found = [pk for pk, *said in titles if _holds(" ".join(said).casefold(), wanted)]
    return listed.filter(pk__in=found)


def _holds(title: str, wanted: list[str]) -> bool:
    return all(word in title for word in wanted)
