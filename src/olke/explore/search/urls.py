"""Addresses of the first page and of searching."""

from __future__ import annotations

from django.urls import path

from olke.explore import home
from olke.explore.search import views

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", views.search, name="search"),
    path("search/suggest/", views.search_suggest, name="search_suggest"),
]
