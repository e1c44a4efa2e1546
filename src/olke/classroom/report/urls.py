"""Addresses of a class's report."""

from __future__ import annotations

from django.urls import path

from olke.classroom.report import views

urlpatterns = [
    path("classes/<slug:key>/report/", views.report, name="report"),
    path("classes/<slug:key>/report/class.xlsx", views.workbook, name="report_workbook"),
    path("classes/<slug:key>/report/<slug:name>.csv", views.table, name="report_table"),
    path("classes/<slug:key>/report/keep/", views.keep, name="keep"),
    path("classes/<slug:key>/report/erase/", views.erase, name="erase"),
    path("classes/<slug:key>/report/<slug:seat>/", views.person, name="report_person"),
    path("classes/<slug:key>/report/<slug:seat>/erase/", views.erase_person, name="erase_person"),
]
