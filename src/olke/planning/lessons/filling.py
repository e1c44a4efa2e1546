"""An activity made of a method: its words from the method's steps, its items from a dossier."""

from __future__ import annotations

from collections.abc import Callable

from olke.teaching.documents.lesson import Activity
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.draft import Draft, Order
from olke.teaching.drafters.material import LANGUAGES, Material
from olke.teaching.drafters.registry import drafters
from olke.teaching.methods.method import Method, Step

MOST_WANTED = 30
HIGHEST_SEED = 9999
"""Four digits are enough to draw anew, and can be said aloud."""


def activity_of(method: Method, activity_id: str, minutes: int | None = None) -> Activity:
    """Return an activity as a method proposes it, without items."""
    return Activity(
        id=activity_id,
        method=method.key,
        title=Text.model_validate(method.title.model_dump()),
        minutes=method.minutes if minutes is None else minutes,
        teacher=steps_said(method, lambda step: step.teacher),
        learner=steps_said(method, lambda step: step.learner),
        assessment=method.graded,
        criteria=method.criteria,
        resources=method.resources,
        support=method.support,
        challenge=method.challenge,
    )


def steps_said(method: Method, of: Callable[[Step], Text]) -> Text:
    """Return what one side does, step by step, as a list; a single step as a sentence."""
    mark = "- " if len(method.steps) > 1 else ""
    said = {
        code: "\n".join(f"{mark}{of(step).said(code)}" for step in method.steps)
        for code in LANGUAGES
    }
    return Text(**said)


def draft_for(method: Method, material: Material, seed: int, wanted: int | None = None) -> Draft:
    """Draft items from evidence that has been read already; none for a method without a drafter."""
    drafter = drafters().get(method.drafter)
    if drafter is None:
        return Draft()
    count = min(wanted or method.wanted or 10, MOST_WANTED)
    return drafter(material, Order(method.key, material.dossier.key, seed, count))
