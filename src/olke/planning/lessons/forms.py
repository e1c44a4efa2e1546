"""The form of a new lesson: one page, everything chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from olke.exchange.plans.names import NAMES
from olke.planning.lessons.proposing import Wish
from olke.planning.plain_fields import PlainLine
from olke.teaching.documents.lesson import KINDS, LENGTHS, LessonForm, LessonKind
from olke.teaching.documents.parts import LONGEST_TITLE
from olke.teaching.models import FORMS, Document

USUAL_LENGTH = {
    LessonForm.LECTURE: 50,
    LessonForm.SEMINAR: 50,
    LessonForm.SCHOOL: 45,
    LessonForm.INDEPENDENT: 50,
}


def form_choices() -> list[tuple[str, str]]:
    """Return the four forms as a reader says them."""
    return [(form.value, capfirst(str(said))) for form, said in FORMS.items()]


def kind_choices() -> list[tuple[str, Any]]:
    """Return kinds of lessons grouped by form; the first of each is what is usual."""
    groups: list[tuple[str, Any]] = [("", gettext("usual"))]
    for form, said in form_choices():
        kinds = [(kind.value, str(NAMES[kind])) for kind in KINDS[LessonForm(form)]]
        groups.append((said, kinds))
    return groups


def length_choices() -> list[tuple[str, str]]:
    """Return the lengths of a lesson."""
    said = [ngettext("%(n)s minute", "%(n)s minutes", length) % {"n": length} for length in LENGTHS]
    return [(str(length), words) for length, words in zip(LENGTHS, said, strict=True)]


class NewLessonForm(forms.Form):
    """What Olke must know to propose a lesson; only the topic cannot be guessed."""

    topic = PlainLine(
        label=_("Topic"),
        max_length=LONGEST_TITLE,
        required=False,
        help_text=_("Left empty, the topic is the dossier’s title."),
    )
    dossier = forms.ChoiceField(
        label=_("Evidence from"),
        required=False,
        help_text=_("A dossier that is ready, or what a search finds on your topic."),
    )
    form = forms.ChoiceField(label=_("Form of the lesson"), widget=forms.RadioSelect)
    minutes = forms.ChoiceField(label=_("Length"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    audience = PlainLine(label=_("Class or programme"), max_length=200, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, dossiers: Iterable[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(document.key, document.title) for document in dossiers]
        for name, choices in (
            ("dossier", [("", gettext("find it by the topic")), *listed]),
            ("form", form_choices()),
            ("minutes", length_choices()),
            ("kind", kind_choices()),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - as declared above
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Refuse what has no topic at all; a kind of another form gives way to the usual one."""
        cleaned = super().clean() or {}
        if not cleaned.get("topic") and not cleaned.get("dossier"):
            self.add_error("topic", gettext("Say what the lesson is about, or choose a dossier."))
        return cleaned

    def wish(self, seed: int) -> Wish:
        """Return what was chosen."""
        given = self.cleaned_data
        form = LessonForm(given["form"])
        kind = LessonKind(given["kind"]) if given["kind"] else KINDS[form][0]
        if kind not in KINDS[form]:
            kind = KINDS[form][0]
        return Wish(
            form,
            kind,
            int(given["minutes"]),
            given["language"],
            given["topic"],
            given["audience"],
            seed,
        )
