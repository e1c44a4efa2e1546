"""Signing in and out, one's own account, and the people of this installation."""

from __future__ import annotations

from typing import cast

from axes.helpers import get_cool_off
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from olke.accounts import domain, links
from olke.accounts.access import may_administer, require, signed_in
from olke.accounts.errors import AccountError, LinkUnusableError
from olke.accounts.forms import (
    AddPersonForm,
    EraseForm,
    PasswordForm,
    PersonForm,
    ProfileForm,
    SignInForm,
)
from olke.accounts.models import Person, Role
from olke.accounts.queries import everybody, memberships_of
from olke.web.navigation import home_url

BACKEND = "django.contrib.auth.backends.ModelBackend"
GET_AND_POST = ["GET", "HEAD", "POST"]
PAGE = 50


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(GET_AND_POST)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with a name and a password; django-axes counts the wrong ones."""
    if request.method != "POST" and request.user.is_authenticated:
        return redirect("accounts:profile")
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = authenticate(request, **form.cleaned_data)
        if isinstance(person, Person):
            login(request, person, backend=BACKEND)
            return redirect(_next(request))
        form.add_error(
            None,
            _(
                "The name or the password is wrong: type both again, or ask an administrator for "
                "a sign-in link."
            ),
        )
    context = {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
    return render(request, "accounts/sign_in.html", context, status=422 if form.errors else 200)


@never_cache
@sensitive_variables("secret")
@require_safe
def sign_in_with_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign in with a one-time link; a browser that only looks ahead does not use it up."""
    if request.method == "HEAD" or "prefetch" in request.headers.get("Sec-Purpose", ""):
        return HttpResponse(status=204)
    try:
        person = links.redeem_link(secret)
    except LinkUnusableError as fault:
        return render(request, "accounts/link_unusable.html", {"reason": fault}, status=410)
    login(request, person, backend=BACKEND)
    messages.success(request, _("You are signed in as %(name)s.") % {"name": person})
    return redirect(home_url())


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    messages.success(request, _("You are signed out."))
    return redirect(home_url())


def locked_out(
    request: HttpRequest, _response: HttpResponse | None = None, _credentials: object = None
) -> HttpResponse:
    """Tell how long to wait after too many wrong passwords; django-axes calls this."""
    wait = cast("int", get_cool_off(request).total_seconds())
    minutes = round(wait / 60)
    period = ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    answer = render(request, "accounts/locked_out.html", {"period": period}, status=429)
    answer.headers["Retry-After"] = str(round(wait))
    return answer


@never_cache
@require_http_methods(GET_AND_POST)
@require(Role.VISITOR)
def profile(request: HttpRequest) -> HttpResponse:
    """Show and change one's own name."""
    person = signed_in(request)
    form = ProfileForm(request.POST or None, initial={"display_name": person.display_name})
    if request.method == "POST" and form.is_valid():
        domain.change_person(person, by=person, display_name=form.cleaned_data["display_name"])
        messages.success(request, _("Your name is saved."))
        return redirect("accounts:profile")
    context = {
        "form": form,
        "may_administer": may_administer(person),
        "memberships": memberships_of(person),
    }
    return render(request, "accounts/profile.html", context, status=_status(form.errors))


@never_cache
@sensitive_post_parameters("password", "repeated")
@require_http_methods(GET_AND_POST)
@require(Role.VISITOR)
def password(request: HttpRequest) -> HttpResponse:
    """Set one's own password; nobody needs one."""
    person = signed_in(request)
    form = PasswordForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        changed = domain.set_password(person, form.cleaned_data["password"], by=person)
        update_session_auth_hash(request, changed)
        messages.success(request, _("Your password is saved. Other devices are signed out."))
        return redirect("accounts:profile")
    return render(request, "accounts/password.html", {"form": form}, status=_status(form.errors))


@require_safe
@require(Role.ADMINISTRATOR)
def people(request: HttpRequest) -> HttpResponse:
    """List everybody who has an account."""
    page = Paginator(everybody(), PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/people.html", {"page": page})


@require_http_methods(GET_AND_POST)
@require(Role.ADMINISTRATOR)
def add_person(request: HttpRequest) -> HttpResponse:
    """Add an account and show its sign-in link."""
    form = AddPersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = domain.create_person(
                username=form.cleaned_data["username"],
                display_name=form.cleaned_data["display_name"],
                role=Role(form.cleaned_data["role"]),
                by=signed_in(request),
            )
        except AccountError as fault:
            form.add_error("username", str(fault))
        else:
            return _show_link(request, added)
    return render(request, "accounts/add_person.html", {"form": form}, status=_status(form.errors))


@require_http_methods(GET_AND_POST)
@require(Role.ADMINISTRATOR)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show and change somebody's account."""
    account = get_object_or_404(everybody(), pk=pk)
    now = {name: getattr(account, name) for name in PersonForm.base_fields}
    form = PersonForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        fields: domain.PersonFields = {
            "display_name": form.cleaned_data["display_name"],
            "role": Role(form.cleaned_data["role"]),
            "is_active": form.cleaned_data["is_active"],
        }
        try:
            domain.change_person(account, by=signed_in(request), **fields)
        except AccountError as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _("The account is saved."))
            return redirect("accounts:people")
    context = {"form": form, "account": account, "memberships": memberships_of(account)}
    return render(request, "accounts/person.html", context, status=_status(form.errors))


@require_http_methods(GET_AND_POST)
@require(Role.ADMINISTRATOR)
def erase_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase somebody's account; says first what goes and what stays."""
    account = get_object_or_404(everybody(), pk=pk)
    form = EraseForm(request.POST or None, person=account)
    if request.method == "POST" and form.is_valid():
        try:
            domain.erase_person(account, by=signed_in(request))
        except AccountError as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, _("The account is erased."))
            return redirect("accounts:people")
    context = {"form": form, "account": account}
    return render(request, "accounts/erase_person.html", context, status=_status(form.errors))


@require_POST
@require(Role.ADMINISTRATOR)
def new_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a new sign-in link for somebody and show it once."""
    return _show_link(request, get_object_or_404(everybody(), pk=pk))


def _show_link(request: HttpRequest, account: Person) -> HttpResponse:
    # Rendered in the answer to the POST: a redirect would have to keep the secret somewhere.
    address = request.build_absolute_uri(links.issue_sign_in_link(account))
    answer = render(request, "accounts/link.html", {"account": account, "address": address})
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _next(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if safe else home_url()


def _status(errors: object) -> int:
    return 422 if errors else 200
