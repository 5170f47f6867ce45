"""Whether a portal grows in a straight line: `make bench-portal [AGENCIES=50]`.

Portals of 5, 50 and 500 agencies, each with three years: built from YAML through the plugin,
and by plain MkDocs from the same pages staged as Markdown, in turn. What a page more costs
must be alike from few to many; so must the weight of an agency's page. Then the same portal
with its agencies made apart, in one process and in two: all of it, one fact changed, nothing;
and in shards, one after the other, as the machines of a code host would side by side. Up to 50
agencies, what other generators take for the same pages.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.building import build
from tests.bench.clock import run
from tests.bench.other_generators import by_hugo, by_zensical
from tests.bench.table import in_columns, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.building import Built
    from tests.bench.clock import Run

SIZES = ((5, 3), (50, 2), (500, 1))
"""Agencies, and how often to build each."""
SIDES = ("Markdown", "YAML")
APART = {"all by one": 1, "all by two": 2, "one fact": 2, "nothing": 2}
"""What is built anew, and by how many processes."""
MOST_OF_OTHERS = 50
"""Agencies up to which the same pages are built by other generators too."""
SHARDS = 8
"""Machines among which the agencies are divided."""
OWN_PAGE = "agency-001/2566/o43/index.html"


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal of so many agencies, built; `front` and `own` are the bytes of two of its pages."""

    agencies: int
    built: Built
    front: bytes
    own: bytes


def main() -> None:
    """Measure and print; takes some minutes."""
    say("\nPortals: whole processes, run in turn. Where other work keeps the machine busy,")
    say("trust the processor's time (CPU).")
    sizes = [size for size in SIZES if size[0] <= _most()]
    with tempfile.TemporaryDirectory() as name:
        portals = [_portal(Path(name) / str(count), count, rounds) for count, rounds in sizes]
        _print_building(portals)
        _print_growth(portals)
        _print_others(portals, Path(name))
        _print_weight(portals)
        _print_apart(portals, Path(name))
        _print_shards(portals, Path(name))


def _most() -> int:
    return int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1][0]


def _portal(project: Path, agencies: int, rounds: int) -> Portal:
    run("-m", "tests.bench.project", str(project), str(agencies))
    built = build(project, rounds)
    site = project / "yaml/site"
    front, own = (site / path for path in ("index.html", OWN_PAGE))
    return Portal(agencies, built, front.read_bytes(), own.read_bytes())


def _print_building(portals: list[Portal]) -> None:
    say("\nBuilding: plain Markdown under plain MkDocs, and YAML through the plugin")
    heads = [f"{side}, {unit}" for unit in ("s", "ms CPU a page", "peak MB") for side in SIDES]
    in_columns([("agencies", "pages", *heads), *map(_building, portals)])


def _building(portal: Portal) -> tuple[str, ...]:
    built, pages = portal.built, portal.built.pages
    return (
        f"{portal.agencies:,}",
        f"{pages:,}",
        *(f"{built.seconds(side):.2f}" for side in (0, 1)),
        *(f"{1000 * built.processor(side).median / pages:.1f}" for side in (0, 1)),
        *(f"{built.megabytes(side):.0f}" for side in (0, 1)),
    )


def _print_growth(portals: list[Portal]) -> None:
    say("\nGrowth: what a page more costs; alike when it is linear")
    heads = [f"{side}, {unit}" for unit in ("ms CPU", "kB memory") for side in SIDES]
    in_columns([("pages", *heads), *(tuple(_more(*step)) for step in pairwise(portals))])


def _more(few: Portal, many: Portal) -> Iterator[str]:
    pages = many.built.pages - few.built.pages
    yield f"{few.built.pages:,} to {many.built.pages:,}"
    for side in (0, 1):
        seconds = [portal.built.processor(side).median for portal in (few, many)]
        yield f"{1000 * (seconds[1] - seconds[0]) / pages:.1f}"
    for side in (0, 1):
        memory = [portal.built.megabytes(side) for portal in (few, many)]
        yield f"{1000 * (memory[1] - memory[0]) / pages:.0f}"


def _print_others(portals: list[Portal], folder: Path) -> None:
    say("\nThe same pages by other generators: Zensical from the Markdown, Hugo from finished")
    say("articles in a bare layout; ratio: how many times its processor's time YAML takes")
    kinds = ("s", "ms CPU a page", "peak MB", "ratio")
    heads = [f"{name}, {kind}" for name in ("Zensical", "Hugo") for kind in kinds]
    few = [portal for portal in portals if portal.agencies <= MOST_OF_OTHERS]
    in_columns([("pages", *heads), *(tuple(_others(it, folder / str(it.agencies))) for it in few)])


def _others(portal: Portal, project: Path) -> Iterator[str]:
    pages, ours = portal.built.pages, portal.built.processor(1).median
    yield f"{pages:,}"
    for once in (by_zensical(project), by_hugo(project)):
        yield from (f"{once.seconds:.2f}", f"{1000 * once.processor / pages:.1f}")
        yield from (f"{once.megabytes:.0f}", f"{ours / once.processor:.2f}")


def _print_apart(portals: list[Portal], folder: Path) -> None:
    say("\nAgencies made apart: ita-site build --jobs; memory is that of the largest process")
    heads = (f"{what}, {unit}" for what in APART for unit in ("s", "s CPU", "peak MB"))
    in_columns([("agencies", *heads), *(_apart(portal, folder) for portal in portals)])


def _apart(portal: Portal, folder: Path) -> Iterator[str]:
    """Each of `APART` in turn, every one beginning with what the one before has kept."""
    project = folder / str(portal.agencies) / "yaml"
    fact = project / "data/agency-002/agency.yml"
    yield f"{portal.agencies:,}"
    for what, jobs in APART.items():
        if what.startswith("all"):
            shutil.rmtree(project / ".cache", ignore_errors=True)
        if what == "one fact":
            fact.write_text(f"{fact.read_text('utf-8')}# อ่านแล้ว\n", "utf-8")
        once = run("-m", "ita_site", "build", "--jobs", str(jobs), folder=project)
        yield from (f"{once.seconds:.1f}", f"{once.processor:.1f}", f"{once.megabytes:.0f}")


def _print_shards(portals: list[Portal], folder: Path) -> None:
    say(f"\n{SHARDS} shards, one after the other, each in one process, then joined. Machines side")
    say("by side take as long as the slowest and the join.")
    parts = ("at once", "sum of shards", "slowest", "join")
    heads = [f"{what}, {unit}" for what in parts for unit in ("s", "s CPU")]
    rows = (_shards(portal.agencies, folder) for portal in portals)
    in_columns([("agencies", *heads, "peak MB"), *rows])


def _shards(agencies: int, folder: Path) -> tuple[str, ...]:
    """Each shard keeps its own agencies alone; those of all are brought together for the join."""
    project = folder / str(agencies) / "yaml"
    kept, together = project / ".cache/ita-site", project / "together"
    at_once = _build_anew(project)
    together.mkdir()
    shards = []
    for number in range(1, SHARDS + 1):
        shards.append(_build_anew(project, "--shard", f"{number}/{SHARDS}"))
        for agency in kept.iterdir() if kept.is_dir() else ():
            agency.rename(together / agency.name)
    shutil.rmtree(kept, ignore_errors=True)
    kept.parent.mkdir(exist_ok=True)
    together.rename(kept)
    join = run("-m", "ita_site", "join", folder=project)
    slowest = max(shards, key=lambda shard: shard.processor)
    timed = ([at_once], shards, [slowest], [join])
    sums = [(sum(it.seconds for it in runs), sum(it.processor for it in runs)) for runs in timed]
    peak = max(it.megabytes for it in (*shards, join))
    figures = (f"{seconds:.1f}" for both in sums for seconds in both)
    return (f"{agencies:,}", *figures, f"{peak:.0f}")


def _build_anew(project: Path, *options: str) -> Run:
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return run("-m", "ita_site", "build", "--jobs", "1", *options, folder=project)


def _print_weight(portals: list[Portal]) -> None:
    say("\nWeight in bytes: neither the front page nor an agency's page grows with the agencies")
    head = ("agencies", "front page", "with gzip", "a page of an agency")
    in_columns([head, *map(_weight, portals)])


def _weight(portal: Portal) -> tuple[str, ...]:
    packed = len(gzip.compress(portal.front))
    return (
        f"{portal.agencies:,}",
        *(f"{size:,}" for size in (len(portal.front), packed, len(portal.own))),
    )


if __name__ == "__main__":
    main()
