"""Suggestions of subjects while somebody types a name."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from olke.explore.charts.adding import LONGEST, subject_suggestions


@require_safe
def subject_suggest(request: HttpRequest) -> JsonResponse:
    """Suggest subjects that have figures, by a name that begins as ``q`` does."""
    return JsonResponse({"items": subject_suggestions(request.GET.get("q", "")[:LONGEST])})
