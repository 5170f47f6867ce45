"""What an officer wants recorded, from a command's options or the form of an issue.

The form writes each question as a heading and the answer below it. What is answered is data:
nothing of it is ever run, and it reaches us in a file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.problems import ItaSiteError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARTS_OF_A_REPORT: Final = {
    "measure": "มาตรการ",
    "round": "รอบรายงาน",
    "status": "สถานะ",
    "percent_done": "ร้อยละความสำเร็จ",
    "summary": "ทำอะไรไปแล้ว",
    "outcomes": "ผลที่เกิดขึ้น",
    "obstacles": "ปัญหาอุปสรรค",
    "suggestions": "ข้อเสนอแนะ",
    "evidence": "หลักฐาน",
    "updated_on": "วันที่รายงาน",
}
REQUEST: Final = "record"
"""Stands for a file's name in problems of what was asked, which stands in no file."""
LABELS: Final = {
    "files": "โฟลเดอร์",
    "version": "รุ่นของโปรแกรม",
    "name": "ชื่อหน่วยงาน",
    "kind": "ประเภทหน่วยงาน",
    "host": "ระบบที่เก็บไฟล์",
    "target": "ปลายทาง",
    "agency": "หน่วยงาน",
    "new_year": "ปีใหม่",
    "measures": "มาตรการที่ทำต่อ",
    "year": "ปี",
    **PARTS_OF_A_REPORT,
}
"""What an officer calls each part of a request."""
OPTIONS: Final = {
    "files": "FOLDER",
    "version": "ita-site",
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
    "percent_done": "--percent",
    "summary": "--summary",
    "outcomes": "--outcome",
    "obstacles": "--obstacle",
    "suggestions": "--suggestion",
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
    percent_done: str = ""
    suggestions: tuple[str, ...] | None = None

    @property
    def says_something(self) -> bool:
        """Whether there is anything to write besides which report it is."""
        words = (self.status, self.percent_done)
        return any(words) or any(getattr(self, name) is not None for name in LISTS)


def request_problem(code: str, field: str, **details: str) -> Problem:
    """A problem of the request itself."""
    return Problem(REQUEST, 1, 1, code, field, details)


QUESTIONS: Final = {
    "agency": "หน่วยงาน (ถ้าเว็บไซต์มีหลายหน่วยงาน)",
    "year": "ปีของมาตรการ",
    **PARTS_OF_A_REPORT,
}
"""The form's questions, in its order; a test holds them against the form."""
NO_ANSWER: Final = frozenset({"", "_No response_", "None"})
LISTS: Final = frozenset({"summary", "outcomes", "obstacles", "suggestions", "evidence"})
BULLET = re.compile(r"^(?:[-–—•●▪·*]|[0-9๐-๙]{1,2}[.)])\s+")
HEADING = "### "
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half a character, which no file can hold; its stand-in is refused where it is read."""


class NoIssueError(ItaSiteError):
    """The file holds no issue made by the form."""


def read_issue(file: Path) -> Request:
    """The request in an event of the code host, or in an issue's text alone.

    Raises:
        NoIssueError: when it holds none of the form's questions, or is no text.
    """
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file} ไม่ได้บันทึกเป็น UTF-8 เปิดด้วยโปรแกรมที่พิมพ์ แล้วบันทึกใหม่เป็น UTF-8"
        raise NoIssueError(message) from error
    request = parse_issue(_body(text))
    if request == Request():
        message = f"ไม่พบคำถามของแบบฟอร์ม “รายงานความก้าวหน้า” ใน {file}"
        raise NoIssueError(message)
    return request


def parse_issue(body: str) -> Request:
    """The answers in an issue's text; what was left empty stays unsaid."""
    answers: dict[str, Any] = {}
    for name, lines in _sections(body.replace("\r\n", "\n").split("\n")):
        answer = "\n".join(lines).strip()
        if answer not in NO_ANSWER:
            answers[name] = _entries(answer) if name in LISTS else " ".join(answer.split())
    return Request(**answers)


def _body(text: str) -> str:
    try:
        event = json.loads(text)
    except (ValueError, RecursionError):
        return text
    issue = event.get("issue") if isinstance(event, dict) else None
    body = issue.get("body") if isinstance(issue, dict) else None
    return _LONE_SURROGATE.sub("\ufffd", body) if isinstance(body, str) else ""


def _sections(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each question that is asked, with the lines of its answer.

    Questions come in the form's order. A line that looks like one asked before is part of an
    answer.
    """
    order = list(QUESTIONS)
    heads = {HEADING + question: name for name, question in QUESTIONS.items()}
    current, answer, behind = "", list[str](), 0
    for line in lines:
        name = heads.get(line.rstrip())
        if name and order.index(name) >= behind:
            if current:
                yield current, answer
            current, answer, behind = name, [], order.index(name) + 1
        else:
            answer.append(line)
    if current:
        yield current, answer


def _entries(answer: str) -> tuple[str, ...]:
    """The lines of an answer, without the bullets in front of them."""
    lines = (line.strip() for line in answer.split("\n"))
    return tuple(BULLET.sub("", line, count=1) for line in lines if line)
