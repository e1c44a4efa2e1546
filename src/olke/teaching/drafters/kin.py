"""Which subjects and products belong together: parts and wholes, predecessors and namesakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from olke.entities.models import Entity, Relation, RelationKind
from olke.vocabulary.models import Product

_UPWARD = (RelationKind.PART_OF, RelationKind.LOCATED_IN, RelationKind.SUBORDINATE_TO)
_SUCCESSION = (RelationKind.SUCCESSOR_OF, RelationKind.MERGED_INTO, RelationKind.SPLIT_FROM)
Links = Mapping[int, frozenset[int]]


@dataclass(frozen=True)
class Kin:
    """Relations of entities and products, by their row numbers.

    ``wholes`` leads from a part to what it is part of, ``forms`` to predecessors, successors and
    entities of the same name, ``parents`` from a product to the wider one.
    """

    wholes: Links = field(default_factory=dict)
    forms: Links = field(default_factory=dict)
    parents: Mapping[int, int] = field(default_factory=dict)
    _lines: dict[int, frozenset[int]] = field(default_factory=dict, compare=False)
    _forms: dict[int, frozenset[int]] = field(default_factory=dict, compare=False)

    def within(self, part: int, whole: int) -> bool:
        """Tell whether one entity is part of another, over any number of steps."""
        return part != whole and whole in _reached(part, self.wholes)

    def one_in_time(self, one: int, other: int) -> bool:
        """Tell whether two entities are one, of one name, or one came out of the other."""
        return one == other or other in self.forms_of(one)

    def forms_of(self, entity: int) -> frozenset[int]:
        """Return an entity with its predecessors, successors and namesakes."""
        if entity not in self.forms:
            return frozenset({entity})
        if entity not in self._forms:
            self._forms[entity] = _reached(entity, self.forms)
        return self._forms[entity]

    def related(self, one: int, other: int) -> bool:
        """Tell whether what is said of one entity might be meant of the other."""
        return other in self.line(one) or one in self.line(other)

    def of_one_kind(self, one: int | None, other: int | None) -> bool:
        """Tell whether two products are one, or one is wider; no product is any product."""
        if one is None or other is None or one == other:
            return True
        return one in self._chain(other) or other in self._chain(one)

    def line(self, entity: int) -> frozenset[int]:
        """Return an entity with its wholes and forms, theirs too, over any number of steps."""
        if entity not in self._lines:
            self._lines[entity] = _reached(entity, self.wholes, self.forms)
        return self._lines[entity]

    def _chain(self, product: int) -> list[int]:
        chain = [product]
        while (wider := self.parents.get(chain[-1])) is not None and wider not in chain:
            chain.append(wider)
        return chain


def kin_of(entities: Iterable[Entity]) -> Kin:
    """Read how all entities and products belong together: two statements.

    ``entities`` are those of which namesakes are looked for.
    """
    wholes: dict[int, set[int]] = {}
    forms: dict[int, set[int]] = {}
    for one, kind, other in Relation.objects.values_list("entity_id", "kind", "other_id"):
        if kind in _UPWARD:
            wholes.setdefault(one, set()).add(other)
        elif kind in _SUCCESSION:
            forms.setdefault(one, set()).add(other)
            forms.setdefault(other, set()).add(one)
    for one, other in _namesakes(entities):
        forms.setdefault(one, set()).add(other)
        forms.setdefault(other, set()).add(one)
    parents = Product.objects.exclude(parent=None).values_list("pk", "parent_id")
    wider = {product: parent for product, parent in parents if parent is not None}
    return Kin(_frozen(wholes), _frozen(forms), wider)


def _namesakes(entities: Iterable[Entity]) -> Iterable[tuple[int, int]]:
    first: dict[str, int] = {}
    for entity in entities:
        for name in (entity.name_kk, entity.name_ru, entity.name_en):
            said = " ".join(name.casefold().split())
            if said and first.setdefault(said, entity.pk) != entity.pk:
                yield first[said], entity.pk


def _frozen(links: dict[int, set[int]]) -> Links:
    return {one: frozenset(others) for one, others in links.items()}


def _reached(start: int, *links: Links) -> frozenset[int]:
    found = {start}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for each in links:
            new = each.get(here, frozenset()) - found
            found |= new
            waiting.extend(new)
    return frozenset(found)
