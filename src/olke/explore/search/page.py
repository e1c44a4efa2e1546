"""What the search page shows, put together from one reading of its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import get_language, gettext, ngettext, pgettext

from olke.explore.search.answering import Order, Question, how_many, results, understand
from olke.explore.search.facets import Facet, counted_facets, shown_facets
from olke.explore.search.hits import Item, address, told_hits
from olke.explore.search.matching import BOUND, FACETED, Counted
from olke.explore.search.nearest import nearest_names
from olke.explore.search.noting import notes
from olke.explore.search.parsing import typed
from olke.explore.search.selections import TYPE, Selection, read_selection
from olke.measures.numerals import write_digits
from olke.measures.units import Language
from olke.vocabulary.models import Theme
from olke.web.localised import localised

PAGE = 20
GROUPS: Mapping[str, tuple[str, ...]] = {
    "entities": ("entity",),
    "claims": ("claim",),
    "words": ("period", "theme", "indicator", "term"),
    "sources": ("source",),
}
AT_FIRST = {"entities": 4, "claims": 10, "words": 4, "sources": 3}


@dataclass(frozen=True)
class Tab:
    """One kind of results: its name, how many there are, its address."""

    name: str
    title: str
    count: str
    url: str
    current: bool


@dataclass(frozen=True)
class Section:
    """Results of one kind; ``all_url`` leads to all of them where only the first are shown."""

    name: str
    title: str
    items: list[Item]
    all_url: str
    all_words: str


@dataclass(frozen=True)
class Chip:
    """A chosen value and the address without it."""

    facet: str
    label: str
    url: str


@dataclass(frozen=True)
class SearchPage:
    """The search page, complete."""

    query: str
    question: Question
    selection: Selection
    order: Order
    group: str
    found: Counted
    words: str
    tabs: list[Tab]
    sections: list[Section]
    facets: list[Facet]
    chips: list[Chip]
    page: Page[Any] | None
    nearest: list[str]
    themes: list[tuple[str, str]]
    orders: list[tuple[str, str, str]]
    clear_url: str
    counted: str

    @property
    def state(self) -> list[tuple[str, str]]:
        """Everything of the address but the query: kept while somebody types on."""
        kept = [(facet, v) for facet, values in self.selection.values.items() for v in values]
        if self.group:
            kept.append(("in", self.group))
        if self.order is not Order.RELEVANCE:
            kept.append(("sort", self.order.value))
        return kept


def search_page(parameters: QueryDict, language: str) -> SearchPage:
    """Read an address and return the page for it."""
    read = typed(parameters.get("q", ""))
    query = read.text
    group = parameters.get("in", "") if parameters.get("in", "") in GROUPS else ""
    chosen = read_selection({name: parameters.getlist(name) for name in parameters})
    selection = chosen.with_types(*GROUPS.get(group, ()))
    question = understand(query)
    order = _order(parameters.get("sort", ""))
    found = how_many(question, selection)
    counts = counted_facets(question, selection)
    all_counted = _all_counted(question, chosen, counts[TYPE])
    numbers = {group: _number(counts[TYPE], kinds, all_counted) for group, kinds in GROUPS.items()}
    reader = _Reader(question, chosen, order, language, parameters)
    page = _page(found, parameters.get("page", "1")) if group else None
    facets = shown_facets(counts, chosen, parameters)
    return SearchPage(
        query=query,
        question=question,
        selection=chosen,
        order=order,
        group=group,
        found=found,
        words=". ".join([results_in_words(found), *notes(read, question.plan)]),
        tabs=_tabs(numbers, _number(counts[TYPE], counts[TYPE], all_counted), group, parameters),
        sections=reader.page_of(group, page) if page else reader.first_of_each(numbers),
        facets=facets,
        chips=_chips(facets),
        page=page,
        nearest=_nearest(query, question, found),
        themes=[] if found.number else _themes(language),
        orders=_orders(order, parameters),
        counted="" if all_counted else grouped(FACETED),
        clear_url=_address(parameters, drop=(*chosen.values, "page")),
    )


def results_in_words(found: Counted) -> str:
    """Say how many results there are."""
    if not found.exact:
        return gettext("More than %(number)s results") % {"number": grouped(BOUND)}
    return ngettext("%(number)s result", "%(number)s results", found.number) % {
        "number": grouped(found.number)
    }


def grouped(number: int) -> str:
    """Write a number with its thousands apart, as the reader's language does."""
    language = cast("Language", (get_language() or "kk")[:2])
    return write_digits(Decimal(number), language)


class _Reader:
    """Reads the results of one question for a page."""

    def __init__(
        self,
        question: Question,
        selection: Selection,
        order: Order,
        language: str,
        parameters: QueryDict,
    ) -> None:
        self.question = question
        self.selection = selection
        self.order = order
        self.language = language
        self.parameters = parameters

    def items(self, group: str, limit: int, offset: int = 0) -> list[Item]:
        selection = self.selection.with_types(*GROUPS[group])
        order = self.order if group == "claims" else Order.RELEVANCE
        hits = results(self.question, selection, limit=limit, offset=offset, order=order)
        wanted = frozenset(t for concept in self.question.plan.wanted for t in concept.terms)
        return told_hits(hits, wanted, self.language)

    def page_of(self, group: str, page: Page[Any]) -> list[Section]:
        items = self.items(group, PAGE, (page.number - 1) * PAGE)
        return [Section(group, "", items, "", "")] if items else []

    def first_of_each(self, numbers: Mapping[str, str]) -> list[Section]:
        sections = []
        for group, limit in AT_FIRST.items():
            if numbers[group] and (items := self.items(group, limit)):
                full = len(items) == limit and numbers[group] != grouped(limit)
                url = _address(self.parameters, {"in": group}) if full else ""
                sections.append(Section(group, group_title(group), items, url, numbers[group]))
        return sections


def group_title(group: str) -> str:
    """Name a group of results."""
    return {
        "entities": pgettext("results", "Places, organisations, people"),
        "claims": pgettext("results", "Claims"),
        "words": pgettext("results", "Indicators and terms"),
        "sources": pgettext("results", "Sources"),
    }[group]


def _all_counted(question: Question, selection: Selection, types: Counter[str]) -> bool:
    """Tell whether the facets were counted over all results, not over the first ``FACETED``."""
    asked = question.expression is not None or selection.narrows
    return not asked or sum(types.values()) < FACETED


def _number(types: Counter[str], kinds: Iterable[str], all_counted: bool) -> str:  # noqa: FBT001
    number = sum(types[kind] for kind in kinds)
    return f"{grouped(number)}{'' if all_counted else '+'}" if number else ""


def _order(text: str) -> Order:
    return Order(text) if text in list(Order) else Order.RELEVANCE


def _page(found: Counted, number: str) -> Page[Any]:
    return Paginator(range(min(found.number, BOUND)), PAGE).get_page(number)


def _nearest(query: str, question: Question, found: Counted) -> list[str]:
    if found.number and not question.coverage.unknown:
        return []
    return nearest_names(query)


def _themes(language: str) -> list[tuple[str, str]]:
    """Return the widest themes and their addresses: where to look when nothing is found."""
    themes = Theme.objects.filter(parent=None)
    return [(localised(theme, "label", language), address("theme", theme.key)) for theme in themes]


def _tabs(numbers: Mapping[str, str], total: str, group: str, parameters: QueryDict) -> list[Tab]:
    url = _address(parameters, drop=("in", "page", "sort"))
    tabs = [Tab("", pgettext("results", "All"), total or "0", url, not group)]
    for name, number in numbers.items():
        if number or name == group:
            url = _address(parameters, {"in": name}, drop=("page", "sort"))
            tabs.append(Tab(name, group_title(name), number or "0", url, name == group))
    return tabs


def _chips(facets: list[Facet]) -> list[Chip]:
    return [
        Chip(facet.title, value.label, value.url)
        for facet in facets
        for value in facet.values
        if value.chosen
    ]


def _orders(order: Order, parameters: QueryDict) -> list[tuple[str, str, str]]:
    names = {
        Order.RELEVANCE: pgettext("order of results", "most relevant first"),
        Order.OLDEST: pgettext("order of results", "oldest first"),
        Order.NEWEST: pgettext("order of results", "newest first"),
    }
    return [
        (name, "true" if one is order else "", _address(parameters, {"sort": one.value}))
        for one, name in names.items()
    ]


def _address(
    parameters: QueryDict, put: Mapping[str, str] | None = None, drop: tuple[str, ...] = ()
) -> str:
    query = parameters.copy()
    for name in ("page", *drop):
        query.pop(name, None)
    for name, value in (put or {}).items():
        query[name] = value
    return f"?{query.urlencode()}"
