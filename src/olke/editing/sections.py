"""How the columns of a table lie on its form: sections, and rows of fields that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from olke.editing.forms import RecordForm

Rows = Sequence[Sequence[str]]


def three(name: str) -> tuple[str, str, str]:
    """Return the columns of a text in Kazakh, Russian and English."""
    return f"{name}_kk", f"{name}_ru", f"{name}_en"


LABELLED: Rows = (("key",), three("label"), three("description"))
SECTIONS: dict[str, Sequence[tuple[Promise, Rows]]] = {
    "claims": (
        (
            pgettext_lazy("section of a form", "What"),
            (("key",), ("kind", "subject"), ("indicator", "product"), ("object",), three("title")),
        ),
        (
            pgettext_lazy("section of a form", "Number"),
            (
                ("value", "value_max", "unit"),
                ("bound", "aspect", "measure"),
                ("base_period", "approximate"),
            ),
        ),
        (pgettext_lazy("section of a form", "When"), (("period", "period_wording"),)),
        (pgettext_lazy("section of a form", "Where"), (("place",),)),
        (pgettext_lazy("section of a form", "Wording"), (("wording",), ("note",))),
        (pgettext_lazy("section of a form", "Standing"), (("rank", "review"),)),
    ),
    "entities": (
        (
            pgettext_lazy("section of a form", "What"),
            (("key",), ("kind", "theme"), three("name"), three("description")),
        ),
        (pgettext_lazy("section of a form", "When"), (("start", "end"),)),
        (
            pgettext_lazy("section of a form", "Where"),
            (("latitude", "longitude", "coordinate_source"), ("note",)),
        ),
    ),
    "sources": (
        (
            pgettext_lazy("section of a form", "What"),
            (("key",), ("group", "kind", "reference"), ("title",), ("author", "language")),
        ),
        (
            _("Publication"),
            (("container",), ("year", "publisher", "place"), ("pages", "url")),
        ),
        (
            _("Archive"),
            (("repository",), ("fond", "fond_title"), ("inventory", "file", "sheet"), ("note",)),
        ),
    ),
    "indicators": (
        (pgettext_lazy("section of a form", "What"), (*LABELLED, ("kind", "theme"))),
        (pgettext_lazy("section of a form", "Number"), (("unit", "dimension", "summable"),)),
    ),
    "repositories": (
        (
            pgettext_lazy("section of a form", "What"),
            (("key",), three("abbreviation"), three("name"), ("former_name",)),
        ),
        (pgettext_lazy("section of a form", "Where"), (("place",), ("note",))),
    ),
    "themes": ((pgettext_lazy("section of a form", "What"), (*LABELLED, ("parent",))),),
    "periods": ((pgettext_lazy("section of a form", "What"), (*LABELLED, ("span",))),),
    "products": ((pgettext_lazy("section of a form", "What"), (*LABELLED[:2], ("parent",))),),
    "glossary": (
        (
            pgettext_lazy("section of a form", "What"),
            (("key", "kind"), three("term"), three("definition")),
        ),
    ),
    "units": (
        (
            pgettext_lazy("section of a form", "What"),
            (
                ("key", "dimension"),
                ("base", "factor"),
                ("label_kk",),
                ("label_ru_one", "label_ru_few", "label_ru_many"),
                ("label_en_one", "label_en_other"),
            ),
        ),
    ),
    "names": ((_("Name"), (("name", "language", "kind", "period"),)),),
    "relations": ((_("Relation"), (("kind", "other", "period"), ("note",))),),
    "citations": (
        (
            _("Citation"),
            (
                ("source", "locator_kind", "locator"),
                ("through", "through_locator_kind", "through_locator"),
                ("note",),
            ),
        ),
    ),
}


@dataclass(frozen=True)
class Section:
    """A part of a form under its own heading: rows of fields."""

    title: Promise
    rows: list[list[BoundField]]


def sections_of(form: RecordForm) -> list[Section]:
    """Return a form's fields in the sections of its table."""
    return [
        Section(title, [[form[name] for name in row if name in form.fields] for row in rows])
        for title, rows in SECTIONS[form.table.name]
    ]
