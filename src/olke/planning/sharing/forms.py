"""The form that lets a colleague in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from olke.accounts.models import Person, Role
from olke.teaching.models import Document


class ShareForm(forms.Form):
    """A colleague, by the name they sign in with."""

    username = forms.CharField(
        label=_("Colleague"),
        max_length=80,
        help_text=_("The name that they sign in with."),
    )
    may_change = forms.BooleanField(label=_("may change it"), required=False)

    def __init__(self, *args: Any, document: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._document = document

    def clean(self) -> dict[str, Any]:
        """Find the person; only somebody who teaches can be let in."""
        data = super().clean() or {}
        if not (name := data.get("username", "")):
            return data
        person = Person.objects.filter(username__iexact=name, is_active=True).first()
        if person is None or not person.has_role(Role.TEACHER):
            self.add_error("username", _("No teacher signs in with this name."))
        elif person.pk == self._document.owner_id:
            self.add_error("username", _("That is you: it is yours already."))
        return {**data, "person": person}
