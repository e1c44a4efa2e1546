"""Addresses of the researchers' desk."""

from __future__ import annotations

from django.urls import path

from olke.editing import views

app_name = "editing"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("suggestions/<slug:name>/", views.suggestions, name="suggestions"),
    path("claims/<slug:key>/review/", views.review, name="review"),
    path("history/<int:number>/revert/", views.revert, name="revert"),
    path("<slug:name>/add/", views.add, name="add"),
    path("<slug:name>/<slug:key>/", views.change, name="change"),
]
