from __future__ import annotations

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.utils.translation import override

from olke.web.forms import Combobox
from olke.web.templatetags.olke import UnknownKind


def draw(source: str, **names: object) -> str:
    with override("en"):
        return " ".join(Template(source).render(Context(names)).split())


def test_crumbs_link_to_all_but_this_page() -> None:
    text = draw('{% crumbs "Sources" "/sources/" here %}', here="Fond <1>")
    assert '<a href="/sources/">Sources</a>' in text
    assert '<span aria-current="page">Fond &lt;1&gt;</span>' in text


def test_a_tag_has_its_kind() -> None:
    assert draw('{% tag words "red" %}', words="плана <нет>") == (
        '<span class="tag tag-red">плана &lt;нет&gt;</span>'
    )


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownKind):
        draw('{% tag "x" "purple" %}')


def test_a_notice_escapes_what_stands_in_variables() -> None:
    text = draw('{% notice "wheat" title %}{{ words }}{% endnotice %}', title="<b>", words="<i>")
    assert text == '<div class="notice notice-wheat"><b>&lt;b&gt;</b>&lt;i&gt;</div>'


def test_a_figure_says_its_source_and_offers_its_downloads() -> None:
    text = draw(
        '{% figure caption="Meat" source="[46, p. 32]" downloads=files %}<svg/>{% endfigure %}',
        files=[("CSV", "/x.csv?a=1&b=2")],
    )
    assert "<p>Source: [46, p. 32]</p>" in text
    assert '<a href="/x.csv?a=1&amp;b=2">CSV</a>' in text


def test_what_scrolls_is_reached_by_the_keyboard() -> None:
    text = draw('{% scroll "Comparison" %}<table></table>{% endscroll %}')
    assert 'role="region" tabindex="0" aria-label="Comparison"' in text


def paginate(number: int, *, rows: int = 100) -> str:
    page = Paginator(range(rows), 10).get_page(number)
    context = RequestContext(RequestFactory().get("/s", {"q": "ет", "page": number}), {"p": page})
    with override("en"):
        return Template("{% pagination p %}").render(context)


def test_other_pages_keep_the_other_parameters() -> None:
    assert 'href="?q=%D0%B5%D1%82&amp;page=2" rel="next"' in paginate(1)


def test_the_first_page_has_no_page_before_it() -> None:
    assert 'rel="prev"' not in paginate(1)
    assert 'rel="next"' not in paginate(10)


def test_a_single_page_has_no_pagination() -> None:
    assert not paginate(1, rows=10).strip()


class Form(forms.Form):
    name = forms.CharField(help_text="As written.")
    place = forms.CharField(required=False, widget=Combobox(source="/places/"))
    kind = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)
    sure = forms.BooleanField(required=False)

    def clean(self) -> None:
        if self.cleaned_data.get("name") == "both":
            raise forms.ValidationError("These two disagree.")


def form_text(form: forms.Form) -> str:
    return draw("{% form_fields form %}", form=form)


def test_a_field_is_described_by_its_hint() -> None:
    text = form_text(Form())
    assert '<p class="hint" id="id_name_helptext">As written.</p>' in text
    assert 'aria-describedby="id_name_helptext"' in text


def test_a_field_that_may_stay_empty_says_so() -> None:
    text = form_text(Form())
    assert text.count("(optional)") == 1
    assert '<label for="id_place">Place <span class="optional">' in text


def test_an_error_stands_at_its_field_and_in_the_summary() -> None:
    text = form_text(Form({"name": ""}))
    assert '<a href="#id_name">Name: This field is required.</a>' in text
    assert 'id="id_name_error"' in text
    assert 'aria-invalid="true"' in text
    assert 'aria-describedby="id_name_helptext id_name_error"' in text


def test_the_summary_leads_to_the_first_of_several_choices() -> None:
    text = form_text(Form({"name": "x"}))
    (target,) = {part.split('"')[0] for part in text.split('href="#')[1:]}
    assert f'id="{target}"' in text


def test_an_error_of_the_whole_form_is_in_the_summary() -> None:
    text = form_text(Form({"name": "both", "kind": "a"}))
    assert "<li>These two disagree.</li>" in text


def test_a_combobox_is_a_text_field_without_script() -> None:
    text = form_text(Form())
    assert '<olke-combobox data-source="/places/"' in text
    assert '<input type="text" name="place" autocomplete="off" id="id_place">' in text
    assert text.count("/static/web/olke-combobox.") == 1


def test_suggestions_are_offered_without_script_too() -> None:
    class Places(forms.Form):
        place = forms.CharField(widget=Combobox(suggestions=("Аягөз", "Шар")))

    text = form_text(Places())
    assert 'list="id_place-list"' in text
    assert '<datalist id="id_place-list"><option value="Аягөз">' in text
