"""Addresses for what every kind of document has."""

from __future__ import annotations

from django.urls import path

from olke.planning.sharing import views, views_versions

urlpatterns = [
    path("documents/<slug:key>/versions/", views_versions.versions, name="versions"),
    path(
        "documents/<slug:key>/versions/<int:number>/restore/",
        views_versions.restore,
        name="restore_version",
    ),
    path("documents/<slug:key>/share/", views.share, name="share"),
    path("documents/<slug:key>/share/change/", views.change_share, name="change_share"),
    path("documents/<slug:key>/copy/", views.copy, name="copy"),
    path("documents/<slug:key>/remove/", views.remove, name="remove"),
    path("documents/<slug:key>/bring-back/", views.back, name="bring_back"),
    path("documents/<slug:key>/seen/", views.seen, name="seen"),
    path("removed/", views.removed, name="removed"),
]
