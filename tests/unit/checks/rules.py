"""What the check says about a small data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.checks.run import check
from ita_site.reading.publication import read_publication
from ita_site.thai.calendar import BEDate

if TYPE_CHECKING:
    from pathlib import Path

DAY = BEDate(2569, 11, 20)


def told(folder: Path, day: BEDate = DAY) -> list[tuple[str, str]]:
    """The code and the field of each problem."""
    problems = check(read_publication(folder), day)
    return [(problem.code, problem.field) for problem in problems]
