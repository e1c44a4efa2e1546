"""Adding a subject by its name, in any spelling and any inflected form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django import forms
from django.db.models import Count, Q
from django.urls import reverse_lazy
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy, ngettext

from olke.entities.models import Entity
from olke.evidence.models import ClaimKind, Review
from olke.explore.charts.choices import MOST_SUBJECTS, SeriesChoice
from olke.explore.charts.known import named_entity
from olke.explore.charts.observations import Named
from olke.explore.models import SearchName
from olke.explore.search.answering import results, understand
from olke.explore.search.matching import named, starts_with
from olke.explore.search.numbering import DocumentKind, parts_of
from olke.explore.search.parsing import readable
from olke.explore.search.selections import Selection
from olke.explore.search.terms import folded_words
from olke.language import fold, from_latin
from olke.web.forms import Combobox

SUGGESTED, READ, LONGEST = 8, 200, 120
ENTITIES = Selection(types=(DocumentKind.ENTITY.code,))
FIGURES = Count(
    "claims", filter=Q(claims__kind=ClaimKind.OBSERVATION) & ~Q(claims__review=Review.WITHDRAWN)
)


class AddingForm(forms.Form):
    """A field for a name; the subjects that have figures are offered while one types."""

    add = forms.CharField(
        label=gettext_lazy("Add by name"),
        required=False,
        max_length=LONGEST,
        widget=Combobox(source=reverse_lazy("explore:subject_suggest")),
    )


@dataclass(frozen=True, slots=True)
class Added:
    """A choice after a name was read. ``candidates`` when it may mean any of several."""

    choice: SeriesChoice
    candidates: tuple[Named, ...] = ()


def with_added(choice: SeriesChoice, text: str) -> Added:
    """Add the subject that a text names: its key, its full name, or the only one it can mean.

    A text that names nothing is told in ``choice.faults``; of several it may mean none is taken.
    """
    named_so = entities_named(text)
    found = [one for one in named_so if one.key not in choice.subjects]
    if not named_so:
        fault = gettext(
            "Nothing and nobody is called “%(name)s”. Try a shorter name or another one."
        ) % {"name": text}
        return Added(replace(choice, faults=(*choice.faults, fault)))
    if len(found) > 1:
        return Added(choice, tuple(named_entity(entity) for entity in found))
    subjects = (*choice.subjects, *(one.key for one in found))[-MOST_SUBJECTS:]
    return Added(replace(choice, subjects=subjects))


def entities_named(text: str) -> list[Entity]:
    """Find what a text names: one entity where it is sure, else those it may mean, best first."""
    typed = " ".join(folded_words(text))
    if not typed:
        return []
    exact = Entity.objects.filter(key=text.strip()[:LONGEST]).first()
    if exact:
        return [exact]
    for numbers in (_called(typed), _starting(typed), _about(text)):
        if numbers:
            return _entities(numbers)[:SUGGESTED]
    return []


def subject_suggestions(text: str) -> list[dict[str, str]]:
    """Suggest subjects with figures whose name begins as the text does, or is a form of it."""
    typed = " ".join(folded_words(text))
    if len(typed) < 2:
        return []
    found = [one for one in _entities(_starting(typed) or _about(text)) if one.figures]  # type: ignore[attr-defined]
    return [_told(entity) for entity in found[:SUGGESTED]]


def _told(entity: Entity) -> dict[str, str]:
    count = entity.figures  # type: ignore[attr-defined]
    said = ngettext("%(count)d figure", "%(count)d figures", count) % {"count": count}
    note = f"{capfirst(entity.get_kind_display())} · {said}"
    return {"value": entity.name, "label": entity.name, "note": note}


def _entities(numbers: Iterable[int]) -> list[Entity]:
    """Read entities with how many figures each has, in the order of their documents."""
    keys = list(dict.fromkeys(parts_of(number).record for number in numbers))[:READ]
    known = Entity.objects.annotate(figures=FIGURES).in_bulk(keys)
    return [known[key] for key in keys if key in known]


def _called(typed: str) -> list[int]:
    return _only_entities(named([typed], READ))


def _starting(typed: str) -> list[int]:
    forms_of_it = {typed, fold(from_latin(typed))} if typed.isascii() else {typed}
    condition = Q()
    for form in forms_of_it:
        condition |= starts_with("start", form)
    rows = SearchName.objects.filter(condition).order_by("document", "word", "pk")
    return _only_entities(rows.values_list("document", flat=True)[:READ])


def _about(text: str) -> list[int]:
    question = understand(readable(text))
    if not question.coverage.complete:
        return []
    return [hit.number for hit in results(question, ENTITIES, limit=SUGGESTED)]


def _only_entities(numbers: Iterable[int]) -> list[int]:
    return [number for number in numbers if parts_of(number).kind is DocumentKind.ENTITY]
