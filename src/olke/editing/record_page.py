"""Everything that stands on the page of one record: its fields, the rows it owns, the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm

from olke.editing.drafts import Draft
from olke.editing.errors import RowFault
from olke.editing.forms import OwnedRows, RecordForm, RecordReasonForm, sent_rows, show_names
from olke.editing.sections import SECTIONS
from olke.editing.typed import understood
from olke.exchange.pack.schema import OWNED
from olke.packs.columns import Table
from olke.packs.models import PackRecord

MORE, GONE = "more", "gone"
"""Buttons that add a row to those that the record owns, and take one away."""


@dataclass(frozen=True)
class PageError:
    """One sentence about one field: the field's name on the page, its id, what to do."""

    field: str
    anchor: str
    sentence: str


@dataclass(frozen=True)
class RecordPage:
    """The forms of one record; ``record`` is None for one that is being added."""

    table: Table
    form: RecordForm
    owned: list[OwnedRows]
    reason: RecordReasonForm
    record: PackRecord | None = None

    @classmethod
    def sent(cls, table: Table, data: Mapping[str, Any], record: PackRecord | None) -> RecordPage:
        """Return the page as a browser sent it."""
        form = RecordForm(table, data, key=record.key if record else "")
        owned = [OwnedRows.sent(other, data) for other in OWNED[table.name]]
        return cls(table, form, owned, RecordReasonForm(data), record)

    @classmethod
    def showing(
        cls,
        table: Table,
        draft: Draft,
        record: PackRecord | None = None,
        *,
        why: str = "",
        empty: int = 0,
    ) -> RecordPage:
        """Return a page that holds a draft; ``empty`` rows are offered where it owns none."""
        form = RecordForm(table, initial=dict(draft.row), key=record.key if record else "")
        owned = []
        for other in OWNED[table.name]:
            rows = draft.owned.get(other.name, ())
            owned.append(OwnedRows.holding(other, rows, empty=0 if rows else empty))
        initial = {"why": why, "revision": record.revision if record else None}
        return cls(table, form, owned, RecordReasonForm(initial=initial), record)

    @classmethod
    def rearranged(
        cls, table: Table, data: Mapping[str, Any], record: PackRecord | None
    ) -> RecordPage:
        """Return the page as it was typed, with a row more or a row less."""
        typed = {name: str(data.get(name, "")) for name in table.names}
        form = RecordForm(table, initial=typed, key=record.key if record else "")
        owned = [_rearranged(other, data) for other in OWNED[table.name]]
        kept = {"why": data.get("why", ""), "revision": data.get("revision") or None}
        return cls(table, form, owned, RecordReasonForm(initial=kept), record)

    def is_valid(self) -> bool:
        """Tell whether every field could be read; the reason is asked for apart."""
        return all([self.form.is_valid(), *(part.is_valid() for part in self.owned)])

    def draft(self) -> Draft:
        """Return what was entered, read as generously as its meaning allows."""
        row = understood(self.table, self.form.cells())
        return Draft(
            row,
            {
                part.table.name: [
                    {**understood(part.table, cells), part.table.owned_by: row.get("key", "")}
                    for cells in part.rows()
                ]
                for part in self.owned
            },
        )

    def show(self, faults: tuple[RowFault, ...]) -> None:
        """Put every fault under the field it belongs to."""
        parts = {part.table.name: part for part in self.owned}
        for found in faults:
            if found.table not in parts or not parts[found.table].show(found):
                self.form.show(found.fault)

    def show_names(self) -> None:
        """Say under each key which record it is: one statement a table."""
        show_names([self.form, *(row for part in self.owned for row in part.forms)])

    def errors(self) -> list[PageError]:
        """Return everything that must be corrected, in the order of the page."""
        found = list(_errors(self.form, ""))
        for part in self.owned:
            for number, row in enumerate(part.forms, 1):
                found += _errors(row, f"{SECTIONS[part.table.name][0][1]} {number}")
        return [*found, *_errors(self.reason, "")]


def is_rearranging(data: Mapping[str, Any]) -> bool:
    """Tell whether somebody pressed a button that adds or removes a row."""
    return MORE in data or GONE in data


def _rearranged(table: Table, data: Mapping[str, Any]) -> OwnedRows:
    name, _, place = str(data.get(GONE, "")).rpartition("-")
    rows = [
        row
        for number, row in enumerate(sent_rows(table, data))
        if (name, place) != (table.name, str(number))
    ]
    more = data.get(MORE) == table.name
    part = OwnedRows.holding(table, rows, empty=1 if more else 0)
    if more:
        first = next(iter(part.forms[-1].fields.values()))
        first.widget.attrs["autofocus"] = True
    return part


def _errors(form: BaseForm, place: str) -> Iterator[PageError]:
    for said in form.non_field_errors():
        yield PageError(place, "", str(said))
    for field in form:
        name = ": ".join(filter(None, (place, str(field.label))))
        for said in field.errors:
            yield PageError(name, field.id_for_label or field.auto_id, str(said))
