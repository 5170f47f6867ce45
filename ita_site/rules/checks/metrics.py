"""Rules about figures that compare what was before a measure with what came after."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.progress import Metric, is_blank
from ita_site.facts.thai.decimals import parse_decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

FILE = "progress.yml"
BARE_NUMBER: Final = re.compile(r"[\d\s.,–-]+")
ENDS_OF_SCALE: Final = (Decimal(0), Decimal(100))
"""Values that are kept rather than changed: no complaint at all, full marks."""


def nothing_left_blank(scope: Scope) -> Iterator[Problem]:
    """A comparison has both values and what they count, or says that they are missing."""
    for path, metric in _metrics(scope):
        if not metric.missing and (blank := _blank(metric)):
            fields = ((name, Metric.model_fields[name].description) for name in blank)
            choices = ", ".join(f"{name} ({label})" for name, label in fields)
            yield scope.problem("ITA350", FILE, path, value=metric.name, choices=choices)


def _blank(metric: Metric) -> list[str]:
    given = {name: not is_blank(getattr(metric, name) or "") for name in ("before", "after")}
    blank = [name for name, filled in given.items() if not filled]
    values = [getattr(metric, name) for name, filled in given.items() if filled]
    says_unit = any(not BARE_NUMBER.fullmatch(value) for value in values)
    return [*blank, *(() if says_unit or not is_blank(metric.unit or "") else ("unit",))]


def years_in_order(scope: Scope) -> Iterator[Problem]:
    """The year before lies before the year after, and that is no later than the one reported.

    Without a year of its own the later value is that of the year reported. A `note` tells
    that the agency printed the years so.
    """
    reported = scope.year.implementation_year
    for path, metric in _metrics(scope):
        before, after = metric.year_before, metric.year_after or reported
        if not metric.note and (after > reported or (before is not None and before >= after)):
            details = {"value": metric.name, "before": str(before or "–"), "after": str(after)}
            yield scope.problem("ITA351", FILE, path, year=str(reported), **details)


def values_differ(scope: Scope) -> Iterator[Problem]:
    """A comparison shows a change; a `note` tells that there was none."""
    for path, metric in _metrics(scope):
        before, after = _number(metric.before), _number(metric.after)
        same = before is not None and before == after and before not in ENDS_OF_SCALE
        if same and not metric.missing and not metric.note:
            details = {"value": metric.name, "after": metric.after or ""}
            yield scope.problem("ITA352", FILE, (*path, "after"), **details)


def _number(text: str | None) -> Decimal | None:
    try:
        return parse_decimal(text or "")
    except ValueError:
        return None


def _metrics(scope: Scope) -> Iterator[tuple[Path, Metric]]:
    for index, report in enumerate(scope.year.progress.progress):
        for number, outcome in enumerate(report.outcomes):
            for at, metric in enumerate(outcome.metrics):
                yield ("progress", index, "outcomes", number, "metrics", at), metric
