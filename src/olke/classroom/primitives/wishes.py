"""Dealing cards to other learners: everybody who wrote one gets one, nobody the own."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence


def dealt(
    cards: Mapping[int, int],
    people: Collection[int],
    before: Mapping[int, int] | None = None,
    *,
    seed: int = 0,
) -> dict[int, int]:
    """Return to whom each card goes.

    ``cards`` are the authors of the cards by number, ``people`` everybody there is, in their order.
    Those who wrote come first, then those who did not; more than one card gets nobody before
    everybody has one. What was dealt ``before`` stays where it is. The same arguments always give
    the same: chance comes from ``seed`` alone. A card stays where only its author is left.
    """
    given = {card: one for card, one in (before or {}).items() if card in cards and one in people}
    chance = random.Random(seed)  # noqa: S311 - a game, and it must come out the same again
    left = [card for card in cards if card not in given]
    chance.shuffle(left)
    given |= _matched(left, cards, _waiting(cards, people, given, chance))
    return given | _rest([card for card in left if card not in given], cards, people, given)


def _waiting(
    cards: Mapping[int, int],
    people: Collection[int],
    given: Mapping[int, int],
    chance: random.Random,
) -> list[int]:
    """Return who has no card yet: who wrote one first, each part in an order by chance."""
    authors, having = set(cards.values()), set(given.values())
    without = [one for one in people if one not in having]
    chance.shuffle(without)
    return sorted(without, key=lambda one: one not in authors)


def _matched(
    left: Sequence[int], cards: Mapping[int, int], waiting: Sequence[int]
) -> dict[int, int]:
    """Give a card to as many as possible, earlier ones before later ones (Kuhn's algorithm)."""
    holder: dict[int, int] = {}

    def find(one: int, seen: set[int]) -> bool:
        for card in left:
            if cards[card] == one or card in seen:
                continue
            seen.add(card)
            if card not in holder or find(holder[card], seen):
                holder[card] = one
                return True
        return False

    taken = 0
    for one in waiting:
        if taken == len(left):
            break
        free = next((c for c in left if c not in holder and cards[c] != one), None)
        if free is not None:
            holder[free] = one
            taken += 1
        elif find(one, set()):
            taken += 1
    return holder


def _rest(
    left: Sequence[int],
    cards: Mapping[int, int],
    people: Collection[int],
    given: Mapping[int, int],
) -> dict[int, int]:
    """Give what is left to whoever has the fewest."""
    counted = Counter(given.values())
    found: dict[int, int] = {}
    for card in left:
        others = [one for one in people if one != cards[card]]
        if others:
            found[card] = min(others, key=lambda one: counted[one])
            counted[found[card]] += 1
    return found
