"""Forms of the learner's side."""

from __future__ import annotations

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from olke.classroom.domain.joining import LONGEST_NAME
from olke.classroom.models import Listed, LiveClass, Naming, Participant


class NicknameForm(forms.Form):
    """What a learner would like to be called; empty: by the seat code."""

    name = forms.CharField(
        label=_("What shall we call you?"),
        help_text=_("A first name or a nickname. Leave it empty to be a number only."),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(
            {"autocomplete": "nickname", "autocapitalize": "words", "enterkeyhint": "go"}
        ),
    )


class ListForm(forms.Form):
    """Who a learner is on the class list: names that are taken are not offered."""

    listed = forms.ModelChoiceField(
        label=_("Choose your name"),
        queryset=Listed.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": _("Somebody else has chosen this name. Ask your teacher.")
        },
    )

    def __init__(self, *args: object, live: LiveClass, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["listed"].queryset = free_names(live)  # type: ignore[attr-defined]


class SeatForm(forms.Form):
    """The way back in."""

    seat = forms.CharField(
        label=_("Your seat code"),
        max_length=20,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


def door_form(live: LiveClass, data: dict[str, str] | None = None) -> forms.Form:
    """Return the form by which one enters a class; one without fields where only seats are used."""
    if live.naming == Naming.LIST:
        return ListForm(data, live=live)
    return NicknameForm(data) if live.naming == Naming.NICKNAME else forms.Form(data)


def free_names(live: LiveClass) -> QuerySet[Listed]:
    """Return the names of a class's list that nobody has chosen yet."""
    taken = Participant.objects.filter(live_class=live, listed=OuterRef("pk"))
    return Listed.objects.filter(~Exists(taken), class_list=live.class_list_id)
