"""Addresses of the teacher's pages."""

from __future__ import annotations

from django.urls import include, path

from olke.planning.desk.urls import urlpatterns as desk
from olke.planning.dossiers.urls import urlpatterns as dossiers
from olke.planning.sharing.urls import urlpatterns as sharing

app_name = "planning"
urlpatterns = [path("", include([*desk, *dossiers, *sharing]))]
