"""The small parts of a check, on any input."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.exchange.pack.closest import Closest
from olke.exchange.pack.differences import Difference, Resolution, Step, differences
from olke.exchange.pack.encodings import decode
from olke.exchange.pack.graph import find_cycles
from olke.exchange.pack.numbers import NUMBER, point_form
from olke.exchange.pack.parsing import parse, write

ANY = st.text(max_size=30)
PLAIN = st.text(st.characters(exclude_characters="\r\0", codec="utf-8"), max_size=10)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded(content) -> None:
    decoded = decode(content)
    assert decoded.code or content.decode() == decoded.text


@given(ANY)
def test_any_text_is_parsed_into_rows_as_wide_as_its_header(text) -> None:
    parsed = parse("x.csv", text)
    assert all(len(row) == len(parsed.header) for row in parsed.rows)
    assert len(parsed.rows) == len(parsed.numbers)
    assert parsed.numbers == sorted(parsed.numbers)


@given(st.lists(st.lists(PLAIN, min_size=3, max_size=3).filter(any), max_size=6))
def test_what_is_written_is_parsed_without_a_problem(rows) -> None:
    parsed = parse("x.csv", write(("a", "b", "c"), rows).decode())
    assert (list(parsed.problems), parsed.rows) == ([], rows)


@given(st.lists(st.lists(PLAIN, min_size=2, max_size=2).filter(any), max_size=4))
def test_a_correct_file_is_read_as_pythons_own_reader_does(rows) -> None:
    text = write(("a", "b"), rows).decode()
    assert [["a", "b"], *parse("x.csv", text).rows] == list(
        csv.reader(io.StringIO(text, newline=""))
    )


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)))
def test_a_cycle_is_found_exactly_where_there_is_one(edges) -> None:
    cycles = list(find_cycles(edges))
    for cycle in cycles:
        for one, other in zip(cycle, [*cycle[1:], cycle[0]], strict=True):
            assert other in edges[one]
    assert bool(cycles) == any(_reaches(edges, node, node) for node in edges)


def _reaches(edges: dict[str, list[str]], start: str, end: str) -> bool:
    seen, waiting = set(), list(edges.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        if node not in seen:
            seen.add(node)
            waiting.extend(edges.get(node, ()))
    return False


def test_a_chain_as_long_as_a_table_is_followed() -> None:
    edges = {str(n): [str(n + 1)] for n in range(50_000)}
    assert list(find_cycles(edges)) == []
    assert len(next(find_cycles(edges | {"50000": ["0"]}))) == 50_001


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("1,5", "1.5"),
        ("1 500,50", "1500.50"),
        ("1\u202f500", "1500"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1,5E+06", "1500000"),
        ("−5", "-5"),
        ("007", "7"),
        ("five", ""),
        ("1,2,3", ""),
        ("NaN", ""),
        ("1E+999999999", ""),
        ("1E-999999999", ""),
    ],
)
def test_a_number_is_brought_into_the_form_of_a_pack(cell, plain) -> None:
    assert point_form(cell) == plain


@given(ANY)
def test_whatever_is_suggested_for_a_number_is_one(cell) -> None:
    assert not point_form(cell) or NUMBER.fullmatch(point_form(cell))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("wool-mil", "wool-mill"),
        ("Wool_Mill ", "wool-mill"),
        ("7", "007"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_closest_word_is_suggested(word, meant) -> None:
    assert Closest(["wool-mill", "brickworks", "007"]).to(word) == meant


def test_the_closest_of_very_many_words_is_found_by_its_ends() -> None:
    words = [f"place-{n}" for n in range(20_000)] + ["wool-mill"]
    assert Closest(words).to("wol-mill") == "wool-mill"


OLD, MINE, THEIRS = {"key": "a", "n": "1"}, {"key": "a", "n": "2"}, {"key": "a", "n": "3"}


@pytest.mark.parametrize(
    ("files", "stored", "past", "resolution", "step"),
    [
        (OLD, None, "none", "ask", Step.ADD),
        (OLD, OLD, "none", "ask", Step.NOTHING),
        (THEIRS, OLD, "none", "ask", Step.CHANGE),
        (None, OLD, "none", "ask", Step.VANISH),
        (OLD, MINE, OLD, "ask", Step.KEEP_OURS),
        (THEIRS, MINE, OLD, "ask", Step.CONFLICT),
        (THEIRS, MINE, OLD, "ours", Step.KEEP_OURS),
        (THEIRS, MINE, OLD, "theirs", Step.CHANGE),
        (THEIRS, OLD, OLD, "ask", Step.CHANGE),
        (MINE, MINE, OLD, "ask", Step.NOTHING),
        (None, MINE, None, "ask", Step.KEEP_OURS),
        (None, MINE, OLD, "ask", Step.CONFLICT),
        (None, MINE, OLD, "theirs", Step.VANISH),
        (OLD, None, OLD, "ask", Step.KEEP_OURS),
        (THEIRS, None, OLD, "ask", Step.CONFLICT),
        (THEIRS, MINE, None, "ask", Step.CONFLICT),
    ],
)
def test_three_states_decide_what_happens_to_a_record(
    files, stored, past, resolution, step
) -> None:
    (difference,) = differences(
        {"a": files} if files else {},
        {"a": stored} if stored else {},
        {} if past == "none" else {"a": past},
        Resolution(resolution),
    )
    assert difference == Difference("a", step, stored, files)
