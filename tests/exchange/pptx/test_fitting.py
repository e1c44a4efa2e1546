"""Making slides fit, whatever stands on them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from olke.exchange.handouts.lettering import SLIDES
from olke.exchange.pptx.fitting import fitted, frame_of, stacked
from olke.exchange.pptx.pieces import Hero, Kind, Para, Prose, Slide, Table

words = st.text("абвгдежзӘҒҚҢӨҰҮҺІ -.,0123456789", min_size=1, max_size=400)
proses = st.lists(words, min_size=1, max_size=12).map(
    lambda texts: Prose(tuple(Para(text, mark="–") for text in texts))
)
tables = st.lists(st.tuples(words, words), min_size=1, max_size=8).map(
    lambda rows: Table(("A", "Ә"), tuple(rows), (1.0, 2.0))
)
heroes = words.map(lambda text: Hero(text[:60]))
slides = st.builds(
    Slide,
    st.sampled_from(list(Kind)),
    words.map(lambda text: text[:200]),
    st.just("kicker"),
    st.lists(st.one_of(proses, tables, heroes), max_size=3).map(tuple),
    st.lists(words, max_size=3).map(tuple),
)


@given(slides)
def test_what_is_fitted_fits(slide: Slide) -> None:
    for page in fitted(slide):
        room = frame_of(page).body_height
        lone = len(page.pieces) == 1 and isinstance(page.pieces[0], Hero | Table)
        if not lone or len(getattr(page.pieces[0], "rows", "x")) > 1:
            assert stacked(page.pieces) <= room + 0.01


@given(slides)
def test_no_word_is_lost(slide: Slide) -> None:
    def said(pages: tuple[Slide, ...]) -> list[str]:
        return sorted(
            word
            for page in pages
            for piece in page.pieces
            if isinstance(piece, Prose)
            for para in piece.paras
            if para.mark or piece.sizes != (20,)
            for word in para.text.split()
        )

    assert said(fitted(slide)) == said((slide,))


def test_a_short_text_is_larger_than_a_long_one() -> None:
    short = fitted(Slide(Kind.TEXT, "A", pieces=(Prose((Para("Қысқа."),)),)))
    long = fitted(Slide(Kind.TEXT, "A", pieces=(Prose((Para("Ұзақ мәтін. " * 60),)),)))
    assert short[0].pieces[0].size > long[0].pieces[0].size


def test_a_text_of_two_slides_fills_both_about_evenly() -> None:
    paras = tuple(Para(f"Абзац {n}: " + "сөз " * 30) for n in range(8))
    pages = fitted(Slide(Kind.TEXT, "A", pieces=(Prose(paras),)))
    counts = [len(page.pieces[0].paras) for page in pages]
    assert len(pages) == 2
    assert max(counts) - min(counts) <= 1


def test_sources_that_would_fill_half_the_slide_go_on_the_next() -> None:
    foot = tuple(f"ҚР ОММ. 1137-қ., {n}-т., 25-іс, 14-п. " * 3 for n in range(9))
    first, second = fitted(Slide(Kind.EVIDENCE, "A", pieces=(Hero("12 т"),), foot=foot))
    assert len(first.foot) < len(foot)
    moved = [para.text for para in second.pieces[0].paras]
    assert [*first.foot, *moved] == list(foot)


def test_a_no_break_space_breaks_no_line() -> None:
    room = SLIDES.width("12 500 000", 20) * 1.05
    assert SLIDES.lines("шамамен 12 500 000", 20, room) == 2
    assert SLIDES.lines("шамамен 12\u00a0500\u00a0000 т", 20, room) == 3


def test_a_word_too_long_for_its_line_is_broken() -> None:
    room = SLIDES.width("ж" * 10, 20)
    assert SLIDES.lines("ж" * 25, 20, room) == 3
