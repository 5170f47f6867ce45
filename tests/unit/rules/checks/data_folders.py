"""Small data folders, and what the rules say of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.checks.run import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from ita_site.facts.problems import Problem

DAY = (2566, 5, 15)
DATES = re.compile("ITA33")
WHOLE = {
    "title": "ยืมทรัพย์สินได้สะดวก",
    "steps": "ใช้ใบยืมแบบเดียว",
    "units": "กองคลัง",
    "timeframe": "ตลอดปีงบประมาณ",
    "monitoring": "รายงานปลัดเทศบาล",
}
SUMMARY = {"summary": "ประชุม 2 ครั้ง"}


def measure(name: str = "a", **fields: object) -> dict[str, object]:
    """A measure that lacks nothing; a field given as None is left out."""
    given = {"id": name, **WHOLE, **fields}
    return {key: value for key, value in given.items() if value is not None}


def report(name: str = "a", **fields: object) -> dict[str, object]:
    return {"measure": name, **fields}


def year(
    measures: Iterable[object] = (), reports: Iterable[object] = (), name: str = "2566"
) -> dict[str, str]:
    """The files of a year; JSON is YAML."""
    files = {"measures": list(measures), "progress": list(reports)}
    return {f"{name}/{key}.yml": json.dumps({key: entries}) for key, entries in files.items()}


def problems(
    data: Callable[..., Path], files: dict[str, str], day: tuple[int, int, int] = DAY
) -> tuple[Problem, ...]:
    """Everything that is told of them on a day, but for days and years that do not fit."""
    found = check(read_publication(data(files)), BEDate(*day))
    return tuple(problem for problem in found if not DATES.match(problem.code))


def coded(
    data: Callable[..., Path], files: dict[str, str], day: tuple[int, int, int] = DAY
) -> list[tuple[str, str]]:
    """The code and the field of each problem but those of texts, which have tests of their own."""
    found = problems(data, files, day)
    return [(one.code, one.field) for one in found if not "ITA360" <= one.code <= "ITA389"]


LATE_DAY = BEDate(2569, 11, 20)
LACKING = re.compile("ITA3[45]")


def coded_in(folder: Path, day: BEDate = LATE_DAY) -> list[tuple[str, str]]:
    """The code and the field of each problem, but for those about what measures lack."""
    problems = check(read_publication(folder), day)
    return [(found.code, found.field) for found in problems if not LACKING.match(found.code)]
