"""Several outcomes of one study: Holm's correction."""

from collections.abc import Mapping
from dataclasses import dataclass

from olke.stats.errors import StatsError


@dataclass(frozen=True, slots=True)
class Adjusted:
    """One outcome of a family. p, adjusted: None where the test was undefined."""

    outcome: str
    p: float | None
    adjusted: float | None


def holm(outcomes: Mapping[str, float | None]) -> tuple[Adjusted, ...]:
    """Adjust the p of every outcome of a family so that one false finding stays as rare as told.

    Holm (1979), Scandinavian Journal of Statistics 6, 65-70. Outcomes keep their order. One whose
    test was undefined still counts in the family's size: it was planned.
    Raises StatsError `bad-probability`.
    """
    for name, p in outcomes.items():
        if p is not None and not 0 <= p <= 1:
            raise StatsError("bad-probability", name=name, value=p)
    told = sorted((p, name) for name, p in outcomes.items() if p is not None)
    adjusted: dict[str, float] = {}
    least = 0.0
    for place, (p, name) in enumerate(told):
        least = max(least, min(1.0, p * (len(outcomes) - place)))
        adjusted[name] = least
    return tuple(Adjusted(name, p, adjusted.get(name)) for name, p in outcomes.items())
