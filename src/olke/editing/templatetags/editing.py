"""Words for tables, and where a record of the history is shown."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from olke.editing.saying import sentence_of_cell
from olke.evidence.changes import column_label
from olke.evidence.models import Review
from olke.exchange.pack.report import Problem
from olke.exchange.pack.schema import BY_KIND
from olke.history.models import Entry
from olke.packs.columns import Table

register = template.Library()
ROWS_SHOWN = 200
"""So many rows of a spreadsheet are told one by one."""

TITLES = {
    "themes": _("Themes"),
    "periods": _("Historical periods"),
    "units": _("Units"),
    "indicators": _("Indicators"),
    "products": _("Products"),
    "glossary": _("Glossary"),
    "entities": _("Places, organisations, people"),
    "names": _("Other names"),
    "relations": _("Relations"),
    "repositories": _("Archives"),
    "sources": _("Sources"),
    "claims": _("Claims"),
    "citations": _("Citations"),
}
ADDING = {
    "themes": _("Add a theme"),
    "periods": _("Add a historical period"),
    "units": _("Add a unit"),
    "indicators": _("Add an indicator"),
    "products": _("Add a product"),
    "glossary": _("Add a term"),
    "entities": _("Add a place, an organisation or a person"),
    "names": _("Add another name"),
    "relations": _("Add a relation"),
    "repositories": _("Add an archive"),
    "sources": _("Add a source"),
    "claims": _("Add a claim"),
    "citations": _("Add a citation"),
}
OWNED_HINTS = {
    "citations": _(
        "The source in which the claim stands; and, where that source cites another one for it, "
        "that work too."
    ),
    "names": _("Earlier names, short ones, spellings: search finds the record by each of them."),
    "relations": _("What it was part of, and what came before it."),
}
VERDICTS = {
    Review.REVIEWED: pgettext_lazy("verdict", "It is so"),
    Review.QUESTIONED: pgettext_lazy("verdict", "I doubt it"),
    Review.WITHDRAWN: pgettext_lazy("verdict", "Withdraw"),
}
PAGES = {"claim": "explore:claim", "entity": "explore:entity", "source": "explore:source"}


@register.simple_tag
def table_title(table: Table) -> str:
    """Give a table's title in the reader's language."""
    return str(TITLES[table.name])


@register.simple_tag
def adding(table: Table) -> str:
    """Say what a button does that adds a record to a table."""
    return str(ADDING[table.name])


@register.filter
def owned_hint(table: Table) -> str:
    """Say what the rows of an owned table are for."""
    return str(OWNED_HINTS.get(table.name, ""))


@register.filter
def verdict_label(review: Review) -> str:
    """Say what a button does that gives a claim this review."""
    return str(VERDICTS[review])


@register.simple_tag
def column(name: str, table: Table) -> SafeString:
    """Say a column as a reader does, beside what heads it in a spreadsheet."""
    if name not in table.names:
        return format_html("<code>{}</code>", name)
    return format_html("{} <code>{}</code>", column_label(table, name), name)


@register.simple_tag
def cell_sentence(problem: Problem, table: Table) -> str:
    """Say what is wrong with a cell of a spreadsheet and what to do."""
    return sentence_of_cell(problem, table)


@register.filter
def at(names: dict[str, str], key: str) -> str:
    """Give what a record is called, by its key."""
    return names.get(key, "")


@register.simple_tag
def more_rows(rows: Sequence[object]) -> SafeString:
    """Say how many rows a long report leaves out."""
    left = len(rows) - ROWS_SHOWN
    if left <= 0:
        return SafeString()
    said = ngettext("and %(number)d more row", "and %(number)d more rows", left) % {"number": left}
    return format_html('<p class="hint">{}</p>', said)


@register.simple_tag
def entry_url(entry: Entry) -> str:
    """Give the page of the record that an entry is about."""
    if entry.kind in PAGES:
        return reverse(PAGES[entry.kind], args=[entry.key])
    table = BY_KIND.get(entry.kind)
    return reverse("editing:change", args=[table.name, entry.key]) if table else "#"
