"""What is chosen before a document is printed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.exchange.forms.fields import Field
from olke.exchange.forms.form import Form
from olke.exchange.plans.options import PrintOptions
from olke.explore.charts.addresses import draw_address
from olke.explore.charts.rendering import png_of

WRITTEN = {
    Field.SCHOOL: _("School or university"),
    Field.TEACHER: pgettext_lazy("on a plan", "Teacher"),
    Field.DATE: pgettext_lazy("on a plan", "Date"),
    Field.PRESENT: pgettext_lazy("on a plan", "Present"),
    Field.ABSENT: pgettext_lazy("on a plan", "Absent"),
}
"""What a plan leaves a line for, and a teacher may fill in before printing."""


class PrintForm(forms.Form):
    """Language, official form, answers, and what stands on the lines of the plan."""

    language = forms.ChoiceField(label=_("Language of the print"), choices=settings.LANGUAGES)
    official = forms.ChoiceField(label=_("Official form"), required=False)
    answers = forms.BooleanField(label=_("with answers, for the teacher"), required=False)

    def __init__(self, *args: Any, known: tuple[Form, ...], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(form.key, form.title.said(language)) for form in known]
        self.fields["official"] = forms.ChoiceField(
            label=_("Official form"), choices=choices, required=False
        )
        for field, label in WRITTEN.items():
            self.fields[field.value] = forms.CharField(label=label, max_length=200, required=False)

    def options(self) -> PrintOptions:
        """Return what was chosen."""
        data = self.cleaned_data
        filled = {field: data[field.value] for field in WRITTEN if data.get(field.value)}
        return PrintOptions(
            answers=data["answers"],
            form=data["official"],
            filled=filled,
            draw=draw_address,
            rasterise=png_of,
        )
