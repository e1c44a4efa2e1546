"""Addresses of what is printed."""

from __future__ import annotations

from django.urls import path

from olke.planning.printing import views

urlpatterns = [
    path("documents/<slug:key>/print/", views.printing, name="print"),
    path(
        "documents/<slug:key>/print/<slug:what>.<slug:form>", views.printed_file, name="print_file"
    ),
]
