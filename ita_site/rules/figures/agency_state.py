"""What a portal's reader can ask of an agency at a glance: whether it reports, and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import Labelled
from ita_site.rules.figures.status import Standing

if TYPE_CHECKING:
    from ita_site.rules.figures.status import Tally


class AgencyState(Labelled):
    """One of the things that hold of an agency; of its newest year that tells of measures."""

    REPORTED = "reported", "มีรายงานผล"
    SILENT = "silent", "ไม่มีรายงานในเว็บไซต์นี้"
    OVERDUE = "overdue", "เลยกำหนดรายงาน"
    EMPTY = "empty", "ไม่มีมาตรการในเว็บไซต์นี้"
    WITHHELD = "withheld", "ยังเผยแพร่ไม่ได้"


def states(tallies: tuple[Tally, ...], overdue: int) -> tuple[AgencyState, ...]:
    """Of an agency whose newest year has these measures, so many of them overdue."""
    if not any(tally.total for tally in tallies):
        return (AgencyState.EMPTY,)
    told = any(tally.total > tally.count(Standing.NOT_REPORTED) for tally in tallies)
    found = (AgencyState.REPORTED if told else AgencyState.SILENT,)
    return (*found, AgencyState.OVERDUE) if overdue else found
