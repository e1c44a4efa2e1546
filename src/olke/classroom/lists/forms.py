"""The form of a class list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from olke.accounts.models import Person
from olke.classroom.domain.listing import MOST_NAMES, read_names
from olke.classroom.models import ClassList
from olke.teaching.documents.cleaning import cleaned_line


class ListForm(forms.Form):
    """A name for the class, and its names as they were pasted."""

    name = forms.CharField(label=_("Class or group"), max_length=80)
    names = forms.CharField(
        label=_("Names"),
        widget=forms.Textarea(attrs={"rows": 14, "autocomplete": "off", "spellcheck": "false"}),
        max_length=60_000,
        help_text=_("One a line, or a column copied from a spreadsheet."),
    )

    def __init__(
        self, *args: Any, owner: Person, class_list: ClassList | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._others = ClassList.objects.filter(owner=owner)
        if class_list:
            self._others = self._others.exclude(pk=class_list.pk)

    def clean_name(self) -> str:
        """Refuse a name that another list of the teacher has."""
        name = cleaned_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(gettext("Write what the class is called."))
        if self._others.filter(name=name).exists():
            raise forms.ValidationError(gettext("You have a list of this name already."))
        return name

    def clean_names(self) -> tuple[str, ...]:
        """Return the names, each once. Refuses none and too many."""
        names = read_names(self.cleaned_data["names"])
        if not names:
            raise forms.ValidationError(gettext("No line has a name in it."))
        if len(names) > MOST_NAMES:
            said = ngettext(
                "A list has %(most)s name at the most.",
                "A list has %(most)s names at the most.",
                MOST_NAMES,
            )
            raise forms.ValidationError(said % {"most": MOST_NAMES})
        return names
