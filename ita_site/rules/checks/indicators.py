"""Rules about the names under which indicators are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.fields import suggestion
from ita_site.facts.thai.text import compact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import Scope

FILE = "assessment.yml"
NUMBERED = re.compile(r"^(?:ตัวชี้วัด)?(?:ที่)?\d*")
LIKENESS = 0.85
"""How like an official name a printed one must be; `การแก้ปัญหาการทุจริต` is 0.95 like its own."""


def name_of_its_number(scope: Scope) -> Iterator[Problem]:
    """An indicator's printed name is not that of another; damaged print is no other's name."""
    numbers = {
        compact(name): str(entry.no)
        for entry in scope.edition.indicators
        for name in (entry.name, *entry.also)
    }
    official = scope.edition.group_names["indicator"]
    for at, entry in enumerate((scope.year.assessment or Assessment()).indicators):
        printed, own = entry.name_as_printed, str(entry.no)
        if printed is None:
            continue
        nearest = suggestion(_bare(printed), list(numbers), LIKENESS)
        other = numbers.get(nearest, own)
        if other != own and not scope.declared(printed):
            details = {"value": own, "printed": printed, "other": other}
            details |= {"own_name": official.get(own, "–"), "other_name": official[other]}
            path = ("indicators", at, "name_as_printed")
            yield scope.problem("ITA324", FILE, path, **details)


def _bare(name: str) -> str:
    """A name without the number printed before it."""
    return NUMBERED.sub("", compact(name))
