"""Addresses of lessons."""

from __future__ import annotations

from django.urls import path

from olke.planning.lessons import views, views_editing, views_new

urlpatterns = [
    path("lessons/", views.lessons, name="lessons"),
    path("lessons/new/", views_new.new, name="new_lesson"),
    path("lessons/<slug:key>/", views.lesson, name="lesson"),
    path("lessons/<slug:key>/edit/", views_editing.edit, name="edit_lesson"),
    path("lessons/<slug:key>/keep/", views_editing.keep, name="keep_lesson"),
    path("lessons/<slug:key>/update/", views_editing.update, name="update_lesson"),
]
