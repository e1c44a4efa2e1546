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


LABELLED: Rows = (three("label"), three("description"))
WHAT = pgettext_lazy("section of a form", "What")
WHEN = pgettext_lazy("section of a form", "When")
WHERE = pgettext_lazy("section of a form", "Where")
NUMBER = pgettext_lazy("section of a form", "Number")
KEY = ("standing", pgettext_lazy("section of a form", "Key"), (("key",),))
SECTIONS: dict[str, Sequence[tuple[str, Promise, Rows]]] = {
    "claims": (
        ("what", WHAT, (("kind", "subject"), ("indicator", "product"), ("object", "place"))),
        ("titles", pgettext_lazy("section of a form", "In words"), (three("title"),)),
        (
            "number",
            NUMBER,
            (
                ("value", "value_max", "unit"),
                ("bound", "approximate"),
                ("aspect", "measure", "base_period"),
            ),
        ),
        ("when", WHEN, (("period", "period_wording"),)),
        ("wording", pgettext_lazy("section of a form", "Wording"), (("wording",), ("note",))),
        (
            "standing",
            pgettext_lazy("section of a form", "Rank, review and key"),
            (("rank", "review", "key"),),
        ),
    ),
    "entities": (
        ("what", WHAT, (("kind", "theme"), three("name"), three("description"))),
        ("when", WHEN, (("start", "end"),)),
        ("where", WHERE, (("latitude", "longitude", "coordinate_source"), ("note",))),
        KEY,
    ),
    "sources": (
        (
            "what",
            WHAT,
            (("kind", "group"), ("title",), ("author", "language", "reference"), ("note",)),
        ),
        (
            "archive",
            _("Archive"),
            (("repository",), ("fond", "fond_title"), ("inventory", "file", "sheet")),
        ),
        (
            "publication",
            _("Publication"),
            (("container",), ("year", "publisher", "place"), ("pages", "url")),
        ),
        KEY,
    ),
    "indicators": (
        ("what", WHAT, (*LABELLED, ("kind", "theme", "polarity", "grave"))),
        ("number", NUMBER, (("unit", "dimension", "summable"),)),
        KEY,
    ),
    "repositories": (
        ("what", WHAT, (three("abbreviation"), three("name"), ("former_name",))),
        ("where", WHERE, (("place",), ("note",))),
        KEY,
    ),
    "themes": (("what", WHAT, (*LABELLED, ("parent",))), KEY),
    "periods": (("what", WHAT, (*LABELLED, ("span",))), KEY),
    "products": (("what", WHAT, (*LABELLED[:1], ("parent",))), KEY),
    "glossary": (("what", WHAT, (("kind",), three("term"), three("definition"))), KEY),
    "units": (
        (
            "what",
            WHAT,
            (
                ("label_kk",),
                ("label_ru_one", "label_ru_few", "label_ru_many"),
                ("label_en_one", "label_en_other"),
                ("dimension", "base", "factor"),
            ),
        ),
        KEY,
    ),
    "names": (("name", _("Name"), (("name", "language", "kind", "period"),)),),
    "relations": (("relation", _("Relation"), (("kind", "other", "period"), ("note",))),),
    "citations": (
        (
            "citation",
            _("Citation"),
            (
                ("source", "locator_kind", "locator"),
                ("through", "through_locator_kind", "through_locator"),
                ("note",),
            ),
        ),
    ),
}
RARE = frozenset({"standing"})
"""Sections that most people need not open."""


@dataclass(frozen=True)
class Section:
    """A part of a form under its own heading: rows of fields."""

    name: str
    title: Promise
    rows: list[list[BoundField]]

    @property
    def rare(self) -> bool:
        """Tell whether a page shows it only when asked."""
        return self.name in RARE

    @property
    def wrong(self) -> bool:
        """Tell whether something in it must be corrected."""
        return any(field.errors for row in self.rows for field in row)


def sections_of(form: RecordForm) -> list[Section]:
    """Return a form's visible fields in the sections of its table."""
    shown = [
        Section(name, title, [_visible(form, row) for row in rows])
        for name, title, rows in SECTIONS[form.table.name]
    ]
    return [section for section in shown if any(section.rows)]


def _visible(form: RecordForm, row: Sequence[str]) -> list[BoundField]:
    fields = [form[name] for name in row if name in form.fields]
    return [field for field in fields if not field.is_hidden]
