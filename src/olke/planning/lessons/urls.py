"""Addresses of lessons."""

from __future__ import annotations

from django.urls import path

from olke.planning.lessons import views

urlpatterns = [
    path("lessons/", views.lessons, name="lessons"),
    path("lessons/new/", views.new, name="new_lesson"),
    path("lessons/<slug:key>/", views.lesson, name="lesson"),
]
