"""The style page: every part of the page frame at work, for whoever builds pages."""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from olke.web.forms import Combobox


class Sample(forms.Form):
    """One field of each kind; its words are samples like those of the page."""

    name = forms.CharField(label="Атауы", help_text="Дереккөзде қалай жазылса, солай.")
    place = forms.CharField(
        label="Орны",
        required=False,
        widget=Combobox(suggestions=("Үлгі қаласы", "Үлгі ауданы", "Үлгі ауылы")),
    )
    kind = forms.ChoiceField(
        label="Түрі", choices=[("a", "Нақты"), ("b", "Жоспар")], widget=forms.RadioSelect
    )
    certain = forms.BooleanField(label="Кезеңі анық", required=False)
    why = forms.CharField(label="Себебі", widget=forms.Textarea({"rows": 3}))


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Show every part; who may see it is decided where the address is given."""
    page = Paginator(range(400), 20).get_page(request.GET.get("page", 4))
    context = {
        "page": page,
        "form": Sample(),
        "wrong": Sample({"name": "", "kind": "a"}, prefix="wrong"),
        "downloads": [("CSV", "#csv"), ("XLSX", "#xlsx"), ("SVG", "#svg"), ("PNG", "#png")],
    }
    return render(request, "web/style.html", context)
