"""Addresses of the list of classes, and of starting one."""

from __future__ import annotations

from django.urls import path

from olke.classroom.classes import views

urlpatterns = [
    path("", views.classes, name="classes"),
    path("start/<slug:key>/", views.start, name="start"),
]
