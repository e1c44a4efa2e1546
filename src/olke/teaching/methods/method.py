"""What a method declares: its purpose, place in a lesson, steps, needs and grading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator

from olke.teaching.documents.items import AnyItem
from olke.teaching.documents.lesson import Criterion, LessonForm, StagePart
from olke.teaching.documents.parts import NO_TEXT, Key, Minutes, Part, Text, Title
from olke.teaching.primitives import SETTINGS, SHOWS, Primitive

Number = Annotated[int, Field(ge=0, le=500)]


class Step(Part):
    """One step of a method: a primitive, what the teacher does and what the learner does.

    ``share`` is the part of the method's minutes it takes, in percent; shares sum to 100.
    ``settings`` are those of the primitive. ``takes_up`` is the number, counted from 1, of an
    earlier step whose questions, cards, documents or outcome this one goes on with; 0 for none.

    ``items`` says who sees the activity's items: nobody, ``all``, each group its own (``dealt``:
    one after another, and in a debate by the stand of the group), or each learner those of the
    level or form they chose (``chosen``).
    """

    primitive: Primitive
    title: Title
    teacher: Text
    learner: Text
    share: Annotated[int, Field(ge=0, le=100)]
    settings: dict[str, Any] = Field(default_factory=dict)
    items: Literal["", "all", "dealt", "chosen"] = ""
    takes_up: Number = 0

    @field_validator("settings")
    @classmethod
    def _settings_fit(cls, settings: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        primitive = info.data.get("primitive")
        try:
            if primitive:
                SETTINGS[primitive].model_validate(settings)
        except ValidationError:
            # ``library.read_method`` says which setting is wrong, and on which line.
            raise ValueError("settings-unfit") from None
        return settings

    @model_validator(mode="after")
    def _items_can_be_shown(self) -> Step:
        if self.items and not SHOWS[self.primitive]:
            raise ValueError("items-not-shown")
        return self

    def chosen(self, overrides: dict[str, Any] | None = None) -> Part:
        """Return the settings of the primitive, with a lesson's own in place of the method's."""
        return SETTINGS[self.primitive].model_validate({**self.settings, **(overrides or {})})

    def shown(self, items: Iterable[AnyItem]) -> tuple[AnyItem, ...]:
        """Return those of an activity's items that the step can show."""
        if not self.items:
            return ()
        return tuple(item for item in items if item.kind in SHOWS[self.primitive])


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
    whole class. ``graded`` to ``challenge`` and ``criteria`` are what an activity begins with.
    """

    key: Key
    title: Title
    purpose: Text
    tradition: Text = NO_TEXT
    parts: Annotated[tuple[StagePart, ...], Field(min_length=1)]
    forms: Annotated[tuple[LessonForm, ...], Field(min_length=1)] = tuple(LessonForm)
    minutes: Minutes
    within: Range
    group: Range = Range(least=0, most=0)
    needs: Needs = Needs()
    drafter: Annotated[str, Field(max_length=40)] = ""
    wanted: Number = 0
    """How many items are drafted unless the teacher says otherwise."""
    graded: Text = NO_TEXT
    tips: Text = NO_TEXT
    resources: Text = NO_TEXT
    support: Text = NO_TEXT
    challenge: Text = NO_TEXT
    criteria: tuple[Criterion, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=12)]

    @model_validator(mode="after")
    def _holds_together(self) -> Method:
        if sum(step.share for step in self.steps) != 100:
            raise ValueError("shares-sum")
        if not self.within.least <= self.minutes <= self.within.most:
            raise ValueError("minutes-outside")
        if any(step.takes_up >= number for number, step in enumerate(self.steps, 1)):
            raise ValueError("step-not-earlier")
        if self.drafter and not any(step.items for step in self.steps):
            raise ValueError("items-of-no-step")
        return self

    @property
    def primitives(self) -> tuple[Primitive, ...]:
        """The primitives it is made of, each once, in order."""
        return tuple(dict.fromkeys(step.primitive for step in self.steps))

    def timed(self, minutes: int) -> tuple[int, ...]:
        """Return the seconds of each step when the method is given some minutes.

        Each is its share rounded down; what is left over goes to the step with the largest.
        """
        seconds = [minutes * 60 * step.share // 100 for step in self.steps]
        longest = max(range(len(seconds)), key=seconds.__getitem__)
        seconds[longest] += minutes * 60 - sum(seconds)
        return tuple(seconds)
