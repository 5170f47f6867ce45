"""What the rules about scores, years, days and numbers say about a small data folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.checks.run import check

if TYPE_CHECKING:
    from pathlib import Path

DAY = BEDate(2569, 11, 20)
LACKING = re.compile("ITA3[45]")


def told(folder: Path, day: BEDate = DAY) -> list[tuple[str, str]]:
    """The code and the field of each problem, but for those about what measures lack."""
    problems = check(read_publication(folder), day)
    return [(found.code, found.field) for found in problems if not LACKING.match(found.code)]
