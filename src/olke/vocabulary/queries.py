"""Reading the vocabulary where it nests."""

from __future__ import annotations

from olke.vocabulary.models import Theme


def themes_within(key: str) -> frozenset[int]:
    """Return the primary keys of a theme and of every theme within it, however deep.

    Reads all themes in one statement: a region has some dozens. Empty where none has that key.
    """
    themes = list(Theme.objects.order_by().values_list("pk", "key", "parent_id"))
    within = ring = {pk for pk, own, _parent in themes if own == key}
    while ring:
        ring = {pk for pk, _own, parent in themes if parent in ring} - within
        within = within | ring
    return frozenset(within)
