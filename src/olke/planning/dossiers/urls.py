"""Addresses of dossiers."""

from __future__ import annotations

from django.urls import path

from olke.planning.dossiers import views, views_changes

urlpatterns = [
    path("dossiers/", views.dossiers, name="dossiers"),
    path("dossiers/new/", views_changes.new, name="new_dossier"),
    path("dossiers/<slug:key>/", views.dossier, name="dossier"),
    path("dossiers/<slug:key>/edit/", views_changes.edit, name="edit_dossier"),
    path("dossiers/<slug:key>/change/", views_changes.change, name="change_dossier"),
    path("dossiers/<slug:key>/pictures/", views_changes.picture, name="add_picture"),
    path("dossiers/<slug:key>/pictures/<str:name>", views.picture, name="picture"),
    path("collect/", views_changes.collect, name="collect"),
]
