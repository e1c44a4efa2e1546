"""Pages of the method library."""

from __future__ import annotations

from contextlib import suppress

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from olke.accounts.access import Somebody, require, signed_in
from olke.accounts.models import Person, Role
from olke.evidence.queries import complete_claims
from olke.planning.documents import content_of, document_to_change
from olke.planning.lessons.evidence import evidence_of
from olke.planning.lessons.filling import HIGHEST_SEED, activity_of, draft_for
from olke.planning.lessons.forms import form_choices
from olke.planning.lessons.showing import ShownItem, shown_item
from olke.planning.methods.choosing import TIMES, Wanted, library, traditions
from olke.planning.methods.settings import said_settings
from olke.teaching.access import may_write
from olke.teaching.documents.lesson import Lesson, Stage, StagePart
from olke.teaching.documents.paths import new_id
from olke.teaching.domain.documents import Content, change_document
from olke.teaching.drafters.draft import Draft
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.needs import lacking
from olke.teaching.errors import NothingChangedError
from olke.teaching.messages import shortfall_said
from olke.teaching.methods.library import UnknownMethodError, method_of
from olke.teaching.methods.method import Method
from olke.teaching.models import Document, DocumentKind
from olke.teaching.queries import documents_for

SAMPLES = 4


@require_GET
def methods(request: HttpRequest) -> HttpResponse:
    """Show the library, narrowed by form, time and what a dossier has enough of."""
    wanted = Wanted.of(request.GET.dict())
    material = _chosen(request)
    context = {
        "parts": library(wanted, material),
        "wanted": wanted,
        "forms": form_choices(),
        "times": TIMES,
        "traditions": traditions(),
        "dossiers": _dossiers(request.user),
        "dossier": material.dossier if material else None,
    }
    return render(request, "planning/methods/methods.html", context)


@require_GET
def method(request: HttpRequest, key: str) -> HttpResponse:
    """Show a method: what for, how long, step by step; and tried with a dossier."""
    found = _method(key)
    material = _chosen(request)
    seed = _seed(request)
    drafted = draft_for(found, material, seed, SAMPLES) if material else Draft()
    short = (*lacking(found.needs, material), *drafted.shortfalls) if material else ()
    context = {
        "method": found,
        "steps": list(zip(found.steps, map(said_settings, found.steps), strict=True)),
        "parts": [part for part in StagePart if part in found.parts],
        "needs": _needed(found),
        "dossiers": _dossiers(request.user),
        "dossier": material.dossier if material else None,
        "samples": _samples(drafted, material),
        "short": list(dict.fromkeys(shortfall_said(one) for one in short)),
        "seed": seed,
        "next_seed": seed % HIGHEST_SEED + 1,
        "may_write": may_write(request.user),
        "lessons": _lessons(request.user),
        "answers": may_write(request.user),
    }
    return render(request, "planning/methods/method.html", context)


@require_POST
@require(Role.TEACHER)
def use(request: HttpRequest, key: str) -> HttpResponse:
    """Put a method into a lesson, drafted from its dossiers, and go on there."""
    found = _method(key)
    lesson = request.POST.get("lesson", "")
    if not lesson:
        return redirect(reverse("planning:method", args=[key]))
    document = document_to_change(request, DocumentKind.LESSON, lesson)
    content = content_of(document, Lesson)
    material = evidence_of(content.dossiers, request.user)
    made = activity_of(found, new_id("a"))
    if material is not None and found.drafter:
        items = draft_for(found, material, 1).items
        made = made.model_copy(update={"items": items, "seed": 1})

    def with_it(state: Content) -> Content:
        assert isinstance(state, Lesson)  # noqa: S101 - the kind was asked for
        stages = state.stages or tuple(Stage(part=part) for part in found.parts[:1])
        at = next((n for n, s in enumerate(stages) if s.part is found.parts[0]), len(stages) - 1)
        stage = stages[at].model_copy(update={"activities": (*stages[at].activities, made)})
        return state.model_copy(update={"stages": (*stages[:at], stage, *stages[at + 1 :])})

    with suppress(NothingChangedError):
        why = _("method added from the library")
        change_document(document, with_it, by=signed_in(request), why=why)
    return redirect("planning:edit_lesson", document.key)


def _method(key: str) -> Method:
    try:
        return method_of(key)
    except UnknownMethodError:
        raise Http404 from None


def _chosen(request: HttpRequest) -> Material | None:
    key = request.GET.get("dossier", "")
    return evidence_of([key], request.user) if key else None


def _seed(request: HttpRequest) -> int:
    given = request.GET.get("seed", "")
    fits = given.isdecimal() and 0 < len(given) <= len(str(HIGHEST_SEED))
    return int(given) if fits else 1


def _needed(found: Method) -> list[tuple[str, int]]:
    return [(name, count) for name, count in found.needs if count]


def _samples(drafted: Draft, material: Material | None) -> list[ShownItem]:
    keys = {key for item in drafted.items for key in item.claims}
    if material is None or not keys:
        return [shown_item(item, {}) for item in drafted.items]
    claims = {claim.key: claim for claim in complete_claims().filter(key__in=keys)}
    return [shown_item(item, claims) for item in drafted.items]


def _dossiers(person: Somebody) -> list[Document]:
    return list(documents_for(person, DocumentKind.DOSSIER).order_by("title_kk", "pk"))


def _lessons(person: Somebody) -> list[Document]:
    """Return the lessons that somebody may change, the one changed last first."""
    if not isinstance(person, Person) or not may_write(person):
        return []
    mine = Q(owner=person) | Q(shares__person=person, shares__may_change=True)
    found = Document.objects.filter(mine, kind=DocumentKind.LESSON, removed_at=None)
    return list(found.distinct()[:30])
