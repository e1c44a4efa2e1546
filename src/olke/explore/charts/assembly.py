"""Setting observations out in panels, tracks and runs."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from olke.evidence.models import Aspect, Measure
from olke.explore.charts.observations import Observation
from olke.explore.charts.series import DAY, Break, Mark, Panel, Series, Style, Track
from olke.explore.charts.snapshots import join_snapshots
from olke.explore.charts.spans import Extent, Length, extent_of, length_of
from olke.measures import Quantity, Registry, convert, redenominations_between

CHANGES = frozenset({Measure.CHANGE_PERCENT, Measure.CHANGE_TIMES})  # each has a base of its own
FEW = 2  # periods; so few on an axis of years would be lost on it


def assemble(
    observations: Iterable[Observation], registry: Registry, breaks: Sequence[Break] = ()
) -> Series:
    """Set observations out in panels; each claim ends in a panel, undated or set aside."""
    every = sorted(observations, key=lambda one: one.precedence)
    standing = [one for one in every if one.drawn]
    placed = [one for one in standing if one.period and extent_of(one.period)]
    panels = [
        _panel(group, unit, registry, breaks)
        for group in _like_with_like(placed)
        for unit, group in _by_unit(group, registry)
    ]
    return Series(
        panels=tuple(sorted(join_snapshots(panels), key=_interest)),
        undated=tuple(one for one in standing if one not in placed),
        set_aside=tuple(one for one in every if not one.drawn),
    )


def _like_with_like(observations: Sequence[Observation]) -> list[list[Observation]]:
    """Group by everything but the unit, what has most claims first."""
    groups: dict[object, list[Observation]] = {}
    for one in observations:
        kind = (_topic(one), one.measure, _counted_length(one), money_before(one))
        groups.setdefault(kind, []).append(one)
    weight = Counter(_topic(one) for one in observations)
    order = list(Measure)

    def place(group: list[Observation]) -> tuple[int, tuple[str, str], int, int]:
        topic = _topic(group[0])
        return (-weight[topic], topic, order.index(group[0].measure), -len(group))

    return sorted(groups.values(), key=place)


def _topic(one: Observation) -> tuple[str, str]:
    return one.indicator.key, one.product.key if one.product else ""


def money_before(one: Observation) -> tuple[str, ...]:
    """List the money reforms before a sum was paid: after one, the word names other money.

    Empty for what is no money. A period that a reform falls into counts by its beginning.
    """
    day = one.period.earliest or one.period.latest if one.period else None
    if day is None:
        return ()
    reforms = redenominations_between(one.quantity.unit, dt.date.min, day)
    return tuple(reform.key for reform in reforms)


def _counted_length(one: Observation) -> Length | None:
    """Give the length that claims must share with this one, or None where it does not matter."""
    if one.period is None or one.measure is not Measure.ABSOLUTE or not one.additive:
        return None
    return length_of(one.period)


def _by_unit(
    observations: Sequence[Observation], registry: Registry
) -> list[tuple[str, list[Observation]]]:
    """Group by units that convert; each group under the indicator's usual or commonest unit."""
    families: list[tuple[str, list[Observation]]] = []
    for one in observations:
        for unit, family in families:
            if registry.converts(one.quantity.unit, unit):
                family.append(one)
                break
        else:
            families.append((one.quantity.unit, [one]))
    return [(_axis_unit(family, registry), family) for _, family in families]


def _axis_unit(family: Sequence[Observation], registry: Registry) -> str:
    commonest: str = Counter(one.quantity.unit for one in family).most_common(1)[0][0]
    usual = family[0].usual_unit
    fits = usual and usual in registry and registry.converts(commonest, usual)
    return usual if fits else commonest


def _panel(
    group: Sequence[Observation], unit: str, registry: Registry, breaks: Sequence[Break]
) -> Panel:
    first = group[0]
    marks = _in_turn([_mark(one, unit, registry) for one in group])
    subjects = {one.subject.key for one in group}
    here = tuple(
        gap
        for gap in sorted(breaks, key=lambda gap: gap.year)
        if (not gap.subject or gap.subject in subjects) and _falls_inside(gap, marks)
    )
    return Panel(
        indicator=first.indicator,
        product=first.product,
        measure=first.measure,
        unit=unit,
        length=_counted_length(first),
        style=_style(group),
        tracks=_tracks(marks, here, additive=first.additive),
        breaks=here,
    )


def _mark(one: Observation, unit: str, registry: Registry) -> Mark:
    quantity: Quantity = convert(one.quantity, unit, registry)
    upper = quantity.value if quantity.upper is None else quantity.upper
    if one.period is None or (extent := extent_of(one.period)) is None:
        raise ValueError(one.key)
    return Mark(one, quantity.value, upper, extent, length_of(one.period))


def _in_turn(marks: Iterable[Mark]) -> list[Mark]:
    """Number the marks that tell of the same point, in order of precedence."""

    def point(mark: Mark) -> tuple[str, str, float, float]:
        one = mark.observation
        return (one.subject.key, one.aspect, mark.extent.start, mark.extent.end)

    ordered = sorted(marks, key=lambda mark: (*point(mark), mark.observation.precedence))
    numbered: list[Mark] = []
    for _, group in groupby(ordered, key=point):
        same = list(group)
        numbered += [replace(mark, turn=turn, turns=len(same)) for turn, mark in enumerate(same)]
    return numbered


def _falls_inside(gap: Break, marks: Sequence[Mark]) -> bool:
    """Tell whether a break lies between the first mark of its subject and the last."""
    own = [mark for mark in marks if gap.subject in ("", mark.observation.subject.key)]
    middles = [mark.extent.middle for mark in own]
    return bool(middles) and min(middles) < gap.year < max(middles)


def _style(group: Sequence[Observation]) -> Style:
    periods = {extent_of(one.period) for one in group if one.period}
    if len(periods) <= FEW:
        return Style.ROWS
    alone = len({one.subject.key for one in group}) == 1
    counted = group[0].additive and group[0].measure is Measure.ABSOLUTE
    return Style.BARS if alone and counted and not _overlap(periods) else Style.DOTS


def _overlap(extents: Iterable[Extent | None]) -> bool:
    ordered = sorted((one.start, one.end) for one in extents if one)
    return any(after[0] < before[1] - DAY for before, after in pairwise(ordered))


def _tracks(marks: Sequence[Mark], breaks: Sequence[Break], *, additive: bool) -> tuple[Track, ...]:
    order = list(Aspect)
    subjects = list(
        dict.fromkeys(
            mark.observation.subject
            for mark in sorted(marks, key=lambda mark: mark.observation.position)
        )
    )
    tracks = []
    for subject in subjects:
        own = [mark for mark in marks if mark.observation.subject == subject]
        for aspect in sorted({mark.observation.aspect for mark in own}, key=order.index):
            line = sorted(
                (mark for mark in own if mark.observation.aspect == aspect),
                key=lambda mark: (mark.extent.start, mark.extent.end, mark.turn),
            )
            here = [gap for gap in breaks if gap.subject in ("", subject.key)]
            runs = _runs([mark for mark in line if not mark.turn], here, additive=additive)
            tracks.append(Track(subject, aspect, tuple(line), runs))
    return tuple(tracks)


def _runs(
    marks: Sequence[Mark], breaks: Sequence[Break], *, additive: bool
) -> tuple[tuple[Mark, ...], ...]:
    """Cut a track wherever its neighbours do not follow one another."""
    runs: list[list[Mark]] = [[mark] for mark in marks[:1]]
    for before, after in pairwise(marks):
        if _follows(before, after, additive=additive) and not any(
            before.extent.middle < gap.year <= after.extent.middle for gap in breaks
        ):
            runs[-1].append(after)
        else:
            runs.append([after])
    return tuple(tuple(run) for run in runs if len(run) > 1)


def _follows(before: Mark, after: Mark, *, additive: bool) -> bool:
    """Tell whether a line may join two marks: equally long periods with nothing between them.

    A state or a rate may be stated for single days; yearly ones follow one another.
    """
    if before.length != after.length or before.length.is_open:
        return False
    if before.observation.measure in CHANGES:
        return False
    if after.extent.start - before.extent.end > DAY and additive:
        return False
    step = max(before.length.years, 0 if additive else 1)
    return DAY / 2 < after.extent.start - before.extent.start <= step + 2 * DAY


def _interest(panel: Panel) -> tuple[int, int, int]:
    """Rank a panel for a historian: plan beside actual, the longest series, percent of plan.

    Then absolute numbers of a time or two, then shares; changes, each with a base of its own, last.
    More points before fewer.
    """
    periods = len(panel.periods)
    points = sum(mark.turn == 0 for mark in panel.marks)
    return (_tier(panel, periods), -periods if periods > FEW else 0, -points)


def _tier(panel: Panel, periods: int) -> int:
    if panel.measure in CHANGES:
        return 5
    if {Aspect.ACTUAL, Aspect.PLANNED} <= {track.aspect for track in panel.tracks}:
        return 0
    if periods > FEW:
        return 1
    return {Measure.PERCENT_OF_PLAN: 2, Measure.ABSOLUTE: 3}.get(panel.measure, 4)
