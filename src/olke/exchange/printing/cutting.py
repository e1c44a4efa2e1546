"""Which cards stand on which page, so that they can be cut out."""

from __future__ import annotations

from collections.abc import Iterator

from olke.exchange.printing.blocks import Card, Cards


def sheets_of(cards: Cards) -> Iterator[tuple[Card, ...]]:
    """Return the cards of each page; backs follow their fronts, mirrored from left to right."""
    size = cards.across * cards.down
    empty = Card(())
    for start in range(0, len(cards.cards), size):
        yield cards.cards[start : start + size]
        backs = cards.backs[start : start + size]
        if backs:
            full = (*backs, *(empty,) * (size - len(backs)))
            rows = (full[at : at + cards.across] for at in range(0, size, cards.across))
            yield tuple(card for row in rows for card in reversed(row))
