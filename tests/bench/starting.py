"""How long a start takes: `python -m tests.bench.starting`, and in `make bench`.

Each command against a neighbour on the same machine in the same run: its version against
the library of commands alone, a check of the shipped data against MkDocs' version, the
plugin's import against that of MkDocs and the theme.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.bench.clock import figures, in_turn, run
from tests.bench.table import in_columns, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.clock import Pair, Run

ROUNDS = 9
PLAIN_IMPORTS = "import mkdocs.commands.build, material.plugins.search.plugin"
PAIRS: tuple[tuple[str, tuple[str, ...], str, tuple[str, ...], float], ...] = (
    ("import click", ("-c", "import click"), "ita-site --version", ("--version",), 0.7),
    ("mkdocs --version", ("-m", "mkdocs", "--version"), "ita-site check", ("check",), 6),
)
MOST_PLUGIN = 0.4
"""Of MkDocs' and the theme's own imports, what the plugin's may add to them."""


def main() -> None:
    """Measure and print."""
    say("Starting: CPU time of whole processes, run in turn")
    rows = [_against(*pair) for pair in PAIRS]
    in_columns([("neighbour", "s", "ours", "s", "ratio", "at most"), *rows, _plugin()])


def _against(
    name: str, neighbour: tuple[str, ...], ours: str, command: tuple[str, ...], most: float
) -> tuple[str, ...]:
    pairs = _in_turn(partial(run, *neighbour), partial(run, "-m", "ita_site", *command))
    return _row(name, ours, pairs, most, lambda one, other: other / one)


def _plugin() -> tuple[str, ...]:
    pairs = _in_turn(
        partial(run, "-c", PLAIN_IMPORTS), partial(run, "-c", f"{PLAIN_IMPORTS}, ita_site.plugin")
    )
    above = "and ita_site.plugin, above it"
    return _row(
        "import MkDocs, theme", above, pairs, MOST_PLUGIN, lambda one, other: other / one - 1
    )


def _in_turn(one: Callable[[], Run], other: Callable[[], Run]) -> list[Pair]:
    in_turn(one, other, 1)  # not counted: compiles what is not compiled yet
    return in_turn(one, other, ROUNDS)


def _row(
    name: str, ours: str, pairs: list[Pair], most: float, compare: Callable[[float, float], float]
) -> tuple[str, ...]:
    times = [(one.processor, other.processor) for one, other in pairs]
    one, other = (figures(side) for side in zip(*times, strict=True))
    ratio = figures(compare(*pair) for pair in times)
    return name, f"{one:.3f}", ours, f"{other:.3f}", f"{ratio:.2f}", f"{most}"


if __name__ == "__main__":
    main()
