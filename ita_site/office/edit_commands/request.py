"""What an officer wants recorded, in the officer's own words, and where to tell what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ita_site.facts.problems import Problem

ASKED: Final = "record"
"""Stands for a file's name in problems of what was asked, which stands in no file."""
LABELS: Final = {
    "files": "โฟลเดอร์",
    "name": "ชื่อหน่วยงาน",
    "kind": "ประเภทหน่วยงาน",
    "host": "ระบบที่เก็บไฟล์",
    "target": "ปลายทาง",
    "agency": "หน่วยงาน",
    "new_year": "ปีใหม่",
    "measures": "มาตรการที่ทำต่อ",
    "year": "ปี",
    "measure": "มาตรการ",
    "round": "รอบรายงาน",
    "status": "สถานะ",
    "summary": "ทำอะไรไปแล้ว",
    "outcomes": "ผลที่เกิดขึ้น",
    "obstacles": "ปัญหาอุปสรรค",
    "evidence": "หลักฐาน",
    "updated_on": "วันที่รายงาน",
}
"""What an officer calls each part of a request."""
OPTIONS: Final = {
    "files": "FOLDER",
    "name": "--name",
    "kind": "--kind",
    "host": "--host",
    "target": "--target",
    "agency": "--agency",
    "new_year": "YEAR",
    "measures": "--measures",
    "year": "--year",
    "measure": "MEASURE",
    "round": "--round",
    "status": "--status",
    "summary": "--summary",
    "outcomes": "--outcome",
    "obstacles": "--obstacle",
    "evidence": "--evidence",
    "updated_on": "--on",
}


@dataclass(frozen=True, slots=True)
class Request:
    """One report, as asked for.

    An empty text says nothing. None leaves a list as it is in the file; an empty list takes
    out what is there. `evidence` holds lines such as `title=https://…`.
    """

    measure: str = ""
    round: str = ""
    status: str = ""
    summary: tuple[str, ...] | None = None
    outcomes: tuple[str, ...] | None = None
    obstacles: tuple[str, ...] | None = None
    evidence: tuple[str, ...] | None = None
    updated_on: str = ""
    year: str = ""
    agency: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to write besides which report it is."""
        lists = (self.summary, self.outcomes, self.obstacles, self.evidence)
        return bool(self.status) or any(part is not None for part in lists)


def asked_wrong(code: str, field: str, **details: str) -> Problem:
    """A problem of the request itself."""
    return Problem(ASKED, 1, 1, code, field, details)
