"""Forms made from the tables' own declarations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from olke.editing.errors import RowFault
from olke.editing.fields import field_of
from olke.editing.queries import unit_name
from olke.editing.saying import sentence_of
from olke.editing.sections import Section, sections_of
from olke.evidence.changes import names_of
from olke.packs.columns import ColumnType, Fault, Table
from olke.packs.records import Row

MOST_ROWS = 200


class RecordForm(forms.Form):
    """The cells of one row of a table. Judging them is the domain's work, not the form's.

    ``key`` is that of a record that exists already: it cannot be changed.
    """

    table: Table

    def __init__(self, table: Table, *args: Any, key: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        for column in table.columns:
            if column.name != table.owned_by:
                self.fields[column.name] = field_of(table, column)
        if key:
            self.initial["key"] = key
            self.fields["key"].disabled = True
            self.fields["key"].widget = forms.HiddenInput()

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
        """Say under each field that holds a key which record it is, and which unit."""
        for column in self.table.references:
            if column.name in self.fields:
                key = (column.refers_to, str(self[column.name].value() or ""))
                # The bound field has its own copy by now, and it is the one that is drawn.
                self[column.name].help_text = names.get(key, "")
        for column in self.table.columns:
            if column.type is ColumnType.UNIT:
                self[column.name].help_text = unit_name(str(self[column.name].value() or ""))

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
        said = sentence_of(fault, self.table)
        if said not in self.errors.get(column or "__all__", ()):
            self.add_error(column, said)


class ReasonForm(forms.Form):
    """Why something is changed."""

    why = forms.CharField(
        label=_("Why"),
        help_text=_("It stands in the history beside your name, for those who come after you."),
        error_messages={"required": _("Say why, in a few words.")},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RecordReasonForm(ReasonForm):
    """Why a record is changed, and which state of it the person saw."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ReviewForm(RecordReasonForm):
    """How far a claim was checked, and which of several claims to show first."""

    column = forms.ChoiceField(choices=[("review", "review"), ("rank", "rank")], required=True)
    value = forms.CharField(max_length=20)


class OwnedRows:
    """The rows that a record owns, as a list of forms; empty ones are left out when read."""

    def __init__(self, table: Table, forms: list[RecordForm]) -> None:
        self.table = table
        self.forms = forms

    @classmethod
    def sent(cls, table: Table, data: Mapping[str, Any]) -> OwnedRows:
        """Return the rows as a browser sent them."""
        made = [RecordForm(table, data, prefix=prefix) for prefix in _prefixes(table, data)]
        for form in made:
            form.empty_permitted = True
        return cls(table, made)

    @classmethod
    def holding(cls, table: Table, rows: Sequence[Row], *, empty: int = 0) -> OwnedRows:
        """Return rows to be shown, and so many empty ones after them."""
        cells: list[Row] = [*rows, *([{}] * empty)]
        return cls(
            table,
            [
                RecordForm(table, initial=dict(row), prefix=f"{table.name}-{index}")
                for index, row in enumerate(cells)
            ],
        )

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

    def show(self, fault: RowFault) -> bool:
        """Put a fault under its field; tell whether there was a row for it."""
        filled = [form for form, _cells in self._filled()] or self.forms
        if fault.index < len(filled):
            filled[fault.index].show(fault.fault)
            return True
        return False

    def _filled(self) -> list[tuple[RecordForm, dict[str, str]]]:
        read = [(form, form.cells()) for form in self.forms]
        return [(form, cells) for form, cells in read if any(cells.values())]


def sent_rows(table: Table, data: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the rows of an owned table as they were typed, good or bad, empty ones too."""
    return [
        {name: str(data.get(f"{prefix}-{name}", "")) for name in table.names}
        for prefix in _prefixes(table, data)
    ]


def show_names(forms: Iterable[RecordForm]) -> None:
    """Say under each key which record it is: one statement a table that the forms refer to."""
    shown = list(forms)
    names = names_of(pair for form in shown for pair in form.references())
    for form in shown:
        form.show_names(names)


def _prefixes(table: Table, data: Mapping[str, Any]) -> list[str]:
    try:
        count = max(0, min(int(data.get(f"{table.name}-count", 0)), MOST_ROWS))
    except ValueError:
        count = 0
    return [f"{table.name}-{index}" for index in range(count)]
