"""Facets: what results can be narrowed by, with how many would remain.

Within a facet values widen (either may hold), across facets they narrow. The count beside a value
is of the results if that value were added: the facet's own choice is set aside meanwhile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from olke.entities.models import Entity, EntityKind
from olke.evidence.models import Aspect, ClaimKind
from olke.explore.search.answering import Question
from olke.explore.search.expressions import Expression, as_tsquery
from olke.explore.search.marks import facet_of
from olke.explore.search.matching import facet_counts, joined
from olke.explore.search.remembering import index_version, remembered
from olke.explore.search.selections import FACETS, TYPE, Selection
from olke.sources.models import SourceGroup
from olke.vocabulary.models import HistoricalPeriod, Theme
from olke.web.localised import localised

SHOWN = 7
MOST = 40
REMEMBERED = 600  # seconds
TITLES: Mapping[str, Promise] = {
    "period": pgettext_lazy("facet", "Period"),
    "theme": pgettext_lazy("facet", "Theme"),
    "place": pgettext_lazy("facet", "Place"),
    "kind": pgettext_lazy("facet", "Kind"),
    "aspect": pgettext_lazy("facet", "Plan or actual"),
    "group": pgettext_lazy("facet", "Group of sources"),
    "cited": pgettext_lazy("facet", "Citation"),
}
CITED: Mapping[str, Promise] = {
    "through": _("Names its own source"),
    "direct": _("Only the text it stands in"),
    "none": _("Without a citation"),
}


@dataclass(frozen=True)
class FacetValue:
    """One value: how many results it would leave, and the address that chooses or drops it."""

    value: str
    label: str
    count: int
    chosen: bool
    url: str


@dataclass(frozen=True)
class Facet:
    """One facet with its values, the chosen ones and the most frequent first."""

    name: str
    title: str
    values: list[FacetValue]

    @property
    def shown(self) -> list[FacetValue]:
        """The values that are seen at once."""
        return self.values[:SHOWN]

    @property
    def more(self) -> list[FacetValue]:
        """The values that are seen when asked for."""
        return self.values[SHOWN:]


def counted_facets(question: Question, selection: Selection) -> Mapping[str, Counter[str]]:
    """Return the counts of every value of each facet, and of each kind of record (``type``).

    One statement for all facets that nothing is chosen in, and one for each of the others;
    remembered for ten minutes while the index stays as it is.
    """
    if question.hopeless:
        return {name: Counter() for name in (*FACETS, TYPE)}
    version = index_version()
    chosen = {name for name in (*FACETS, TYPE) if name in selection.values}
    if selection.types:
        chosen.add(TYPE)
    together = _counts(joined(question.expression, selection.expression()), version)
    return {
        name: _counts(joined(question.expression, selection.expression(name)), version)[name]
        if name in chosen
        else together[name]
        for name in (*FACETS, TYPE)
    }


def shown_facets(
    counts: Mapping[str, Counter[str]], selection: Selection, parameters: QueryDict
) -> list[Facet]:
    """Return the facets that have something to choose (three statements, for labels)."""
    facets = []
    further = _further(parameters)
    for name in FACETS:
        chosen = selection.values.get(name, ())
        values = [(value, counts[name][value]) for value in chosen]
        values += [
            (value, number)
            for value, number in sorted(counts[name].items(), key=lambda item: (-item[1], item[0]))
            if value not in chosen
        ]
        values = values[:MOST]
        labels = LABELS[name]([value for value, _ in values]) if values else {}
        found = [
            FacetValue(
                v,
                labels[v],
                n,
                v in chosen,
                # The address of a first value is the one before and the value: no need to take it
                # apart, eighty times a page.
                toggled(parameters, name, v) if name in parameters else f"{further}{name}={v}",
            )
            for v, n in values
            if v in labels
        ]
        if len(found) > 1 or chosen:
            facets.append(Facet(name, str(TITLES[name]), _in_order(name, found, labels)))
    return facets


def toggled(parameters: QueryDict, facet: str, value: str) -> str:
    """Return the address with a value added or dropped; a new choice starts at the first page."""
    query = parameters.copy()
    given = query.getlist(facet)
    query.setlist(facet, [v for v in given if v != value] if value in given else [*given, value])
    query.pop("page", None)
    return f"?{query.urlencode()}"


def _further(parameters: QueryDict) -> str:
    """Return the address without its page, as what another parameter is put after."""
    query = parameters.copy()
    query.pop("page", None)
    return f"?{query.urlencode()}&" if query else "?"


def _counts(expression: Expression | None, version: int) -> dict[str, Counter[str]]:
    asked = "" if expression is None else as_tsquery(expression)
    key = f"olke.facets.{version}.{blake2b(asked.encode(), digest_size=16).hexdigest()}"
    before = cache.get(key)
    if isinstance(before, dict):
        return before
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*FACETS, TYPE)}
    for term, number in facet_counts(expression).items():
        facet, value = facet_of(term)
        counts[facet][value] = number
    cache.set(key, counts, REMEMBERED)
    return counts


def _in_order(name: str, values: list[FacetValue], labels: Mapping[str, str]) -> list[FacetValue]:
    """Return periods in their own order; other values as they come, by frequency."""
    if name != "period":
        return values
    places = {value: place for place, value in enumerate(labels)}
    return sorted(values, key=lambda value: places[value.value])


Labels = Callable[[list[str]], Mapping[str, str]]


def _of_records(records: QuerySet[Any], field: str) -> Labels:
    def labels(keys: list[str]) -> Mapping[str, str]:
        language = get_language() or "kk"
        known = remembered().labels(records, field, language, keys)
        return {key: known[key] for key in keys if key in known}

    return labels


def _of_periods(_keys: list[str]) -> Mapping[str, str]:
    """Return the labels of all periods in their order; there are few."""
    periods: QuerySet[HistoricalPeriod] = QuerySet(HistoricalPeriod).order_by("earliest")
    language = get_language() or "kk"
    return {period.key: localised(period, "label", language) for period in periods}


def _of_choices(*choices: Mapping[str, object]) -> Labels:
    def labels(values: list[str]) -> Mapping[str, str]:
        known = {value: str(label) for one in choices for value, label in one.items()}
        return {value: known[value] for value in values if value in known}

    return labels


LABELS: Mapping[str, Labels] = {
    "period": _of_periods,
    "theme": _of_records(QuerySet(Theme), "label"),
    "place": _of_records(QuerySet(Entity), "name"),
    "kind": _of_choices(dict(ClaimKind.choices), dict(EntityKind.choices)),
    "aspect": _of_choices(dict(Aspect.choices)),
    "group": _of_choices(dict(SourceGroup.choices)),
    "cited": _of_choices(CITED),
}
