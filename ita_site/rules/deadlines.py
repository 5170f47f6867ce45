"""The deadlines of every agency, as an officer or a weekly reminder reads them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.model.sourced import Certainty
from ita_site.facts.problems import DataError
from ita_site.facts.reading.publication import read_publication
from ita_site.rules.checks.run import check
from ita_site.rules.figures.due import Due, due
from ita_site.rules.figures.oit import full_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.thai.calendar import BEDate


@dataclass(frozen=True, slots=True)
class Deadline:
    """One agency's deadline, overdue or near."""

    agency: AgencyFacts
    due: Due


def deadlines(data: Path, today: BEDate, within: int) -> tuple[Deadline, ...]:
    """What is overdue or comes within so many days, agency by agency.

    Raises:
        DataError: when the data has errors: what is owed could not be told for sure.
    """
    reading = read_publication(data)
    if errors := [problem for problem in check(reading, today, None) if problem.is_error]:
        raise DataError(errors)
    return tuple(
        Deadline(agency, entry)
        for agency in reading.publication.agencies
        for entry in due(agency, today)
        if entry.left <= within
    )


def as_text(listed: tuple[Deadline, ...], within: int) -> str:
    """A line each."""
    if not listed:
        return f"ไม่มีสิ่งที่เลยกำหนดหรือถึงกำหนดภายใน {within} วัน"
    many = len({deadline.agency.slug for deadline in listed}) > 1
    return "\n".join(_line(deadline, with_agency=many) for deadline in listed)


def _line(deadline: Deadline, *, with_agency: bool) -> str:
    agency = f"{deadline.agency.agency.name}: " if with_agency else ""
    return f"{_when(deadline.due)}: {agency}{_name(deadline.due)}"


def as_markdown(listed: tuple[Deadline, ...], within: int) -> str:
    """A table, or a sentence where there is nothing."""
    if not listed:
        return as_text(listed, within)
    rows = [
        f"| {_when(deadline.due)} | {_cell(deadline.agency.agency.name)} | {_linked(deadline)} |"
        for deadline in listed
    ]
    return "\n".join(["| กำหนด | หน่วยงาน | เรื่อง |", "| --- | --- | --- |", *rows])


def as_json(listed: tuple[Deadline, ...], within: int) -> str:
    """A list of objects; days are of the common era, as programs expect them."""
    return json.dumps(
        [_entry(deadline, within) for deadline in listed], ensure_ascii=False, indent=2
    )


FORMS: Mapping[str, Callable[[tuple[Deadline, ...], int], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}


def _entry(deadline: Deadline, within: int) -> dict[str, str | int]:
    return {
        "agency": deadline.agency.agency.name,
        "key": f"{deadline.agency.prefix}{deadline.due.key}",
        "state": deadline.due.state(within).value,
        "day": deadline.due.day.to_date().isoformat(),
        "days_left": deadline.due.left,
        "name": deadline.due.name,
        "page": full_url(deadline.agency, deadline.due.page),
        "certainty": deadline.due.certainty.value,
    }


def _when(entry: Due) -> str:
    if entry.is_overdue:
        return f"เลยกำหนด {-entry.left} วัน ({entry.day.long()})"
    left = f"อีก {entry.left} วัน" if entry.left else "วันนี้"
    return f"{left} ({entry.day.long()})"


def _name(entry: Due) -> str:
    unsure = "" if entry.certainty is Certainty.CERTAIN else f" ({entry.certainty.label})"
    return f"{entry.name}{unsure}"


def _linked(deadline: Deadline) -> str:
    page, name = full_url(deadline.agency, deadline.due.page), _cell(_name(deadline.due))
    return f"[{name}]({page})" if "://" in page else name


def _cell(text: str) -> str:
    """Text within a table, where it must not end a cell or be taken for markup."""
    return "".join(f"\\{letter}" if letter in "|\\[]*_`<@#" else letter for letter in text)
