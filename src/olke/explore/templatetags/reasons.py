"""Why a record was changed, for readers of any language: ``{% load reasons %}``."""

from __future__ import annotations

import re

from django import template
from django.utils.translation import gettext

register = template.Library()
# The history keeps what was written at the time, and loading a pack writes this.
LOADED = re.compile(r"pack (\S+?)(?:, edition (\S+))? loaded")


@register.filter
def reason(why: str) -> str:
    """``{{ entry.why|reason }}``: the program's own words translated, a person's as they stand."""
    loaded = LOADED.fullmatch(why)
    if loaded is None:
        return why
    name, edition = loaded.groups()
    if edition is None:
        return gettext("Loaded with the pack “%(name)s”") % {"name": name}
    words = gettext("Loaded with the pack “%(name)s”, edition %(edition)s")
    return words % {"name": name, "edition": edition}
