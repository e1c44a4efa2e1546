"""What the header and footer say of the region: one statement a page."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext

from olke.packs.queries import loaded_packs


def page_links() -> dict[str, object]:
    """Return where to search from any page, and the pages that the menu has no room for."""
    return {
        "search_url": reverse("explore:search"),
        "links": [
            (gettext("Places, organisations, people"), reverse("explore:entities")),
            (gettext("Glossary"), reverse("explore:glossary")),
            (gettext("About the evidence"), reverse("explore:about")),
        ],
    }


def region_frame() -> dict[str, object]:
    """Return the region's title and its newest edition; nothing where no or several are loaded."""
    packs = list(loaded_packs().prefetch_related("editions")[:2])
    if len(packs) != 1:
        return {}
    edition = next(iter(packs[0].editions.all()), None)
    return {
        "region_title": packs[0].title,
        "edition": gettext("Edition %(number)s, checksum %(checksum)s")
        % {"number": edition.number, "checksum": edition.checksum[:12]}
        if edition
        else "",
    }


def origin() -> str:
    """Say whose evidence and which edition a picture was made from, for where it stands alone."""
    return ". ".join(str(words) for words in region_frame().values() if words)
