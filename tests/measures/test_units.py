"""The built-in units and those a pack adds."""

from decimal import Decimal

import pytest

from olke.measures import MeasureError, builtin_registry

KEYS = [
    "t",
    "kg",
    "g",
    "centner",
    "pood",
    "ha",
    "desiatina",
    "m",
    "km",
    "cm",
    "m2",
    "km2",
    "dm2",
    "m3",
    "l",
    "dal",
    "kw",
    "mw",
    "kwh",
    "mln-kwh",
    "kt",
    "hp",
    "rouble",
    "kopeck",
    "tenge",
    "usd",
    "percent",
    "times",
    "permille",
    "person",
    "head",
    "piece",
    "pair",
    "household",
    "family",
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "degree-celsius",
    "microroentgen-per-hour",
    "centner-per-ha",
    "kg-per-ha",
    "kg-per-head",
    "l-per-head",
    "per-1000",
    "per-10000",
    "per-100000",
    "enterprise",
    "can",
    "tub",
    "rouble-per-month",
    "rouble-per-person",
]
BED = {
    "key": "bed",
    "dimension": "count",
    "base": "",
    "factor": "",
    "label_kk": "төсек",
    "label_ru_one": "койка",
    "label_ru_few": "койки",
    "label_ru_many": "коек",
    "label_en_one": "bed",
    "label_en_other": "beds",
}
WARD = {**BED, "key": "ward", "base": "bed", "factor": "12.5"}


def refusal(*rows: dict[str, str]) -> MeasureError:
    with pytest.raises(MeasureError) as raised:
        builtin_registry().with_units(rows)
    return raised.value


def test_every_key_of_the_contract_exists() -> None:
    assert [key for key in KEYS if key not in builtin_registry()] == []


def test_every_unit_is_named_in_three_languages() -> None:
    for unit in builtin_registry():
        assert unit.label_kk
        assert all(unit.label_ru)
        assert all(unit.label_en)
        assert isinstance(unit.factor, Decimal)


def test_no_two_units_share_a_name() -> None:
    names = [name for unit in builtin_registry() for name in unit.names]
    assert sorted(names) == sorted(set(names))


def test_old_units_name_their_source() -> None:
    registry = builtin_registry()
    assert all(
        registry[key].source for key in ("pood", "desiatina", "versta", "arshin", "tub", "hp")
    )


def test_a_pack_adds_units_and_leaves_the_built_in_registry_alone() -> None:
    larger = builtin_registry().with_units([BED, WARD])
    assert larger.convert(Decimal(2), "ward", "bed") == 25
    assert len(larger) == len(builtin_registry()) + 2
    assert "bed" not in builtin_registry()


def test_a_unit_may_name_itself_as_its_base() -> None:
    assert builtin_registry().with_units([{**BED, "base": "bed"}])["bed"].base is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"key": "Bed places"}, "bad-key"),
        ({"key": "kg"}, "duplicate-unit"),
        ({"factor": "many"}, "bad-factor"),
        ({"factor": "-1"}, "bad-factor"),
        ({"factor": "0"}, "bad-factor"),
        ({"base": "bedd"}, "unknown-unit"),
        ({"label_kk": ""}, "missing-field"),
        ({"label_en_other": ""}, "missing-field"),
        ({"dimension": ""}, "missing-field"),
    ],
)
def test_a_bad_row_says_why(change: dict[str, str], code: str) -> None:
    error = refusal({**BED, **change})
    assert error.code == code
    assert str(error)


def test_a_bad_key_comes_with_a_good_one() -> None:
    assert refusal({**BED, "key": "Bed_Places"}).suggestion == "bed-places"


def test_every_bad_row_is_listed() -> None:
    rows = [BED, {**WARD, "factor": "x"}, {**BED, "key": "B"}, WARD]
    found = builtin_registry().check_units(rows)
    assert [(index, error.code) for index, error in found] == [(1, "bad-factor"), (2, "bad-key")]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("rub", "rouble"),
        ("kg_per_ha", "kg-per-ha"),
        ("tonn", "t"),
        ("kilogramm", "kg"),
        ("тонналар", "t"),
        ("centners", "centner"),
        ("га", "ha"),
        ("percents", "percent"),
        ("ц/га", "centner-per-ha"),
        ("qqqqqq", None),
    ],
)
def test_an_unknown_unit_comes_with_the_closest_one(name: str, key: str | None) -> None:
    with pytest.raises(MeasureError) as raised:
        builtin_registry()[name]
    assert (raised.value.code, raised.value.suggestion) == ("unknown-unit", key)


def test_a_unit_is_found_by_label_symbol_or_alias() -> None:
    find = builtin_registry().find
    assert [
        getattr(find(name), "key", None) for name in ("Тонна", "т", "руб.", "чел.", "пудов")
    ] == [
        "t",
        "t",
        "rouble",
        "person",
        "pood",
    ]
    assert find("nothing") is None
