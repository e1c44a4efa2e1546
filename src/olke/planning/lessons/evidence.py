"""The evidence behind a lesson: its dossiers read as one, and the lesson brought up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from olke.accounts.access import Somebody
from olke.planning.lessons.filling import draft_for
from olke.planning.lessons.own_part import exhibits
from olke.teaching.access import visible_documents
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.items import AnyItem, Item
from olke.teaching.documents.lesson import Activity, Lesson
from olke.teaching.drafters.material import Material, material_of
from olke.teaching.methods.library import methods
from olke.teaching.models import Document, DocumentKind


@dataclass(frozen=True)
class Updated:
    """A lesson after its evidence was corrected.

    ``drafted`` is how many items were drafted anew, ``left`` how many rest on corrected evidence
    and were a teacher's own words, which nobody overwrites.
    """

    lesson: Lesson
    drafted: int
    left: int


def dossiers_of(keys: Iterable[str], person: Somebody) -> list[Document]:
    """Return the dossiers of some keys that somebody may see, in that order: one statement."""
    wanted = list(keys)
    found = visible_documents(person).filter(kind=DocumentKind.DOSSIER, key__in=wanted)
    by_key = {document.key: document for document in found}
    return [by_key[key] for key in wanted if key in by_key]


def as_one(documents: Sequence[Document]) -> Dossier | None:
    """Return several dossiers as one, under the first one's key and question."""
    contents = [content for d in documents if isinstance(content := d.parsed(), Dossier)]
    if len(contents) < 2:
        return contents[0] if contents else None
    sections = tuple(section for content in contents for section in content.sections)
    return contents[0].model_copy(update={"sections": sections})


def evidence_of(keys: Iterable[str], person: Somebody) -> Material | None:
    """Read the evidence of a lesson's dossiers; None without one that somebody may see."""
    dossier = as_one(dossiers_of(keys, person))
    return material_of(dossier) if dossier else None


def updated(lesson: Lesson, material: Material | None, corrected: frozenset[str]) -> Updated:
    """Draft anew what a drafter made of claims that were corrected.

    An item that cannot be drafted from the evidence as it is now is taken out. Items that a
    teacher edited, and questions for consolidation, stay.
    """
    counts = {"drafted": 0, "left": 0}
    stages = tuple(
        stage.model_copy(
            update={
                "activities": tuple(
                    _updated(activity, material, corrected, counts) for activity in stage.activities
                )
            }
        )
        for stage in lesson.stages
    )
    asked = sum(not corrected.isdisjoint(question.claims) for question in lesson.consolidation)
    made = lesson.model_copy(update={"stages": stages})
    return Updated(made, counts["drafted"], counts["left"] + asked)


def _updated(
    activity: Activity,
    material: Material | None,
    corrected: frozenset[str],
    counts: dict[str, int],
) -> Activity:
    late = [item for item in activity.items if not corrected.isdisjoint(item.claims)]
    counts["left"] += sum(item.edited for item in late)
    old = [item for item in late if not item.edited]
    if not old or material is None:
        counts["left"] += len(old)
        return activity
    fresh = _fresh(activity, material)
    items: list[AnyItem] = []
    for item in activity.items:
        replaced = next(fresh, None) if item in old else item
        if replaced is not None:
            items.append(replaced.model_copy(update={"id": item.id}))
    counts["drafted"] += len(old)
    return activity.model_copy(update={"items": tuple(items)})


def _fresh(activity: Activity, material: Material) -> Iterator[AnyItem]:
    """Give newly drafted items that are not in the activity yet: those with the old ids first."""
    method = methods().get(activity.method or "")
    count = len(activity.items)
    if method is None:
        made: Sequence[AnyItem] = tuple(exhibits(material))
    else:
        made = draft_for(method, material, activity.seed or 1, count).items
    stand = [_said(item) for item in activity.items]
    # Drafted from the evidence as it is now, what reads as before is as it was.
    return iter([item for item in made if _said(item) not in stand])


def _said(item: Item) -> object:
    return item.text, item.solution, item.explanation, item.claims
