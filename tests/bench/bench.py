"""Our speed as ratios, all in one run: `make bench`, or `python -m tests.bench.bench`.

Building a site from YAML through the plugin, against plain MkDocs with the same theme
and the same pages as staged Markdown; reading and checking YAML, against PyYAML's C
loader on the same files; whether the time grows with the pages; and how long a start takes.
"""

from __future__ import annotations

import tempfile
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.building import build
from tests.bench.clock import figures, in_turn, ratio, run
from tests.bench.starting import main as print_starting
from tests.bench.table import in_columns, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.bench.building import Built
    from tests.bench.clock import Pair, Run

SIZES = ((1, 7), (8, 5), (83, 3))
"""Agencies that make about 10, 100 and 1,000 pages, and how often to build each."""
YAML_AGENCIES = 8
"""As many as make 1 MB."""
SHORT_ROUNDS = 7
MOST_BUILDING, MOST_READING = 1.15, 3


def main() -> None:
    """Measure and print; takes some minutes."""
    say("Whole processes, run in turn: median (lowest-highest). It takes some minutes;")
    say("where other work keeps the machine busy, trust the ratio of CPU time.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sites = [_site(folder / str(agencies), agencies, rounds) for agencies, rounds in SIZES]
        data = folder / str(YAML_AGENCIES) / "yaml/data"
        _print_building(sites)
        _print_growth(sites)
        say("")
        print_starting()
        _print_reading(data)


def _site(project: Path, agencies: int, rounds: int) -> Built:
    run("-m", "tests.bench.project", str(project), str(agencies))
    if agencies == 1:
        build(project, 1)  # not counted: fills the caches
    return build(project, rounds)


def _print_building(sites: list[Built]) -> None:
    say(f"\nBuilding: YAML through the plugin against plain Markdown, at most {MOST_BUILDING}")
    head = ("pages", "Markdown, s", "YAML, s", "ratio", "of CPU time", "peak MB", "peak MB")
    in_columns([head, *map(_building, sites)])


def _building(site: Built) -> tuple[str, ...]:
    return (
        f"{site.pages:,}",
        *(f"{site.seconds(side):.2f}" for side in (0, 1)),
        *(f"{ratio(site.pairs, measure):.2f}" for measure in (_seconds, _processor)),
        *(f"{site.megabytes(side):.0f}" for side in (0, 1)),
    )


def _print_growth(sites: list[Built]) -> None:
    say("\nGrowth: milliseconds of CPU time for a page more; alike when it is linear")
    steps = pairwise(sites)
    rows = [(f"{a.pages:,} to {b.pages:,}", _more(a, b, 0), _more(a, b, 1)) for a, b in steps]
    in_columns([("pages", "Markdown", "YAML"), *rows])


def _more(few: Built, many: Built, side: int) -> str:
    seconds = many.processor(side).median - few.processor(side).median
    return f"{1000 * seconds / (many.pages - few.pages):.1f}"


def _print_reading(data: Path) -> None:
    sizes = [file.stat().st_size for file in data.rglob("*.yml")]
    amount = f"{sum(sizes) / 1e6:.2f} MB of YAML in {len(sizes)} files"
    say(f"\nReading: {amount}, at most {MOST_READING}")
    pairs = _after_a_first(
        partial(run, "-m", "tests.bench.load_yaml", str(data)),
        partial(run, "-m", "tests.bench.read_and_check", str(data)),
    )
    rows = [
        (name, *_both(pairs, measure), f"{ratio(pairs, measure):.2f}")
        for name, measure in (("the work itself", _said), ("with starting", _seconds))
    ]
    in_columns([("", "PyYAML's C loader, s", "read and checked, s", "ratio"), *rows])


def _after_a_first(one: Callable[[], Run], other: Callable[[], Run]) -> list[Pair]:
    in_turn(one, other, 1)
    return in_turn(one, other, SHORT_ROUNDS)


def _both(pairs: Iterable[Pair], measure: Callable[[Run], float]) -> tuple[str, str]:
    one, other = (figures(map(measure, side)) for side in zip(*pairs, strict=True))
    return f"{one:.3f}", f"{other:.3f}"


def _seconds(measured: Run) -> float:
    return measured.seconds


def _processor(measured: Run) -> float:
    return measured.processor


def _said(measured: Run) -> float:
    return float(measured.said)


if __name__ == "__main__":
    main()
