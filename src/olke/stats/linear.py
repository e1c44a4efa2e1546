"""The design of after on before and group, shared by people alone and whole classes."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from olke.stats.errors import StatsError
from olke.stats.results import LeftOut
from olke.stats.samples import Score, number, reasons, require, same_length

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Person:
    """One person with everything the model needs."""

    before: float
    after: float
    group: str
    cluster: Hashable = None


@dataclass(frozen=True, slots=True)
class Design:
    """People, and their groups with the reference first."""

    people: tuple[Person, ...]
    groups: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    covariate: bool = True

    @property
    def sizes(self) -> tuple[tuple[str, int], ...]:
        """Count each group."""
        told = [person.group for person in self.people]
        return tuple((group, told.count(group)) for group in self.groups)

    @property
    def grand_mean(self) -> float:
        """Give the mean before over everyone: where adjusted means are taken."""
        return sum(person.before for person in self.people) / len(self.people)

    def matrix(self) -> "Array":
        """Give columns: one, each further group, before less its grand mean (if there is one)."""
        import numpy as np

        columns = [np.ones(len(self.people))]
        columns += [
            np.array([float(person.group == group) for person in self.people])
            for group in self.groups[1:]
        ]
        if self.covariate:
            mean = self.grand_mean
            columns.append(np.array([person.before - mean for person in self.people]))
        matrix = np.column_stack(columns)
        if np.linalg.matrix_rank(matrix) < matrix.shape[1]:
            raise StatsError("singular-design")
        return matrix

    def outcomes(self) -> "Array":
        """Give the values after."""
        import numpy as np

        return np.array([person.after for person in self.people])


def design(
    after: Sequence[Score],
    groups: Sequence[str | None],
    before: Sequence[Score] | None = None,
    clusters: Sequence[Hashable] | None = None,
    reference: str | None = None,
) -> Design:
    """Keep those with everything; the reference group is the first to appear unless named.

    Raises StatsError `unequal-lengths`, `no-data`, `group-count` (two or more), `empty-group`,
    `too-few` (two in each group).
    """
    covariate = before is not None
    before = before if before is not None else [0.0] * len(after)
    given = clusters if clusters is not None else list(range(len(after)))
    for values in (groups, before, given):
        same_length(after, values)
    people, codes = [], []
    for person in zip(before, after, groups, given, strict=True):
        code = _missing(*person)
        if code:
            codes.append(code)
        else:
            one, two, group, cluster = person
            people.append(Person(number(one or 0.0), number(two or 0.0), str(group), cluster))
    require(len(people), 1)
    made = Design(tuple(people), _names(groups, reference), reasons(codes), covariate)
    _check(made)
    return made


def _missing(before: Score, after: Score, group: str | None, cluster: Hashable) -> str | None:
    if group is None:
        return "missing-group"
    if cluster is None:
        return "missing-cluster"
    if before is None:
        return "missing-both" if after is None else "missing-before"
    return "missing-after" if after is None else None


def _names(groups: Sequence[str | None], reference: str | None) -> tuple[str, ...]:
    names = list(dict.fromkeys(group for group in groups if group is not None))
    if reference is not None:
        if reference not in names:
            raise StatsError("empty-group", group=reference)
        names.sort(key=lambda name: name != reference)
    if len(names) < 2:
        raise StatsError("group-count", found=len(names), needed=2)
    return tuple(names)


def _check(made: Design) -> None:
    for group, size in made.sizes:
        if not size:
            raise StatsError("empty-group", group=group)
        require(size, 2)
