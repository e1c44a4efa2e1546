"""A table of facts: one indicator for many, or one subject's many numbers, with time and figure.

It is what a dossier gives whose numbers share too few times for a table by time.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from django.utils.translation import gettext

from olke.evidence.models import Claim, Measure
from olke.teaching.documents.items import Grid, Level
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.pairing import sayable
from olke.teaching.drafters.statements import capitalised
from olke.teaching.drafters.titles import quoting
from olke.web.localised import localised

FEWEST, MOST = 3, 8
"""Rows of a table."""
WHEN, FIGURE = 0, 1


def facts_grids(material: Material, chance: random.Random) -> Iterator[Grid]:
    """Pass on tables of time and figure, by indicator and then by subject, the longest first."""
    plain = [c for c in sayable(material) if c.measure in (Measure.ABSOLUTE, Measure.SHARE)]
    plain = [c for c in plain if not c.base_period]
    ways: list[tuple[Callable[[Claim], object], Callable[[Claim], Text], Callable[[Claim], Text]]]
    ways = [
        (lambda c: (c.indicator_id, c.measure), _indicator, _whose),
        (lambda c: c.subject_id, asking.name, asking.what),
    ]
    for group_of, heading, row in ways:
        groups: dict[object, list[Claim]] = {}
        for claim in plain:
            groups.setdefault(group_of(claim), []).append(claim)
        for group in sorted(groups.values(), key=len, reverse=True):
            if len(group) < FEWEST:
                continue
            grid = _grid(_drawn(group, chance), heading(group[0]), row, material, chance)
            if grid.blank:
                yield grid


def _drawn(group: Sequence[Claim], chance: random.Random) -> list[Claim]:
    drawn = chance.sample(list(group), min(MOST, len(group)))
    return sorted(drawn, key=lambda claim: claim.position)


def _grid(
    claims: Sequence[Claim],
    heading: Text,
    row: Callable[[Claim], Text],
    material: Material,
    chance: random.Random,
) -> Grid:
    blank = _blanks(claims, [row(claim) for claim in claims], chance)
    return Grid(
        id=UNNUMBERED,
        text=quoting(
            lambda: gettext("“%(heading)s”. Fill in the table from the evidence, then compare."),
            heading=heading,
        ),
        columns=(
            asking.filled(lambda: gettext("When")),
            asking.filled(lambda: gettext("Figure")),
        ),
        rows=tuple(row(claim) for claim in claims),
        cells=tuple((asking.time(c), asking.value(c, material.units)) for c in claims),
        blank=blank,
        explanation=asking.listed([sentence(claims[place], material) for place, _ in blank]),
        claims=tuple(claim.key for claim in claims),
        level=Level.B,
    )


def _blanks(
    claims: Sequence[Claim], names: Sequence[Text], chance: random.Random
) -> tuple[tuple[int, int], ...]:
    """Blank a time or a figure of each second row, one that stands nowhere else in the table.

    A time is never blanked that alone tells two rows apart.
    """
    times = [(claim.earliest, claim.latest) for claim in claims]
    values = [(claim.value, claim.value_max, claim.unit) for claim in claims]
    free: dict[int, list[int]] = {}
    for place in range(len(claims)):
        if times.count(times[place]) == 1 and names.count(names[place]) == 1:
            free.setdefault(place, []).append(WHEN)
        if values.count(values[place]) == 1:
            free.setdefault(place, []).append(FIGURE)
    rows = chance.sample(sorted(free), min(len(free), max(1, len(claims) // 2)))
    return tuple((place, chance.choice(free[place])) for place in sorted(rows))


def _indicator(claim: Claim) -> Text:
    return in_three(lambda code: capitalised(localised(claim.indicator, "label", code)))


def _whose(claim: Claim) -> Text:
    """Name the subject of a number, and the product where there is one."""

    def say(language: str) -> str:
        subject = localised(claim.subject, "name", language)
        if claim.product is None:
            return subject
        return f"{subject}: {localised(claim.product, 'label', language)}"

    return in_three(say)
