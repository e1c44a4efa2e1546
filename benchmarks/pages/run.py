"""Weight and time of the explore pages, and of a drawing beside Vega-Lite in the same process.

    python benchmarks/pages/run.py [--pack packs/semey] [--rounds 60]

Writes benchmarks/results/pages.json. A page is asked for through the whole of Django without a
network; its weight is the answer's, gzip level 6 as the server sends it. The peer of a drawing is
vl-convert with a Vega-Lite specification of the same marks in one width; Olke draws both of its
widths in the time given.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results" / "pages.json"
LIGHT, WITH_CHARTS = 100_000, 1_000_000  # bytes compressed, from the issue


def main() -> int:
    """Measure in a process of its own with an empty database, and record the figures."""
    arguments = _arguments()
    if arguments.inside:
        print(json.dumps(measure(arguments)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--inside", "--pack", str(arguments.pack)]
        answer = subprocess.run(
            [*command, "--rounds", str(arguments.rounds)],
            env={**os.environ, "OLKE_DATA": folder, "DJANGO_SETTINGS_MODULE": "olke.settings"},
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
    figures = {"machine": _machine(), **json.loads(answer.stdout.splitlines()[-1])}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    heavy = [page for page in figures["pages"] if page["gzip"] > page["allowed"]]
    return bool(heavy)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, default=ROOT / "packs" / "semey")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _machine() -> dict[str, str]:
    names = ("django", "vl-convert-python", "fonttools")
    versions = {name: importlib.metadata.version(name) for name in names}
    return {"python": platform.python_version(), "system": platform.platform(), **versions}


def measure(arguments: argparse.Namespace) -> dict[str, Any]:
    """Load the pack, then ask for every page."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from olke.exchange.pack.commands import load
    from olke.web.assets import prepare_assets

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    load(arguments.pack, by=None)
    prepare_assets()
    client = Client()
    first = _first_drawing(client)
    return {
        "first_chart_ms": first,
        "pages": [_page(client, *page, arguments.rounds) for page in addresses()],
        "drawing": _drawing(arguments.rounds),
        "files": [_file(client, form) for form in ("csv", "xlsx", "svg", "png")],
        "assets_gzip": _assets(),
    }


def _strongest() -> tuple[str, str]:
    from olke.explore.charts.queries import strongest_series

    found = strongest_series(1)
    if not found:
        raise SystemExit("The pack has no series to draw.")
    return found[0].indicator, found[0].subject


def addresses() -> list[tuple[str, int]]:
    """List the pages with the weight each is allowed."""
    indicator, subject = _strongest()
    return [
        ("/", LIGHT),
        ("/series/", LIGHT),
        (f"/series/?indicator={indicator}&subject={subject}", WITH_CHARTS),
        (f"/series/?indicator={indicator}", WITH_CHARTS),
        (f"/entities/{subject}/", WITH_CHARTS),
        (f"/indicators/{indicator}/", WITH_CHARTS),
        ("/compare/", LIGHT),
        (f"/compare/?subject={subject}", LIGHT),
        (f"/compare/?indicator={indicator}&subject={subject}", WITH_CHARTS),
        ("/timeline/", LIGHT),
        ("/timeline/?whole=1", WITH_CHARTS),
        ("/map/", WITH_CHARTS),
        ("/map/?year=1943", WITH_CHARTS),
    ]


def _first_drawing(client: Any) -> float:
    """Time the first chart page of a process that has shown its home page once before."""
    client.get("/")
    indicator, subject = _strongest()
    return _timed(lambda: client.get(f"/series/?indicator={indicator}&subject={subject}"))


def _page(client: Any, address: str, allowed: int, rounds: int) -> dict[str, Any]:
    """Time a page when it must be drawn, and when it has been since the last change."""
    from django.core.cache import cache

    cache.clear()
    cold = _timed(lambda: client.get(address))
    answer = client.get(address)
    times = sorted(_timed(lambda: client.get(address)) for _ in range(rounds))
    return {
        "address": address,
        "status": answer.status_code,
        "bytes": len(answer.content),
        "gzip": len(gzip.compress(answer.content, 6)),
        "allowed": allowed,
        "drawn_ms": cold,
        "p50_ms": round(statistics.median(times), 1),
        "p95_ms": round(times[int(len(times) * 0.95) - 1], 1),
    }


def _drawing(rounds: int) -> dict[str, float]:
    """Time one figure in both widths, and a Vega-Lite chart of its marks in one."""
    from dataclasses import replace

    import vl_convert

    from olke.explore.charts.building import series_figure
    from olke.explore.charts.choices import SeriesChoice

    indicator, subject = _strongest()
    figure = series_figure(SeriesChoice(indicators=(indicator,), subjects=(subject,)))
    spec = _specification(figure)

    def draw() -> object:
        fresh = replace(figure)
        return fresh.wide, fresh.narrow

    def peer() -> object:
        return vl_convert.vegalite_to_svg(spec)

    first = _timed(peer)
    return {
        "marks": len(spec["data"]["values"]),
        "olke_both_widths_ms": _median(draw, rounds),
        "vega_lite_first_ms": first,
        "vega_lite_one_width_ms": _median(peer, rounds),
        "olke_svg_gzip": len(gzip.compress(figure.wide.encode(), 6)),
        "vega_lite_svg_gzip": len(gzip.compress(vl_convert.vegalite_to_svg(spec).encode(), 6)),
    }


def _specification(figure: Any) -> dict[str, Any]:
    """Say the figure's marks in Vega-Lite: bars from the beginning of a period to its end."""
    values = [
        {
            "panel": number,
            "start": mark.extent.start,
            "end": mark.extent.end,
            "value": float(mark.low),
            "aspect": mark.observation.aspect,
            "said": mark.observation.key,
        }
        for number, panel in enumerate(figure.panels)
        for mark in panel.marks
    ]
    quantitative = {"type": "quantitative", "scale": {"zero": False}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": values},
        "facet": {"row": {"field": "panel"}},
        "resolve": {"scale": {"y": "independent"}},
        "spec": {
            "width": 700,
            "height": 190,
            "mark": "rect",
            "encoding": {
                "x": {"field": "start", **quantitative},
                "x2": {"field": "end"},
                "y": {"field": "value", "type": "quantitative"},
                "y2": {"datum": 0},
                "fill": {"field": "aspect"},
                "description": {"field": "said"},
            },
        },
    }


def _file(client: Any, form: str) -> dict[str, Any]:
    indicator, subject = _strongest()
    address = f"/series.{form}?indicator={indicator}&subject={subject}"
    first = _timed(lambda: client.get(address))
    again = _timed(lambda: client.get(address))
    size = len(client.get(address).content)
    return {"form": form, "bytes": size, "first_ms": first, "again_ms": again}


def _assets() -> dict[str, int]:
    """Weigh what a chart page loads beside itself, as the server sends it."""
    from django.contrib.staticfiles import finders

    names = (
        "explore/charts.css",
        "explore/olke-chart.js",
        "explore/olke-filter.js",
        "explore/olke-timeline.js",
    )
    found = {name: finders.find(name) for name in (*names, "explore/olke-map-year.js")}
    return {
        name: len(gzip.compress(Path(path).read_bytes(), 6)) for name, path in found.items() if path
    }


def _timed(do: Callable[[], object]) -> float:
    """Give the milliseconds that something takes."""
    start = time.perf_counter()
    do()
    return round((time.perf_counter() - start) * 1000, 2)


def _median(do: Callable[[], object], rounds: int) -> float:
    return round(statistics.median(_timed(do) for _ in range(rounds)), 2)


if __name__ == "__main__":
    raise SystemExit(main())
