"""A whole lesson proposed from a dossier: stages, methods, items, minutes, aims, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from olke.planning.lessons import wording
from olke.planning.lessons.filling import activity_of, draft_for
from olke.planning.lessons.own_part import SECTIONS_SHOWN, own_activity
from olke.planning.lessons.recipes import OWN, Slot, recipe_for
from olke.planning.lessons.wording import said_in_three
from olke.teaching.documents.items import Prompt
from olke.teaching.documents.lesson import (
    Activity,
    Criterion,
    Descriptor,
    Lesson,
    LessonForm,
    LessonKind,
    Objective,
    Question,
    Stage,
    StagePart,
)
from olke.teaching.documents.parts import NO_TEXT, Text, Title
from olke.teaching.documents.scheduling import Span, fitted
from olke.teaching.drafters.draft import Order
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.needs import offered
from olke.teaching.drafters.registry import drafters
from olke.teaching.methods.library import methods
from olke.teaching.methods.method import Method, Needs

QUESTIONS = 4
OWN_SPAN = Span(5, 15, 120)
SQUEEZED = 1.15
"""How far the usual times may exceed the lesson before something is left out."""


@dataclass(frozen=True)
class Wish:
    """What a teacher chose for a new lesson. ``topic`` is in ``language``; empty: the dossier's."""

    form: LessonForm
    kind: LessonKind | None
    minutes: int
    language: str
    topic: str = ""
    audience: str = ""
    seed: int = 1


@dataclass(frozen=True)
class _Chosen:
    """A slot with the method that takes it, None for the teacher's own part."""

    slot: Slot
    method: Method | None

    @property
    def span(self) -> Span:
        """How long it may take."""
        if self.method is None:
            return OWN_SPAN
        within = self.method.within
        return Span(within.least, self.method.minutes, within.most)


def propose_lesson(material: Material | None, wish: Wish) -> Lesson:
    """Propose a lesson; without a dossier, one of methods and minutes that has no items yet.

    Reads no more of the database than ``material_of`` did.
    """
    chosen = _chosen(wish, offered(material) if material else None)
    minutes = fitted(wish.minutes, [one.span for one in chosen])
    activities = [
        _activity(one, f"a{number}", given, material, wish)
        for number, (one, given) in enumerate(zip(chosen, minutes, strict=True), 1)
    ]
    stages = tuple(
        Stage(
            part=part,
            activities=tuple(
                a for a, one in zip(activities, chosen, strict=True) if one.slot.part is part
            ),
        )
        for part in StagePart
    )
    return _whole(material, wish, stages)


def _chosen(wish: Wish, has: Needs | None) -> list[_Chosen]:
    """Choose a method for each slot, then leave out what there is no time for."""
    taken: set[str] = set()
    found = []
    for slot in recipe_for(wish.form, wish.kind):
        if OWN in slot.methods:
            found.append(_Chosen(slot, None))
            continue
        method = _method_for(slot, wish.form, has, taken)
        if method is not None:
            taken.add(method.key)
            found.append(_Chosen(slot, method))
    return _in_time(found, wish.minutes)


def _method_for(slot: Slot, form: LessonForm, has: Needs | None, taken: set[str]) -> Method | None:
    library = methods()
    for key in slot.methods:
        method = library.get(key)
        fits = method and form in method.forms and slot.part in method.parts
        if method and fits and key not in taken and (has is None or enough(method, has)):
            return method
    return None


def enough(method: Method, has: Needs) -> bool:
    """Tell whether a dossier has everything that a method needs."""
    return all(getattr(has, name) >= wanted for name, wanted in method.needs)


def _in_time(chosen: list[_Chosen], minutes: int) -> list[_Chosen]:
    """Leave out the least important until the usual times fit, or nearly: the rest is squeezed.

    Every part of the lesson keeps one activity, as long as there is a minute for it.
    """
    kept = list(chosen)
    while sum(one.span.usual for one in kept) > minutes * SQUEEZED:
        spare = [one for one in kept if one.slot.rank and not _alone(one, kept)]
        if not spare:
            break
        kept.remove(max(spare, key=lambda one: (one.slot.rank, one.span.usual)))
    while sum(one.span.least for one in kept) > minutes and len(kept) > 1:
        kept.remove(max((o for o in kept if o.method), key=lambda one: one.span.least))
    return kept


def _alone(one: _Chosen, kept: list[_Chosen]) -> bool:
    return sum(other.slot.part is one.slot.part for other in kept) == 1


def _activity(
    one: _Chosen, activity_id: str, minutes: int, material: Material | None, wish: Wish
) -> Activity:
    if one.method is None:
        return own_activity(activity_id, minutes, material, wish.form)
    made = activity_of(one.method, activity_id, minutes)
    if material is None or not one.method.drafter:
        return made
    drafted = draft_for(one.method, material, wish.seed)
    return made.model_copy(update={"items": drafted.items, "seed": wish.seed})


def _whole(material: Material | None, wish: Wish, stages: tuple[Stage, ...]) -> Lesson:
    dossier = material.dossier if material else None
    topic = _topic(dossier.title if dossier else NO_TEXT, wish)
    question = dossier.question if dossier else NO_TEXT
    sections = [section.title for section in dossier.sections if section.title] if dossier else []
    is_school = wish.form is LessonForm.SCHOOL
    return Lesson(
        key="new",
        title=Title.model_validate(topic.model_dump()),
        form=wish.form,
        kind=wish.kind,
        minutes=wish.minutes,
        audience=Text.model_validate({wish.language: wish.audience}),
        dossiers=(dossier.key,) if dossier else (),
        aims=(_aim(topic, question),),
        objectives=tuple(
            Objective(text=said_in_three(message, topic=topic), bloom=bloom)
            for bloom, message in wording.OBJECTIVES
        ),
        competences=() if is_school else tuple(said_in_three(m) for m in wording.COMPETENCES),
        plan=() if is_school else tuple(sections[:SECTIONS_SHOWN]),
        values=said_in_three(wording.VALUES) if is_school else NO_TEXT,
        links=said_in_three(wording.LINKS) if is_school else NO_TEXT,
        equipment=said_in_three(wording.EQUIPMENT),
        stages=stages,
        consolidation=tuple(_questions(material, question, wish.seed)) if material else (),
        homework=said_in_three(wording.HOMEWORK),
        forms_of_work=_forms_of_work(wish.form),
        criteria=_criteria() if wish.form is LessonForm.INDEPENDENT else (),
    )


def _topic(title: Text, wish: Wish) -> Text:
    """Return the topic: the dossier's title, with the teacher's words in the teacher's language."""
    if not wish.topic or wish.topic == title.said(wish.language):
        return Text.model_validate(title.model_dump())
    # A title of one's own is not the translation of the dossier's.
    return Text.model_validate({wish.language: wish.topic})


def _aim(topic: Text, question: Text) -> Text:
    if question:
        return said_in_three(wording.AIM, question=question)
    return said_in_three(wording.AIM_WITHOUT, topic=topic)


def _forms_of_work(form: LessonForm) -> tuple[Text, ...]:
    if form is not LessonForm.INDEPENDENT:
        return ()
    return tuple(said_in_three(message) for message in wording.FORMS_OF_WORK)


def _criteria() -> tuple[Criterion, ...]:
    return tuple(
        Criterion(
            text=said_in_three(text),
            descriptors=tuple(Descriptor(text=said_in_three(one)) for one in descriptors),
        )
        for text, descriptors in wording.CRITERIA
    )


def _questions(material: Material, question: Text, seed: int) -> Iterator[Question]:
    """Give the dossier's own question, then a few to name, to explain and to judge."""
    if question:
        yield Question(text=question)
    drafter = drafters().get("levels")
    if drafter is None:
        return
    # As no method's items are drafted, so that the end does not repeat the middle.
    order = Order("consolidation", material.dossier.key, seed, QUESTIONS)
    for item in drafter(material, order).items:
        if isinstance(item, Prompt):
            yield Question(text=item.text, answer=item.answer, claims=item.claims)
