"""Addresses of courses."""

from __future__ import annotations

from django.urls import path

from olke.planning.courses import views, views_editing

urlpatterns = [
    path("courses/", views.courses, name="courses"),
    path("courses/new/", views_editing.new, name="new_course"),
    path("courses/<slug:key>/", views.course, name="course"),
    path("courses/<slug:key>/edit/", views_editing.edit, name="edit_course"),
]
