"""A region that never was: Tasozen district, with a wool mill, two archives and a dozen claims."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from olke.exchange.pack.commands import load
from olke.exchange.pack.describe import describe, descriptor_text
from olke.exchange.pack.schema import BY_NAME
from olke.packs.models import Pack

Rows = list[dict[str, str]]

ROWS: dict[str, Rows] = {
    "themes": [
        {
            "key": "economy",
            "label_kk": "Шаруашылық",
            "label_ru": "Хозяйство",
            "label_en": "Economy",
        },
        {
            "key": "wool",
            "parent": "economy",
            "label_kk": "Жүн өңдеу",
            "label_ru": "Обработка шерсти",
            "label_en": "Wool",
        },
    ],
    "periods": [
        {
            "key": "war",
            "label_kk": "Соғыс",
            "label_ru": "Война",
            "label_en": "War",
            "span": "1941-06-22/1945-05-09",
        },
        {
            "key": "after",
            "label_kk": "Соғыстан кейін",
            "label_ru": "После войны",
            "label_en": "After the war",
            "span": "1945-05-10/1953",
        },
    ],
    "units": [
        {
            "key": "spindle",
            "dimension": "count",
            "label_kk": "ұршық",
            "label_ru_one": "веретено",
            "label_ru_few": "веретена",
            "label_ru_many": "веретён",
            "label_en_one": "spindle",
            "label_en_other": "spindles",
        }
    ],
    "indicators": [
        {
            "key": "output",
            "kind": "quantity",
            "theme": "wool",
            "label_kk": "өнім көлемі",
            "label_ru": "выпуск",
            "label_en": "output",
            "unit": "t",
            "dimension": "mass",
            "summable": "yes",
        },
        {
            "key": "spindles",
            "kind": "quantity",
            "theme": "wool",
            "label_kk": "ұршық саны",
            "label_ru": "число веретён",
            "label_en": "spindles",
            "unit": "spindle",
            "summable": "stock",
        },
        {
            "key": "founded",
            "kind": "event",
            "label_kk": "құрылуы",
            "label_ru": "основание",
            "label_en": "founding",
        },
        {
            "key": "director",
            "kind": "role",
            "label_kk": "директор",
            "label_ru": "директор",
            "label_en": "director",
        },
    ],
    "products": [
        {"key": "cloth", "label_kk": "мата", "label_ru": "ткань", "label_en": "cloth"},
        {
            "key": "felt",
            "parent": "cloth",
            "label_kk": "киіз",
            "label_ru": "войлок",
            "label_en": "felt",
        },
    ],
    "glossary": [
        {
            "key": "artel",
            "kind": "term",
            "term_kk": "артель",
            "term_ru": "артель",
            "term_en": "artel",
            "definition_kk": "Бірлескен еңбек ұйымы.",
            "definition_ru": "Объединение для общего труда.",
            "definition_en": "People who work in common.",
        }
    ],
    "entities": [
        {
            "key": "tasozen",
            "kind": "district",
            "name_kk": "Тасөзен ауданы",
            "name_ru": "Тасозенский район",
            "name_en": "Tasozen district",
            "latitude": "50.1",
            "longitude": "80.25025",
            "coordinate_source": "survey",
        },
        {
            "key": "wool-mill",
            "kind": "enterprise",
            "name_kk": "Жүн жуу фабрикасы",
            "name_ru": "Шерстомойная фабрика",
            "name_en": "Wool-washing mill",
            "theme": "wool",
            "start": "1931",
            "end": "1960",
        },
        {
            "key": "asan",
            "kind": "person",
            "name_kk": "Асан Бекұлы",
            "name_ru": "Асан Бекулы",
            "name_en": "Asan Bekuly",
        },
    ],
    "names": [
        {"entity": "wool-mill", "name": "Шерстомойка", "language": "ru", "kind": "variant"},
        {
            "entity": "tasozen",
            "name": "Каменский район",
            "language": "ru",
            "kind": "former",
            "period": "../1936",
        },
    ],
    "relations": [
        {"entity": "wool-mill", "kind": "located-in", "other": "tasozen", "period": "1931/1960"}
    ],
    "repositories": [
        {
            "key": "district-archive",
            "abbreviation_kk": "ТАМ",
            "abbreviation_ru": "ГАТ",
            "abbreviation_en": "SAT",
            "name_kk": "Тасөзен ауданының мемлекеттік архиві",
            "name_ru": "Государственный архив Тасозенского района",
            "name_en": "State Archive of Tasozen District",
            "place": "tasozen",
        }
    ],
    "sources": [
        {
            "key": "study",
            "group": "research",
            "kind": "dissertation",
            "title": "Тасөзен тарихы",
            "author": "Омаров Б.",
            "year": "2011",
            "language": "kk",
        },
        {
            "key": "mill-file",
            "group": "archive",
            "kind": "file",
            "repository": "district-archive",
            "fond": "103",
            "inventory": "1",
            "file": "25",
            "sheet": "14",
            "language": "ru",
        },
        {
            "key": "handbook",
            "group": "statistics",
            "kind": "book",
            "title": "Район в цифрах",
            "year": "1957",
            "publisher": "Госстатиздат",
            "place": "Алма-Ата",
            "language": "ru",
        },
    ],
    "claims": [
        {
            "key": "5-01",
            "kind": "event",
            "subject": "wool-mill",
            "indicator": "founded",
            "period": "1931",
            "place": "tasozen",
            "title_kk": "Жүн жуу фабрикасы ашылды",
            "title_ru": "Открыта шерстомойная фабрика",
            "title_en": "The wool-washing mill opened",
            "rank": "normal",
            "review": "unreviewed",
        },
        {
            "key": "5-02",
            "kind": "observation",
            "subject": "wool-mill",
            "indicator": "output",
            "product": "felt",
            "value": "12.50",
            "value_max": "14",
            "approximate": "true",
            "unit": "t",
            "period": "1946",
            "period_wording": "1946 жылы",
            "aspect": "actual",
            "measure": "absolute",
            "wording": "12,50-14 тонна",
            "rank": "preferred",
            "review": "reviewed",
            "note": "A range, with a comma",
        },
        {
            "key": "6-01",
            "kind": "role",
            "subject": "asan",
            "indicator": "director",
            "object": "wool-mill",
            "period": "1941/1945",
            "rank": "normal",
            "review": "unreviewed",
        },
        {
            "key": "6-02",
            "kind": "observation",
            "subject": "wool-mill",
            "indicator": "output",
            "value": "107.3",
            "unit": "percent",
            "period": "1946",
            "aspect": "actual",
            "measure": "percent-of-plan",
            "rank": "normal",
            "review": "unreviewed",
        },
    ],
    "citations": [
        {"claim": "5-01", "source": "study", "locator_kind": "paragraph", "locator": "5"},
        {
            "claim": "5-02",
            "source": "study",
            "locator_kind": "paragraph",
            "locator": "5",
            "through": "mill-file",
            "through_locator_kind": "sheet",
            "through_locator": "14",
        },
        {
            "claim": "5-02",
            "source": "handbook",
            "locator_kind": "page",
            "locator": "32",
            "note": 'a “second” witness, "quoted"',
        },
        {"claim": "6-01", "source": "study", "locator_kind": "paragraph", "locator": "6"},
        {"claim": "6-02", "source": "study", "locator_kind": "paragraph", "locator": "6"},
    ],
}

DESCRIPTOR = {
    "name": "tasozen",
    "title": "Тасөзен ауданы",
    "licenses": [{"name": "CC-BY-4.0"}],
    "olke": {
        "format": 1,
        "titles": {"kk": "Тасөзен ауданы", "ru": "Тасозенский район", "en": "Tasozen district"},
        "leads": {"kk": "Жүн мен өзен.", "ru": "Шерсть и река.", "en": "Wool and a river."},
        "span": "1931/1960",
        "region": "tasozen",
    },
    "resources": [],
}


class Region:
    """A pack's folder that a test can bend."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = {name: [dict(row) for row in rows] for name, rows in ROWS.items()}
        self.files = {
            "NOTICE.md": b"# Notices\n\nNone.\n",
            "map/rivers.geojson": b'{"type": "x"}\n',
        }
        self.write()

    def set(self, table: str, key: str, /, **cells: str) -> Region:
        """Change cells of the first row with this key, and write the folder."""
        identity = BY_NAME[table].identity[0]
        row = next(row for row in self.rows[table] if row[identity] == key)
        row.update(cells)
        return self.write()

    def number(self, table: str, key: str) -> int:
        """Return the number of the first row with this key, as a spreadsheet counts."""
        identity = BY_NAME[table].identity[0]
        return 2 + [row[identity] for row in self.rows[table]].index(key)

    def add(self, table: str, /, **cells: str) -> Region:
        """Add a row, and write the folder."""
        self.rows[table].append(cells)
        return self.write()

    def drop(self, table: str, key: str) -> Region:
        """Take away every row with this key, and write the folder."""
        identity = BY_NAME[table].identity[0]
        self.rows[table] = [row for row in self.rows[table] if row[identity] != key]
        return self.write()

    def write(self) -> Region:
        """Write every table and file in the canonical form, the descriptor only once."""
        self.path.mkdir(parents=True, exist_ok=True)
        for name, rows in self.rows.items():
            (self.path / f"{name}.csv").write_bytes(table_bytes(name, rows))
        for name, content in self.files.items():
            (self.path / name).parent.mkdir(exist_ok=True)
            (self.path / name).write_bytes(content)
        if not (self.path / "datapackage.json").exists():
            text = descriptor_text(describe(DESCRIPTOR, dict.fromkeys(self._paths(), "")))
            (self.path / "datapackage.json").write_text(text, encoding="utf-8")
        return self

    def bytes(self) -> dict[str, bytes]:
        """Return every file of the folder with its bytes."""
        return folder_bytes(self.path)

    def _paths(self) -> list[str]:
        return [*(f"{name}.csv" for name in self.rows), *self.files]


def table_bytes(name: str, rows: Rows) -> bytes:
    """Write a table in the canonical form."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, BY_NAME[name].names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def folder_bytes(path: Path) -> dict[str, bytes]:
    """Return every file under a folder with its bytes, by its path inside."""
    return {
        found.relative_to(path).as_posix(): found.read_bytes()
        for found in sorted(path.rglob("*"))
        if found.is_file()
    }


@pytest.fixture
def region(tmp_path: Path) -> Region:
    """A folder with the region's pack, everything in order."""
    return Region(tmp_path / "tasozen")


@pytest.fixture
def loaded(region: Region, db: None) -> Region:
    """The region's pack, loaded."""
    report = load(region.path, by=None)
    assert report.loaded, report.as_text()
    return region


@pytest.fixture
def pack(loaded: Region) -> Pack:
    """The loaded pack's row."""
    return Pack.objects.get(key="tasozen")


@pytest.fixture
def make_region(tmp_path: Path) -> Callable[[str], Region]:
    """Make further regions with a name, on the same rows."""

    def make(name: str) -> Region:
        made = Region(tmp_path / name)
        file = made.path / "datapackage.json"
        data = json.loads(file.read_text())
        data["name"] = name
        file.write_text(descriptor_text(data), encoding="utf-8")
        return made

    return make
