"""Addresses of the method library."""

from __future__ import annotations

from django.urls import path

from olke.planning.methods import views

urlpatterns = [
    path("methods/", views.methods, name="methods"),
    path("methods/<slug:key>/", views.method, name="method"),
    path("methods/<slug:key>/use/", views.use, name="use_method"),
]
