"""Who answered before, after, both or neither; and codes that find no partner."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from olke.stats.errors import StatsError
from olke.stats.results import Estimate
from olke.stats.shares import newcombe, wilson

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Linked(Generic[Value]):
    """Two rounds of answers put together by code; None where a round has none."""

    codes: tuple[Hashable, ...]
    before: tuple[Value | None, ...]
    after: tuple[Value | None, ...]
    only_before: tuple[Hashable, ...]
    only_after: tuple[Hashable, ...]
    twice: tuple[Hashable, ...]


def link(
    before: Sequence[tuple[Hashable, Value]], after: Sequence[tuple[Hashable, Value]]
) -> Linked[Value]:
    """Put two rounds together by code, in order of first appearance.

    A code given twice in one round may be two people: all its answers are set apart in `twice`.
    """
    counted = [Counter(code for code, _ in round_) for round_ in (before, after)]
    twice = tuple(
        dict.fromkeys(code for counts in counted for code, count in counts.items() if count > 1)
    )
    first = {code: value for code, value in before if code not in twice}
    second = {code: value for code, value in after if code not in twice}
    codes = tuple(dict.fromkeys([*first, *second]))
    return Linked(
        codes,
        tuple(first.get(code) for code in codes),
        tuple(second.get(code) for code in codes),
        tuple(code for code in first if code not in second),
        tuple(code for code in second if code not in first),
        twice,
    )


@dataclass(frozen=True, slots=True)
class Flow:
    """One group's people through the study. kept: share of the enrolled with both rounds."""

    group: str
    enrolled: int
    both: int
    only_before: int
    only_after: int
    neither: int
    kept: Estimate


@dataclass(frozen=True, slots=True)
class Attrition:
    """Every group's flow, codes nobody enrolled, and how unevenly people were lost.

    differences: each further group's share kept less the first's (Newcombe's interval).
    """

    flows: tuple[Flow, ...]
    unmatched_before: tuple[Hashable, ...]
    unmatched_after: tuple[Hashable, ...]
    differences: tuple[Estimate, ...]


def attrition(
    enrolled: Mapping[Hashable, str],
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    level: float = 0.95,
) -> Attrition:
    """Follow everyone enrolled (code to group) through both rounds.

    Raises StatsError `no-data`.
    """
    if not enrolled:
        raise StatsError("no-data")
    first, second = set(before), set(after)
    groups = dict.fromkeys(enrolled.values())
    flows = tuple(
        _flow(group, [code for code, own in enrolled.items() if own == group], first, second, level)
        for group in groups
    )
    return Attrition(
        flows,
        tuple(dict.fromkeys(code for code in before if code not in enrolled)),
        tuple(dict.fromkeys(code for code in after if code not in enrolled)),
        tuple(_difference(flow, flows[0], level) for flow in flows[1:]),
    )


def _flow(
    group: str, codes: list[Hashable], first: set[Hashable], second: set[Hashable], level: float
) -> Flow:
    told = Counter((code in first, code in second) for code in codes)
    both = told[True, True]
    return Flow(
        group,
        len(codes),
        both,
        told[True, False],
        told[False, True],
        told[False, False],
        Estimate("share-kept", both / len(codes), wilson(both, len(codes), level)),
    )


def _difference(flow: Flow, first: Flow, level: float) -> Estimate:
    value, interval = newcombe((flow.both, flow.enrolled), (first.both, first.enrolled), level)
    return Estimate(f"difference-kept:{flow.group}", value, interval)
