"""The first lemma of words as texts have them."""

import pytest

from olke.language import lemmas


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("халқы", "халық"),
        ("кітабы", "кітап"),
        ("мектебі", "мектеп"),
        ("орны", "орын"),
        ("совхоздардың", "совхоз"),
        ("комбинатына", "комбинат"),
        ("Семейдің", "семей"),
        ("Шыңғыстаудан", "шыңғыстау"),
        ("КСРО-ның", "ксро"),
        ("өнеркәсiп", "өнеркәсіп"),
        ("жіберілгендіктен", "жіберілу"),
        ("қойылды", "қойылу"),
        ("оқиды", "оқу"),
        ("қояды", "қою"),
        ("мұны", "бұл"),
    ],
)
def test_an_inflected_form_has_its_lemma_first(form: str, lemma: str) -> None:
    assert lemmas(form, "kk")[0] == lemma
