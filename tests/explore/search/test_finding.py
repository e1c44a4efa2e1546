"""What is found, however it is typed."""

from __future__ import annotations

import pytest

from olke.explore.search.answering import Order, how_many, results, understand
from olke.explore.search.command import search_lines
from olke.explore.search.selections import Selection
from olke.explore.search.warming import warm_up
from tests.explore.search.region import make_region

pytestmark = pytest.mark.django_db


def found(query: str, **narrowed: tuple[str, ...]) -> list[str]:
    question = understand(query)
    hits = results(question, Selection(narrowed), limit=50)
    assert how_many(question, Selection(narrowed)).number == len(hits)
    return [line["key"] for line in search_lines(query, 50)] if not narrowed else _keys(hits)


def _keys(hits: list) -> list[str]:  # type: ignore[type-arg]
    from olke.explore.search.hits import told_hits  # noqa: PLC0415

    return [item.key for item in told_hits(hits, frozenset(), "kk")]


@pytest.mark.parametrize(
    "query",
    [
        "еткомбинатының",
        "ет комбинаты",
        "ЕТ-КОНСЕРВІ КОМБИНАТЫНА",
        "комбинаттың",
        "мясоконсервного комбината",
        "meat cannery",
        "semey meat canneries",
        "консервi комбинаты",  # a Latin i
        "консерви комбинаты",  # typed without Kazakh letters
    ],
)
def test_an_enterprise_is_found_by_any_form_of_any_of_its_names(query: str) -> None:
    make_region()
    assert found(query)[0] == "cannery"


def test_claims_are_found_by_an_old_name_of_the_place_they_belong_to() -> None:
    make_region()
    assert {"actual", "planned", "moved"} <= set(found("Семипалатинск"))
    assert {"actual", "planned", "moved"} <= set(found("в Семипалатинске"))


def test_yo_and_ye_are_one_letter() -> None:
    make_region()
    assert found("елочную") == found("ёлочная") == ["moved"]


def test_a_name_typed_exactly_comes_first() -> None:
    make_region()
    assert found("Семей")[0] == "semey"
    assert found("семипалатинск")[0] == "semey"


def test_a_plan_is_asked_for_in_any_language() -> None:
    make_region()
    for query in ("комбинат жоспар 1946", "план комбината 1946", "cannery plan 1946"):
        assert found(query)[0] == "planned"
        assert "actual" not in found(query)


def test_the_word_for_year_beside_a_year_asks_for_nothing_more() -> None:
    make_region()
    assert found("1946 жылғы комбинат") == found("1946 комбинат") == found("комбинат 1946 году")


def test_years_joined_by_a_hyphen_ask_for_any_of_them() -> None:
    make_region()
    assert found("фабрика 1940-1945") == ["moved"]
    assert understand("фабрика 1940-1945").coverage.complete
    assert not understand("фабрика 1942-1945").coverage.complete


def test_quotation_marks_keep_words_together() -> None:
    make_region()
    assert "moved" in found("«фабрикасы көшірілді»")
    assert "moved" not in found("«көшірілді фабрикасы»")
    assert "moved" in found("көшірілді фабрикасы")


def test_a_minus_leaves_a_word_out() -> None:
    make_region()
    assert "mill" in found("Семей -комбинат")
    assert "cannery" not in found("Семей -комбинат")
    assert "cannery" not in found("-комбинат")


def test_words_that_no_record_has_together_still_find_those_with_most_of_them() -> None:
    make_region()
    question = understand("комбинат шұға 1946")
    assert (question.coverage.had, question.coverage.of) == (2, 3)
    keys = found("комбинат шұға 1946")
    assert {"planned", "actual"} == set(keys[:2])
    assert "moved" in keys


def test_an_unknown_word_is_named_and_the_rest_is_found() -> None:
    make_region()
    question = understand("комбинат бргжш")
    assert question.coverage.unknown == ("бргжш",)
    assert found("комбинат бргжш") == found("комбинат")


def test_facets_narrow_and_their_values_widen() -> None:
    make_region()
    assert set(found("комбинат", aspect=("planned",))) == {"planned"}
    assert set(found("комбинат", aspect=("planned", "actual"))) == {"planned", "actual"}
    assert set(found("", period=("war",), kind=("event",))) == {"moved"}
    assert {"cannery", "mill", "moved"} <= set(found("", place=("semey",)))


def test_results_can_be_ordered_by_time() -> None:
    make_region()
    question = understand("Семей")
    claims = Selection().with_types("claim")
    oldest = _keys(results(question, claims, limit=3, order=Order.OLDEST))
    newest = _keys(results(question, claims, limit=3, order=Order.NEWEST))
    assert oldest[0] == "moved"
    assert newest[-1] == "moved"


def test_pages_follow_one_another_without_gap_or_repetition() -> None:
    make_region()
    question = understand("Семей")
    whole = results(question, Selection(), limit=50)
    paged = [
        hit for n in range(len(whole)) for hit in results(question, Selection(), limit=1, offset=n)
    ]
    assert [hit.number for hit in paged] == [hit.number for hit in whole]


def test_scores_never_rise_down_the_list() -> None:
    make_region()
    scores = [line["score"] for line in search_lines("Семей комбинаты", 50)]
    assert scores == sorted(scores, reverse=True)


def test_withdrawn_claims_are_not_found() -> None:
    from olke.evidence.signals import evidence_changed  # noqa: PLC0415

    claim = make_region()["moved"]
    claim.review = "withdrawn"  # type: ignore[union-attr]
    claim.save()
    evidence_changed.send(None, keys={"claim": frozenset({"moved"})})
    assert "moved" not in found("фабрика")


def test_warming_up_needs_no_evidence_and_changes_nothing() -> None:
    warm_up()
    make_region()
    before = found("комбинат")
    warm_up()
    assert found("комбинат") == before
