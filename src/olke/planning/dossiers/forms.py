"""Forms of a dossier: its head, and what can be added to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from olke.planning.plain_fields import PlainLine, PlainText
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.parts import LONGEST_TITLE, text_of


class HeadForm(forms.Form):
    """Title, question and lead of a dossier, in the reader's language."""

    title = PlainLine(label=_("Title"), max_length=LONGEST_TITLE)
    question = PlainLine(
        label=_("Question"),
        max_length=500,
        required=False,
        help_text=_("What the dossier is to answer."),
    )
    lead = PlainText(
        label=_("Introduction"),
        max_length=5000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    @classmethod
    def of(cls, dossier: Dossier, language: str) -> HeadForm:
        """Return the form filled with a dossier's words in a language."""
        names = ("title", "question", "lead")
        return cls(initial={name: getattr(dossier, name).said(language) for name in names})

    def applied(self, dossier: Dossier, language: str) -> Dossier:
        """Return the dossier with what was entered in a language; other languages stay.

        Words that only stand in another language are offered as they are; left unchanged, they
        stay in that one alone.
        """
        data: dict[str, Any] = {}
        for name in ("title", "question", "lead"):
            before = getattr(dossier, name)
            if self.cleaned_data[name] != before.said(language):
                data[name] = text_of(language, self.cleaned_data[name], before)
        return dossier.model_copy(update=data)


class NewForm(forms.Form):
    """The title of a new dossier."""

    title = PlainLine(label=_("Title"), max_length=LONGEST_TITLE)


class NoteForm(forms.Form):
    """Words of one's own."""

    words = PlainText(label=_("Your note"), max_length=5000, widget=forms.Textarea({"rows": 3}))


class QuotationForm(forms.Form):
    """A short quotation, and where it is from."""

    quotation = PlainText(
        label=_("Quotation"),
        max_length=1200,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("A sentence or two, word for word."),
    )
    reference = PlainLine(
        label=_("Where it is from"),
        max_length=500,
        help_text=_("Author, title, year and page, or archive, fond, inventory, file and sheet."),
    )


class PictureForm(forms.Form):
    """A picture to upload, and where it is from."""

    picture = forms.FileField(
        label=_("Picture"), help_text=_("JPEG, PNG or WebP, up to 10 MB."), allow_empty_file=True
    )
    caption = PlainLine(label=_("Caption"), max_length=300, required=False)
    reference = PlainLine(label=_("Where it is from"), max_length=500, required=False)

    @property
    def upload(self) -> UploadedFile[bytes]:
        """The file that was uploaded."""
        found = self.cleaned_data["picture"]
        assert isinstance(found, UploadedFile)  # noqa: S101 - the field is required
        return found
