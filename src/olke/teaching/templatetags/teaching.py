"""What other rooms' pages show of teaching: ``{% load teaching %}``."""

from __future__ import annotations

import zlib
from typing import Any

from django import template
from django.template import RequestContext

from olke.accounts.models import Person
from olke.teaching.access import may_write
from olke.teaching.queries import dossiers_to_fill

register = template.Library()
COLLECTED = ("claim", "entity", "source", "drawing")


@register.inclusion_tag("teaching/_collect.html", takes_context=True)
def collect(context: RequestContext, kind: str, what: str, title: str = "") -> dict[str, Any]:
    """``{% collect "claim" claim.key title %}``: *Add to dossier*, for those who have dossiers.

    ``kind`` is ``claim``, ``entity``, ``source`` or ``drawing``, ``what`` a key, or the address of
    a drawing. Costs one statement a page, however often it stands there; none for visitors.
    """
    request = context.get("request")
    person = getattr(request, "user", None)
    if request is None or kind not in COLLECTED:
        return {"shown": False}
    if not isinstance(person, Person) or not may_write(person):
        return {"shown": False}
    if not hasattr(request, "olke_dossiers"):
        request.olke_dossiers = list(dossiers_to_fill(person)[:6])
    return {
        "shown": True,
        "request": request,
        "kind": kind,
        "what": what.strip().lstrip("/"),
        "title": title,
        "dossiers": request.olke_dossiers,
        "identity": f"collect-{kind}-{zlib.crc32(what.encode()):08x}",
    }


@register.inclusion_tag("teaching/_collect.html", takes_context=True)
def collect_page(context: RequestContext, title: str = "") -> dict[str, Any]:
    """``{% collect_page title %}``: *Add to dossier* for what a page was asked to draw."""
    request = context.get("request")
    query = request.META.get("QUERY_STRING", "") if request else ""
    if not request or not query:
        return {"shown": False}
    return collect(context, "drawing", f"{request.resolver_match.url_name}?{query}", title)
