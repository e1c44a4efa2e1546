"""Addresses. Kazakh pages have no prefix, Russian and English ones start with /ru/ and /en/."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from olke.explore.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    *i18n_patterns(
        path("accounts/", include("olke.accounts.urls")),
        path("", include("olke.explore.urls")),
        prefix_default_language=False,
    ),
]
