"""Addresses of the projector; the class's key stands before them."""

from __future__ import annotations

from django.urls import path

from olke.classroom.projector import views

urlpatterns = [path("", views.projector, name="projector")]
