"""The organisations of this installation and who belongs to them; for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from olke.accounts import domain, queries
from olke.accounts.access import require, signed_in
from olke.accounts.errors import AccountError
from olke.accounts.forms import MemberForm, MemberRoleForm, OrganisationForm
from olke.accounts.models import Membership, Organisation, OrganisationKind, Role

GET_AND_POST = ["GET", "HEAD", "POST"]
PAGE = 50


@require_safe
@require(Role.ADMINISTRATOR)
def organisations(request: HttpRequest) -> HttpResponse:
    """List the organisations with the number of their members."""
    page = Paginator(queries.organisations(), PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/organisations.html", {"page": page})


@require_http_methods(GET_AND_POST)
@require(Role.ADMINISTRATOR)
def add_organisation(request: HttpRequest) -> HttpResponse:
    """Add an organisation; its members come afterwards, on its page."""
    form = OrganisationForm(request.POST or None, initial={"kind": OrganisationKind.SCHOOL})
    if request.method == "POST" and form.is_valid():
        name, kind = form.cleaned_data["name"], OrganisationKind(form.cleaned_data["kind"])
        try:
            added = domain.add_organisation(name=name, kind=kind, by=signed_in(request))
        except AccountError as fault:
            form.add_error("name", str(fault))
        else:
            messages.success(request, _("The organisation is added. Now say who belongs to it."))
            return redirect("accounts:organisation", added.pk)
    status = 422 if form.errors else 200
    return render(request, "accounts/add_organisation.html", {"form": form}, status=status)


@require_http_methods(GET_AND_POST)
@require(Role.ADMINISTRATOR)
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an organisation with its members, and change its name and kind."""
    shown = get_object_or_404(Organisation, pk=pk)
    form = OrganisationForm(request.POST or None, initial={"name": shown.name, "kind": shown.kind})
    if request.method == "POST" and form.is_valid():
        name, kind = form.cleaned_data["name"], OrganisationKind(form.cleaned_data["kind"])
        try:
            domain.change_organisation(shown, name=name, kind=kind, by=signed_in(request))
        except AccountError as fault:
            form.add_error("name", str(fault))
        else:
            messages.success(request, _("The organisation is saved."))
            return redirect("accounts:organisation", pk)
    return _show(request, shown, form=form)


@require_POST
@require(Role.ADMINISTRATOR)
def add_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody belong to an organisation, or give a member another role there."""
    shown = get_object_or_404(Organisation, pk=pk)
    member_form = MemberForm(request.POST)
    if not member_form.is_valid():
        return _show(request, shown, member_form=member_form)
    person, role = member_form.cleaned_data["person"], Role(member_form.cleaned_data["role"])
    domain.set_member(shown, person, role, by=signed_in(request))
    messages.success(request, _("Now a member: %(name)s.") % {"name": person})
    return redirect("accounts:organisation", pk)


@require_POST
@require(Role.ADMINISTRATOR)
def change_member(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Give a member another role in the organisation."""
    member = _member(pk, person)
    form = MemberRoleForm(request.POST)
    if form.is_valid():
        role = Role(form.cleaned_data["role"])
        domain.set_member(member.organisation, member.person, role, by=signed_in(request))
        messages.success(request, _("The role is saved."))
    else:
        messages.error(request, _("Choose a role from the list."))
    return redirect("accounts:organisation", pk)


@require_POST
@require(Role.ADMINISTRATOR)
def remove_member(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """End a membership; the account stays."""
    member = _member(pk, person)
    domain.remove_member(member, by=signed_in(request))
    messages.success(
        request, _("No longer a member: %(name)s. The account stays.") % {"name": member.person}
    )
    return redirect("accounts:organisation", pk)


@require_GET
@require(Role.ADMINISTRATOR)
def suggest_people(request: HttpRequest) -> JsonResponse:
    """Offer sign-in names while somebody types a name."""
    words = request.GET.get("q", "").strip()[:100]
    found = queries.people_called(words) if words else []
    items = [
        {"value": person.username, "label": str(person), "note": person.username}
        for person in found
    ]
    return JsonResponse({"items": items})


def _member(pk: int, person: int) -> Membership:
    members = Membership.objects.select_related("organisation", "person")
    return get_object_or_404(members, organisation_id=pk, person_id=person)


def _role_form(member: Membership) -> MemberRoleForm:
    return MemberRoleForm(initial={"role": member.role}, auto_id=f"{member.person_id}-%s")


def _show(
    request: HttpRequest,
    shown: Organisation,
    *,
    form: Form | None = None,
    member_form: Form | None = None,
) -> HttpResponse:
    form = form or OrganisationForm(initial={"name": shown.name, "kind": shown.kind})
    members = queries.members_of(shown)
    context = {
        "organisation": shown,
        "form": form,
        "member_form": member_form or MemberForm(initial={"role": Role.TEACHER}),
        "members": [(member, _role_form(member)) for member in members],
    }
    wrong = form.errors or (member_form and member_form.errors)
    status = 422 if wrong else 200
    return render(request, "accounts/organisation.html", context, status=status)
