"""A dossier: evidence put together in sections, with the teacher's own notes between."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from olke.teaching.documents.parts import NO_TEXT, Key, Part, Text, Title

Address = Annotated[
    str, Field(max_length=1500, pattern=r"^(series|compare|timeline|map)(\?[^\s#]*)?$")
]
"""A page that draws, and what to draw: ``series?indicator=output&subject=wool-mill``."""
PictureName = Annotated[str, Field(max_length=120, pattern=r"^[a-z0-9][a-z0-9-]*\.(jpg|png|webp)$")]


class Entry(Part):
    """What every entry has. ``note`` is the teacher's remark beside it."""

    note: Text = NO_TEXT


class ClaimEntry(Entry):
    """A claim of the evidence."""

    claim: Key


class EntityEntry(Entry):
    """A place, organisation or person."""

    entity: Key


class SourceEntry(Entry):
    """A source."""

    source: Key


class DrawingEntry(Entry):
    """A chart, comparison, timeline or map, by the address that draws it."""

    drawing: Address
    title: Text = NO_TEXT


class NoteEntry(Entry):
    """Words of one's own."""

    words: Text

    @model_validator(mode="after")
    def _says_something(self) -> NoteEntry:
        if not self.words:
            raise ValueError("note-empty")
        return self


class QuotationEntry(Entry):
    """A short quotation with the source it is from, and the place in it."""

    quotation: Annotated[str, Field(min_length=1, max_length=1200)]
    language: Literal["kk", "ru", "en"] = "kk"
    source: Key | None = None
    locator: Annotated[str, Field(max_length=60)] = ""
    reference: Annotated[str, Field(max_length=500)] = ""
    """Where the quotation is from, in words, where the source is none of the pack's."""

    @model_validator(mode="after")
    def _has_reference(self) -> QuotationEntry:
        if not self.source and not self.reference:
            raise ValueError("quotation-without-source")
        return self


class PictureEntry(Entry):
    """A picture with its caption and where it is from."""

    picture: PictureName
    caption: Text = NO_TEXT
    reference: Annotated[str, Field(max_length=500)] = ""


KINDS = {
    "claim": ClaimEntry,
    "entity": EntityEntry,
    "source": SourceEntry,
    "drawing": DrawingEntry,
    "quotation": QuotationEntry,
    "picture": PictureEntry,
    "words": NoteEntry,
}
"""The field that only one kind of entry has, and that names the kind."""


def entry_kind(entry: Any) -> str | None:
    """Return the kind of an entry, or of the plain data of one; None for what is neither."""
    if isinstance(entry, dict):
        # A quotation has a source, too: the more telling field comes first.
        return next((kind for kind in _TELLING if kind in entry), "words")
    return next((kind for kind, part in KINDS.items() if isinstance(entry, part)), None)


_TELLING = ("claim", "entity", "drawing", "quotation", "picture", "source", "words")

AnyEntry = Annotated[
    Annotated[ClaimEntry, Tag("claim")]
    | Annotated[EntityEntry, Tag("entity")]
    | Annotated[SourceEntry, Tag("source")]
    | Annotated[DrawingEntry, Tag("drawing")]
    | Annotated[QuotationEntry, Tag("quotation")]
    | Annotated[PictureEntry, Tag("picture")]
    | Annotated[NoteEntry, Tag("words")],
    Discriminator(entry_kind),
]


class Section(Part):
    """A section of the dossier."""

    title: Text = NO_TEXT
    entries: Annotated[tuple[AnyEntry, ...], Field(max_length=1000)] = ()


class Dossier(Part):
    """Evidence on one topic. ``question`` is the one it is to answer."""

    key: Key
    title: Title
    question: Text = NO_TEXT
    lead: Text = NO_TEXT
    sections: Annotated[tuple[Section, ...], Field(max_length=100)] = ()

    @property
    def entries(self) -> tuple[AnyEntry, ...]:
        """All entries, in order."""
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def claims(self) -> tuple[str, ...]:
        """Keys of the claims in it, each once, in order."""
        found = (entry.claim for entry in self.entries if isinstance(entry, ClaimEntry))
        return tuple(dict.fromkeys(found))
