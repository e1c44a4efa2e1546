"""Words for tables, and where a record of the history is shown."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from olke.exchange.pack.schema import BY_KIND
from olke.history.models import Entry
from olke.packs.columns import Table

register = template.Library()

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
PAGES = {"claim": "explore:claim", "entity": "explore:entity", "source": "explore:source"}


@register.simple_tag
def table_title(table: Table) -> str:
    """Give a table's title in the reader's language."""
    return str(TITLES[table.name])


@register.simple_tag
def entry_url(entry: Entry) -> str:
    """Give the page of the record that an entry is about."""
    if entry.kind in PAGES:
        return reverse(PAGES[entry.kind], args=[entry.key])
    table = BY_KIND.get(entry.kind)
    return reverse("editing:change", args=[table.name, entry.key]) if table else "#"
