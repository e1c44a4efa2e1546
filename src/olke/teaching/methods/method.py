"""What a method declares: its purpose, place in a lesson, steps, needs and grading."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from olke.teaching.documents.lesson import LessonForm, StagePart
from olke.teaching.documents.parts import NO_TEXT, Key, Minutes, Part, Text, Title
from olke.teaching.primitives import SETTINGS, Primitive

Number = Annotated[int, Field(ge=0, le=500)]


class Step(Part):
    """One step of a method: a primitive, what the teacher does and what the learner does.

    ``share`` is the part of the method's minutes it takes, in percent; shares sum to 100.
    ``settings`` are those of the primitive; ``items`` says that the step shows the drafted items.
    """

    primitive: Primitive
    title: Title
    teacher: Text
    learner: Text
    share: Annotated[int, Field(ge=0, le=100)]
    settings: dict[str, Any] = Field(default_factory=dict)
    items: bool = False

    @model_validator(mode="after")
    def _settings_are_known(self) -> Step:
        SETTINGS[self.primitive].model_validate(self.settings)
        return self

    def chosen(self, overrides: dict[str, Any] | None = None) -> Part:
        """Return the settings of the primitive, with a lesson's own in place of the method's."""
        return SETTINGS[self.primitive].model_validate({**self.settings, **(overrides or {})})


class Needs(Part):
    """What a method needs from the dossier, at the least.

    ``observations`` and ``events`` are claims, ``series`` are three or more values of one thing
    over time, ``pairs`` are plan and actual of one thing, ``disagreements`` are claims of which
    only one can be right, ``sources`` are different ones.
    """

    claims: Number = 0
    observations: Number = 0
    events: Number = 0
    series: Number = 0
    pairs: Number = 0
    disagreements: Number = 0
    sources: Number = 0
    subjects: Number = 0


class Range(Part):
    """From at least to at most."""

    least: Number
    most: Number

    @model_validator(mode="after")
    def _goes_up(self) -> Range:
        if self.least > self.most:
            raise ValueError("range-goes-down")
        return self


class Method(Part):
    """A method of teaching. ``tradition`` names the library it belongs to, for grouping.

    ``drafter`` names what fills it from a dossier (``drafters/registry.py``), empty where nothing
    is drafted. ``group`` is the size of a group of learners, 1 to 1 for work alone, 0 to 0 for the
    whole class.
    """

    key: Key
    title: Title
    purpose: Text
    tradition: Annotated[str, Field(max_length=40)] = ""
    parts: Annotated[tuple[StagePart, ...], Field(min_length=1)]
    forms: Annotated[tuple[LessonForm, ...], Field(min_length=1)] = tuple(LessonForm)
    minutes: Minutes
    within: Range
    group: Range = Range(least=0, most=0)
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=12)]
    needs: Needs = Needs()
    drafter: Annotated[str, Field(max_length=40)] = ""
    wanted: Number = 0
    """How many items are drafted unless the teacher says otherwise."""
    graded: Text = NO_TEXT
    tips: Text = NO_TEXT

    @model_validator(mode="after")
    def _sums(self) -> Method:
        if sum(step.share for step in self.steps) != 100:
            raise ValueError("shares-sum")
        if not self.within.least <= self.minutes <= self.within.most:
            raise ValueError("minutes-outside")
        return self

    @property
    def primitives(self) -> tuple[Primitive, ...]:
        """The primitives it is made of, each once, in order."""
        return tuple(dict.fromkeys(step.primitive for step in self.steps))
