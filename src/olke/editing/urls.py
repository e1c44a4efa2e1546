"""Addresses of the researchers' desk."""

from __future__ import annotations

from django.urls import path

from olke.editing import views, views_records, views_review, views_transfer

app_name = "editing"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("transfer/", views_transfer.transfer, name="transfer"),
    path("transfer/about/", views_transfer.some_rows, name="some_rows"),
    path("transfer/spreadsheet/", views_transfer.spreadsheet, name="spreadsheet"),
    path("transfer/pack/", views_transfer.load_pack, name="load_pack"),
    path("transfer/pack.zip", views_transfer.pack_file, name="pack_file"),
    path("transfer/<slug:name>.<slug:form>", views_transfer.table_file, name="table_file"),
    path("suggestions/<slug:name>/", views.suggestions, name="suggestions"),
    path("review/", views_review.queue, name="queue"),
    path("claims/<slug:key>/review/", views_review.review, name="review"),
    path("history/<int:number>/revert/", views_review.revert, name="revert"),
    path("<slug:name>/", views.records, name="records"),
    path("<slug:name>/add/", views_records.add, name="add"),
    path("<slug:name>/<slug:key>/", views_records.change, name="change"),
]
