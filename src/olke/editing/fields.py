"""A field for each column of a table: what a file may say, a form may say."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.evidence.changes import column_label
from olke.packs.columns import Column, ColumnType, Table
from olke.web.forms import Combobox

LONG_TEXTS = frozenset(
    {"note"}
    | {f"{name}_{code}" for name in ("description", "definition") for code in ("kk", "ru", "en")}
)
NOT_GIVEN = pgettext_lazy("no choice", "not given")
CHOOSE = pgettext_lazy("no choice yet", "choose")
USUAL = {
    "claims": {
        "kind": "observation",
        "rank": "normal",
        "review": "unreviewed",
        "aspect": "actual",
        "measure": "absolute",
    }
}
"""What a new form says by itself, because nearly every record says it."""
HINTS = {
    ColumnType.EDTF: _("1946, 1946-05-09, 1943/1945, or in words: May 1946"),
    ColumnType.COORDINATE: _("In degrees: 50.41"),
    ColumnType.URL: _("Begins with https://"),
}
SHORT_HINTS = {ColumnType.EDTF: "1946, 1943/1945"}
LANGUAGE_HINT = _("kk, ru or en")


def field_of(table: Table, column: Column) -> forms.Field:
    """Return the field of a column. None is required: the check names what is missing, all at once.

    What must be filled is marked on the widget, for the reader and for what reads aloud.
    """
    hints = SHORT_HINTS if table.owner else HINTS
    common: dict[str, Any] = {
        # A date may be typed in words too: only the hint names the notation.
        "label": column_label(table, column.name).removesuffix(" (EDTF)"),
        "required": False,
        "help_text": hints.get(column.type, LANGUAGE_HINT if column.name == "language" else ""),
    }
    field = _made(table, column, common)
    if isinstance(field.widget, forms.TextInput):
        # Lets the stylesheet tell an empty field from a filled one.
        field.widget.attrs["placeholder"] = " "
    if column.required and column.type is not ColumnType.KEY and not table.owner:
        field.widget.attrs["required"] = True
    return field


def _made(table: Table, column: Column, common: dict[str, Any]) -> forms.Field:
    if column.type is ColumnType.BOOLEAN:
        return forms.BooleanField(label=common["label"], required=False)
    if column.type is ColumnType.ENUM:
        if column.name == "language":
            common["help_text"] = ""
        return forms.ChoiceField(choices=_choices(table, column), **common)
    if column.type in {ColumnType.REFERENCE, ColumnType.UNIT}:
        what = "units" if column.type is ColumnType.UNIT else column.refers_to
        source = reverse("editing:suggestions", args=[what])
        return forms.CharField(widget=Combobox(source=source), max_length=500, **common)
    if column.name in LONG_TEXTS:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 2}), **common)
    if column.type is ColumnType.KEY:
        common["help_text"] = _("Leave it empty, and it is made from what you enter.")
    return forms.CharField(max_length=table.longest(column.name), **common)


def _choices(table: Table, column: Column) -> list[tuple[str, Any]]:
    field = table.model._meta.get_field(column.name)
    labels = dict(getattr(field, "flatchoices", None) or [])
    if column.name == "language":
        labels |= dict(settings.LANGUAGES)
    chosen = [(value, capfirst(str(labels.get(value, value)))) for value in column.choices]
    if column.required and column.name in USUAL.get(table.name, {}):
        return chosen
    return [("", CHOOSE if column.required else NOT_GIVEN), *chosen]
