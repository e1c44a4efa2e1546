"""The one error of statistics."""

from collections.abc import Mapping


class StatsError(ValueError):
    """A figure cannot be computed from what was given, and no number stands in for it.

    code: a key of `REASONS`, for a page to translate. details: what the reason names.
    """

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.details: Mapping[str, object] = details
        super().__init__(code, details)

    def __str__(self) -> str:
        """Say it in English."""
        return REASONS[self.code].format(**self.details)


REASONS = {
    "no-data": "nothing is left to count",
    "too-few": "{used} are too few: {needed} are needed",
    "too-few-clusters": "group {group!r} has {used} clusters: {needed} are needed",
    "empty-group": "group {group!r} has nobody in it",
    "group-count": "{found} groups, not {needed}",
    "unequal-lengths": "{one} values beside {other}",
    "not-a-number": "{value!r} is not a finite number",
    "not-yes-no": "{value!r} is neither yes nor no",
    "bad-level": "{level} is no level: more than 0, less than 1",
    "bad-count": "{count} of {total} is no share",
    "bad-probability": "{name} = {value} is no probability that fits here",
    "bad-parameter": "{name} = {value} does not fit here",
    "bad-bounds": "{value} lies outside the marks {lowest} to {highest}",
    "no-variation": "every value is the same, so nothing can be compared",
    "singular-design": "the values before and the groups cannot be told apart",
    "split-cluster": "cluster {cluster!r} has people in more than one group",
    "paired-data": "Fisher's angular test is for independent groups; these are the same people "
    "twice: use McNemar's test",
    "too-many-tables": "more than {limit} tables have these margins; the exact test is for small "
    "ones",
    "unreachable-power": "no sample up to {limit} reaches power {power}",
    "duplicate-unit": "{unit!r} is named twice",
}
