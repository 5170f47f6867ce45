"""What an officer is told: on the terminal, and as an answer to an issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.problems import as_text
from ita_site.office.edit_commands.request import LABELS, OPTIONS, REQUEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.facts.problems import Language, Problem
    from ita_site.office.edit_commands.new_year import NewYearBasis, NewYearPlan
    from ita_site.office.edit_commands.record import RecordedReport
    from ita_site.rules.figures.status import MeasureReports

MARKUP = re.compile(r"[\\`*_{}\[\]()<>#@!|~&]")
TRY_AGAIN = (
    "แก้แล้วส่งใหม่ได้ในหน้านี้: กด ⋯ ที่มุมขวาบนของข้อความแรก เลือก Edit แก้คำตอบ แล้วกด Save "
    "ระบบจะตรวจใหม่เอง ยังไม่มีไฟล์ใดเปลี่ยน"
)
NOTHING_NEW = "ข้อมูลตรงกับที่มีอยู่แล้ว จึงไม่มีบรรทัดใดเปลี่ยน"
REVIEW = (
    "ผู้ตรวจจะได้รับคำขอรวม (pull request) ที่เปลี่ยนเฉพาะบรรทัดข้างล่างนี้ "
    "แก้คำตอบในหน้านี้อีกเมื่อใด คำขอรวมเดิมจะเปลี่ยนตาม"
)


def problems_as_text(problems: Sequence[Problem], language: Language) -> str:
    """What is wrong, one line each: with the option it is about, or its place in a file."""
    asked = [problem for problem in _in_order(problems) if problem.file == REQUEST]
    lines = [f"{_asked_about(problem)}: {problem.text(language)}" for problem in asked]
    others = as_text([problem for problem in problems if problem.file != REQUEST], language)
    return "\n".join([*lines, *([others] if others else [])])


def recorded_as_text(recorded: RecordedReport) -> str:
    """What was recorded, replaced, and is still to be looked at; the diff is apart."""
    if not recorded.diff:
        return NOTHING_NEW
    return "\n".join([_headline(recorded), *_replaced(recorded), *_left_to_see(recorded)])


def new_year_as_text(start: NewYearBasis, made: NewYearPlan) -> str:
    """What a new year's folder holds, and what to do next."""
    folder = made.folder.as_posix()
    lines = [f"สร้าง {folder}/ แล้ว: {' '.join(made.files)}"]
    lines += [f"มาตรการที่ทำต่อ {len(made.kept)} เรื่อง: {_ids(made.kept)}"] if made.kept else []
    lines += [f"ไม่ได้ทำต่อ {len(made.dropped)} เรื่อง: {_ids(made.dropped)}"] if made.dropped else []
    lines += [f"ไม่ได้นำ {name} มา เพราะต้องทำใหม่ตามคู่มือของปี" for name in start.left_behind]
    lines += _old_errors(made.old_errors)
    lines.append(
        f"เติมช่องที่ว่างตามคำอธิบายในแต่ละไฟล์ เริ่มจากลิงก์ EIT ใน {folder}/year.yml "
        "แล้วสั่ง ita-site check ซึ่งจะบอกสิ่งที่ยังขาด"
    )
    return "\n".join(lines)


def _ids(entries: Sequence[MeasureReports]) -> str:
    return ", ".join(entry.measure.id for entry in entries)


def problems_as_answer(problems: Sequence[Problem]) -> str:
    """The same as Markdown, in which no word of the officer's acts as more than a word."""
    lines = [
        f"- **{_label(problem)}** {_plain(problem.text('th'))}" for problem in _in_order(problems)
    ]
    head = f"ยังบันทึกไม่ได้ มี {len(problems)} จุดที่ต้องแก้"
    return "\n".join([head, "", *lines, "", TRY_AGAIN, ""])


def recorded_as_answer(recorded: RecordedReport) -> str:
    """What was recorded, as Markdown with the lines that change."""
    if not recorded.diff:
        return NOTHING_NEW + "\n"
    notes = [f"- {_plain(line)}" for line in (*_replaced(recorded), *_left_to_see(recorded))]
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", recorded.diff)), default=0))
    body = [f"{fence}diff", recorded.diff, fence]
    head = [f"**{_plain(_headline(recorded))}**", "", *notes, *([""] if notes else []), REVIEW]
    return "\n".join([*head, "", *body, ""])


def _headline(recorded: RecordedReport) -> str:
    target = recorded.target
    title = " ".join(target.measure.titles) or target.measure.id
    what = "เพิ่มรายงาน" if recorded.is_new else "แก้รายงานเดิม"
    return f"{what} “{title}” รอบ {recorded.round} เดือน ปี {target.year.year}"


def _replaced(recorded: RecordedReport) -> Iterator[str]:
    for part in recorded.effect.replaced:
        yield f"{part.label} แทนของเดิม: {part.old}"
    for part in recorded.effect.remaining:
        yield f"{part.label} ของเดิมยังอยู่: {part.old}"


def _left_to_see(recorded: RecordedReport) -> Iterator[str]:
    for line in recorded.effect.passed_over:
        yield f"ไม่ได้บันทึกบรรทัด “{line}” เพราะไม่มีข้อความ"
    yield from _old_errors(recorded.effect.old_errors)
    for warning in recorded.effect.warnings:
        yield f"ควรดู: {warning.file}:{warning.line} {warning.text('th')}"
    if recorded.effect.other_warnings:
        yield f"มีคำเตือนใหม่เรื่องอื่นอีก {recorded.effect.other_warnings} จุด ดูด้วยคำสั่ง ita-site check"


def _old_errors(count: int) -> list[str]:
    return [f"ข้อมูลมีจุดที่ต้องแก้อยู่ก่อนแล้ว {count} จุด ดูด้วยคำสั่ง ita-site check"] if count else []


def _asked_about(problem: Problem) -> str:
    return f"{_label(problem)} ({OPTIONS[_part(problem)]})"


def _label(problem: Problem) -> str:
    if problem.file != REQUEST:
        return _plain(f"{problem.file}:{problem.line}")
    return LABELS[_part(problem)]


def _in_order(problems: Sequence[Problem]) -> list[Problem]:
    """As the form asks; then those of files."""
    order = list(LABELS)
    return sorted(
        problems, key=lambda problem: order.index(_part(problem)) if problem.file == REQUEST else 99
    )


def _part(problem: Problem) -> str:
    """Which part of the request it is about."""
    return re.split(r"[.\[]", problem.field)[0]


def _plain(text: str) -> str:
    """A text that Markdown shows as it is, and that calls nobody."""
    return MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)
