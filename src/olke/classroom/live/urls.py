"""Addresses without a language: what a browser asks for that gets no socket through."""

from __future__ import annotations

from django.urls import path

from olke.classroom.live import views

urlpatterns = [
    path("class/<slug:key>/state", views.state, name="class_state"),
    path("class/<slug:key>/answers", views.answers, name="class_answers"),
]
