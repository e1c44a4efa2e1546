"""The notices of a pack."""

from olke.explore.charts.notices import Notice, read_notices

TEXT = """# Notices

## Coordinates

Points come from [GeoNames](https://www.geonames.org/), under the
[CC BY 4.0 licence](https://creativecommons.org/licenses/by/4.0/). The `key` is theirs.

- A town has its *own* point.

## Base map
"""


def test_sections_become_plain_text():
    assert read_notices(TEXT) == (
        Notice(
            "Coordinates",
            (
                "Points come from GeoNames, under the CC BY 4.0 licence. The key is theirs.",
                "A town has its own point.",
            ),
        ),
        Notice("Base map", ()),
    )


def test_the_first_sentence_does_not_end_within_a_number():
    notice = read_notices(TEXT)[0]
    assert notice.first_sentence == "Points come from GeoNames, under the CC BY 4.0 licence."


def test_text_without_sections_has_no_notices():
    assert read_notices("Nothing here.") == ()


def test_a_number_of_a_version_and_a_short_name_stay_in_the_first_sentence() -> None:
    text = "# N\n\n## Map\n\nRivers and lakes: GSHHG 2.3.6, LGPL.\nEach file is derived from it.\n"
    assert read_notices(text)[0].first_sentence == "Rivers and lakes: GSHHG 2.3.6, LGPL."
