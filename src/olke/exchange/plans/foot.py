"""The foot line of a print: whose evidence it rests on, and in which edition."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from olke.packs.models import Pack
from olke.packs.queries import loaded_packs

MOST_NAMED = 2  # packs; more would not fit the line
LINE = 100
"""Characters that a line of small print has room for beside the page's number."""
LEAST = 24
"""Characters by which a title is known."""


def foot_line(title: str) -> str:
    """Return what stands at the foot of each page: two statements.

    ``title`` is the document's, shortened to fit one line.
    """
    packs = loaded_packs().prefetch_related("editions")[:MOST_NAMED]
    named = " · ".join([pgettext("name of the program", "Olke"), *map(_named, packs)])
    return f"{named} · {_short(title, max(LINE - len(named) - 3, LEAST))}"


def _named(pack: Pack) -> str:
    edition = next(iter(pack.editions.all()), None)
    if edition is None:
        return str(pack.title)
    said = _("edition %(number)s (%(checksum)s)")
    return f"{pack.title}, {said % {'number': edition.number, 'checksum': edition.checksum[:12]}}"


def _short(title: str, most: int) -> str:
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"
