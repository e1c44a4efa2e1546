"""Addresses of the desk."""

from __future__ import annotations

from django.urls import path

from olke.planning.desk import views

urlpatterns = [path("", views.desk, name="desk")]
