"""What a dossier is about: its sections, or else its themes, times or subjects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from olke.evidence.models import Claim
from olke.teaching.documents.dossier import ClaimEntry, Section
from olke.teaching.documents.parts import NO_TEXT, Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.distinct import distinct
from olke.teaching.drafters.material import Material, found_once, in_three
from olke.vocabulary.models import HistoricalPeriod
from olke.web.localised import localised

LEAST = 2
"""A single claim is no topic, unless there is nothing else."""


@dataclass(frozen=True)
class Topic:
    """Claims that belong together, in the dossier's order, and what they are about."""

    title: Text
    claims: tuple[Claim, ...]


def topics(material: Material, wanted: int) -> list[Topic]:
    """Return the dossier's topics, those with most claims first.

    Its sections where they have titles and there are as many as wanted, otherwise its themes or
    its historical periods; its subjects where all is of one theme and period; the whole dossier
    where even those are one.
    """
    *large, subjects = [_large(way) for way in ways_to_divide(material)]
    found = next((way for way in large if len(way) >= wanted), max(large, key=len))
    if len(found) < min(wanted, 2):
        found = max(found, subjects, key=len)
    if not found and material.certain:
        found = [Topic(title_of(material), tuple(distinct(material)))]
    return sorted(found, key=lambda topic: -len(topic.claims))


def ways_to_divide(material: Material) -> list[list[Topic]]:
    """Return the dossier by section, by theme, by period and by subject: the best way first."""
    return [by_section(material), by_theme(material), by_period(material), by_subject(material)]


def title_of(material: Material) -> Text:
    """Return the dossier's title."""
    return Text.model_validate(material.dossier.title.model_dump())


def by_section(material: Material) -> list[Topic]:
    """Return sections that have a title."""
    certain = {claim.key: claim for claim in distinct(material)}
    return [
        Topic(section.title, tuple(certain[key] for key in _keys(section) if key in certain))
        for section in material.dossier.sections
        if section.title
    ]


def by_theme(material: Material) -> list[Topic]:
    """Return the themes of the indicators."""
    return _grouped(distinct(material), theme_of)


def by_subject(material: Material) -> list[Topic]:
    """Return the subjects."""
    return _grouped(distinct(material), asking.name)


def by_period(material: Material) -> list[Topic]:
    """Return the historical periods, in order of time."""
    return _grouped(distinct(material), lambda claim: period_name(claim, material))


def theme_of(claim: Claim) -> Text:
    """Return the theme of a claim's indicator, no text where it has none."""
    theme = claim.indicator.theme
    return in_three(lambda code: localised(theme, "label", code)) if theme else NO_TEXT


def period_name(claim: Claim, material: Material) -> Text:
    """Return the historical period that a claim lies in, no text where it lies in none."""
    found = period_of(claim, periods(material))
    return in_three(lambda code: localised(found, "label", code)) if found else NO_TEXT


@found_once
def periods(_: Material) -> list[HistoricalPeriod]:
    """Return the region's historical periods: one statement."""
    return list(HistoricalPeriod.objects.order_by("earliest", "pk"))


def period_of(claim: Claim, spans: Iterable[HistoricalPeriod]) -> HistoricalPeriod | None:
    """Return the period in which a claim's time begins and ends; None where it is longer."""
    first, last = claim.earliest, claim.latest
    if first is None or last is None:
        return None
    return next((span for span in spans if _covers(span, first, last)), None)


def _covers(span: HistoricalPeriod, first: date, last: date) -> bool:
    return span.earliest <= first and last <= span.latest


def _grouped(claims: Iterable[Claim], title: Callable[[Claim], Text]) -> list[Topic]:
    groups: dict[Text, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(title(claim), []).append(claim)
    return [Topic(name, tuple(group)) for name, group in groups.items() if name]


def _large(way: Iterable[Topic]) -> list[Topic]:
    return [topic for topic in way if len(topic.claims) >= LEAST]


def _keys(section: Section) -> Iterator[str]:
    keys = (entry.claim for entry in section.entries if isinstance(entry, ClaimEntry))
    yield from dict.fromkeys(keys)
