"""A table goes out to a spreadsheet and comes back corrected; so does the pack."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from olke.accounts.models import Role
from olke.editing.views_transfer import _refusal
from olke.evidence.models import Claim
from olke.exchange.tables import ImportRefusedError
from olke.history.models import Entry
from tests.records import make_claim, make_entity

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client_of: Callable[[Role], Client]) -> Client:
    make_claim(key="first", value="7646")
    make_claim(key="second", value="1284")
    return client_of(Role.RESEARCHER)


def exported(desk: Client) -> list[dict[str, str]]:
    answer = desk.get(reverse("editing:table_file", args=["claims", "csv"]))
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def upload(desk: Client, rows: list[dict[str, str]]) -> object:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    file = SimpleUploadedFile("claims.csv", out.getvalue().encode("utf-8-sig"))
    return desk.post(reverse("editing:transfer"), {"file": file}, follow=True)


def entries() -> int:
    return Entry.objects.filter(kind="claim").count()


def test_a_corrected_row_is_shown_before_it_changes_anything(desk: Client) -> None:
    rows = exported(desk)
    rows[0]["value"] = "7664"

    page = upload(desk, rows)

    text = page.content.decode()  # type: ignore[attr-defined]
    assert "7646" in text
    assert "7664" in text
    assert Claim.objects.get(key="first").value_sort == 7646.0
    assert entries() == 0


def test_a_reason_makes_the_changes_with_an_entry_each(desk: Client) -> None:
    rows = exported(desk)
    rows[0]["value"] = "7664"
    rows[1]["period"] = "1947"
    upload(desk, rows)

    desk.post(reverse("editing:spreadsheet"), {"why": "compared with the archive"})

    assert Claim.objects.get(key="first").value_sort == 7664.0
    assert Claim.objects.get(key="second").period == "1947"
    assert {entry.why for entry in Entry.objects.filter(kind="claim")} == {
        "compared with the archive"
    }
    assert entries() == 2


def test_one_faulty_row_keeps_all_from_changing_and_says_where_it_is(desk: Client) -> None:
    rows = exported(desk)
    rows[0]["value"] = "7664"
    rows[1]["unit"] = "parsec"
    page = upload(desk, rows)

    assert "parsec" in page.content.decode()  # type: ignore[attr-defined]
    answer = desk.post(reverse("editing:spreadsheet"), {"why": "x"})

    assert answer.status_code == 422
    assert entries() == 0


def test_a_record_changed_meanwhile_keeps_all_from_changing(desk: Client) -> None:
    rows = exported(desk)
    rows[0]["value"] = "7664"
    upload(desk, rows)
    Claim.objects.filter(key="first").update(revision=5)

    answer = desk.post(reverse("editing:spreadsheet"), {"why": "x"})

    assert answer.status_code == 422
    assert Claim.objects.get(key="first").value_sort == 7646.0


def test_a_refusal_names_what_somebody_removed() -> None:
    with override("en"):
        said = _refusal(ImportRefusedError(removed=("old-town", "mill")))
    assert said.startswith("Nothing was changed: somebody else removed old-town, mill meanwhile.")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04 no workbook", b"a;b;c"])
def test_a_file_that_is_no_table_is_refused_in_words(desk: Client, content: bytes) -> None:
    file = SimpleUploadedFile("claims.xlsx", content)
    answer = desk.post(reverse("editing:transfer"), {"file": file}, follow=True)

    assert answer.status_code in {200, 422}
    assert entries() == 0


def test_the_pack_is_handed_out_whole_and_the_same_each_time(desk: Client) -> None:
    first = desk.get(reverse("editing:pack_file")).content
    second = desk.get(reverse("editing:pack_file")).content

    assert first == second
    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert any(name.endswith("/claims.csv") for name in names)


def test_a_pack_that_is_no_pack_is_refused_with_what_to_do(desk: Client) -> None:
    file = SimpleUploadedFile("pack.zip", b"nothing")
    answer = desk.post(reverse("editing:load_pack"), {"file": file, "prefer": "ask", "why": "x"})

    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_what_is_said_of_one_record_goes_out_by_its_name(desk: Client) -> None:
    entity = make_entity(name_kk="Шыны зауыты")
    make_claim(key="its", subject=entity)
    make_claim(key="its-place", place=entity)
    asked = {"about": "Шыны зауыты", "form": "csv"}

    claims = desk.get(reverse("editing:some_rows"), asked | {"table": "claims"})
    citations = desk.get(reverse("editing:some_rows"), asked | {"table": "citations"})

    assert f"{entity.key}-claims.csv" in claims.headers["Content-Disposition"]
    assert keys_of(claims.content, "key") == ["its", "its-place"]
    assert keys_of(citations.content, "claim") == ["its", "its-place"]


def test_a_record_that_is_not_known_is_asked_for_again(desk: Client) -> None:
    asked = {"about": "Тас зауыты", "table": "claims", "form": "csv"}
    answer = desk.get(reverse("editing:some_rows"), asked)

    assert answer.status_code == 422
    assert "Тас зауыты" in str(answer.context["chosen"].errors["about"])


def test_a_refused_spreadsheet_is_told_in_words_and_can_be_sent_again_there(desk: Client) -> None:
    rows = exported(desk)
    rows[0]["unit"] = "person"

    page = upload(desk, rows).content.decode()  # type: ignore[attr-defined]

    assert "<code>unit</code>" in page
    assert "mass" not in page
    assert 'type="file"' in page


def test_the_fields_of_the_page_have_ids_of_their_own(desk: Client) -> None:
    page = desk.get(reverse("editing:transfer")).content.decode()
    ids = re.findall(r'\bid="([^"]+)"', page)

    assert len(ids) == len(set(ids))


def keys_of(content: bytes, column: str) -> list[str]:
    text = content.decode("utf-8-sig")
    return [row[column] for row in csv.DictReader(io.StringIO(text, newline=""))]
