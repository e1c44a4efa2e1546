"""Keeping the problems of a pack while they are found, however many they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from olke.exchange.pack.report import Alike, Problem

MOST_ALIKE = 2000
"""Problems of one code in one column of one file that are kept whole; the next tell nothing new,
and a million of them take four gigabytes."""


class Found:
    """Problems in the order they were found, at most ``MOST_ALIKE`` alike; the rest are counted."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._kept: list[Problem] = []
        self._counts: Counter[Alike] = Counter()
        self.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        """Give each problem that is kept."""
        return iter(self._kept)

    def append(self, problem: Problem) -> None:
        """Keep a problem, or count it where there are enough like it."""
        self._counts[problem.alike] += 1
        if self._counts[problem.alike] <= MOST_ALIKE:
            self._kept.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over problems one by one, and what others have counted without keeping it."""
        for problem in problems:
            self.append(problem)
        if isinstance(problems, Found):
            self._counts.update(problems.left_out)

    @property
    def left_out(self) -> Mapping[Alike, int]:
        """How many of each kind are not among those that are kept."""
        kept = Counter(problem.alike for problem in self._kept)
        return {alike: n - kept[alike] for alike, n in self._counts.items() if n > kept[alike]}
