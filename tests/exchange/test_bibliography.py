"""References: worked examples in three languages, BibTeX and CSL-JSON."""

from __future__ import annotations

import json

import pytest

from olke.evidence.models import Citation, Claim
from olke.exchange.bibliography import claim_references, source_references
from olke.exchange.bibliography.authors import authors
from olke.exchange.bibliography.csl import csl_date
from olke.exchange.bibliography.gost import citation_text, source_text
from olke.sources.models import Repository, Source

ARCHIVE = Repository(
    key="csa",
    abbreviation_kk="ҚР ОМА",
    abbreviation_ru="ЦГА РК",
    abbreviation_en="CSA RK",
    name_kk="Орталық мемлекеттік архив",
    name_ru="Центральный государственный архив",
    name_en="Central State Archive",
)
FILE = Source(
    key="file-25",
    kind="file",
    repository=ARCHIVE,
    fond="1137",
    fond_title="Совет Министров",
    inventory="1",
    file="25",
    sheet="14",
)
BOOK = Source(
    key="handbook",
    kind="book",
    author="Омаров Б.А.",
    title="Район в цифрах",
    year="1957",
    place="Алма-Ата",
    publisher="Госстатиздат",
    pages="250",
)
ARTICLE = Source(
    key="news",
    kind="newspaper",
    title="Комбинат берёт высоту",
    container="Иртыш",
    year="1946-05-09",
    author="Асанова К.",
)
KNOWN_BY_NUMBER = Source(key="ref-046", kind="unknown", reference="46")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "ҚР ОМА. 1137-қ., 1-т., 25-іс, 14-п."),
        ("ru", "ЦГА РК. Ф. 1137. Оп. 1. Д. 25. Л. 14."),
        ("en", "CSA RK. f. 1137, op. 1, d. 25, l. 14."),
    ],
)
def test_an_archive_source_has_its_parts_as_the_language_writes_them(language, text) -> None:
    assert source_text(FILE, language) == text


def test_an_archive_without_abbreviation_is_named_in_full() -> None:
    archive = Repository(key="x", name_kk="Х архиві", name_ru="Архив Х", name_en="Archive X")
    fond = Source(key="f", kind="fond", repository=archive, fond="7")
    assert source_text(fond, "ru") == "Архив Х. Ф. 7."


def test_a_book_has_its_imprint_and_its_extent() -> None:
    assert source_text(BOOK, "ru") == (
        "Омаров Б.А. Район в цифрах. – Алма-Ата: Госстатиздат, 1957. – С. 250."
    )


def test_the_page_cited_stands_for_the_extent() -> None:
    assert source_text(BOOK, "ru", "С. 32").endswith("1957. – С. 32.")


def test_a_newspaper_has_its_day() -> None:
    assert source_text(ARTICLE, "ru") == (
        "Асанова К. Комбинат берёт высоту // Иртыш. – 1946. – 9 мая."
    )
    assert source_text(ARTICLE, "kk").endswith("// Иртыш. – 1946. – 9 мамыр.")


def test_a_claim_is_cited_with_the_work_it_was_found_in(loaded) -> None:
    claim = Claim.objects.get(key="5-02")
    cited, second = claim_references(claim, "ru")[0].text.split("\n")
    assert cited == (
        "ГАТ. Ф. 103. Оп. 1. Д. 25. Л. 14. "
        "Цит. по: Омаров Б. Тасөзен тарихы: дис. – 2011. – Абз. 5."
    )
    assert second == "Район в цифрах. – Алма-Ата: Госстатиздат, 1957. – С. 32."
    assert claim_references(claim, "kk")[0].text.split("\n")[0] == (
        "ТАМ. 103-қ., 1-т., 25-іс, 14-п. "
        "Мына еңбек бойынша келтірілді: Омаров Б. Тасөзен тарихы: дис. – 2011. – 5-абз."
    )


def test_a_work_known_by_its_number_alone_is_named_by_it() -> None:
    study = Source(key="study", kind="dissertation", title="Тасөзен тарихы", author="Омаров Б.")
    citation = Citation(
        source=study,
        locator_kind="paragraph",
        locator="332",
        through=KNOWN_BY_NUMBER,
        through_locator_kind="page",
        through_locator="32",
    )
    assert citation_text(citation, "ru") == (
        "Омаров Б. Тасөзен тарихы: дис. – Абз. 332, со ссылкой на: № 46 списка литературы, с. 32."
    )
    assert citation_text(citation, "kk") == (
        "Омаров Б. Тасөзен тарихы: дис. – 332-абз., сілтеме: 46-әдебиет, 32-б."
    )


def test_bibtex_keeps_the_parts_of_an_archive_source() -> None:
    assert source_references(FILE, "ru")[1].text.split("\n") == [
        "@misc{file-25,",
        "  title = {Совет Министров},",
        "  howpublished = {ЦГА РК. Ф. 1137. Оп. 1. Д. 25. Л. 14},",
        "  archive = {Центральный государственный архив},",
        "  fond = {1137},",
        "  inventory = {1},",
        "  file = {25},",
        "  sheet = {14},",
        "}",
    ]


def test_bibtex_escapes_what_it_would_take_for_commands() -> None:
    odd = Source(key="odd", kind="book", title="50 % & #1_{a}\\b", author="Отдел статистики")
    text = source_references(odd, "ru")[1].text
    assert "title = {50 \\% \\& \\#1\\_\\{a\\}\\textbackslash{}b}" in text
    assert "author = {{Отдел статистики}}" in text


def test_bibtex_of_a_newspaper_has_month_and_day() -> None:
    text = source_references(ARTICLE, "ru")[1].text
    assert text.startswith("@article{news,")
    assert "  journal = {Иртыш},\n  year = {1946},\n  month = may,\n  day = {9}," in text


def test_csl_keeps_the_archive_and_its_parts() -> None:
    (item,) = json.loads(source_references(FILE, "ru")[2].text)
    assert item == {
        "id": "file-25",
        "type": "manuscript",
        "archive": "Центральный государственный архив",
        "archive_location": "Ф. 1137. Оп. 1. Д. 25. Л. 14.",
        "custom": {
            "fond": "1137",
            "fond_title": "Совет Министров",
            "inventory": "1",
            "file": "25",
            "sheet": "14",
        },
    }


def test_csl_of_a_claim_says_which_work_cites_which(loaded) -> None:
    items = json.loads(claim_references(Claim.objects.get(key="5-02"), "en")[2].text)
    assert [item["id"] for item in items] == ["study", "mill-file", "handbook"]
    assert items[0]["custom"] == {
        "label": "paragraph",
        "locator": "5",
        "cites": {"id": "mill-file", "label": "sheet", "locator": "14"},
    }
    assert items[0]["author"] == [{"family": "Омаров", "given": "Б."}]


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("1946-05-09", {"date-parts": [[1946, 5, 9]]}),
        ("1946", {"date-parts": [[1946]]}),
        ("1946~", {"date-parts": [[1946]], "circa": True}),
        ("1943/1945", {"date-parts": [[1943], [1945]]}),
        ("194X", {"literal": "194X"}),
        ("1942/..", {"literal": "1942/.."}),
        ("1943-33", {"literal": "1943-33"}),
    ],
)
def test_csl_dates_say_what_csl_can_say(edtf, date) -> None:
    assert csl_date(edtf) == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Омаров Б.А.", [("Омаров", "Б.А.")]),
        ("Омаров Б.А., Асанова К.", [("Омаров", "Б.А."), ("Асанова", "К.")]),
        ("Қазақ КСР Статистика басқармасы", [("Қазақ КСР Статистика басқармасы", "")]),
        ("", []),
    ],
)
def test_authors_are_split_where_they_are_surely_people(text, found) -> None:
    assert authors(text) == found


def test_a_claim_asks_one_statement(loaded, django_assert_num_queries) -> None:
    claim = Claim.objects.get(key="5-02")
    with django_assert_num_queries(1):
        claim_references(claim)
