"""What a measure promised to reach, and how far its reports say it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ita_site.facts.model.measures import Measure, Target
    from ita_site.facts.model.progress import Report


class Reached(NamedTuple):
    """A target and what a report tells of it."""

    target: Target
    value: str


def reached(measure: Measure, report: Report) -> tuple[Reached, ...]:
    """What a report says of each of its measure's targets, in the report's order."""
    known = {key: target for target in measure.targets for key in target.keys}
    found = ((known.get(entry.target), entry.value) for entry in report.reached)
    return tuple(Reached(target, value) for target, value in found if target)
