"""Class lists: all of them, one to change, one to erase."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.classroom.domain import listing
from olke.classroom.lists.forms import ListForm
from olke.classroom.models import ClassList
from olke.classroom.queries import lists_of


@require_GET
@never_cache
@require(Role.TEACHER)
def class_lists(request: HttpRequest) -> HttpResponse:
    """Show the teacher's lists."""
    return render(request, "classroom/lists/lists.html", {"lists": lists_of(signed_in(request))})


@require_http_methods(["GET", "POST"])
@never_cache
@require(Role.TEACHER)
def new_list(request: HttpRequest) -> HttpResponse:
    """Paste the names of a class."""
    return _edited(request, None)


@require_http_methods(["GET", "POST"])
@never_cache
@require(Role.TEACHER)
def class_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one list, and save what was changed in it."""
    return _edited(request, _own_list(request, pk))


@require_POST
@require(Role.TEACHER)
def erase_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase a list with its names."""
    listing.erase_list(_own_list(request, pk))
    messages.success(request, _("The list is erased."))
    return redirect("classroom:lists")


def _edited(request: HttpRequest, known: ClassList | None) -> HttpResponse:
    teacher = signed_in(request)
    names = known.names.values_list("name", flat=True) if known else ()
    initial = {"name": known.name if known else "", "names": "\n".join(names)}
    form = ListForm(request.POST or None, owner=teacher, class_list=known, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        listing.save_list(by=teacher, name=given["name"], names=given["names"], class_list=known)
        messages.success(request, _("The list is saved."))
        return redirect("classroom:lists")
    context = {"form": form, "list": known}
    return render(request, "classroom/lists/list.html", context, status=422 if form.errors else 200)


def _own_list(request: HttpRequest, pk: int) -> ClassList:
    """Return a list of the teacher who asks. Raises ``Http404`` for anybody else's."""
    found = ClassList.objects.filter(pk=pk, owner=signed_in(request)).first()
    if found is None:
        raise Http404
    return found
