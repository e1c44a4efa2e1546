"""How forms look: label, hint, what is wrong, field; and the widgets that HTML does not have."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Draws every form with the templates in ``web/forms``; set as ``FORM_RENDERER``."""

    form_template_name = "web/forms/form.html"
    formset_template_name = "web/forms/formset.html"
    field_template_name = "web/forms/field.html"


class Combobox(forms.TextInput):
    """A text field that offers what is known while one types; a plain text field without script.

    ``source`` is an address that answers ``?q=`` with
    ``{"items": [{"value": …, "label": …, "note": …}]}``; ``value`` is what goes into the field.
    Without ``source`` the options are ``suggestions``, also offered by a browser without script.
    """

    template_name = "web/forms/combobox.html"

    class Media:
        js = (forms.Script("web/olke-combobox.js", type="module"),)

    def __init__(
        self, *, source: Any = "", suggestions: tuple[str, ...] = (), attrs: Any = None
    ) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})
        self.source = source
        self.suggestions = suggestions

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what the template needs beside an ordinary text field's parts."""
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}-list" if self.suggestions else ""
        if list_id:
            context["widget"]["attrs"]["list"] = list_id
        return {
            **context,
            "source": str(self.source),
            "suggestions": self.suggestions,
            "list_id": list_id,
        }
