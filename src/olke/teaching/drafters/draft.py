"""What a drafter is asked for, and what it returns."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from olke.teaching.documents.items import AnyItem

if TYPE_CHECKING:
    from olke.teaching.drafters.material import Material

UNNUMBERED = "i0"
"""The id of an item until the draft that it is for numbers it."""


@dataclass(frozen=True)
class Shortfall:
    """What the dossier lacks: ``code`` names it, ``found`` of ``needed`` are there.

    Codes are the fields of ``methods.method.Needs`` (claims, observations, events, series, pairs,
    disagreements, sources, subjects) and what single drafters look for (topics, tables, contexts,
    points for and against); ``messages`` says it in the reader's language.
    """

    code: str
    needed: int
    found: int


@dataclass(frozen=True)
class Draft:
    """Items for an activity. ``shortfalls`` tell why there are fewer than asked for."""

    items: tuple[AnyItem, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()


@dataclass(frozen=True)
class Order:
    """What is asked of a drafter: how many items, of which dossier, with which seed.

    ``method`` and ``dossier`` are their keys.
    """

    method: str
    dossier: str
    seed: int
    wanted: int

    def chance(self, purpose: str = "") -> random.Random:
        """Return a source of chance that depends on the order and on nothing else."""
        # A text seeds it through SHA-512, the same on every machine and Python.
        return random.Random(f"{self.dossier}/{self.method}/{self.seed}/{purpose}")  # noqa: S311


Drafter = Callable[["Material", Order], Draft]


def numbered(items: Iterable[AnyItem]) -> tuple[AnyItem, ...]:
    """Return items with ids by their place: ``i1``, ``i2`` ..."""
    return tuple(
        item.model_copy(update={"id": f"i{place}"}) for place, item in enumerate(items, start=1)
    )


def short_of(code: str, needed: int, found: int) -> tuple[Shortfall, ...]:
    """Return what is lacking: nothing where enough is found."""
    return (Shortfall(code, needed, found),) if found < needed else ()


def draft_of(items: Iterable[AnyItem], wanted: int, code: str) -> Draft:
    """Return the first ``wanted`` items, numbered, and a shortfall where there are fewer."""
    made = numbered(islice(items, wanted))
    return Draft(made, short_of(code, wanted, len(made)))
