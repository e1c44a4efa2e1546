"""Who may do what. Every room asks here; each role may do all that the roles before it may."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from olke.accounts.models import Person, Role

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]
Somebody = Person | AnonymousUser

NEEDED = {
    Role.STUDENT: gettext_lazy("This page is for people who have an account."),
    Role.TEACHER: gettext_lazy("This page is for teachers."),
    Role.RESEARCHER: gettext_lazy("This page is for researchers."),
    Role.ADMINISTRATOR: gettext_lazy("This page is for administrators."),
}


def has_role(person: Somebody, role: Role) -> bool:
    """Tell whether somebody, signed in or not, may do what ``role`` may."""
    if isinstance(person, Person):
        return person.has_role(role)
    return role == Role.VISITOR


def may_edit(person: Somebody) -> bool:
    """May add, correct, cite, rank and review sources, entities and claims: researchers and up."""
    return has_role(person, Role.RESEARCHER)


def may_administer(person: Somebody) -> bool:
    """May look after accounts and packs: administrators."""
    return has_role(person, Role.ADMINISTRATOR)


def signed_in(request: HttpRequest) -> Person:
    """Return the person who made the request; for views behind ``require`` only."""
    if not isinstance(request.user, Person):
        raise PermissionDenied(_("Sign in first."))
    return request.user


def require(role: Role) -> Callable[[View[Parameters]], View[Parameters]]:
    """Let only people with at least ``role`` into a view.

    A visitor is shown the sign-in page and comes back afterwards; somebody whose role is too low
    gets a 403 page that says which role is needed.
    """

    def protect(view: View[Parameters]) -> View[Parameters]:
        @wraps(view)
        def guarded(
            request: HttpRequest, *args: Parameters.args, **kwargs: Parameters.kwargs
        ) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if not has_role(request.user, role):
                raise PermissionDenied(refusal(request.user, role))
            return view(request, *args, **kwargs)

        guarded.required_role = role  # type: ignore[attr-defined]
        return cast("View[Parameters]", guarded)

    return protect


def refusal(person: Person, role: Role) -> str:
    """Return the sentence that tells somebody why a page is closed to them."""
    own = _("You are signed in as %(name)s; your role is: %(role)s.") % {
        "name": person,
        "role": Role(person.role).label,
    }
    return f"{NEEDED[role]} {own}"


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    # Only a page that can be opened again is worth coming back to.
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "")
