"""Addresses of the learner's side.

Joining is a page like any other, in three languages. A class has one address in every language: the
seat's cookie belongs to it, and each learner reads it in the language that the learner chose.
"""

from __future__ import annotations

from django.urls import path

from olke.classroom.phone.views import joining, page

app_name = "phone"
joining_urls = [
    path("", joining.join, name="join"),
    path("<str:code>/", joining.join_by_code, name="join_by_code"),
]
urlpatterns = [
    path("", page.phone, name="page"),
    path("join/", joining.take_seat, name="take_seat"),
    path("return/", joining.come_back, name="come_back"),
    path("language/", page.choose_language, name="language"),
    path("words/", page.words, name="words"),
    path("leave/", page.leave, name="leave"),
]
