from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from django.utils import formats, timezone
from django.utils.translation import override
from django.views.defaults import bad_request, server_error

from olke import web
from olke.web.context import language_links

SIGN_IN = "/accounts/sign-in/"
LANGUAGES = {"kk": "", "ru": "/ru", "en": "/en"}
TEMPLATES = sorted(Path(web.__file__).parents[1].glob("*/templates/**/*.html"))


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "prefix"), LANGUAGES.items())
def test_the_address_says_the_language(client: Client, code: str, prefix: str) -> None:
    text = client.get(f"{prefix}{SIGN_IN}?next=/x").content.decode()
    assert f'<html lang="{code}">' in text
    for other, other_prefix in LANGUAGES.items():
        alternate = f'hreflang="{other}" href="http://testserver{other_prefix}{SIGN_IN}?next=/x"'
        assert alternate in text


@pytest.mark.django_db
def test_a_browser_in_english_is_shown_kazakh_until_it_asks(client: Client) -> None:
    text = client.get(SIGN_IN, headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="kk">' in text
    assert "Кіру" in text


@pytest.mark.parametrize(("code", "prefix"), LANGUAGES.items())
def test_a_page_that_does_not_exist_can_change_language_too(code: str, prefix: str) -> None:
    request = RequestFactory().get(f"{prefix}/no-such/place/?a=ә")
    with override(code):
        links = {link[0]: link[3] for link in language_links(request)}
    here = request.get_full_path().removeprefix(prefix)
    assert links == {other: f"{p}{here}" for other, p in LANGUAGES.items()}


@pytest.mark.django_db
def test_a_missing_page_says_what_to_do(client: Client) -> None:
    answer = client.get("/ru/accounts/no-such/")
    assert answer.status_code == 404
    assert "Такой страницы нет" in answer.content.decode()


def test_the_page_of_a_fault_needs_neither_request_nor_database() -> None:
    # Without the database mark, any query would fail this test.
    request = RequestFactory().get("/")
    for code, words in {"kk": "Кінә сізде емес", "ru": "Виноваты не вы"}.items():
        with override(code):
            answer = server_error(request)
        assert answer.status_code == 500
        assert words in answer.content.decode()


def test_a_request_that_cannot_be_read_gets_a_page() -> None:
    with override("en"):
        answer = bad_request(RequestFactory().get("/"), BadRequest())
    assert "This request cannot be read" in answer.content.decode()


@pytest.mark.django_db
def test_a_page_obeys_a_strict_content_security_policy(client: Client) -> None:
    answer = client.get(SIGN_IN)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda path: f"{path.parts[-2]}/{path.name}")
def test_no_template_has_inline_styles_scripts_or_handlers(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.findall(r"<[^>]*\sstyle=", text)
    assert not re.findall(r"<[^>]*\son\w+=", text)
    assert not re.findall(r"<script(?![^>]*(src=|application/(ld\+)?json))", text)
    assert "<style" not in text


@pytest.mark.parametrize(
    ("code", "date", "number"),
    [
        ("kk", "1944 жылғы 2 қаңтар", "1\u00a0400\u00a0000,5"),
        ("ru", "2 января 1944 г.", "1\u00a0400\u00a0000,5"),
        ("en", "2 January 1944", "1,400,000.5"),
    ],
)
def test_dates_and_numbers_are_written_as_the_language_does(
    code: str, date: str, number: str
) -> None:
    day = timezone.datetime(1944, 1, 2)
    with override(code):
        assert formats.date_format(day) == date
        written = formats.number_format(1400000.5, use_l10n=True, force_grouping=True)
        assert written == number


def fail(_request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [path("fail/", fail)]


@pytest.mark.urls(__name__)
def test_a_view_that_fails_shows_the_page_of_a_fault(client: Client) -> None:
    client.raise_request_exception = False
    answer = client.get("/fail/")
    assert answer.status_code == 500
    assert "Бірдеңе дұрыс болмады" in answer.content.decode()
