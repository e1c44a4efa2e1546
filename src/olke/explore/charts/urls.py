"""Addresses of charts."""

from __future__ import annotations

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from olke.explore.charts.downloads import FORMS
from olke.explore.charts.views import comparison, maps, series, subjects, timeline


class FormConverter(StringConverter):
    """The ending of a file that a chart can be had as."""

    regex = "|".join(FORMS)


register_converter(FormConverter, "chart_form")

urlpatterns = [
    path("series/", series.series, name="series"),
    path("series.<chart_form:form>", series.series_file, name="series_file"),
    path("subjects/suggest/", subjects.subject_suggest, name="subject_suggest"),
    path("compare/", comparison.compare, name="compare"),
    path("compare.<chart_form:form>", comparison.compare_file, name="compare_file"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("timeline.<chart_form:form>", timeline.timeline_file, name="timeline_file"),
    path("map/", maps.region_map, name="map"),
    path("map.<chart_form:form>", maps.map_file, name="map_file"),
]
