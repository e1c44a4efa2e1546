"""What goes out of the desk and comes back: which rows, a spreadsheet, a pack."""

from __future__ import annotations

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.editing.forms import ReasonForm
from olke.editing.queries import key_named
from olke.entities.models import Entity
from olke.web.forms import Combobox

LARGEST_SPREADSHEET = 10 * 1024**2
KEEP_ASKING = "ask"


class SomeRowsForm(forms.Form):
    """The claims of one entity as a spreadsheet, or their citations."""

    about = forms.CharField(
        label=_("Place, organisation or person"),
        widget=Combobox(source=reverse_lazy("editing:suggestions", args=["entities"])),
        max_length=200,
        error_messages={"required": _("Begin to type a name, and choose from the list.")},
    )
    table = forms.ChoiceField(
        label=_("Table"), choices=[("claims", _("Claims")), ("citations", _("Citations"))]
    )
    form = forms.ChoiceField(
        label=pgettext_lazy("on a computer", "File"), choices=[("xlsx", "XLSX"), ("csv", "CSV")]
    )

    def clean_about(self) -> Entity:
        """Return the entity of that key or name."""
        said = self.cleaned_data["about"].strip()
        found = Entity.objects.filter(key__in=[said, key_named("entities", said)]).first()
        if found is None:
            raise forms.ValidationError(
                _("Nothing here is called “%(name)s”: choose from the list."),
                params={"name": said},
            )
        return found


class SpreadsheetForm(forms.Form):
    """A corrected spreadsheet."""

    file = forms.FileField(
        label=_("Corrected spreadsheet"),
        help_text=_("XLSX or CSV, as it was downloaded here, with the first row kept."),
        error_messages={"required": _("Choose the file first.")},
    )

    def clean_file(self) -> object:
        """Refuse what is too large to be shown row by row."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST_SPREADSHEET:
            raise forms.ValidationError(_("The file is too large: a spreadsheet may take 10 MB."))
        return upload


class PackForm(ReasonForm):
    """A pack that was corrected elsewhere."""

    file = forms.FileField(
        label=_("Pack"),
        help_text=_("The pack’s folder as a ZIP file."),
        error_messages={"required": _("Choose the file first.")},
    )
    prefer = forms.ChoiceField(
        label=_("Where a record was changed here and in the file"),
        choices=[
            (KEEP_ASKING, _("load nothing and show me")),
            ("pack", _("take the file’s")),
            ("database", _("keep what is here")),
        ],
    )
    field_order = ("file", "prefer", "why")
