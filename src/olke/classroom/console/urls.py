"""Addresses of the console; the class's key stands before them."""

from __future__ import annotations

from django.urls import path

from olke.classroom.console import views

urlpatterns = [
    path("", views.console, name="console"),
    path("command/", views.command, name="command"),
]
