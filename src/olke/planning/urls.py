"""Addresses of the teacher's pages."""

from __future__ import annotations

from django.urls import include, path

from olke.planning.courses.urls import urlpatterns as courses
from olke.planning.desk.urls import urlpatterns as desk
from olke.planning.dossiers.urls import urlpatterns as dossiers
from olke.planning.lessons.urls import urlpatterns as lessons
from olke.planning.methods.urls import urlpatterns as methods
from olke.planning.printing.urls import urlpatterns as printing
from olke.planning.sharing.urls import urlpatterns as sharing

app_name = "planning"
urlpatterns = [
    path(
        "",
        include([*desk, *courses, *dossiers, *lessons, *methods, *printing, *sharing]),
    )
]
