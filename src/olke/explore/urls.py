"""Addresses of everything that only reads."""

from __future__ import annotations

from django.urls import include, path

from olke.explore.charts.urls import urlpatterns as charts
from olke.explore.pages.urls import urlpatterns as pages
from olke.explore.search.urls import urlpatterns as search

app_name = "explore"
urlpatterns = [path("", include([*search, *pages, *charts]))]
