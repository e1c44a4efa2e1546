"""Addresses of signing in, one's own account and the people of this installation."""

from __future__ import annotations

from django.urls import path

from olke.accounts import views, views_organisations

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/<str:secret>/", views.sign_in_with_link, name="sign_in_with_link"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("profile/", views.profile, name="profile"),
    path("profile/password/", views.password, name="password"),
    path("people/", views.people, name="people"),
    path("people/add/", views.add_person, name="add_person"),
    path("people/<int:pk>/", views.person, name="person"),
    path("people/<int:pk>/link/", views.new_link, name="new_link"),
    path("people/<int:pk>/erase/", views.erase_person, name="erase_person"),
    path("people/suggestions/", views_organisations.suggest_people, name="suggest_people"),
    path("organisations/", views_organisations.organisations, name="organisations"),
    path("organisations/add/", views_organisations.add_organisation, name="add_organisation"),
    path("organisations/<int:pk>/", views_organisations.organisation, name="organisation"),
    path("organisations/<int:pk>/members/", views_organisations.add_member, name="add_member"),
    path(
        "organisations/<int:pk>/members/<int:person>/",
        views_organisations.change_member,
        name="change_member",
    ),
    path(
        "organisations/<int:pk>/members/<int:person>/remove/",
        views_organisations.remove_member,
        name="remove_member",
    ),
]
