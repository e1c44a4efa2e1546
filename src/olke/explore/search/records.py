"""Everything that is not a claim, as documents: entities, sources, indicators, periods, words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Count, Model, Q, QuerySet
from django.utils.translation import override

from olke.dates import EdtfError, parse
from olke.entities.models import Entity, EntityKind
from olke.evidence.models import Citation
from olke.explore.search.documents import Document, Draft, NameEntry
from olke.explore.search.marks import STATES_NUMBER, facet_term
from olke.explore.search.numbering import DocumentKind, grown
from olke.explore.search.surroundings import (
    THREE,
    Surroundings,
    in_three,
    source_details,
    source_names,
)
from olke.sources.models import Source
from olke.vocabulary.models import HistoricalPeriod, Indicator, IndicatorKind, Term, Theme

Keys = Collection[str] | None


def record_documents(
    kind: DocumentKind, around: Surroundings, keys: Keys = None
) -> Iterator[Document]:
    """Yield the documents of one kind: of all records, or of those with these keys."""
    makers = {
        DocumentKind.PERIOD: _periods,
        DocumentKind.THEME: _themes,
        DocumentKind.ENTITY: _entities,
        DocumentKind.INDICATOR: _indicators,
        DocumentKind.TERM: _words,
        DocumentKind.SOURCE: _sources,
    }
    return (draft.finished() for draft in makers[kind](around, keys))


def _some(records: QuerySet[Any], keys: Keys) -> QuerySet[Any]:
    return records if keys is None else records.filter(key__in=list(keys))


def _named(record: Model, field: str) -> list[NameEntry]:
    return [NameEntry(getattr(record, f"{field}_{code}"), code) for code in THREE]


def _periods(_around: Surroundings, keys: Keys) -> Iterator[Draft]:
    for period in _some(HistoricalPeriod.objects.all(), keys):
        yield Draft(
            DocumentKind.PERIOD,
            period.pk,
            period.key,
            250,
            [*_named(period, "label"), NameEntry("-".join(dict.fromkeys(_years(period.span))), "")],
            in_three(period, "description"),
            {facet_term("period", period.key)},
            begins=period.earliest,
        )


def _themes(around: Surroundings, keys: Keys) -> Iterator[Draft]:
    for theme in _some(Theme.objects.all(), keys):
        yield Draft(
            DocumentKind.THEME,
            theme.pk,
            theme.key,
            245,
            _named(theme, "label"),
            in_three(theme, "description"),
            set(around.theme_facets(theme.pk)),
        )


def _entities(around: Surroundings, keys: Keys) -> Iterator[Draft]:
    for entity in _some(Entity.objects.all(), keys):
        part = around.entity_parts[entity.pk]
        further = [
            NameEntry(name.name, name.language) for name in around.further_names.get(entity.pk, ())
        ]
        yield Draft(
            DocumentKind.ENTITY,
            entity.pk,
            entity.key,
            grown(180, around.claims_of_subject.get(entity.pk, 0), 240),
            [*_named(entity, "name"), *further],
            [
                *in_three(entity, "description"),
                *_kind_labels(entity.kind),
                *around.theme_labels(entity.theme_id),
                *_years(entity.start),
                *_years(entity.end),
            ],
            {*part.themes, *part.places, facet_term("kind", entity.kind)},
            set(part.body.split()),
        )


def _indicators(around: Surroundings, keys: Keys) -> Iterator[Draft]:
    for indicator in _some(Indicator.objects.all(), keys):
        yield Draft(
            DocumentKind.INDICATOR,
            indicator.pk,
            indicator.key,
            grown(130, around.claims_of_indicator.get(indicator.pk, 0), 179),
            _named(indicator, "label"),
            [*in_three(indicator, "description"), *around.theme_labels(indicator.theme_id)],
            set(around.theme_facets(indicator.theme_id)),
            {STATES_NUMBER} if indicator.kind == IndicatorKind.QUANTITY else set(),
        )


def _words(_around: Surroundings, keys: Keys) -> Iterator[Draft]:
    for word in _some(Term.objects.all(), keys):
        yield Draft(
            DocumentKind.TERM,
            word.pk,
            word.key,
            125,
            _named(word, "term"),
            in_three(word, "definition"),
        )


def _sources(around: Surroundings, keys: Keys) -> Iterator[Draft]:
    records = _some(Source.objects.all(), keys)
    for pk, cited in _citation_counts(records).items():
        source = around.sources[pk]
        yield Draft(
            DocumentKind.SOURCE,
            pk,
            source.key,
            grown(101, cited, 124),
            [NameEntry(name, source.language[:2]) for name in source_names(source)],
            source_details(source),
            {facet_term("group", source.group)} if source.group else set(),
        )


def _citation_counts(sources: QuerySet[Source]) -> dict[int, int]:
    """Return how many citations lead to each source, directly or through another."""
    counts = dict.fromkeys(sources.order_by("position", "pk").values_list("pk", flat=True), 0)
    for field in ("source", "through"):
        rows = Citation.objects.filter(~Q(**{field: None})).order_by().values_list(field)
        for pk, n in rows.annotate(n=Count("pk")).values_list(field, "n"):
            if pk in counts:
                counts[pk] += n
    return counts


def _kind_labels(kind: str) -> list[str]:
    labels = []
    for code in THREE:
        with override(code):
            labels.append(str(EntityKind(kind).label))
    return labels


def _years(text: str) -> Iterable[str]:
    """Return the first and last year of an EDTF text; nothing where it has none."""
    if not text:
        return ()
    try:
        period = parse(text)
    except EdtfError:
        return ()
    return [str(day.year) for day in (period.earliest, period.latest) if day]
