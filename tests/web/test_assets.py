from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.test import override_settings
from fontTools.ttLib import TTFont

from olke.web.assets import prepare_assets
from olke.web.fonts import CYRILLIC, FEW_SIGNS, LATIN, SUBSETS, build_fonts

# What a Kazakh page may weigh, in bytes as sent; the whole first page must stay under 100 kB.
PHONE_FONTS = 29_500
FONTS, STYLES, SCRIPTS = 62_000, 8_000, 18_000


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    build_fonts(folder)
    return folder


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("data") / "static"
    found = [
        "django.contrib.staticfiles.finders.AppDirectoriesFinder",
        "olke.web.assets.FontFinder",
    ]
    with override_settings(STATIC_ROOT=root, STATICFILES_FINDERS=found):
        finders.get_finder.cache_clear()
        assert prepare_assets()
        yield root
    finders.get_finder.cache_clear()


@pytest.mark.parametrize("family", ["literata", "onest"])
@pytest.mark.parametrize(("name", "letters"), SUBSETS.items())
def test_each_file_has_the_letters_of_its_range(
    fonts: Path, family: str, name: str, letters: str
) -> None:
    drawn = TTFont(fonts / f"{family}-{name}.woff2").getBestCmap()
    missing = {letter for letter in letters if ord(letter) not in drawn}
    # Signs for which the next family of the stack, or the system, is asked.
    assert missing <= set("✓′″■□")
    assert not missing & set("әғқңөұүһіӘҒҚҢӨҰҮҺІ№–«»¶%0123456789\u00a0\u2011\u202f")


def test_the_two_families_draw_every_sign_between_them(fonts: Path) -> None:
    drawn = [TTFont(fonts / f"{name}-signs.woff2").getBestCmap() for name in ("literata", "onest")]
    assert set(map(ord, SUBSETS["signs"])) <= drawn[0].keys() | drawn[1].keys()


def test_the_fonts_vary_in_weight_and_in_nothing_else(fonts: Path) -> None:
    for file in fonts.glob("*.woff2"):
        font = TTFont(file)
        varied = [axis.axisTag for axis in font["fvar"].axes] if "fvar" in font else []
        assert varied == ([] if file.name.startswith("literata-phone") else ["wght"])


def test_a_phone_in_a_class_gets_small_cuts(fonts: Path) -> None:
    sizes = {file.stem: file.stat().st_size for file in fonts.glob("*-phone*.woff2")}
    assert sizes.keys() == {
        f"{family}-phone{part}"
        for family in ("literata", "onest")
        for part in ("", "-latin", "-english")
    }
    assert sizes["literata-phone"] + sizes["onest-phone"] <= PHONE_FONTS
    drawn = {
        letter
        for part in ("", "-latin")
        for letter in TTFont(fonts / f"onest-phone{part}.woff2").getBestCmap()
    }
    assert set(map(ord, CYRILLIC + LATIN + FEW_SIGNS)) <= drawn | {ord("✓")}


def test_the_licences_go_with_the_fonts(fonts: Path) -> None:
    for family in ("literata", "onest"):
        assert "SIL OPEN FONT LICENSE" in (fonts / f"{family}-OFL.txt").read_text().upper()


def test_a_kazakh_page_needs_few_bytes_of_fonts(fonts: Path) -> None:
    # Literata's Latin letters are not among them: Kazakh headings hold none.
    sizes = {
        file.stem: file.stat().st_size
        for file in fonts.glob("*.woff2")
        if "-phone" not in file.stem
    }
    assert sum(sizes.values()) - sizes["literata-latin"] <= FONTS


def test_styles_and_scripts_stay_small(collected: Path) -> None:
    def weight(names: list[str]) -> int:
        return sum(len(brotli.compress((collected / name).read_bytes())) for name in names)

    styles = [f"web/{name}.css" for name in ("fonts", "page", "parts", "forms", "print")]
    scripts = [*(f"web/olke-{name}.js" for name in ("offline", "combobox", "copy"))]
    assert weight(styles) <= STYLES
    assert weight([*scripts, "django_htmx/htmx-2.min.js"]) <= SCRIPTS


def test_preparing_twice_does_nothing_the_second_time(collected: Path) -> None:
    before = sorted(path.stat().st_mtime_ns for path in collected.rglob("*"))
    assert not prepare_assets()
    assert sorted(path.stat().st_mtime_ns for path in collected.rglob("*")) == before


def test_a_changed_file_is_collected_again(collected: Path) -> None:
    (collected / ".made-from").write_text("another version")
    assert prepare_assets()


def test_files_are_collected_under_their_digest_and_compressed(collected: Path) -> None:
    (style,) = (p for p in (collected / "web").glob("page.*.css") if p.name != "page.css")
    packed = style.with_name(f"{style.name}.gz").read_bytes()
    assert gzip.decompress(packed) == style.read_bytes()
    assert style.with_name(f"{style.name}.br").is_file()


def test_stylesheets_name_the_fonts_by_their_digest(collected: Path) -> None:
    (sheet,) = (p for p in (collected / "web").glob("fonts.*.css"))
    assert "literata-cyrillic.woff2" not in sheet.read_text()
    assert "literata-cyrillic." in sheet.read_text()


def test_only_one_build_of_htmx_is_collected(collected: Path) -> None:
    names = {path.name for path in (collected / "django_htmx").glob("*.js")}
    assert {name.split(".")[0] for name in names} == {"htmx-2"}


def test_pages_can_be_drawn_before_anything_is_collected(tmp_path: Path) -> None:
    with override_settings(STATIC_ROOT=tmp_path / "none"):
        assert static("web/page.css").startswith("/static/web/page")
        assert staticfiles_storage.url("web/never-heard-of.css") == "/static/web/never-heard-of.css"
