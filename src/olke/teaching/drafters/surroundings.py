"""All the evidence around a dossier, found by what it is about.

Whether a statement is true is asked of hundreds of claims and of thousands of changed ones. Each is
held only against what is about the same thing, and at a time that touches its own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from olke.evidence.models import Aspect, Claim, ClaimKind
from olke.measures import Registry
from olke.teaching.drafters.figures import Figures
from olke.teaching.drafters.kin import Kin
from olke.teaching.drafters.timelines import NO_CLAIMS, Timeline

SAID_OF_FACT = frozenset({Aspect.ACTUAL, Aspect.ESTIMATE})
"""Aspects that speak of one number: what was done, and what it is thought to have been."""
Thing = tuple[Hashable, ...]
Cell = tuple[int, int, int | None, int | None]
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Surroundings:
    """Standing claims about a dossier's subjects or indicators, in the order of the evidence.

    ``kin`` tells which subjects and products belong together.
    """

    claims: tuple[Claim, ...]
    units: Registry
    kin: Kin = field(default_factory=Kin)

    @cached_property
    def figures(self) -> Figures:
        """Numbers side by side."""
        return Figures(self.units, self.claims)

    @cached_property
    def about(self) -> dict[tuple[int, int], tuple[Claim, ...]]:
        """The evidence by subject and indicator."""
        return _grouped(self.claims, [(c.subject_id, c.indicator_id) for c in self.claims])

    @cached_property
    def by_indicator(self) -> dict[int, tuple[Claim, ...]]:
        """The evidence by indicator, whatever the subject."""
        return _grouped(self.claims, [c.indicator_id for c in self.claims])

    @cached_property
    def by_subject(self) -> dict[int, tuple[Claim, ...]]:
        """The evidence by subject, whatever the indicator."""
        return _grouped(self.claims, [c.subject_id for c in self.claims])

    def numbers_like(self, claim: Claim, subject: int | None = None) -> Timeline:
        """Return the numbers of a claim's thing, measured as it is, at any time.

        Of its own subject, unless another one is named.
        """
        return self._things.get(thing_of(claim, subject or claim.subject_id), NO_CLAIMS)

    def numbers_of(self, claim: Claim) -> Timeline:
        """Return the numbers of a claim's subject, indicator and product, however measured."""
        thing = (claim.subject_id, claim.indicator_id, claim.product_id)
        return self._products.get(thing, NO_CLAIMS)

    def relatives(self, subject: int) -> frozenset[int]:
        """Return the subjects of the evidence that another might be mixed up with, and itself."""
        if subject not in self._relatives:
            line = self.kin.line(subject)
            found = {subject, *(line & self.by_subject.keys()), *self._meant_by.get(subject, ())}
            self._relatives[subject] = frozenset(found)
        return self._relatives[subject]

    def beside(self, statement: Claim) -> Timeline:
        """Return what may speak for a statement: of its kind, measured or called as it is.

        Of its subject or one that it might be mixed up with, and of the same indicator or, if its
        own subject's, of one of the same theme.
        """
        cell = (
            statement.subject_id,
            statement.indicator_id,
            statement.place_id,
            statement.object_id,
        )
        if cell not in self._beside:
            self._beside[cell] = _by_kind(self._worth_comparing(statement))
        return self._beside[cell].get(_kind_of(statement), NO_CLAIMS)

    def in_order(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return claims of the evidence in its order, each once."""
        found = {claim.pk: claim for claim in claims}
        return sorted(found.values(), key=lambda claim: self._places[claim.pk])

    def _worth_comparing(self, claim: Claim) -> list[Claim]:
        """Return the evidence that may speak for or against what is said of a subject."""
        theme, indicator = claim.indicator.theme_id, claim.indicator_id
        subjects = self.relatives(claim.subject_id) | {claim.place_id, claim.object_id}
        near = [o for s in subjects if s is not None for o in self.about.get((s, indicator), ())]
        near += self._by_party.get((indicator, claim.subject_id), ())
        others = [
            other
            for other in self.by_subject.get(claim.subject_id, ())
            if other.indicator_id != indicator
            and (theme is None or other.indicator.theme_id in (theme, None))
        ]
        return self.in_order(near) + others

    @cached_property
    def _beside(self) -> dict[Cell, dict[Hashable, Timeline]]:
        return {}  # filled as it is asked for: most subjects and indicators never meet

    @cached_property
    def _relatives(self) -> dict[int, frozenset[int]]:
        return {}  # filled as it is asked for

    @cached_property
    def _meant_by(self) -> dict[int, set[int]]:
        """Subjects of the evidence by all those in whose line they are."""
        found: dict[int, set[int]] = {}
        for subject in self.by_subject:
            for other in self.kin.line(subject):
                found.setdefault(other, set()).add(subject)
        return found

    @cached_property
    def _by_party(self) -> dict[tuple[int, int], list[Claim]]:
        """The evidence by indicator and by its place and its other party."""
        found: dict[tuple[int, int], list[Claim]] = {}
        for claim in self.claims:
            for party in {claim.place_id, claim.object_id}:
                if party is not None:
                    found.setdefault((claim.indicator_id, party), []).append(claim)
        return found

    @cached_property
    def _things(self) -> dict[Thing, Timeline]:
        found = [c for c in self.claims if c.kind == ClaimKind.OBSERVATION]
        return _timelines(found, [thing_of(claim, claim.subject_id) for claim in found])

    @cached_property
    def _products(self) -> dict[Thing, Timeline]:
        found = [c for c in self.claims if c.kind == ClaimKind.OBSERVATION]
        return _timelines(found, [(c.subject_id, c.indicator_id, c.product_id) for c in found])

    @cached_property
    def _places(self) -> dict[int, int]:
        return {claim.pk: place for place, claim in enumerate(self.claims)}


def thing_of(claim: Claim, subject: int) -> Thing:
    """Return what a number measures of a subject, and how; results and estimates are one."""
    aspect = Aspect.ACTUAL if claim.aspect in SAID_OF_FACT else claim.aspect
    thing = (subject, claim.indicator_id, claim.product_id)
    return (*thing, claim.measure, claim.base_period, aspect)


def _kind_of(claim: Claim) -> Hashable:
    if claim.kind == ClaimKind.OBSERVATION:
        return claim.kind, claim.measure
    return claim.kind, claim.indicator_id


def _by_kind(claims: Sequence[Claim]) -> dict[Hashable, Timeline]:
    return _timelines(claims, [_kind_of(claim) for claim in claims])


def _timelines(claims: Sequence[Claim], keys: Sequence[Key]) -> dict[Key, Timeline]:
    return {key: Timeline(group) for key, group in _grouped(claims, keys).items()}


def _grouped(claims: Sequence[Claim], keys: Sequence[Key]) -> dict[Key, tuple[Claim, ...]]:
    found: dict[Key, list[Claim]] = {}
    for claim, key in zip(claims, keys, strict=True):
        found.setdefault(key, []).append(claim)
    return {key: tuple(group) for key, group in found.items()}
