"""What readers are told of how their query was read, where it was not as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from olke.explore.search.parsing import Typed
from olke.explore.search.planning import Plan
from olke.explore.search.spelling import spelled


def notes(typed: Typed, plan: Plan) -> Iterator[str]:
    """Say in sentences what was left unread and which words were taken for others.

    Two statements at most for each word taken for another.
    """
    if not typed.whole:
        said = gettext("Only the beginning was searched for: “%(read)s”.")
        yield said % {"read": typed.text}
    for word, terms in plan.meant:
        said = gettext("“%(typed)s” was read as %(meant)s.")
        yield said % {"typed": word, "meant": ", ".join(map(spelled, terms))}
