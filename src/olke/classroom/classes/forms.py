"""The form of a start: one button is enough, everything is chosen beforehand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from olke.accounts.models import Person
from olke.classroom.domain.starting import Choices
from olke.classroom.models import ClassList, LiveClass, Naming
from olke.teaching.documents.cleaning import cleaned_line
from olke.web.forms import Combobox

GROUPS_OFFERED = 20


class StartForm(forms.Form):
    """How a class is run, as far as the teacher wants to say."""

    group_name = forms.CharField(
        label=_("Class or group"),
        max_length=80,
        required=False,
        help_text=_("For yourself, to tell one class from another: 7 B, IS-23."),
    )
    naming = forms.ChoiceField(
        label=_("How learners are called"), widget=forms.RadioSelect, choices=Naming.choices
    )
    class_list = forms.ModelChoiceField(
        label=_("Class list"),
        queryset=ClassList.objects.none(),
        required=False,
        empty_label=None,
        help_text=_("Its names are offered to whoever joins; they stay on this server."),
    )
    language = forms.ChoiceField(
        label=_("Language of the projector"),
        choices=settings.LANGUAGES,
        help_text=_("Learners choose their own language on their phones."),
    )
    rehearsal = forms.BooleanField(
        label=_("Rehearsal"),
        required=False,
        help_text=_("To try the lesson out; it is marked as one and counts nowhere."),
    )

    def __init__(self, *args: Any, teacher: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = ClassList.objects.filter(owner=teacher)
        chosen = self.fields["class_list"]
        assert isinstance(chosen, forms.ModelChoiceField)  # noqa: S101 - as declared above
        chosen.queryset = lists
        self.has_lists = lists.exists()
        if not self.has_lists:
            self._leave_lists_out()
        self.fields["group_name"].widget = Combobox(suggestions=known_groups(teacher))

    def _leave_lists_out(self) -> None:
        del self.fields["class_list"]
        naming = self.fields["naming"]
        assert isinstance(naming, forms.ChoiceField)  # noqa: S101 - as declared above
        naming.choices = [one for one in Naming.choices if one[0] != Naming.LIST]

    def clean(self) -> dict[str, Any]:
        """Ask for the list where names come from one."""
        cleaned = super().clean() or {}
        if cleaned.get("naming") == Naming.LIST and not cleaned.get("class_list"):
            self.add_error("class_list", gettext("Choose the list."))
        return cleaned

    def choices(self) -> Choices:
        """Return what was chosen."""
        given = self.cleaned_data
        return Choices(
            language=given["language"],
            naming=Naming(given["naming"]),
            class_list=given.get("class_list"),
            group_name=cleaned_line(given["group_name"]),
            rehearsal=given["rehearsal"],
        )


def known_groups(teacher: Person) -> tuple[str, ...]:
    """Return the groups that a teacher's classes were called by, the last first."""
    rows = LiveClass.objects.filter(teacher=teacher).exclude(group_name="")
    names = rows.values_list("group_name", flat=True).order_by("-started_at")[:200]
    return tuple(dict.fromkeys(names))[:GROUPS_OFFERED]


def usual_choices(teacher: Person, language: str) -> dict[str, object]:
    """Return what a form begins with: as the teacher's last class was, in the page's language."""
    last = LiveClass.objects.filter(teacher=teacher).defer("script").first()
    usual: dict[str, object] = {"naming": Naming.NICKNAME, "language": language}
    return usual | ({"naming": last.naming, "class_list": last.class_list_id} if last else {})


def choices_again(live: LiveClass) -> dict[str, object]:
    """Return what a form begins with when a class is run again with another group."""
    return {"naming": live.naming, "language": live.language, "rehearsal": False}
