"""Addresses. Kazakh pages have no prefix, Russian and English ones start with /ru/ and /en/."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from olke.accounts.access import require
from olke.accounts.models import Role
from olke.explore.api.application import api
from olke.web.views import style

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    path("", include("olke.classroom.live.urls")),
    path("class/<slug:key>/", include("olke.classroom.phone.urls")),
    *i18n_patterns(
        path("accounts/", include("olke.accounts.urls")),
        path("style/", style if settings.DEBUG else require(Role.RESEARCHER)(style), name="style"),
        path("edit/", include("olke.editing.urls")),
        path("teaching/", include("olke.planning.urls")),
        path("", include("olke.classroom.urls")),
        path("", include("olke.explore.urls")),
        prefix_default_language=False,
    ),
]
