"""Evidence on slides: claims with their values large, drawings, quotations, pictures."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from olke.entities.models import Entity
from olke.evidence.models import Claim, ClaimKind, Review
from olke.evidence.sentences import (
    claim_number,
    claim_sentence,
    claim_statement,
    claim_what,
    period_text,
)
from olke.exchange.bibliography.gost import source_text
from olke.exchange.handouts.evidence import certainty, references
from olke.exchange.plans.evidence import Evidence
from olke.exchange.pptx.pieces import (
    ASKED,
    READ,
    Box,
    Boxes,
    Hero,
    Image,
    Kind,
    Para,
    Piece,
    Prose,
    Slide,
    Table,
    Tone,
    ended,
    paras_of,
    prose,
)
from olke.exchange.printing.drawings import Draw, Drawing, Rasterise
from olke.teaching.documents.dossier import (
    AnyEntry,
    ClaimEntry,
    Dossier,
    DrawingEntry,
    EntityEntry,
    NoteEntry,
    PictureEntry,
    QuotationEntry,
    Section,
    SourceEntry,
)
from olke.web.localised import localised

MOST_HEROES = 16
"""Claims with a slide each, in the course of the lesson; more are an appendix, several a slide."""
SERIES = 3
"""So many values of one thing in a row make a table."""
NEARLY = (36, 32, *READ)
"""Sizes of text that stands nearly alone."""
MOST_CITED = 4
"""Claims that stand for where an organisation or place is known from."""
ASIDE = (24, 22, 20)
"""Sizes of a remark beside the evidence."""
Pictures = Mapping[str, tuple[bytes, str]]


@dataclass(frozen=True)
class Telling:
    """What evidence is told with: records, language, and who draws."""

    evidence: Evidence
    language: str
    draw: Draw
    rasterise: Rasterise
    pictures: Pictures = field(default_factory=dict)

    def dossier(self, dossier: Dossier) -> Iterator[Slide]:
        """Pass on all of a dossier, each claim on a slide of its own."""
        yield self._opening(dossier, _("Evidence"))
        yield from self._sections(dossier, dossier.sections, calm=True)

    def pictured(self, dossier: Dossier) -> Iterator[Slide]:
        """Pass on what a dossier asks and draws; all else is in its appendix, a click away."""
        opening = self._opening(dossier, _("Evidence"))
        box = Box(_("All the evidence →"), Tone.EVIDENCE, Tone.PAPER, link=f"all-{dossier.key}")
        yield replace(opening, pieces=(*opening.pieces, Boxes(((box,),))), name=dossier.key)
        for section in dossier.sections:
            kicker = section.title.said(self.language) or opening.title
            for entry in filter(_is_chart, section.entries):
                yield from self._entry(entry, kicker)

    def appendix(self, dossier: Dossier) -> Iterator[Slide]:
        """Pass on what ``pictured`` leaves out, and an arrow back to it."""
        opening = self._opening(dossier, _("Appendix: evidence"))
        yield replace(opening, name=f"all-{dossier.key}", back=dossier.key)
        left = (
            section.model_copy(
                update={"entries": tuple(e for e in section.entries if not _is_chart(e))}
            )
            for section in dossier.sections
        )
        yield from self._sections(dossier, left, calm=False)

    def _opening(self, dossier: Dossier, kicker: str) -> Slide:
        title = dossier.title.said(self.language)
        lead = dossier.lead.said(self.language)
        question = prose(dossier.question.said(self.language), sizes=ASKED)
        return Slide(Kind.PART, title, kicker, question or prose(lead), notes=(lead,))

    def _sections(
        self, dossier: Dossier, sections: Iterable[Section], *, calm: bool
    ) -> Iterator[Slide]:
        title = dossier.title.said(self.language)
        for section in sections:
            yield from self._section(section, title, calm=calm)

    def _section(self, section: Section, dossier: str, *, calm: bool) -> Iterator[Slide]:
        kicker = section.title.said(self.language) or dossier
        for kind, run in groupby(section.entries, key=type):
            entries = list(run)
            if kind is ClaimEntry:
                claims = [entry for entry in entries if isinstance(entry, ClaimEntry)]
                yield from self._claims(claims, kicker, calm=calm)
            elif kind is EntityEntry:
                named = [entry for entry in entries if isinstance(entry, EntityEntry)]
                yield from self._entities(named, kicker)
            else:
                for entry in entries:
                    yield from self._entry(entry, kicker)

    def _claims(self, entries: list[ClaimEntry], kicker: str, *, calm: bool) -> Iterator[Slide]:
        """Pass on slides of claims that follow one another: values of one thing in a table."""
        standing = [entry for entry in entries if self._standing(entry.claim)]
        waiting: list[ClaimEntry] = []
        for thing, run in groupby(standing, key=self._thing):
            alike = list(run)
            is_series = len(alike) >= SERIES and thing is not None
            if (is_series or calm) and waiting:
                yield self._listed(waiting, kicker)
                waiting = []
            if is_series:
                yield self._series(alike, kicker)
            elif calm:
                for entry in alike:
                    claim = self.evidence.claims[entry.claim]
                    yield self.claim(claim, kicker, entry.note.said(self.language))
            else:
                waiting += alike
        if waiting:
            yield self._listed(waiting, kicker)

    def _thing(self, entry: ClaimEntry) -> tuple[object, ...] | None:
        """Say what is counted, where a claim counts something at a time."""
        claim = self.evidence.claims[entry.claim]
        if claim.kind != ClaimKind.OBSERVATION or not claim.period or claim.base_period:
            return None
        return (claim.subject_id, claim.indicator_id, claim.product_id, claim.measure, claim.aspect)

    def _entry(self, entry: AnyEntry, kicker: str) -> Iterator[Slide]:
        match entry:
            case SourceEntry(source=key):
                yield from self._source(key, kicker, entry.note.said(self.language))
            case DrawingEntry():
                yield from self._drawing(entry, kicker)
            case QuotationEntry():
                yield self._quotation(entry, kicker)
            case PictureEntry():
                yield from self._picture(entry, kicker)
            case NoteEntry(words=words):
                text = words.said(self.language)
                yield Slide(
                    Kind.TEXT,
                    kicker,
                    "",
                    prose(text, sizes=NEARLY),
                    notes=(_("The teacher's note."),),
                )

    def claim(self, claim: Claim, kicker: str, note: str = "") -> Slide:
        """Return the slide of one claim: its value or its time large, then its sentence."""
        sentence = claim_sentence(claim, self.language, self.evidence.units)
        if claim.kind == ClaimKind.OBSERVATION:
            title = claim_what(claim, self.language)
            hero = claim_number(claim, self.language, self.evidence.units)
        else:
            title = localised(claim.subject, "name", self.language)
            hero = period_text(claim.period, self.language) if claim.period else ""
            sentence = ended(claim_statement(claim, self.language)) if hero else sentence
        aside = prose(note, tone=Tone.SOFT, sizes=ASIDE)
        questioned = claim.review == Review.QUESTIONED
        tone = Tone.DOUBT if questioned else Tone.EVIDENCE
        return Slide(
            Kind.EVIDENCE,
            _capital(title),
            _("%(heading)s · questioned") % {"heading": kicker} if questioned else kicker,
            (
                *([Hero(_capital(hero), tone)] if hero else []),
                Prose((Para(sentence),), NEARLY if hero else ASKED),
                *aside,
            ),
            references([claim], (), self.language),
            self._notes([claim], claim_sentence(claim, self.language, self.evidence.units)),
        )

    def _series(self, entries: list[ClaimEntry], kicker: str) -> Slide:
        claims = self._all_standing(entries)
        first = claims[0]
        rows = tuple(
            (
                _capital(period_text(claim.period, self.language)),
                claim_number(claim, self.language, self.evidence.units),
            )
            for claim in claims
        )
        what = claim_what(first, self.language)
        strong = frozenset((row, 1) for row in range(len(rows)))
        return Slide(
            Kind.EVIDENCE,
            f"{localised(first.subject, 'name', self.language)}: {what}",
            kicker,
            (Table((_("Time"), _capital(what)), rows, (1.0, 1.4), strong),),
            references(claims, (), self.language),
            self._notes(claims, *self._remarks(entries)),
        )

    def _listed(self, entries: list[ClaimEntry], kicker: str) -> Slide:
        claims = self._all_standing(entries)
        rows = tuple(
            (self._large(claim), claim_sentence(claim, self.language, self.evidence.units))
            for claim in claims
        )
        table = Table((), rows, (1.0, 2.6), frozenset((r, 0) for r in range(len(rows))))
        return Slide(
            Kind.EVIDENCE,
            kicker,
            "",
            (table,),
            references(claims, (), self.language),
            self._notes(claims, *self._remarks(entries)),
        )

    def _large(self, claim: Claim) -> str:
        if claim.kind == ClaimKind.OBSERVATION:
            return claim_number(claim, self.language, self.evidence.units)
        return _capital(period_text(claim.period, self.language)) if claim.period else "–"

    def _remarks(self, entries: list[ClaimEntry]) -> tuple[str, ...]:
        return tuple(entry.note.said(self.language) for entry in entries if entry.note)

    def _entities(self, entries: list[EntityEntry], kicker: str) -> Iterator[Slide]:
        """Show who is meant: name, what it is, from when to when."""
        rows, keys = [], set()
        for entry in entries:
            if entity := self.evidence.entities.get(entry.entity):
                keys.add(entity.pk)
                told = (self._entity(entity), entry.note.said(self.language))
                name = localised(entity, "name", self.language)
                rows.append((name, ". ".join(filter(None, told))))
        about = [c for c in self.evidence.claims.values() if {c.subject_id, c.object_id} & keys]
        del about[MOST_CITED:]
        if rows:
            strong = frozenset((row, 0) for row in range(len(rows)))
            table = Table((), tuple(rows), (1.3, 1.7), strong)
            foot = references(about, (), self.language)
            yield Slide(Kind.EVIDENCE, _("Who and what is meant"), kicker, (table,), foot)

    def _entity(self, entity: Entity) -> str:
        told = [_capital(str(entity.get_kind_display()))]
        if entity.start:
            told.append(_("beginning: %s") % period_text(entity.start, self.language))
        if entity.end:
            told.append(_("end: %s") % period_text(entity.end, self.language))
        return "; ".join(told)

    def _source(self, key: str, kicker: str, note: str) -> Iterator[Slide]:
        source = self.evidence.sources.get(key)
        if source:
            told = (
                *prose(source_text(source, self.language), sizes=NEARLY),
                *prose(note, tone=Tone.SOFT),
            )
            yield Slide(Kind.TEXT, pgettext("heading", "Source"), kicker, told)

    def _drawing(self, entry: DrawingEntry, kicker: str) -> Iterator[Slide]:
        drawing = self.draw(entry.drawing, self.language)
        if drawing is None:
            return
        title = entry.title.said(self.language) or drawing.title
        note = prose(entry.note.said(self.language), tone=Tone.SOFT, sizes=ASIDE)
        notes = tuple(filter(None, (drawing.says, *drawing.notes)))
        # One line each: a chart of ten values rests on ten places.
        foot = (*filter(None, (" ".join(drawing.notes),)), *self._drawn_from(drawing))
        rows = tuple((_capital(one.when), one.what) for one in drawing.rows)
        table = [Table((), rows, (1.0, 2.6))] if rows else []
        images = [self._image(svg, drawing.says or title) for svg in _pictures_of(drawing)]
        # Each picture has a slide to itself; events and remarks stand below the last.
        pieces: list[list[Piece]] = [[image] for image in images] or [[]]
        pieces[-1] += [*table, *note]
        for number, stands in enumerate(pieces, 1):
            part = f"{kicker} · {number}/{len(pieces)}" if len(pieces) > 1 else kicker
            yield Slide(Kind.EVIDENCE, title, part, tuple(stands), foot, notes)

    def _drawn_from(self, drawing: Drawing) -> tuple[str, ...]:
        keys = dict.fromkeys((*drawing.claims, *(one.claim for one in drawing.rows)))
        claims = self.evidence.claims_of(filter(None, keys))
        return (*references(claims, (), self.language), *drawing.sources)

    def _image(self, svg: str, says: str) -> Image:
        content = self.rasterise(svg)
        return Image(content, *_size(content), says)

    def _quotation(self, entry: QuotationEntry, kicker: str) -> Slide:
        source = self.evidence.sources.get(entry.source or "")
        known = source_text(source, self.language, entry.locator) if source else entry.reference
        where = known if source or not entry.locator else f"{known}, {entry.locator}"
        quoted = Prose(paras_of(_quoted(entry.quotation)), ASKED[1:])
        note = prose(entry.note.said(self.language), tone=Tone.SOFT, sizes=ASIDE)
        return Slide(Kind.EVIDENCE, _("In the source's words"), kicker, (quoted, *note), (where,))

    def _picture(self, entry: PictureEntry, kicker: str) -> Iterator[Slide]:
        found = self.pictures.get(entry.picture)
        if found is None:
            return
        content = _as_png(found[0]) if found[1] == "image/webp" else found[0]
        across, down = _size(content)
        caption = entry.caption.said(self.language)
        image = Image(content, across, down, caption or kicker)
        note = prose(entry.note.said(self.language), tone=Tone.SOFT, sizes=ASIDE)
        foot = (entry.reference,) if entry.reference else ()
        yield Slide(
            Kind.EVIDENCE, caption or kicker, kicker if caption else "", (image, *note), foot
        )

    def _standing(self, key: str) -> Claim | None:
        claim = self.evidence.claims.get(key)
        return None if claim is None or claim.review == Review.WITHDRAWN else claim

    def _all_standing(self, entries: list[ClaimEntry]) -> list[Claim]:
        found = (self._standing(entry.claim) for entry in entries)
        return [claim for claim in found if claim]

    def _notes(self, claims: list[Claim], *said: str) -> tuple[str, ...]:
        sure = certainty(claims)
        return (*said, *((_("How sure this is: %s") % " ".join(sure),) if sure else ()))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _is_chart(entry: AnyEntry) -> bool:
    """Tell whether an entry is a chart or map: a timeline is words, and long."""
    return isinstance(entry, DrawingEntry) and not entry.drawing.startswith("timeline")


def _pictures_of(drawing: Drawing) -> tuple[str, ...]:
    return drawing.slides or ((drawing.svg,) if drawing.svg else ())


def _quoted(text: str) -> str:
    return text if text.startswith(("«", "“", '"')) else f"«{text}»"


def _size(content: bytes) -> tuple[int, int]:
    from PIL import Image as Opened  # noqa: PLC0415 - 60 ms at start

    with Opened.open(io.BytesIO(content)) as picture:
        return picture.size


def _as_png(content: bytes) -> bytes:
    from PIL import Image as Opened  # noqa: PLC0415 - as above

    out = io.BytesIO()
    with Opened.open(io.BytesIO(content)) as picture:
        picture.save(out, "PNG")
    return out.getvalue()
