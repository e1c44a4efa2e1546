"""Forms made from the tables' own declarations: what a file may say, a form may say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.editing.errors import RowFault
from olke.editing.sections import Section, sections_of
from olke.evidence.changes import column_label, names_of
from olke.exchange.pack.messages import advice_on, reason_for
from olke.packs.columns import Column, ColumnType, Fault, Table
from olke.packs.records import Row
from olke.web.forms import Combobox

LONG_TEXTS = frozenset({"note", "description_kk", "description_ru", "description_en"})
NOT_GIVEN = pgettext_lazy("no choice", "not given")
# What a form says otherwise than a report on a file, which speaks of cells and rows.
SAID_HERE = {
    "required": _("Fill this in."),
    "uncited": _("Say where it stands: at least one citation."),
    "duplicate": _("There is one like this already: “%(identity)s”."),
}
HINTS = {
    ColumnType.EDTF: _("For instance 1946, 1946-05-09, 1943/1945, 1941-23 (autumn), 194X."),
    ColumnType.DECIMAL: _("Only digits and a point: 1400000, 79.4."),
    ColumnType.UNIT: _("For instance t, person, percent."),
    ColumnType.COORDINATE: _("Degrees with a point: 50.41."),
}


class RecordForm(forms.Form):
    """The cells of one row of a table. Judging them is the domain's work, not the form's."""

    table: Table

    def __init__(self, table: Table, *args: Any, without: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        for column in table.columns:
            if column.name != without:
                required = column.required and not without  # a row of one's own may stay empty
                self.fields[column.name] = _field(table, column, required=required)

    def sections(self) -> list[Section]:
        """Return the fields in the sections in which a page shows them."""
        return sections_of(self)

    def references(self) -> list[tuple[str, str]]:
        """Return table and key of every record that a field names now."""
        return [
            (column.refers_to, str(self[column.name].value() or ""))
            for column in self.table.references
            if column.name in self.fields
        ]

    def show_names(self, names: Mapping[tuple[str, str], str]) -> None:
        """Say under each field that holds a key which record it is."""
        for column in self.table.references:
            if column.name in self.fields:
                key = (column.refers_to, str(self[column.name].value() or ""))
                # The bound field has its own copy by now, and it is the one that is drawn.
                self[column.name].help_text = names.get(key, "")

    def cells(self) -> dict[str, str]:
        """Return what was entered as cells of the table; call after ``is_valid``."""
        return {
            name: "true" if value is True else "" if value is False else str(value or "").strip()
            for name, value in self.cleaned_data.items()
            if name in self.table.names
        }

    def show(self, fault: Fault) -> None:
        """Put a fault under the field it belongs to, with what to do about it."""
        column = fault.column if fault.column in self.fields else None
        self.add_error(column, sentence_of(fault))


class ReasonForm(forms.Form):
    """Why a record is changed, and which state of it the person saw."""

    why = forms.CharField(
        label=_("Why"),
        help_text=_("It stands in the history beside your name, for those who come after you."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ReviewForm(ReasonForm):
    """How far a claim was checked, and which of several claims to show first."""

    column = forms.ChoiceField(choices=[("review", "review"), ("rank", "rank")], required=True)
    value = forms.CharField(max_length=20)


class OwnedRows:
    """The rows that a record owns, as a list of forms; empty ones are left out when read."""

    EXTRA = 2

    def __init__(self, table: Table, *, data: Any = None, rows: list[Row] | None = None) -> None:
        self.table = table
        count = _count(data, table) if data is not None else len(rows or []) + self.EXTRA
        self.forms = [
            RecordForm(
                table,
                data,
                initial=dict(rows[index]) if rows and index < len(rows) else None,
                prefix=f"{table.name}-{index}",
                without=table.owned_by,
            )
            for index in range(count)
        ]
        for form in self.forms:
            form.empty_permitted = True

    @property
    def count_name(self) -> str:
        """Name of the hidden field that says how many forms there are."""
        return f"{self.table.name}-count"

    def is_valid(self) -> bool:
        """Tell whether every form could be read."""
        valid = [form.is_valid() for form in self.forms]  # every one, so that each shows its errors
        return all(valid)

    def rows(self) -> list[dict[str, str]]:
        """Return the rows that hold something, in order."""
        return [cells for _, cells in self._filled()]

    def show(self, fault: RowFault) -> None:
        """Put a fault under its field."""
        filled = self._filled()
        form = filled[fault.index][0] if fault.index < len(filled) else self.forms[0]
        form.show(fault.fault)

    def _filled(self) -> list[tuple[RecordForm, dict[str, str]]]:
        read = [(form, form.cells()) for form in self.forms]
        return [(form, cells) for form, cells in read if any(cells.values())]


def show_names(forms: Iterable[RecordForm]) -> None:
    """Say under each key which record it is: one statement a table that the forms refer to."""
    shown = list(forms)
    names = names_of(pair for form in shown for pair in form.references())
    for form in shown:
        form.show_names(names)


def sentence_of(fault: Fault) -> str:
    """Say what is wrong, what to do, and what was probably meant."""
    here = SAID_HERE.get(fault.code)
    if here:
        return str(here % dict(fault.details))
    parts = [reason_for(fault.code, fault.details), advice_on(fault.code, fault.details)]
    if fault.meant:
        parts.append(str(_("Did you mean “%(meant)s”?") % {"meant": fault.meant}))
    return " ".join(filter(None, parts))


def _count(data: Mapping[str, Any], table: Table) -> int:
    try:
        return max(0, min(int(data.get(f"{table.name}-count", 0)), 200))
    except ValueError:
        return 0


def _field(table: Table, column: Column, *, required: bool) -> forms.Field:
    label = column_label(table, column.name)
    hint = HINTS.get(column.type, "")
    common: dict[str, Any] = {"label": label, "required": required, "help_text": hint}
    if column.type is ColumnType.BOOLEAN:
        return forms.BooleanField(label=label, required=False)
    if column.type is ColumnType.ENUM:
        return forms.ChoiceField(choices=_choices(table, column, required=required), **common)
    if column.type in {ColumnType.REFERENCE, ColumnType.UNIT}:
        what = "units" if column.type is ColumnType.UNIT else column.refers_to
        source = reverse("editing:suggestions", args=[what])
        return forms.CharField(widget=Combobox(source=source), max_length=120, **common)
    if column.name in LONG_TEXTS:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), **common)
    return forms.CharField(max_length=table.longest(column.name), **common)


def _choices(table: Table, column: Column, *, required: bool) -> list[tuple[str, Any]]:
    field = table.model._meta.get_field(column.name)
    labels = dict(getattr(field, "flatchoices", None) or [])
    chosen = [(value, capfirst(str(labels.get(value, value)))) for value in column.choices]
    return chosen if required else [("", NOT_GIVEN), *chosen]
