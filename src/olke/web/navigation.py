"""What the header and footer show. Each room adds its own through its ``AppConfig``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


def everybody(_request: HttpRequest) -> bool:
    """Show a link to all."""
    return True


@dataclass(frozen=True)
class Link:
    """One entry of the header's menu.

    ``view`` is a URL name, ``order`` its place from left to right, ``shown`` tells for whom.
    """

    view: str
    title: str | Promise
    order: int
    shown: Callable[[HttpRequest], bool] = everybody


@dataclass(frozen=True)
class MenuItem:
    """A link as the page shows it; ``current`` is "page", "true" (a page under it) or ""."""

    title: str
    url: str
    current: str


def menu(request: HttpRequest) -> list[MenuItem]:
    """Return the menu for this request: every room's ``navigation``, in order."""
    links = [link for room in apps.get_app_configs() for link in getattr(room, "navigation", ())]
    shown = [link for link in sorted(links, key=lambda link: link.order) if link.shown(request)]
    return [_item(link, request.path) for link in shown]


def home_url() -> str:
    """Return the address of the region's first page."""
    try:
        return reverse(settings.LOGIN_REDIRECT_URL)
    except NoReverseMatch:
        return "/"


def frame_parts(request: HttpRequest) -> dict[str, object]:
    """Return what the rooms tell the page frame: every room's ``frame(request)``, merged.

    The names that the frame knows are ``region_title``, ``edition``, ``licence``, ``search_url``,
    ``join_url``, where a class's code is typed, and ``links``, pairs of a title and an address for
    the foot of the page.
    """
    parts: dict[str, object] = {}
    for room in apps.get_app_configs():
        frame = getattr(room, "frame", None)
        if frame is not None:
            parts.update(frame(request))
    return parts


def _item(link: Link, path: str) -> MenuItem:
    url = reverse(link.view)
    under = path.startswith(url) and url != home_url()
    current = "page" if path == url else "true" if under else ""
    return MenuItem(str(link.title), url, current)
