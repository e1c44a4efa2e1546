"""Addresses of class lists."""

from __future__ import annotations

from django.urls import path

from olke.classroom.lists import views

urlpatterns = [
    path("", views.class_lists, name="lists"),
    path("new/", views.new_list, name="new_list"),
    path("<int:pk>/", views.class_list, name="list"),
    path("<int:pk>/erase/", views.erase_list, name="erase_list"),
]
