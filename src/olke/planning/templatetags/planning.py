"""Showing teaching documents: ``{% load planning %}``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import RequestContext
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from olke.evidence.models import Citation
from olke.exchange.printing.blocks import Listing, Paragraph, from_text
from olke.planning.documents import PAGES
from olke.planning.kinds import KIND_LISTS, KIND_TITLES
from olke.sources.labels import long_label
from olke.sources.models import Source
from olke.teaching.documents.parts import Text
from olke.teaching.models import Document, DocumentKind

register = template.Library()


@register.simple_tag
def said(text: Text) -> str:
    """``{% said dossier.title %}``: words in the reader's language, or the nearest filled."""
    return text.said(get_language() or "kk") if text else ""


@register.simple_tag
def paragraphs(text: Text) -> SafeString:
    """``{% paragraphs dossier.lead %}``: a plain text as paragraphs and lists."""
    blocks = from_text(said(text))
    return mark_safe("".join(_html(block) for block in blocks))  # noqa: S308 - escaped below


@register.simple_tag
def document_url(document: Document) -> str:
    """Return the page of a document."""
    return reverse(PAGES[DocumentKind(document.kind)], args=[document.key])


@register.simple_tag
def kind_title(kind: DocumentKind) -> str:
    """Name the list of a kind of document."""
    return str(KIND_TITLES[kind])


@register.simple_tag
def kind_url(kind: DocumentKind) -> str:
    """Return the list of a kind of document."""
    return reverse(KIND_LISTS[kind])


@register.filter
def at(section: int, entry: int) -> str:
    """``{{ section.number|at:entry.number }}``: a place as changes name it."""
    return f"{section}-{entry}"


@register.simple_tag
def tag_missing() -> SafeString:
    """Say that the evidence has something no more."""
    return format_html('<span class="tag tag-red">{}</span>', _("no longer in the evidence"))


@register.simple_tag
def drawing_url(address: str) -> str:
    """Return the page that draws: ``series?…`` under the reader's language."""
    page, _query, query = address.partition("?")
    return reverse(f"explore:{page}") + (f"?{query}" if query else "")


@register.simple_tag
def drawing_title(address: str) -> str:
    """Name a drawing by what kind it is."""
    names = {
        "series": _("Chart"),
        "compare": _("Comparison"),
        "timeline": _("Timeline"),
        "map": _("Map"),
    }
    return names.get(address.partition("?")[0], address)


@register.simple_tag(takes_context=True)
def link_query(context: RequestContext) -> str:
    """Carry the secret of a private link on to what the page shows."""
    request = context.get("request")
    secret = request.GET.get("link", "") if request else ""
    return format_html("?link={}", secret) if secret else ""


@register.inclusion_tag("planning/_sources.html")
def source_list(citations: Iterable[Citation]) -> dict[str, Any]:
    """List every source once, the one that others are cited through after them."""
    found: dict[int, Source] = {}
    for citation in citations:
        for source in filter(None, (citation.through, citation.source)):
            found.setdefault(source.pk, source)
    return {"sources": [(source, long_label(source)) for source in found.values()]}


def _html(block: object) -> str:
    if isinstance(block, Listing):
        tag = "ol" if block.numbered else "ul"
        entries = (("".join(run.text for run in entry),) for entry in block.entries)
        inner = format_html_join("", "<li>{}</li>", entries)
        return format_html("<{0}>{1}</{0}>", mark_safe(tag), inner)  # noqa: S308 - one of two
    if isinstance(block, Paragraph):
        return format_html("<p>{}</p>", "".join(run.text for run in block.words))
    return ""
