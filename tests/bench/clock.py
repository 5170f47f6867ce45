"""Whole processes, timed: how long one takes, and how two compare when run in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

REPOSITORY = Path(__file__).resolve().parents[2]
DEMONSTRATION_DAY = "1794762000"
"""16 November 2569 in Thailand, when the demonstration data was last updated."""
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds on the wall, seconds of the processor, peak memory, what it said."""

    seconds: float
    processor: float
    megabytes: float
    said: str


Pair: TypeAlias = tuple[Run, Run]


@dataclass(frozen=True, slots=True)
class Figures:
    """Several measurements of one thing, printed as `median (lowest-highest)`."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)

    def __format__(self, spec: str) -> str:
        """Each in the format given."""
        return f"{self.median:{spec}} ({min(self.values):{spec}}-{max(self.values):{spec}})"


def figures(values: Iterable[float]) -> Figures:
    """Gather measurements."""
    return Figures(tuple(values))


def run(*arguments: str, folder: Path = REPOSITORY, program: str = sys.executable) -> Run:
    """Run a program, Python else, with these arguments; ends the benchmark when it fails."""
    command = [program, *arguments]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        streams = {"stdout": output, "stderr": output}
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=_environment(), **streams)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read()
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit {process.returncode}\n{said}")
    megabytes = usage.ru_maxrss * RSS_UNIT / 1e6
    return Run(seconds, usage.ru_utime + usage.ru_stime, megabytes, said)


def in_turn(one: Callable[[], Run], other: Callable[[], Run], rounds: int) -> list[Pair]:
    """Run both so often, one after the other, so that a busy machine slows both alike."""
    return [(one(), other()) for _ in range(rounds)]


def ratio(pairs: Iterable[Pair], measure: Callable[[Run], float]) -> Figures:
    """How many times as much the other one took, pair by pair."""
    return figures(measure(other) / measure(one) for one, other in pairs)


def _environment() -> dict[str, str]:
    """This one's, with everything fixed that a figure could depend on."""
    ours = ("ITA_DATA", "ITA_KEEP_GOING")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    fixed = {"SOURCE_DATE_EPOCH": DEMONSTRATION_DAY, "PYTHONHASHSEED": "0"}
    return kept | fixed | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "ITA_PDF": "off"}
