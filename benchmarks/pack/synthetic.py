"""A large pack made from the vocabulary of a real one: fixed seed, always the same bytes."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from olke.exchange.pack.checking import check_folder
from olke.exchange.pack.describe import describe, descriptor_text
from olke.exchange.pack.parsing import write
from olke.exchange.pack.schema import BY_NAME, DESCRIPTOR
from olke.exchange.pack.sheets import Sheet

SEED = 1939
ASPECTS = ("actual", "actual", "actual", "planned", "estimate", "norm")
PERIODS = ("{y}", "{y}-0{m}", "{y}-33", "{y}-01/{y}-09", "{y}-40", "{y}~", "{y}/{z}")
Cells = dict[str, str]


def make_pack(base: Path, folder: Path, claims: int) -> Path:
    """Write ``base`` again into ``folder`` with so many claims, each with its citation."""
    checked = check_folder(base)
    # Dossiers, lessons and courses name claims that these are not.
    left_out = ("claims.csv", "citations.csv", "dossiers", "lessons", "courses", "pictures")
    shutil.copytree(base, folder, ignore=shutil.ignore_patterns(*left_out))
    made = list(_claims(checked.sheets, random.Random(SEED), claims))
    _write(folder, "claims", (claim for claim, _ in made))
    _write(folder, "citations", (citation for _, citation in made))
    _describe(folder, checked.folder.descriptor, checked.folder.digests)
    return folder


def _claims(
    sheets: dict[str, Sheet], chance: random.Random, count: int
) -> Iterator[tuple[Cells, Cells]]:
    entities = sheets["entities"].cells["key"]
    products = sheets["products"].cells["key"]
    sources = sheets["sources"].cells["key"]
    columns = (sheets["indicators"].cells[name] for name in ("key", "kind", "unit"))
    indicators = [row for row in zip(*columns, strict=True) if row[1] != "quantity" or row[2]]
    for number in range(count):
        key = f"{number // 20 + 1}-{number % 20 + 1:02}"
        indicator = chance.choice(indicators)
        claim = _claim(key, indicator, chance) | {"subject": chance.choice(entities)}
        if claim["kind"] == "observation" and chance.random() < 0.4:
            claim["product"] = chance.choice(products)
        if claim["kind"] == "role":
            claim["object"] = chance.choice(entities)
        yield claim, _citation(key, sources, chance)


def _claim(key: str, indicator: tuple[str, ...], chance: random.Random) -> Cells:
    name, kind, unit = indicator
    year = chance.randint(1939, 1996)
    period = chance.choice(PERIODS).format(y=year, z=year + 1, m=chance.randint(1, 9))
    common = {"key": key, "indicator": name, "period": period, "period_wording": f"{year} жылы"}
    common |= {"rank": "normal", "review": "unreviewed"}
    if kind == "quantity":
        value = f"{chance.lognormvariate(6, 2):.{chance.choice((0, 0, 1, 2))}f}"
        measured = {"kind": "observation", "value": value, "unit": unit, "measure": "absolute"}
        return common | measured | {"aspect": chance.choice(ASPECTS), "wording": value}
    titles = {
        "title_kk": f"{year} жылғы {number_word(chance)} оқиға",
        "title_ru": f"Событие {year} года",
        "title_en": f"An event of {year}",
    }
    return common | {"kind": kind} | (titles if kind == "event" else {})


def number_word(chance: random.Random) -> str:
    """Return an ordinal in Kazakh, so that titles are not all alike."""
    return chance.choice(("бірінші", "екінші", "үшінші", "төртінші", "бесінші"))


def _citation(claim: str, sources: list[str], chance: random.Random) -> Cells:
    cited = {"claim": claim, "source": sources[0], "locator_kind": "paragraph"}
    cited["locator"] = claim.partition("-")[0]
    if chance.random() < 0.7:
        cited |= {"through": chance.choice(sources[1:]), "through_locator_kind": "page"}
        cited["through_locator"] = str(chance.randint(1, 400))
    return cited


def _write(folder: Path, name: str, rows: Iterator[Cells]) -> None:
    names = BY_NAME[name].names
    content = write(names, ([row.get(column, "") for column in names] for row in rows))
    (folder / f"{name}.csv").write_bytes(content)


def _describe(folder: Path, text: str, digests: dict[str, str]) -> None:
    data = json.loads(text)
    data["name"] = "synthetic"
    present = {**digests, "claims.csv": "", "citations.csv": ""}
    (folder / DESCRIPTOR).write_text(descriptor_text(describe(data, present)), encoding="utf-8")
