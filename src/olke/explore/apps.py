"""Registers the room with Django, and its links with the page frame."""

from __future__ import annotations

from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.web.navigation import Link


class Room(AppConfig):
    """The room's registration."""

    name = "olke.explore"
    label = "explore"
    default_auto_field = "django.db.models.BigAutoField"
    navigation = (
        Link("explore:home", pgettext_lazy("menu", "Overview"), 10),
        Link("explore:search", pgettext_lazy("menu", "Search"), 20),
        Link("explore:timeline", _("Timeline"), 30),
        Link("explore:compare", pgettext_lazy("menu", "Comparison"), 40),
        Link("explore:map", pgettext_lazy("menu", "Map"), 50),
        Link("explore:indicators", _("Indicators"), 60),
        Link("explore:sources", _("Sources"), 70),
    )

    def ready(self) -> None:
        """Follow changes of the evidence, so that search always answers from what is true."""
        from olke.explore.search import following  # noqa: F401, PLC0415 - models must be ready

    def frame(self, _request: HttpRequest) -> dict[str, object]:
        """Tell the page frame which region this is and what else there is to open."""
        from olke.explore.frame import page_links, region_frame  # noqa: PLC0415 - models must be ready

        return page_links() | region_frame()
