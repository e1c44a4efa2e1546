"""What a sent form asks to be changed in a dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from olke.planning.dossiers.forms import NoteForm, QuotationForm
from olke.teaching.documents import arranging
from olke.teaching.documents.arranging import Place
from olke.teaching.documents.cleaning import cleaned, cleaned_line
from olke.teaching.documents.dossier import (
    AnyEntry,
    ClaimEntry,
    Dossier,
    DrawingEntry,
    EntityEntry,
    NoteEntry,
    QuotationEntry,
    SourceEntry,
)
from olke.teaching.documents.parts import LONGEST_TITLE, text_of

COLLECTED: dict[str, tuple[type[AnyEntry], str]] = {
    "claim": (ClaimEntry, "claim"),
    "entity": (EntityEntry, "entity"),
    "source": (SourceEntry, "source"),
    "drawing": (DrawingEntry, "drawing"),
}


@dataclass(frozen=True)
class Change:
    """A change of a dossier, and where on the page it is seen."""

    change: Callable[[Dossier], Dossier]
    anchor: str = ""


@dataclass(frozen=True)
class Ask:
    """What was sent: the form, what follows the name of the change, the reader's language."""

    sent: Mapping[str, Any]
    rest: str
    language: str


class BadChangeError(Exception):
    """What was sent asks for nothing that can be done; ``form`` says why where somebody typed."""

    def __init__(self, name: str = "", form: forms.Form | None = None) -> None:
        super().__init__(name)
        self.name, self.form = name, form


def change_of(sent: Mapping[str, Any], language: str) -> Change:
    """Return the change that was asked for; raises ``BadChangeError``."""
    name, _, rest = str(sent.get("do", "")).partition(":")
    make = _CHANGES.get(name)
    if make is None:
        raise BadChangeError(name)
    try:
        return make(Ask(sent, rest, language))
    except (ValueError, KeyError) as error:  # pydantic's errors are ValueErrors
        raise BadChangeError(name) from error


def _place(text: str) -> Place:
    section, _, entry = text.partition("-")
    return Place(int(section), int(entry))


def _at(place: Place) -> str:
    return f"#entry-{place.section}-{place.entry}"


def _moved(ask: Ask) -> Change:
    where, _, by = ask.rest.partition(":")
    place, step = _place(where), -1 if by == "up" else 1
    return Change(lambda d: arranging.with_entry_moved(d, place, step), f"#section-{place.section}")


def _into(ask: Ask) -> Change:
    where, _, number = ask.rest.partition(":")
    place, section = _place(where), int(number)
    return Change(lambda d: arranging.with_entry_in(d, place, section), f"#section-{section}")


def _removed(ask: Ask) -> Change:
    place = _place(ask.rest)
    return Change(lambda d: arranging.without_entry(d, place), f"#section-{place.section}")


def _noted(ask: Ask) -> Change:
    place, words = _place(ask.rest), cleaned(str(ask.sent.get("note", "")))

    def noted(dossier: Dossier) -> Dossier:
        entry = arranging.entry_at(dossier, place)
        changed = entry.model_copy(update={"note": text_of(ask.language, words, entry.note)})
        return arranging.with_entry_replaced(dossier, place, changed)

    return Change(noted, _at(place))


def _title(ask: Ask) -> str:
    return cleaned_line(str(ask.sent.get("title", "")))[:LONGEST_TITLE]


def _section(ask: Ask) -> Change:
    title = text_of(ask.language, _title(ask))
    return Change(lambda d: arranging.with_section(d, title), "#add")


def _section_titled(ask: Ask) -> Change:
    number, words = int(ask.rest), _title(ask)

    def titled(dossier: Dossier) -> Dossier:
        before = arranging.section_at(dossier, number).title
        return arranging.with_section_titled(dossier, number, text_of(ask.language, words, before))

    return Change(titled, f"#section-{number}")


def _section_moved(ask: Ask) -> Change:
    where, _, by = ask.rest.partition(":")
    number, step = int(where), -1 if by == "up" else 1
    return Change(lambda d: arranging.with_section_moved(d, number, step), f"#section-{number}")


def _section_removed(ask: Ask) -> Change:
    number = int(ask.rest)
    return Change(lambda d: arranging.without_section(d, number), "#sections")


def _note(ask: Ask) -> Change:
    form = NoteForm(ask.sent)
    if not form.is_valid():
        raise BadChangeError("note", form)
    entry = NoteEntry(words=text_of(ask.language, form.cleaned_data["words"]))
    return Change(lambda d: arranging.with_entry(d, entry), "#add")


def _quotation(ask: Ask) -> Change:
    form = QuotationForm(ask.sent, auto_id="id_quotation_%s")
    if not form.is_valid():
        raise BadChangeError("quotation", form)
    entry = QuotationEntry.model_validate({**form.cleaned_data, "language": ask.language})
    return Change(lambda d: arranging.with_entry(d, entry), "#add")


def _collect(ask: Ask) -> Change:
    part, field = COLLECTED[str(ask.sent.get("kind", ""))]
    entry = part.model_validate({field: ask.sent.get("what", "")})
    return Change(lambda d: arranging.with_entry(d, entry))


_CHANGES: dict[str, Callable[[Ask], Change]] = {
    "move": _moved,
    "into": _into,
    "remove": _removed,
    "note-on": _noted,
    "section": _section,
    "section-title": _section_titled,
    "section-move": _section_moved,
    "section-remove": _section_removed,
    "note": _note,
    "quotation": _quotation,
    "collect": _collect,
}
