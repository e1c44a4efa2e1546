"""The script: a lesson as it was when its class began, with everything a class needs from it.

Steps have their settings and seconds, claims their sentences and citations in words. A script is
made once and stored with the class; nobody who corrects the lesson, its evidence or a method
afterwards changes what a running class shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import Field

from olke.evidence.models import Claim
from olke.evidence.queries import complete_claims
from olke.evidence.sentences import claim_sentence
from olke.exchange.bibliography.gost import citation_text
from olke.measures import Registry
from olke.teaching.documents.items import AnyItem, Items
from olke.teaching.documents.lesson import (
    Activity,
    Criterion,
    Lesson,
    LessonForm,
    Question,
    StagePart,
)
from olke.teaching.documents.parts import NO_TEXT, Part, Text
from olke.teaching.methods.dealing import Seat, items_for
from olke.teaching.methods.library import methods
from olke.teaching.methods.method import Method, Step
from olke.teaching.primitives import Primitive
from olke.vocabulary.units import unit_registry

LANGUAGES = ("kk", "ru", "en")


class ScriptClaim(Part):
    """A claim as it stood: its sentence and its citations in words, in each language."""

    sentence: Text
    citations: tuple[Text, ...] = ()


class ScriptActivity(Part):
    """An activity with the steps of its method, settings chosen and seconds given to each.

    One without a method has no steps: the teacher speaks, and screens show what about.
    """

    id: str
    part: StagePart
    title: Text
    method: str = ""
    minutes: int = 0
    teacher: Text = NO_TEXT
    learner: Text = NO_TEXT
    criteria: tuple[Criterion, ...] = ()
    items: Items = ()
    steps: tuple[Step, ...] = ()
    seconds: tuple[int, ...] = ()

    @property
    def length(self) -> int:
        """How many steps it has; one without a method has one, to talk."""
        return max(len(self.steps), 1)

    def item(self, name: str) -> AnyItem | None:
        """Return an item by its id."""
        return next((item for item in self.items if item.id == name), None)

    def settings(self, step: int) -> Any:
        """Return the settings of a step, counted from 0, as the data class of its primitive."""
        return self.steps[step].chosen()

    def shown(self, step: int) -> tuple[AnyItem, ...]:
        """Return the items that a step shows to some learner or other."""
        return self.steps[step].shown(self.items)

    def dealt(self, step: int, seat: Seat) -> tuple[AnyItem, ...]:
        """Return the items that a learner sees in a step."""
        return items_for(self.steps[step], self.items, seat)


class Script(Part):
    """The whole lesson. ``claims`` are all that its items and questions rest on, by key."""

    version: int = 1
    key: str
    title: Text
    form: LessonForm
    minutes: int
    audience: Text = NO_TEXT
    aims: tuple[Text, ...] = ()
    activities: tuple[ScriptActivity, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = ()
    claims: dict[str, ScriptClaim] = Field(default_factory=dict)

    def activity(self, name: str) -> ScriptActivity:
        """Return an activity by its id. Raises ``StopIteration`` where there is none."""
        return next(one for one in self.activities if one.id == name)

    def citations(self, keys: Iterable[str], language: str) -> list[str]:
        """Return what some claims rest on in words, each once."""
        said = (
            c.said(language)
            for key in keys
            if key in self.claims
            for c in self.claims[key].citations
        )
        return list(dict.fromkeys(said))


class EmptyLessonError(Exception):
    """A lesson has no activity: there is nothing to run."""


def script_of(lesson: Lesson) -> Script:
    """Freeze a lesson: a handful of statements for its claims.

    Raises ``EmptyLessonError`` for a lesson without activities.
    """
    if not lesson.activities:
        raise EmptyLessonError
    return Script(
        key=lesson.key,
        title=Text(**lesson.title.model_dump()),
        form=lesson.form,
        minutes=lesson.minutes,
        audience=lesson.audience,
        aims=lesson.aims,
        activities=tuple(
            _activity(activity, stage.part)
            for stage in lesson.stages
            for activity in stage.activities
        ),
        questions=lesson.consolidation,
        claims=_claims(lesson),
    )


def _activity(activity: Activity, part: StagePart) -> ScriptActivity:
    method = methods().get(activity.method or "")
    title = activity.title or (Text(**method.title.model_dump()) if method else activity.learner)
    steps = _steps(activity, method) if method else ()
    return ScriptActivity(
        id=activity.id,
        part=part,
        title=title,
        method=method.key if method else "",
        minutes=activity.minutes,
        teacher=activity.teacher,
        learner=activity.learner,
        criteria=activity.criteria or (method.criteria if method else ()),
        items=activity.items,
        steps=steps,
        seconds=method.timed(activity.minutes or method.minutes)
        if method
        else (activity.minutes * 60,),
    )


def _steps(activity: Activity, method: Method) -> tuple[Step, ...]:
    """Return the method's steps with the lesson's own settings in them."""
    return tuple(
        step.model_copy(
            update={"settings": {**step.settings, **activity.settings.get(str(number), {})}}
        )
        for number, step in enumerate(method.steps, 1)
    )


def _claims(lesson: Lesson) -> dict[str, ScriptClaim]:
    named = {
        key for activity in lesson.activities for item in activity.items for key in item.claims
    }
    named |= {key for question in lesson.consolidation for key in question.claims}
    if not named:
        return {}
    units = unit_registry()
    found = complete_claims().filter(key__in=named)
    return {claim.key: _claim(claim, units) for claim in found}


def _claim(claim: Claim, units: Registry) -> ScriptClaim:
    return ScriptClaim(
        sentence=Text(**{code: claim_sentence(claim, code, units) for code in LANGUAGES}),
        citations=tuple(
            Text(**{code: citation_text(one, code) for code in LANGUAGES})
            for one in claim.citations.all()
        ),
    )


def is_shown_one_by_one(step: Step) -> bool:
    """Tell whether a step opens its items one after another."""
    return step.primitive == Primitive.QUESTION
