"""What is found, however it is typed."""

from __future__ import annotations

import pytest

from olke.entities.models import Name
from olke.explore.search.answering import Order, how_many, results, understand
from olke.explore.search.command import search_lines
from olke.explore.search.indexing import rebuild_index
from olke.explore.search.selections import Selection
from olke.explore.search.warming import warm_up
from tests import records
from tests.explore.search.region import labelled, make_region, named

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


def test_an_inflected_name_leads_to_its_record_as_the_name_itself_does() -> None:
    make_region()
    records.make_term(key="sovkhoz", term_kk="совхоз (кеңшар)", term_ru="совхоз", term_en="sovkhoz")
    records.make_entity(key="farm", **named(kk="«Таң» кеңшары", ru="совхоз «Таң»", en="Tañ"))
    rebuild_index()
    order = found("совхоз")
    assert order == ["sovkhoz", "farm"]
    for query in ("совхоздардың", "совхозы", "в совхозе", "совхозов"):
        assert found(query) == order


def test_a_name_that_ends_like_another_of_its_record_is_still_its_name() -> None:
    make_region()
    plant = records.make_entity(
        key="cement", **named(kk="Семей цемент зауыты", ru="цементный завод", en="Cement plant")
    )
    Name.objects.create(entity=plant, name="цемент зауыты", language="kk", kind="variant")
    pipes = named(kk="Асбест-цемент зауыты", ru="асбестоцементный завод", en="Pipe works")
    records.make_entity(key="pipes", **pipes)
    rebuild_index()
    assert found("цемент зауыты")[:2] == ["cement", "pipes"]


def test_a_noun_is_taken_for_itself_before_a_verb_of_the_same_form() -> None:
    make_region()
    sheep = records.make_product(key="sheep", **labelled(kk="қой", ru="овцы", en="sheep"))
    herd = records.make_indicator(key="herd", **labelled(kk="мал басы", ru="поголовье", en="herd"))
    records.make_claim(key="flock", indicator=herd, product=sheep, period="1950")
    records.make_claim(
        key="putting", kind="event", period="1950", title_kk="Ол кітапты үстелге қойды"
    )
    rebuild_index()
    assert found("қой")[:2] == ["flock", "putting"]
    for query in ("қой саны", "қойлардың саны", "овцы количество", "сколько овец"):
        assert found(query)[0] == "flock"
        assert understand(query).coverage.complete


def test_a_word_that_asks_for_a_number_is_answered_by_what_is_counted() -> None:
    make_region()
    records.make_theme(key="schools", **labelled(kk="Мектептер", ru="Школы", en="Schools"))
    count = labelled(kk="мектептер саны", ru="число школ", en="schools")
    records.make_indicator(key="number-of-schools", **count)
    rebuild_index()
    for query in ("количество школ", "мектептердің саны", "численность школ", "how many schools"):
        assert found(query)[0] == "number-of-schools"
    assert found("школы")[0] == "schools"


def test_the_years_of_something_are_a_period_first() -> None:
    make_region()
    records.make_claim(
        key="depot", kind="event", period="1943", title_kk="Депо соғыс жылдары тоқтаған жоқ"
    )
    rebuild_index()
    assert found("соғыс жылдары")[:2] == ["war", "depot"]
    assert found("годы войны")[0] == "war"


def test_one_wrong_letter_is_read_as_the_word_that_was_meant() -> None:
    make_region()
    for query in ("комбенат", "комбонат", "комбунат", "cannry"):
        question = understand(query)
        assert question.plan.meant
        assert question.coverage.complete
        assert found(query)[0] == "cannery"
    assert understand("комбинат").plan.meant == ()
    assert found("бргжшщ") == []


def test_the_beginning_of_one_word_before_another_stands_for_the_whole() -> None:
    make_region()
    institute = named(
        kk="Педагогика институты", ru="Педагогический институт", en="Pedagogical institute"
    )
    records.make_entity(key="institute", **institute)
    rebuild_index()
    assert found("пединститут") == found("пединституты") == ["institute"]


def test_a_period_is_found_by_its_initials_and_by_its_years() -> None:
    make_region()
    labels = labelled(kk="Ұлы Отан соғысы", ru="Великая Отечественная война", en="Great War")
    records.make_period(key="great-war", span="1941/1944", **labels)
    rebuild_index()
    for query in ("ҰОС", "вов", "1941-1944", "1941–1944"):
        assert found(query)[0] == "great-war"


def test_what_happened_in_a_year_comes_before_what_lasted_for_many() -> None:
    make_region()
    records.make_claim(key="long", period="1941/1960", title_kk="Көп жыл", kind="event")
    records.make_claim(key="short", period="1952", title_kk="Бір жыл", kind="event")
    rebuild_index()
    assert found("1952") == ["short", "long"]


def test_a_long_name_is_found_with_its_vowels_written_the_russian_way() -> None:
    make_region()
    district = named(kk="Көкпекті ауданы", ru="Кокпектинский район", en="Kokpekty district")
    records.make_entity(key="kokpekty", **district)
    rebuild_index()
    assert found("кокпекты") == ["kokpekty"]


def test_short_forms_of_kinds_of_places_are_read() -> None:
    make_region()
    district = named(kk="Абай ауданы", ru="Абайский район", en="Abai district")
    records.make_entity(key="abai", kind="district", **district)
    rebuild_index()
    assert found("Абайский р-н")[0] == found("Абай ауд.")[0] == "abai"
    assert found("г. Семипалатинск") == found("Семипалатинск")
