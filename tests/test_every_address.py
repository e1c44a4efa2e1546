"""Every address, opened by every role: nobody sees more than the role allows, nothing breaks.

A new address with a part in it fails here until ``SAMPLES`` says what stands for the part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import LocalePrefixPattern, URLPattern, URLResolver, get_resolver

from olke.accounts.models import Membership, Organisation, Person, Role
from olke.classroom.models import ClassList, LiveClass, Participant
from olke.evidence.models import Claim
from olke.history.domain import Change, record_changes
from olke.history.models import Action, Entry
from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.domain.documents import create_document
from olke.teaching.models import Document, Picture
from tests.classroom.rooms import joined, started
from tests.records import (
    make_citation,
    make_claim,
    make_entity,
    make_indicator,
    make_pack,
    make_period,
    make_product,
    make_relation,
    make_source,
    make_term,
    make_theme,
)

pytestmark = pytest.mark.django_db

SAMPLES = {
    "accounts/organisations/<int:pk>/": "accounts/organisations/{organisation}/",
    "accounts/organisations/<int:pk>/members/": "accounts/organisations/{organisation}/members/",
    "accounts/organisations/<int:pk>/members/<int:person>/": (
        "accounts/organisations/{organisation}/members/{person}/"
    ),
    "accounts/organisations/<int:pk>/members/<int:person>/remove/": (
        "accounts/organisations/{organisation}/members/{person}/remove/"
    ),
    "accounts/people/<int:pk>/": "accounts/people/{person}/",
    "accounts/people/<int:pk>/erase/": "accounts/people/{person}/erase/",
    "accounts/people/<int:pk>/link/": "accounts/people/{person}/link/",
    "accounts/sign-in/<str:secret>/": "accounts/sign-in/not-a-secret/",
    "api/<path:address>": "api/nothing",
    "api/claims/<key>": "api/claims/a-claim",
    "claims/<slug:key>/": "claims/a-claim/",
    "class/<slug:key>/": "class/a-class/",
    "class/<slug:key>/answers": "class/a-class/answers",
    "class/<slug:key>/join/": "class/a-class/join/",
    "class/<slug:key>/language/": "class/a-class/language/",
    "class/<slug:key>/leave/": "class/a-class/leave/",
    "class/<slug:key>/return/": "class/a-class/return/",
    "class/<slug:key>/state": "class/a-class/state",
    "class/<slug:key>/words/": "class/a-class/words/",
    "classes/<slug:key>/": "classes/a-class/",
    "classes/<slug:key>/command/": "classes/a-class/command/",
    "classes/<slug:key>/projector/": "classes/a-class/projector/",
    "classes/<slug:key>/report/": "classes/a-class/report/",
    "classes/<slug:key>/report/<slug:name>.csv": "classes/a-class/report/people.csv",
    "classes/<slug:key>/report/<slug:seat>/": "classes/a-class/report/SEAT/",
    "classes/<slug:key>/report/<slug:seat>/erase/": "classes/a-class/report/SEAT/erase/",
    "classes/<slug:key>/report/class.xlsx": "classes/a-class/report/class.xlsx",
    "classes/<slug:key>/report/erase/": "classes/a-class/report/erase/",
    "classes/<slug:key>/report/keep/": "classes/a-class/report/keep/",
    "classes/lists/<int:pk>/": "classes/lists/{list}/",
    "classes/lists/<int:pk>/erase/": "classes/lists/{list}/erase/",
    "classes/start/<slug:key>/": "classes/start/a-lesson/",
    "api/series": "api/series?indicator=an-indicator",
    "compare.<chart_form:form>": "compare.csv?subject=an-entity",
    "edit/<slug:name>/<slug:key>/": "edit/claims/a-claim/",
    "edit/<slug:name>/": "edit/claims/",
    "edit/<slug:name>/add/": "edit/claims/add/",
    "edit/claims/<slug:key>/review/": "edit/claims/a-claim/review/",
    "edit/history/<int:number>/revert/": "edit/history/{entry}/revert/",
    "edit/suggestions/<slug:name>/": "edit/suggestions/entities/",
    "edit/transfer/about/": "edit/transfer/about/?about=an-entity&table=claims&form=csv",
    "edit/transfer/<slug:name>.<slug:form>": "edit/transfer/claims.csv",
    "entities/<slug:key>/": "entities/an-entity/",
    "indicators/<slug:key>/": "indicators/an-indicator/",
    "join/<str:code>/": "join/ABCDEF/",
    "map.<chart_form:form>": "map.csv",
    "periods/<slug:key>/": "periods/a-period/",
    "series.<chart_form:form>": "series.csv?indicator=an-indicator",
    "sources/<slug:key>/": "sources/a-source/",
    "teaching/courses/<slug:key>/": "teaching/courses/a-course/",
    "teaching/courses/<slug:key>/edit/": "teaching/courses/a-course/edit/",
    "teaching/documents/<slug:key>/bring-back/": "teaching/documents/a-dossier/bring-back/",
    "teaching/documents/<slug:key>/copy/": "teaching/documents/a-dossier/copy/",
    "teaching/documents/<slug:key>/print/": "teaching/documents/a-dossier/print/",
    "teaching/documents/<slug:key>/print/<slug:what>.<slug:form>": (
        "teaching/documents/a-dossier/print/plan.docx"
    ),
    "teaching/documents/<slug:key>/remove/": "teaching/documents/a-dossier/remove/",
    "teaching/documents/<slug:key>/seen/": "teaching/documents/a-dossier/seen/",
    "teaching/documents/<slug:key>/share/": "teaching/documents/a-dossier/share/",
    "teaching/documents/<slug:key>/share/change/": "teaching/documents/a-dossier/share/change/",
    "teaching/documents/<slug:key>/versions/": "teaching/documents/a-dossier/versions/",
    "teaching/documents/<slug:key>/versions/<int:number>/restore/": (
        "teaching/documents/a-dossier/versions/1/restore/"
    ),
    "teaching/dossiers/<slug:key>/": "teaching/dossiers/a-dossier/",
    "teaching/dossiers/<slug:key>/change/": "teaching/dossiers/a-dossier/change/",
    "teaching/dossiers/<slug:key>/edit/": "teaching/dossiers/a-dossier/edit/",
    "teaching/dossiers/<slug:key>/pictures/": "teaching/dossiers/a-dossier/pictures/",
    "teaching/dossiers/<slug:key>/pictures/<str:name>": (
        "teaching/dossiers/a-dossier/pictures/mill.png"
    ),
    "teaching/lessons/<slug:key>/": "teaching/lessons/a-lesson/",
    "teaching/lessons/<slug:key>/edit/": "teaching/lessons/a-lesson/edit/",
    "teaching/lessons/<slug:key>/keep/": "teaching/lessons/a-lesson/keep/",
    "teaching/lessons/<slug:key>/update/": "teaching/lessons/a-lesson/update/",
    "teaching/methods/<slug:key>/": "teaching/methods/true-or-false/",
    "teaching/methods/<slug:key>/use/": "teaching/methods/true-or-false/use/",
    "themes/<slug:key>/": "themes/a-theme/",
    "timeline.<chart_form:form>": "timeline.csv",
}
# What answers something else than a page: a form that is only sent, a link that has been used.
ANSWERS = {
    "accounts/organisations/<int:pk>/members/": 405,
    "accounts/organisations/<int:pk>/members/<int:person>/": 405,
    "accounts/organisations/<int:pk>/members/<int:person>/remove/": 405,
    "accounts/people/<int:pk>/link/": 405,
    "accounts/sign-in/<str:secret>/": 410,
    "accounts/sign-out/": 405,
    "api/<path:address>": 404,
    "class/<slug:key>/answers": 405,
    "class/<slug:key>/join/": 405,
    "class/<slug:key>/language/": 405,
    "class/<slug:key>/leave/": 405,
    "class/<slug:key>/return/": 405,
    "classes/<slug:key>/command/": 405,
    "classes/<slug:key>/report/<slug:seat>/erase/": 405,
    "classes/<slug:key>/report/erase/": 405,
    "classes/<slug:key>/report/keep/": 405,
    "classes/lists/<int:pk>/erase/": 405,
    "edit/claims/<slug:key>/review/": 405,
    "edit/transfer/pack/": 405,
    "edit/transfer/spreadsheet/": 302,
    "join/<str:code>/": 302,
    "teaching/collect/": 405,
    "teaching/documents/<slug:key>/bring-back/": 405,
    "teaching/documents/<slug:key>/copy/": 405,
    "teaching/documents/<slug:key>/remove/": 405,
    "teaching/documents/<slug:key>/seen/": 405,
    "teaching/documents/<slug:key>/share/change/": 405,
    "teaching/documents/<slug:key>/versions/<int:number>/restore/": 405,
    "teaching/dossiers/<slug:key>/change/": 405,
    "teaching/dossiers/<slug:key>/pictures/": 405,
    "teaching/lessons/<slug:key>/keep/": 405,
    "teaching/lessons/<slug:key>/update/": 405,
    "teaching/methods/<slug:key>/use/": 405,
}
# What belongs to the teacher: whoever has a higher role may read it and no more. Of a class and a
# class list nobody else is told that they are there.
OF_THE_TEACHER = {
    "classes/<slug:key>/": 404,
    "classes/<slug:key>/projector/": 404,
    "classes/<slug:key>/report/": 404,
    "classes/<slug:key>/report/<slug:name>.csv": 404,
    "classes/<slug:key>/report/<slug:seat>/": 404,
    "classes/<slug:key>/report/class.xlsx": 404,
    "classes/lists/<int:pk>/": 404,
    "teaching/documents/<slug:key>/share/": 404,
    "teaching/documents/<slug:key>/versions/": 404,
    "teaching/courses/<slug:key>/edit/": 403,
    "teaching/dossiers/<slug:key>/edit/": 403,
    "teaching/lessons/<slug:key>/edit/": 403,
}


@dataclass(frozen=True)
class Address:
    """One route of the program and the role that its view asks for, None for everybody."""

    route: str
    view: Any
    needed: Role | None
    translated: bool

    def __str__(self) -> str:
        return self.route

    def answer_for(self, role: Role) -> int:
        """Return the status that a person of a role gets."""
        if self.route == "accounts/sign-in/" and role != Role.VISITOR:
            return 302
        refused = 302 if role == Role.VISITOR else 403
        answer = ANSWERS.get(self.route, 200)
        if self.allows(role) and role != Role.TEACHER:
            return OF_THE_TEACHER.get(self.route, answer)
        return answer if self.allows(role) or answer == 405 else refused

    def allows(self, role: Role) -> bool:
        """Tell whether a person of a role may open it; a visitor has not signed in."""
        if self.needed is None:
            return True
        return role != Role.VISITOR and role.rank >= self.needed.rank


def addresses(
    patterns: Any = None, prefix: str = "", *, translated: bool = False
) -> Iterator[Address]:
    """Give every route below a resolver, however it is nested."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = translated or isinstance(pattern.pattern, LocalePrefixPattern)
            yield from addresses(pattern.url_patterns, route, translated=inside)
        elif isinstance(pattern, URLPattern):
            needed = getattr(pattern.callback, "required_role", None)
            yield Address(route, pattern.callback, needed, translated)


ALL = sorted(addresses(), key=str)


@pytest.fixture
def path_of(client_of: Callable[[Role], Client]) -> Callable[[Address], str]:
    """Return the function from an address to a path that has something to show."""
    make_pack()
    theme = make_theme(key="a-theme")
    indicator = make_indicator(key="an-indicator", theme=theme)
    entity = make_entity(key="an-entity", theme=theme, latitude="50.4", longitude="80.2")
    make_relation(entity=entity)
    make_period(key="a-period")
    make_term()
    claim = make_claim(
        key="a-claim", cite=False, subject=entity, indicator=indicator, product=make_product()
    )
    make_citation(claim=claim, source=make_source(key="a-source"))
    make_claim(kind="event", subject=entity)
    change = Change("claim", claim.key, Action.CHANGED, {"rank": "normal"}, {"rank": "preferred"})
    record_changes([change], by=None, why="")
    entry = Entry.objects.get(kind="claim")
    person = client_of(Role.TEACHER).session["_auth_user_id"]
    teacher = Person.objects.get(pk=person)
    make_public_documents(teacher)
    class_list = make_class(teacher)
    organisation = Organisation.objects.create(name="A school", kind="school")
    Membership.objects.create(organisation=organisation, person_id=person, role=Role.TEACHER)

    def path(address: Address) -> str:
        route = SAMPLES.get(address.route, address.route)
        assert "<" not in route, f"{address}: say in SAMPLES what stands for its parts"
        return "/" + route.format(
            person=person, entry=entry.number, organisation=organisation.pk, list=class_list.pk
        )

    return path


def make_class(teacher: Person) -> ClassList:
    """Make a class that runs, with one learner, and a class list."""
    live = started(teacher)
    LiveClass.objects.filter(pk=live.pk).update(key="a-class", code="ABCDEF")
    joined(live, 1)
    Participant.objects.filter(live_class=live).update(seat="SEAT")
    return ClassList.objects.create(owner=teacher, name="7 B")


def make_public_documents(teacher: Person) -> None:
    """Make a dossier with a picture, a lesson and a course that everybody may read."""
    content = Dossier.model_validate({"key": "new", "title": {"kk": "Соғыс"}})
    document = create_document(content, by=teacher)
    Document.objects.update(key="a-dossier", visibility="public")
    for written, key in (
        (
            Lesson.model_validate({"key": "new", "title": {"kk": "Сабақ"}, "form": "school"}),
            "lesson",
        ),
        (Course.model_validate({"key": "new", "title": {"kk": "Курс"}}), "course"),
    ):
        made = create_document(written, by=teacher)
        Document.objects.filter(pk=made.pk).update(key=f"a-{key}", visibility="public")
    Picture.objects.create(
        document=document, name="mill.png", content=b"", media_type="image/png", width=1, height=1
    )


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_what_it_may_and_nothing_else(
    role: Role, client_of: Callable[[Role], Client], path_of: Callable[[Address], str]
) -> None:
    browser = client_of(role)

    statuses = {address.route: browser.get(path_of(address)).status_code for address in ALL}

    assert statuses == {address.route: address.answer_for(role) for address in ALL}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_opens_in_every_language(
    language: str, client_of: Callable[[Role], Client], path_of: Callable[[Address], str]
) -> None:
    browser = client_of(Role.ADMINISTRATOR)
    pages = [address for address in ALL if address.translated]

    statuses = {a.route: browser.get(f"/{language}{path_of(a)}").status_code for a in pages}

    assert statuses == {a.route: a.answer_for(Role.ADMINISTRATOR) for a in pages}


@pytest.mark.parametrize("role", list(Role))
def test_nobody_writes_below_the_role_that_is_needed(
    role: Role, client_of: Callable[[Role], Client], path_of: Callable[[Address], str]
) -> None:
    browser = client_of(role)
    closed = [address for address in ALL if not address.allows(role)]
    paths = {address.route: path_of(address) for address in closed}
    before = list(Claim.objects.values()), Entry.objects.count()

    statuses = {route: browser.post(path).status_code for route, path in paths.items()}

    # 405 is a page that nobody sends a form to.
    refused = {302 if role == Role.VISITOR else 403, 405}
    assert {route: status for route, status in statuses.items() if status not in refused} == {}
    assert (list(Claim.objects.values()), Entry.objects.count()) == before


def test_an_empty_form_breaks_nothing(
    client_of: Callable[[Role], Client], path_of: Callable[[Address], str]
) -> None:
    paths = {address.route: path_of(address) for address in ALL}
    before = list(Claim.objects.values())

    for route, path in paths.items():
        # Signed in anew, because one of the addresses signs out.
        status = client_of(Role.ADMINISTRATOR).post(path).status_code
        assert status < 500, route

    assert list(Claim.objects.values()) == before


def test_no_form_is_taken_from_another_site(
    client_of: Callable[[Role], Client], path_of: Callable[[Address], str]
) -> None:
    elsewhere = Client(enforce_csrf_checks=True)
    elsewhere.cookies = client_of(Role.ADMINISTRATOR).cookies
    paths = {address.route: path_of(address) for address in ALL}

    statuses = {route: elsewhere.post(path).status_code for route, path in paths.items()}

    # Where nobody sends a form it is the method that is refused, not the origin.
    assert {route: status for route, status in statuses.items() if status not in {403, 405}} == {}


def test_every_page_for_editing_asks_for_a_researcher() -> None:
    open_ones = [
        address.route
        for address in ALL
        if address.route.startswith("edit/") and address.needed != Role.RESEARCHER
    ]
    assert open_ones == []


def test_every_answer_carries_the_content_security_policy(
    client_of: Callable[[Role], Client], path_of: Callable[[Address], str]
) -> None:
    browser = client_of(Role.ADMINISTRATOR)
    for address in ALL:
        answer = browser.get(path_of(address))
        policy = answer.headers.get("Content-Security-Policy", "")
        assert "default-src 'none'" in policy, address.route
        assert "unsafe" not in policy, address.route
        if "html" in answer.headers.get("Content-Type", ""):
            page = answer.content.decode()
            assert " style=" not in page, address.route
            assert "<script>" not in page, address.route
