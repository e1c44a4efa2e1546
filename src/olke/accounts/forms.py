"""Forms of signing in and of looking after accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    validate_password,
)
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.accounts.domain import normalised_username
from olke.accounts.models import OrganisationKind, Person, Role
from olke.accounts.queries import everybody
from olke.web.forms import Combobox

ROLES = [(role.value, role.label) for role in Role if role != Role.VISITOR]


class SignInForm(forms.Form):
    """A name and a password."""

    username = forms.CharField(
        label=_("Sign-in name"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def clean_username(self) -> str:
        """Give the name its one spelling."""
        return normalised_username(self.cleaned_data["username"])


class ProfileForm(forms.Form):
    """The name that others see."""

    display_name = forms.CharField(
        label=_("Name shown to others"),
        max_length=120,
        help_text=_("Stands beside every change you make."),
    )


class PasswordForm(forms.Form):
    """A new password, typed once: it can be shown, and a link replaces a forgotten one."""

    password = forms.CharField(
        label=_("New password"),
        strip=False,
        help_text=_("At least 10 characters. Several words together are easy to remember."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    repeated = forms.CharField(
        label=_("The same password again"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        """Refuse passwords that are short, common or like the name."""
        password: str = self.cleaned_data["password"]
        try:
            validate_password(password, self.person)
        except forms.ValidationError as refused:
            # One thing at a time: what is too short is nearly always too common as well.
            raise forms.ValidationError(refused.error_list[:1]) from refused
        return password

    def clean_repeated(self) -> str:
        """Refuse a slip of the finger."""
        repeated: str = self.cleaned_data["repeated"]
        if "password" in self.cleaned_data and repeated != self.cleaned_data["password"]:
            raise forms.ValidationError(_("The two passwords differ."))
        return repeated


class PersonForm(forms.Form):
    """What an administrator may change about somebody."""

    display_name = forms.CharField(label=_("Name shown to others"), max_length=120)
    role = forms.ChoiceField(
        label=pgettext_lazy("of a person", "Role"), choices=ROLES, widget=forms.RadioSelect
    )
    is_active = forms.BooleanField(label=_("May sign in"), required=False)


class AddPersonForm(forms.Form):
    """A new account."""

    username = forms.CharField(
        label=_("Sign-in name"),
        max_length=80,
        help_text=_("Short and easy to type, for instance: aigul"),
        widget=forms.TextInput({"autocapitalize": "none", "autocomplete": "off"}),
    )
    display_name = forms.CharField(label=_("Name shown to others"), max_length=120, required=False)
    role = forms.ChoiceField(
        label=pgettext_lazy("of a person", "Role"),
        choices=ROLES,
        initial=Role.STUDENT,
        widget=forms.RadioSelect,
    )


class EraseForm(forms.Form):
    """Asks for the sign-in name, so that nobody erases the wrong account by a slip."""

    username = forms.CharField(
        label=_("Sign-in name of this account"),
        max_length=80,
        widget=forms.TextInput({"autocapitalize": "none", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["username"].help_text = _(
            "Type “%(name)s” to confirm that you mean this account."
        ) % {"name": person.username}

    def clean_username(self) -> str:
        """Refuse any other name."""
        name = normalised_username(self.cleaned_data["username"])
        if name != self.person.username:
            raise forms.ValidationError(
                _("This is not the sign-in name of this account: type “%(name)s”, or cancel."),
                params={"name": self.person.username},
            )
        return name


class OrganisationForm(forms.Form):
    """What is known of an organisation."""

    name = forms.CharField(label=pgettext_lazy("of an organisation", "Name"), max_length=200)
    kind = forms.ChoiceField(
        label=pgettext_lazy("of an organisation", "Kind"),
        choices=OrganisationKind.choices,
        widget=forms.RadioSelect,
    )


class MemberRoleForm(forms.Form):
    """What a member is in an organisation."""

    role = forms.ChoiceField(label=_("Role here"), choices=ROLES)


class MemberForm(MemberRoleForm):
    """Who belongs to an organisation from now on, and as what."""

    person = forms.CharField(
        label=_("Sign-in name"),
        max_length=80,
        help_text=_("Begin to type a name. The person needs an account first."),
        widget=Combobox(
            source=reverse_lazy("accounts:suggest_people"), attrs={"autocapitalize": "none"}
        ),
    )
    field_order = ["person", "role"]

    def clean_person(self) -> Person:
        """Return the account of that name."""
        name = normalised_username(self.cleaned_data["person"])
        person = everybody().filter(username=name).first()
        if person is None:
            raise forms.ValidationError(_("Nobody signs in with this name. Choose from the list."))
        return person
