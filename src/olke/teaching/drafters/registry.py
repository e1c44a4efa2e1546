"""Drafters by name: the built-in ones, and those that installed packages offer.

A package offers a drafter by an entry point of the group ``olke.drafters``.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib.metadata import entry_points

from olke.teaching.documents.dossier import Dossier
from olke.teaching.drafters.board import draft_board
from olke.teaching.drafters.brainstorm import draft_brainstorm
from olke.teaching.drafters.close_reading import draft_close_reading
from olke.teaching.drafters.comparison_table import draft_comparison_table
from olke.teaching.drafters.contextualising import draft_contextualising
from olke.teaching.drafters.corroborating import draft_corroborating
from olke.teaching.drafters.debate import draft_debate
from olke.teaching.drafters.draft import Draft, Drafter, Order
from olke.teaching.drafters.forms_of_work import draft_forms_of_work
from olke.teaching.drafters.jigsaw import draft_jigsaw
from olke.teaching.drafters.levels import draft_levels
from olke.teaching.drafters.material import material_of
from olke.teaching.drafters.ordering import draft_ordering
from olke.teaching.drafters.poster import draft_poster
from olke.teaching.drafters.questions import draft_questions
from olke.teaching.drafters.seed_questions import draft_seed_questions
from olke.teaching.drafters.sourcing import draft_sourcing
from olke.teaching.drafters.tree import draft_tree
from olke.teaching.drafters.true_or_false import draft_true_or_false
from olke.teaching.methods.method import Method

GROUP = "olke.drafters"
BUILT_IN: dict[str, Drafter] = {
    "board": draft_board,
    "brainstorm": draft_brainstorm,
    "close-reading": draft_close_reading,
    "comparison-table": draft_comparison_table,
    "contextualising": draft_contextualising,
    "corroborating": draft_corroborating,
    "debate": draft_debate,
    "forms-of-work": draft_forms_of_work,
    "jigsaw": draft_jigsaw,
    "levels": draft_levels,
    "ordering": draft_ordering,
    "poster": draft_poster,
    "questions": draft_questions,
    "seed-questions": draft_seed_questions,
    "sourcing": draft_sourcing,
    "tree": draft_tree,
    "true-or-false": draft_true_or_false,
}
log = logging.getLogger(__name__)


class NoDrafterError(LookupError):
    """The method has no drafter, or one that is not installed."""


@cache
def drafters() -> dict[str, Drafter]:
    """Return all drafters by name; a foreign one that cannot be loaded is logged and left out."""
    found = dict(BUILT_IN)
    for point in entry_points(group=GROUP):
        if point.name in BUILT_IN:
            log.error("olke.drafters %s: the name is taken", point.name)
            continue
        try:
            found[point.name] = point.load()
        except Exception:  # whatever a foreign package raises
            log.exception("olke.drafters %s cannot be loaded", point.name)
    return found


def draft_items(method: Method, dossier: Dossier, *, seed: int, wanted: int | None = None) -> Draft:
    """Fill a method from a dossier; raises ``NoDrafterError``.

    The same dossier, evidence, method and seed give the same items.
    """
    try:
        drafter = drafters()[method.drafter]
    except KeyError:
        raise NoDrafterError(method.drafter or method.key) from None
    order = Order(method.key, dossier.key, seed, wanted or method.wanted or 10)
    return drafter(material_of(dossier), order)
