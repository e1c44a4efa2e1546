"""Tags and filters available in every template; ``web/README.md`` shows each at work."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from olke.web.forms import Renderer
from olke.web.localised import localised as localised_text

register = template.Library()
KINDS = ("", "plain", "red", "wheat", "green")


class UnknownKind(template.TemplateSyntaxError):
    """A colour that the stylesheet does not have."""


@register.filter
def localised(record: object, field: str) -> str:
    """``{{ entity|localised:"name" }}``: the field in the reader's language, or the nearest."""
    return localised_text(record, field)


@register.inclusion_tag("web/parts/crumbs.html")
def crumbs(*steps: str) -> dict[str, Any]:
    """``{% crumbs title url title url … %}``: the way here; a title without url is this page."""
    pairs = [
        (steps[i], steps[i + 1] if i + 1 < len(steps) else "") for i in range(0, len(steps), 2)
    ]
    return {"steps": pairs}


@register.inclusion_tag("web/parts/pagination.html", takes_context=True)
def pagination(context: template.RequestContext, page: Page[Any]) -> dict[str, Any]:
    """``{% pagination page %}``: links to the other pages, keeping every other parameter."""
    query = context["request"].GET.copy()

    def address(number: int) -> str:
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "numbers": [(n, address(n) if isinstance(n, int) else "") for n in numbers],
        "previous": address(page.number - 1) if page.has_previous() else "",
        "next": address(page.number + 1) if page.has_next() else "",
    }


@register.simple_tag
def tag(text: object, kind: str = "") -> SafeString:
    """``{% tag text "red" %}``: a small mark. The word carries the meaning, never the colour."""
    return format_html('<span class="{}">{}</span>', _classes("tag", kind), text)


@register.simple_block_tag
def notice(content: str, kind: str = "", title: object = "") -> SafeString:
    """``{% notice "wheat" title %}…{% endnotice %}``: something that the reader should not miss."""
    heading = format_html("<b>{}</b>", title) if title else ""
    return format_html('<div class="{}">{}{}</div>', _classes("notice", kind), heading, content)


@register.simple_block_tag
def nothing(content: str, title: object) -> SafeString:
    """``{% nothing title %}…{% endnothing %}``: an empty list that says why and what to do."""
    return format_html('<div class="empty"><b>{}</b>{}</div>', title, content)


@register.simple_block_tag
def scroll(content: str, label: object) -> SafeString:
    """``{% scroll label %}<table>…{% endscroll %}``: scrolls inside itself where it is too wide."""
    return format_html(
        '<div class="scroll" role="region" tabindex="0" aria-label="{}">{}</div>', label, content
    )


@register.simple_block_tag
def figure(
    content: str,
    caption: object = "",
    source: object = "",
    downloads: Iterable[tuple[object, str]] = (),
    id: str = "",  # noqa: A002 - the HTML attribute's name
) -> SafeString:
    """``{% figure caption=… source=… downloads=… %}<svg>…{% endfigure %}``: a chart or map.

    ``downloads`` are pairs of a label (CSV, SVG, …) and an address. ``source`` says what the
    figure rests on: no figure goes without it.
    """
    parts = {
        "content": content,
        "caption": caption,
        "source": source,
        "downloads": list(downloads),
        "id": id,
    }
    return render_to_string("web/parts/figure.html", parts)


@register.simple_block_tag
def copyable(content: str, label: object = "") -> SafeString:
    """``{% copyable %}text{% endcopyable %}``: text with a button that copies it."""
    return render_to_string("web/parts/copyable.html", {"content": content, "label": label})


@register.simple_tag
def form_fields(form: BaseForm) -> SafeString:
    """``{% form_fields form %}``: the summary of errors and every field, without the form tag."""
    form.renderer = Renderer()
    return form.render("web/forms/form.html")


@register.simple_tag
def field(form: BaseForm, name: str) -> SafeString:
    """``{% field form "name" %}``: one field, where a form needs an order or groups of its own."""
    form.renderer = Renderer()
    return form[name].as_field_group()


@register.inclusion_tag("web/forms/errors.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """``{% error_summary form %}``: what is wrong, each error a link to its field."""
    return {"form": form, "errors": form.errors}


def _classes(name: str, kind: str) -> str:
    if kind not in KINDS:
        raise UnknownKind(f"{kind!r} is not one of {', '.join(KINDS[1:])}.")
    return f"{name} {name}-{kind}" if kind else name
