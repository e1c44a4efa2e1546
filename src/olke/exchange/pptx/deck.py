"""A lesson as a deck: which slides there are, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from olke.exchange.handouts.evidence import certainty, full_references, references
from olke.exchange.plans.names import name_of
from olke.exchange.pptx.activities import Activities, criteria_slide, minutes
from olke.exchange.pptx.asking import answered
from olke.exchange.pptx.pieces import (
    Kind,
    Para,
    Piece,
    Prose,
    Slide,
    Tone,
    marked_paras,
    prose,
)
from olke.exchange.pptx.telling import MOST_HEROES, Telling
from olke.teaching.documents.dossier import ClaimEntry, Dossier
from olke.teaching.documents.lesson import Lesson, Question, StagePart
from olke.teaching.documents.parts import Text

LISTED = (20,)
"""The list of sources is read at a desk."""


@dataclass(frozen=True)
class Deck:
    """Puts the slides of a lesson in order."""

    lesson: Lesson
    dossiers: Sequence[Dossier]
    telling: Telling

    def slides(self) -> Iterator[Slide]:
        """Pass on the slides, not yet fitted."""
        yield self._title()
        yield from self._aims()
        yield from self._parts()
        yield from self._consolidation()
        yield from self._closing()

    def _title(self) -> Slide:
        lesson, say = self.lesson, self._say
        form = name_of(lesson.form)
        kind = name_of(lesson.kind)
        named = f"{form} {lesson.number}".strip() if lesson.number else form
        about = [_capital(f"{named}: {kind}" if kind else named)]
        about += [say(text) for text in (lesson.subject, lesson.section, lesson.audience)]
        told = (Para(text, tone=Tone.SOFT) for text in about if text)
        blanks = (
            Para(_("Organisation: %s") % BLANK, tone=Tone.SOFT),
            Para(_("Teacher: %s") % BLANK, tone=Tone.SOFT),
            Para(_("Date: %s") % BLANK[:14], tone=Tone.SOFT),
        )
        pieces = (Prose(tuple(told), (26, 24, 22, 20)), Prose(blanks, (20,)))
        notes = tuple(self._overview())
        return Slide(Kind.TITLE, say(lesson.title), _("Topic"), pieces, notes=notes)

    def _overview(self) -> Iterator[str]:
        lesson, activities = self.lesson, self._activities
        yield _("Planned: %(planned)s of %(whole)s.") % {
            "planned": minutes(lesson.planned_minutes),
            "whole": minutes(lesson.minutes),
        }
        for stage in lesson.stages:
            title = self._say(stage.title) or name_of(stage.part)
            named = ", ".join(
                f"{activities.title(one)} ({minutes(one.minutes)})" for one in stage.activities
            )
            yield f"{title}: {named}"
        for label, text in (
            (_("Values"), lesson.values),
            (_("Links with other subjects"), lesson.links),
            (_("Equipment"), lesson.equipment),
            (_("Prior knowledge"), lesson.prior),
        ):
            if said := self._say(text):
                yield f"{label}: {said}"

    def _aims(self) -> Iterator[Slide]:
        lesson = self.lesson
        aims = self._numbered(lesson.aims)
        objectives = tuple(
            Para(f"{one.code}. {self._say(one.text)}" if one.code else self._say(one.text), "–")
            for one in lesson.objectives
        )
        pieces: list[Piece] = []
        if objectives:
            pieces.append(Prose((_head(_("Learning objectives")), *objectives)))
        if aims:
            pieces.append(Prose((_head(_("Aims of the lesson")), *aims)))
        if pieces:
            yield Slide(Kind.TEXT, _("What we want to achieve"), "", tuple(pieces))
        if lesson.plan:
            yield Slide(Kind.TEXT, _("Plan"), "", (Prose(self._numbered(lesson.plan)),))

    def _parts(self) -> Iterator[Slide]:
        """Pass on the activities; the evidence stands where the lesson comes to new material."""
        told = False
        for stage in self.lesson.stages:
            if not told and stage.part is not StagePart.BEGINNING:
                told = True
                yield from self._evidence()
            for activity in stage.activities:
                yield from self._activities.slides(activity)
        if not told:
            yield from self._evidence()

    def _evidence(self) -> Iterator[Slide]:
        told = self.telling.dossier if self._is_short else self.telling.pictured
        for dossier in self.dossiers:
            yield from told(dossier)

    def _appendix(self) -> Iterator[Slide]:
        """Pass on the evidence that would fill the lesson's time by itself."""
        if not self._is_short:
            for dossier in self.dossiers:
                yield from self.telling.appendix(dossier)

    @property
    def _is_short(self) -> bool:
        entries = [entry for dossier in self.dossiers for entry in dossier.entries]
        return sum(isinstance(entry, ClaimEntry) for entry in entries) <= MOST_HEROES

    def _consolidation(self) -> Iterator[Slide]:
        questions = self.lesson.consolidation
        if questions:
            paras = self._numbered([question.text for question in questions])
            answers = [
                f"{number}. {self._say(question.answer)}"
                for number, question in enumerate(questions, 1)
                if question.answer
            ]
            title = _("Questions to think over")
            yield Slide(Kind.QUESTION, title, "", (Prose(paras),), notes=tuple(answers))
        for number, question in enumerate(questions, 1):
            if question.answer:
                yield self._answer(question, number, len(questions))

    def _answer(self, question: Question, number: int, count: int) -> Slide:
        evidence, language = self.telling.evidence, self.telling.language
        claims = [evidence.claims[key] for key in question.claims if key in evidence.claims]
        sure = certainty(claims)
        return Slide(
            Kind.EVIDENCE,
            _("Answer"),
            _("Questions to think over") + f" · {number}/{count}",
            (
                *prose(self._say(question.text), tone=Tone.SOFT),
                *answered(self._say(question.answer)),
            ),
            references(claims, (), language),
            ((_("How sure this is: %s") % " ".join(sure)),) if sure else (),
        )

    def _closing(self) -> Iterator[Slide]:
        lesson = self.lesson
        if lesson.forms_of_work:
            forms = Prose(self._numbered(lesson.forms_of_work))
            yield Slide(Kind.TEXT, _("Forms of work to choose from"), "", (forms,))
        if lesson.criteria:
            yield criteria_slide(lesson.criteria, "", self.telling.language)
        if homework := prose(self._say(lesson.homework)):
            yield Slide(Kind.TEXT, _("Homework"), "", homework)
        if lesson.reading:
            yield Slide(Kind.TEXT, _("Reading"), "", (Prose(self._numbered(lesson.reading)),))
        yield from self._appendix()
        if sources := self._sources():
            paras = tuple(Para(text, f"{n}.") for n, text in enumerate(sources, 1))
            yield Slide(Kind.TEXT, _("Sources"), "", (Prose(paras, LISTED),))

    def _sources(self) -> tuple[str, ...]:
        evidence = self.telling.evidence
        return full_references(
            evidence.claims.values(), evidence.sources.values(), self.telling.language
        )

    def _numbered(self, texts: Sequence[Text]) -> tuple[Para, ...]:
        said = [self._say(text) for text in texts]
        told = enumerate(filter(None, said), 1)
        return tuple(para for n, text in told for para in marked_paras(text, f"{n}."))

    def _say(self, text: Text) -> str:
        return text.said(self.telling.language)

    @property
    def _activities(self) -> Activities:
        return Activities(self.telling.evidence, self.telling.language)


BLANK = "_" * 30


def _head(text: str) -> Para:
    return Para(text, bold=True, tone=Tone.EVIDENCE)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
