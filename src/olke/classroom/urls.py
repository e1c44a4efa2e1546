"""Addresses of the live class that are pages in three languages."""

from __future__ import annotations

from django.urls import include, path

from olke.classroom.phone.urls import joining_urls

app_name = "classroom"
urlpatterns = [
    path("join/", include(joining_urls)),
    path("classes/", include("olke.classroom.classes.urls")),
    path("classes/lists/", include("olke.classroom.lists.urls")),
    path("", include("olke.classroom.report.urls")),
    path("classes/<slug:key>/", include("olke.classroom.console.urls")),
    path("classes/<slug:key>/projector/", include("olke.classroom.projector.urls")),
]
