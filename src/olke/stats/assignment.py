"""People or whole classes put into groups at random, the same again from the same seed."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from olke.stats.errors import StatsError

ALGORITHM = "mt19937-permuted-blocks-1"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is in which group, and everything needed to draw it again.

    groups: unit to group. algorithm names this very procedure; block: units in a full block.
    """

    groups: Mapping[str, str]
    seed: int
    ratio: tuple[tuple[str, int], ...]
    block: int
    algorithm: str = ALGORITHM

    @property
    def sizes(self) -> dict[str, int]:
        """Count each group."""
        told = list(self.groups.values())
        return {name: told.count(name) for name, _ in self.ratio}


def assign(
    units: Sequence[str],
    groups: Sequence[str] | Mapping[str, int],
    seed: int,
    strata: Mapping[str, str] | None = None,
    blocks: int = 1,
) -> Assignment:
    """Put units (people, or clusters) into groups at random, in permuted blocks.

    groups: names for groups of one size, or shares (`{"new": 2, "control": 1}`). Each block holds
    `blocks` times that many of each, so groups never drift apart by more than a block; the last one
    is cut. strata: unit to stratum (programme), each with blocks of its own; a unit without one
    forms a stratum with its like. Permuted blocks: Zelen (1974), J. Chronic Diseases 27, 365-375.

    Reproducible on every platform and version of Python: units are put in the order of their code
    points, whatever order they come in, and every draw is `int(random() * n)` of the Mersenne
    Twister seeded with the whole number, the one sequence that Python's `random` promises to keep.
    Raises StatsError `no-data`, `group-count`, `duplicate-unit`, `bad-parameter`.
    """
    ratio = _ratio(groups)
    _check(units, blocks)
    if isinstance(seed, bool) or seed < 0:
        raise StatsError("bad-parameter", name="seed", value=seed)
    source = random.Random(seed)  # noqa: S311  no secret: the seed is published with the study
    block = [name for name, share in ratio for _ in range(share * blocks)]
    drawn: dict[str, str] = {}
    for stratum in _strata(units, strata or {}):
        waiting = shuffled(stratum, source)
        while waiting:
            drawn.update(zip(waiting[: len(block)], shuffled(block, source), strict=False))
            waiting = waiting[len(block) :]
    return Assignment({unit: drawn[unit] for unit in sorted(units)}, seed, ratio, len(block))


def _ratio(groups: Sequence[str] | Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    named = groups if isinstance(groups, Mapping) else dict.fromkeys(groups, 1)
    if len(named) < 2 or len(named) != len(groups):
        raise StatsError("group-count", found=len(named), needed=2)
    for name, share in named.items():
        if share < 1:
            raise StatsError("bad-parameter", name=name, value=share)
    return tuple(named.items())


def _check(units: Sequence[str], blocks: int) -> None:
    if not units:
        raise StatsError("no-data")
    seen: set[str] = set()
    for unit in units:
        if unit in seen:
            raise StatsError("duplicate-unit", unit=unit)
        seen.add(unit)
    if blocks < 1:
        raise StatsError("bad-parameter", name="blocks", value=blocks)


def _strata(units: Sequence[str], strata: Mapping[str, str]) -> list[list[str]]:
    parts: dict[str, list[str]] = {}
    for unit in sorted(units):
        parts.setdefault(strata.get(unit, ""), []).append(unit)
    return [parts[name] for name in sorted(parts)]


def shuffled(items: Sequence[str], source: random.Random) -> list[str]:
    """Shuffle by Fisher and Yates (Durstenfeld 1964, CACM 7, 420), from the last place down."""
    order = list(items)
    for last in range(len(order) - 1, 0, -1):
        place = int(source.random() * (last + 1))
        order[last], order[place] = order[place], order[last]
    return order
