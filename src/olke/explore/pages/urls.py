"""Addresses of single records."""

from __future__ import annotations

from django.urls import path

from olke.explore.pages import views

urlpatterns = [
    path("claims/<slug:key>/", views.claim, name="claim"),
    path("entities/", views.entities, name="entities"),
    path("entities/<slug:key>/", views.entity, name="entity"),
    path("sources/", views.sources, name="sources"),
    path("sources/<slug:key>/", views.source, name="source"),
    path("indicators/", views.indicators, name="indicators"),
    path("indicators/<slug:key>/", views.indicator, name="indicator"),
    path("themes/<slug:key>/", views.theme, name="theme"),
    path("periods/<slug:key>/", views.period, name="period"),
    path("glossary/", views.glossary, name="glossary"),
    path("about/", views.about, name="about"),
]
