"""Periods in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.dates import Style, format_period, parse, read
from olke.dates.formatting import Language

FORMS = [
    ("1946", "kk", "1946 жыл", "1946", "1946 жылы"),
    ("1946", "ru", "1946 год", "1946", "в 1946 году"),
    ("1946", "en", "1946", "1946", "in 1946"),
    ("1943-05-05", "kk", "1943 жылғы 5 мамыр", "05.05.1943", "1943 жылғы 5 мамырда"),
    ("1943-05-05", "ru", "5 мая 1943 г.", "05.05.1943", "5 мая 1943 года"),
    ("1943-05-05", "en", "5 May 1943", "5 May 1943", "on 5 May 1943"),
    ("1943-09", "kk", "1943 жылғы қыркүйек", "1943 ж. қыркүйек", "1943 жылғы қыркүйекте"),
    ("1943-09", "ru", "сентябрь 1943 г.", "сентябрь 1943", "в сентябре 1943 года"),
    ("1943-34", "kk", "1943 жылдың II тоқсаны", "1943 ж. II тоқсан", "1943 жылдың II тоқсанында"),
    ("1943-34", "ru", "II квартал 1943 г.", "II кв. 1943", "во II квартале 1943 года"),
    ("1943-34", "en", "second quarter of 1943", "Q2 1943", "in the second quarter of 1943"),
    (
        "1948-40",
        "kk",
        "1948 жылдың бірінші жартыжылдығы",
        "1948 ж. I жартыжылдық",
        "1948 жылдың бірінші жартыжылдығында",
    ),
    (
        "1948-41",
        "ru",
        "второе полугодие 1948 г.",
        "II полуг. 1948",
        "во втором полугодии 1948 года",
    ),
    ("1948-40", "en", "first half of 1948", "H1 1948", "in the first half of 1948"),
    ("1941-23", "kk", "1941 жылдың күзі", "1941 ж. күз", "1941 жылдың күзінде"),
    ("1941-23", "ru", "осень 1941 г.", "осень 1941", "осенью 1941 года"),
    ("1941-23", "en", "autumn 1941", "autumn 1941", "in the autumn of 1941"),
    ("1941-24", "kk", "1941/42 жылдың қысы", "1941/42 ж. қыс", "1941/42 жылдың қысында"),
    ("194X", "kk", "1940-жылдар", "1940-ж.", "1940-жылдары"),
    ("194X", "ru", "1940-е годы", "1940-е", "в 1940-е годы"),
    ("194X", "en", "1940s", "1940s", "in the 1940s"),
    ("19XX", "kk", "XX ғасыр", "XX ғ.", "XX ғасырда"),
    ("19XX", "en", "20th century", "20th century", "in the 20th century"),
    ("1941/1945", "kk", "1941–1945 жылдар", "1941–1945", "1941–1945 жылдары"),
    ("1941/1945", "ru", "1941–1945 гг.", "1941–1945", "в 1941–1945 годах"),
    ("1941/1945", "en", "1941–1945", "1941–1945", "in 1941–1945"),
    (
        "1946-01/1946-09",
        "kk",
        "1946 жылдың қаңтар–қыркүйегі",
        "1946 ж. қаңтар–қыркүйек",
        "1946 жылдың қаңтар–қыркүйегінде",
    ),
    ("1946-01/1946-09", "ru", "9 месяцев 1946 г.", "янв.–сент. 1946", "за 9 месяцев 1946 года"),
    (
        "1946-01/1946-09",
        "en",
        "first nine months of 1946",
        "Jan–Sep 1946",
        "in the first nine months of 1946",
    ),
    (
        "1941-06-22/1941-08-10",
        "kk",
        "1941 жылғы 22 маусым – 10 тамыз",
        "22.06.1941–10.08.1941",
        "1941 жылғы 22 маусымнан 10 тамызға дейін",
    ),
    (
        "1941-06-22/1941-08-10",
        "ru",
        "22 июня – 10 августа 1941 г.",
        "22.06.1941–10.08.1941",
        "с 22 июня по 10 августа 1941 года",
    ),
    (
        "1941-06-22/1941-08-10",
        "en",
        "22 June – 10 August 1941",
        "22 June – 10 August 1941",
        "from 22 June to 10 August 1941",
    ),
    ("1942/..", "kk", "1942 жылдан бастап", "1942–…", "1942 жылдан бастап"),
    ("1942/..", "ru", "с 1942 года", "1942–…", "с 1942 года"),
    (
        "../1941-06-21",
        "kk",
        "1941 жылғы 21 маусымға дейін",
        "…–21.06.1941",
        "1941 жылғы 21 маусымға дейін",
    ),
    ("../1941", "ru", "до конца 1941 года", "…–1941", "до конца 1941 года"),
    ("1942~", "kk", "шамамен 1942 жыл", "шам. 1942", "шамамен 1942 жылы"),
    ("1942~", "ru", "примерно 1942 год", "ок. 1942", "примерно в 1942 году"),
    ("1942~", "en", "about 1942", "c. 1942", "around 1942"),
    ("1942?", "kk", "болжам бойынша 1942 жыл", "1942?", "болжам бойынша 1942 жылы"),
    (
        "194X-12",
        "kk",
        "желтоқсан (1940-жылдар)",
        "желтоқсан (1940-ж.)",
        "желтоқсанда (1940-жылдар)",
    ),
    (
        "1946-05-XX",
        "ru",
        "май 1946 г. (день неизвестен)",
        "май 1946",
        "в мае 1946 года (день неизвестен)",
    ),
    (
        "1943-05-XX/1943-06-XX",
        "en",
        "May 1943 (day unknown) – June 1943 (day unknown)",
        "May 1943 – June 1943",
        "from May (day unknown) to June 1943 (day unknown)",
    ),
    (
        "[1941,1943]",
        "kk",
        "1941 жыл немесе 1943 жыл",
        "1941 немесе 1943",
        "1941 жылы немесе 1943 жылы",
    ),
    ("{1941,1943}", "en", "1941 and 1943", "1941 and 1943", "in 1941 and in 1943"),
    ("-0043", "en", "44 BC", "44 BC", "in 44 BC"),
    ("-0043", "kk", "б.з.б. 44 жыл", "б.з.б. 44", "б.з.б. 44 жылы"),
]


@pytest.mark.parametrize(("edtf", "language", "full", "short", "locative"), FORMS)
def test_a_period_has_a_full_a_short_and_a_locative_form(
    edtf: str, language: Language, full: str, short: str, locative: str
) -> None:
    period = parse(edtf)
    assert [format_period(period, language, style) for style in Style] == [full, short, locative]


@pytest.mark.parametrize("month", range(1, 13))
def test_kazakh_months_decline(month: int) -> None:
    spoken = format_period(parse(f"1946-{month:02}/1947-{month:02}"), "kk", Style.LOCATIVE)
    expected = [
        ("қаңтардан", "қаңтарға"),
        ("ақпаннан", "ақпанға"),
        ("наурыздан", "наурызға"),
        ("сәуірден", "сәуірге"),
        ("мамырдан", "мамырға"),
        ("маусымнан", "маусымға"),
        ("шілдеден", "шілдеге"),
        ("тамыздан", "тамызға"),
        ("қыркүйектен", "қыркүйекке"),
        ("қазаннан", "қазанға"),
        ("қарашадан", "қарашаға"),
        ("желтоқсаннан", "желтоқсанға"),
    ][month - 1]
    assert spoken == f"1946 жылғы {expected[0]} 1947 жылғы {expected[1]} дейін"


@pytest.mark.parametrize(("months", "word"), [(2, "2 месяца"), (4, "4 месяца"), (5, "5 месяцев")])
def test_russian_counts_months(months: int, word: str) -> None:
    assert format_period(parse(f"1946-01/1946-{months:02}"), "ru") == f"{word} 1946 г."


def test_every_style_is_known_and_no_other() -> None:
    assert format_period(parse("1946"), "kk", "locative") == "1946 жылы"
    with pytest.raises(ValueError, match="genitive"):
        format_period(parse("1946"), "kk", "genitive")


READABLE = st.one_of(
    st.integers(1800, 2020).map(str),
    st.dates().filter(lambda day: 1800 <= day.year <= 2020).map(str),
    st.tuples(
        st.integers(1800, 2020),
        st.sampled_from([*range(1, 13), 21, 22, 23, 33, 34, 35, 36, 40, 41]),
    ).map(lambda row: f"{row[0]}-{row[1]:02}"),
    st.tuples(st.integers(1800, 1900), st.integers(1901, 2020)).map(
        lambda row: f"{row[0]}/{row[1]}"
    ),
    st.tuples(st.integers(1800, 2020), st.integers(2, 12)).map(
        lambda row: f"{row[0]}-01/{row[0]}-{row[1]:02}"
    ),
    st.integers(180, 201).map("{}X".format),
    st.integers(1800, 2020).map("{}/..".format),
)


@given(READABLE, st.sampled_from(["kk", "ru", "en"]))
def test_what_is_written_for_a_sentence_is_read_back(edtf: str, language: Language) -> None:
    sentence = format_period(parse(edtf), language, Style.LOCATIVE)
    assert [str(found.period) for found in read(sentence, language)] == [edtf]
