"""What a drafter is asked for, and what it returns."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from olke.teaching.documents.items import AnyItem
from olke.teaching.documents.parts import NO_TEXT, Text

if TYPE_CHECKING:
    from olke.teaching.drafters.material import Material


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
    """What is asked of a drafter: how many items, for which stance, with which seed.

    ``method`` and ``dossier`` are their keys; ``groups`` is how many groups of learners there are,
    where portions are dealt out. ``proposition`` is what a debate is about, in a teacher's words.
    """

    method: str
    dossier: str
    seed: int
    wanted: int
    groups: int = 4
    proposition: Text = NO_TEXT

    def chance(self, purpose: str = "") -> random.Random:
        """Return a source of chance that depends on the order and on nothing else."""
        # A text seeds it through SHA-512, the same on every machine and Python.
        return random.Random(f"{self.dossier}/{self.method}/{self.seed}/{purpose}")  # noqa: S311


Drafter = Callable[["Material", Order], Draft]


@dataclass
class Numbered:
    """Gives items their ids, in order: ``i1``, ``i2`` ..."""

    count: int = field(default=0)

    def next(self) -> str:
        """Return the next id."""
        self.count += 1
        return f"i{self.count}"
