"""Lists of documents: a page of those that somebody asked for, by whose they are and by words."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from olke.accounts.access import Somebody
from olke.accounts.models import Person
from olke.planning.cards import cards_of
from olke.teaching.access import may_write
from olke.teaching.models import Document

A_PAGE = 24


def list_context(request: HttpRequest, listed: QuerySet[Document]) -> dict[str, Any]:
    """Return what the page of every list shows of these documents."""
    words = request.GET.get("q", "").strip()[:100]
    whose = request.GET.get("whose", "")
    found = titled(owned_by(listed, whose, request.user), words)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "cards": cards_of(page),
        "words": words,
        "whose": whose,
        "may_write": may_write(request.user),
    }


def owned_by(listed: QuerySet[Document], whose: str, person: Somebody) -> QuerySet[Document]:
    """Narrow documents to somebody's own (``mine``) or those of packs (``region``)."""
    if whose == "mine" and isinstance(person, Person):
        return listed.filter(owner=person)
    return listed.filter(pack__isnull=False) if whose == "region" else listed


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
