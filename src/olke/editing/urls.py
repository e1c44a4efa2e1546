"""Addresses of the researchers' desk."""

from __future__ import annotations

from django.urls import path

from olke.editing import views, views_transfer

app_name = "editing"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("transfer/", views_transfer.transfer, name="transfer"),
    path("transfer/spreadsheet/", views_transfer.spreadsheet, name="spreadsheet"),
    path("transfer/pack/", views_transfer.load_pack, name="load_pack"),
    path("transfer/pack.zip", views_transfer.pack_file, name="pack_file"),
    path("transfer/<slug:name>.<slug:form>", views_transfer.table_file, name="table_file"),
    path("suggestions/<slug:name>/", views.suggestions, name="suggestions"),
    path("claims/<slug:key>/review/", views.review, name="review"),
    path("history/<int:number>/revert/", views.revert, name="revert"),
    path("<slug:name>/add/", views.add, name="add"),
    path("<slug:name>/<slug:key>/", views.change, name="change"),
]
