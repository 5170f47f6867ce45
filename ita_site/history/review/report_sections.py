"""A review as sections of lines, loud things first; how they are printed is another's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from ita_site.facts.problem_formats import errors_first
from ita_site.history.review.first_publication import (
    HEADLINE,
    is_first_publication,
    list_contents,
)
from ita_site.history.review.lines import Line, Span, Style, reworded, shorten
from ita_site.history.review.project import Part
from ita_site.rules.figures.changes.change import Noun
from ita_site.rules.figures.changes.difference import Kind
from ita_site.site.manifest import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.problems import Problem
    from ita_site.history.review.compare import Link, Review, Survey
    from ita_site.history.review.project import ProjectChange
    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.compare import AgencyChanges
    from ita_site.rules.figures.criteria import Verdict

FACTS_ALONE = "หน้าที่เขียนเอง หน้าตา การตั้งค่า และโปรแกรม เพราะเทียบโฟลเดอร์ข้อมูล ไม่ใช่รุ่นใน git"
MOST = 40
"""Subjects, problems or addresses shown in one section; of more, how many they are."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to know, and what belongs to it."""

    head: Line
    details: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind. `more` counts those left out."""

    title: str
    items: tuple[Item, ...]
    loud: bool = False
    more: int = field(default=0)


def sections(review: Review) -> Iterator[Section]:
    """Everything in the order in which a busy reader should meet it."""
    if is_first_publication(review):
        yield from _first_publication(review)
        return
    loud = [*map(_survey, review.surveys), *_subjects(review, loud=True)]
    listed = (
        _section("ไฟล์ที่อ่านไม่ได้ครบ จึงไม่ได้เทียบ", _unread(review), loud=True),
        _section("ต้องดูก่อน", loud, loud=True),
        *_project(review, loud=True),
        _section("ที่อยู่เว็บที่จะหายไป (ลิงก์ในเอกสารและคิวอาร์โค้ดเดิมจะเสีย)", _vanished(review), loud=True),
        _section("เกณฑ์ที่เคยครบแต่จะไม่ครบ", [_criterion(v) for v in review.lost], loud=True),
        _section("ปัญหาใหม่", [_problem(p) for p in errors_first(review.new_problems)], loud=True),
        _section("ยังไม่ได้เทียบเกณฑ์และที่อยู่เว็บ", list(_unbuilt(review))),
        *_rest(review),
        *_project(review, loud=False),
        _section("หน้าและไฟล์ของเว็บไซต์ที่สร้างแล้วต่างจากเดิม", list(_built(review))),
        _section("ยังไม่ได้เทียบ", list(_not_compared(review))),
        _section("เกณฑ์ที่ครบเพิ่ม", [_criterion(verdict) for verdict in review.met]),
        _section("ปัญหาที่หมดไป", [_problem(problem) for problem in review.gone_problems]),
    )
    yield from (section for section in listed if section.items)


def _first_publication(review: Review) -> Iterator[Section]:
    """What is there; whatever else of the project changed is told all the same."""
    yield from _project(review, loud=True)
    for title, lines, loud in list_contents(review):
        if lines:
            yield _section(title, [Item((Span(line),)) for line in lines], loud=loud)
    yield from _project(review, loud=False)
    if not_compared := list(_not_compared(review)):
        yield _section("ยังไม่ได้เทียบ", not_compared)


def headline(review: Review) -> str:
    """How much changed, in one sentence that says no more than was compared."""
    first = is_first_publication(review)
    parts = [HEADLINE if first else _facts_in_words(review)]
    if review.project:
        parts.append(f"ไฟล์อื่นเปลี่ยน {len(review.project)} ไฟล์{_loud_parts(review.project)}")
    if review.sites and review.sites.difference:
        parts.append(f"เว็บไซต์ที่สร้างต่างไป {sum(1 for _ in _built(review))} ไฟล์")
    return " · ".join(parts)


def _loud_parts(changes: tuple[ProjectChange, ...]) -> str:
    """How many files to look at first, by what they are for: no kind hides behind another."""
    counts = Counter(change.part for change in changes if change.loud)
    if not counts:
        return ""
    parts = ", ".join(f"{part.label} {counts[part]}" for part in Part if part in counts)
    return f" ต้องดูก่อน {counts.total()} ไฟล์: {parts}"


def _facts_in_words(review: Review) -> str:
    if review.count:
        loud = len(review.surveys) + sum(1 for _ in _subjects(review, loud=True))
        return f"ข้อมูลเปลี่ยน {review.count} จุด" + (f" ต้องดูก่อน {loud} เรื่อง" if loud else "")
    if review.sites and review.sites.are_equal:
        return "สิ่งที่เผยแพร่ไม่เปลี่ยน เว็บไซต์ที่สร้างเหมือนเดิมทุกไบต์"
    unchanged = "ข้อเท็จจริงที่อ่านได้ไม่เปลี่ยน" if review.unread else "ข้อเท็จจริงไม่เปลี่ยน"
    if review.sites and not review.sites.failure:
        return unchanged
    if review.project is None:
        return f"{unchanged} (ยังไม่ได้เทียบไฟล์อื่นและเว็บไซต์ที่สร้าง)"
    return f"{unchanged} (ยังไม่ได้เทียบเว็บไซต์ที่สร้าง)"


def _project(review: Review, *, loud: bool) -> Iterator[Section]:
    """The files beside the facts, by what they are for."""
    picked = [change for change in review.project or () if change.loud == loud]
    for part, changes in groupby(picked, key=lambda change: change.part):
        items = [_file(change, details=at < MOST) for at, change in enumerate(changes)]
        yield Section(part.label, tuple(items), loud)


def _file(change: ProjectChange, *, details: bool) -> Item:
    """Of very many files only the first ones' details are shown; each is named."""
    head = (Span(f"{change.kind.label} "), Span(change.path, Style.CODE))
    return Item(head, change.details if details else ())


def _built(review: Review) -> Iterator[Item]:
    difference = review.sites.difference if review.sites else Difference()
    for kind, paths in (
        (Kind.CHANGED, difference.changed),
        (Kind.ADDED, difference.added),
        (Kind.REMOVED, difference.gone),
    ):
        for path in paths:
            yield Item((Span(f"{kind.label} "), Span(f"/{path}", Style.CODE)))


def _not_compared(review: Review) -> Iterator[Item]:
    if review.project is None:
        yield Item((Span(FACTS_ALONE),))
    if review.sites and review.sites.failure:
        lines = review.sites.failure.splitlines()
        yield Item((Span("เว็บไซต์ที่สร้าง เพราะสร้างไม่สำเร็จ"),), tuple((Span(line),) for line in lines))


def _section(title: str, items: list[Item], *, loud: bool = False) -> Section:
    return Section(title, tuple(items[:MOST]), loud, max(0, len(items) - MOST))


def _unread(review: Review) -> list[Item]:
    return [Item((Span(file, Style.CODE),)) for file in review.unread]


def _unbuilt(review: Review) -> Iterator[Item]:
    for state in (review.before, review.after):
        if not state.built:
            text = f"{state.name}มี {state.errors} จุดที่ต้องแก้ก่อน จึงยังสร้างเว็บไซต์ไม่ได้"
            yield Item((Span(text),))


def _vanished(review: Review) -> list[Item]:
    return [Item((Span(f"/{address}", Style.CODE),)) for address in review.vanished]


def _survey(survey: Survey) -> Item:
    title = f"ลิงก์แบบวัด EIT ปี {survey.year}"
    if survey.old and survey.new:
        other = "ไปคนละเว็บไซต์กับเดิม" if survey.other_host else "เว็บไซต์เดิม ลิงก์ใหม่"
        head = f"{title} เปลี่ยน: {other}"
    else:
        head = f"{title} {'เพิ่มใหม่' if survey.new else 'ถูกตัดออก'}"
    details = [*_link("เดิม", survey.old), *_link("ใหม่", survey.new)]
    if survey.new:
        details.append(_code(survey.new))
    return Item((Span(head, Style.STRONG),), tuple(details))


def _link(when: str, link: Link | None) -> Iterator[Line]:
    if link:
        yield (
            Span(f"{when}: "),
            Span(link.host, Style.STRONG),
            *([Span(f" ({link.ascii_host})")] if link.ascii_host != link.host else []),
            Span(" "),
            Span(link.url, Style.CODE),
        )


def _code(link: Link) -> Line:
    if link.agrees:
        return (Span("คิวอาร์โค้ดที่จะพิมพ์ อ่านแล้วได้ลิงก์ใหม่ตรงกัน"),)
    if not link.decoded:
        return (Span("คิวอาร์โค้ดที่จะพิมพ์อ่านไม่ออก", Style.STRONG),)
    return (Span("คิวอาร์โค้ดอ่านได้ไม่ตรงกับลิงก์: ", Style.STRONG), Span(link.decoded, Style.CODE))


def _criterion(verdict: Verdict) -> Item:
    head = (Span(f"{verdict.item.code} {verdict.criterion.text}"),)
    return Item(head, ((Span(verdict.reason),),) if verdict.reason else ())


def _problem(problem: Problem) -> Item:
    level = "ต้องแก้" if problem.is_error else "เตือน"
    head = (
        Span(f"{level} {problem.code} "),
        Span(f"{problem.file}:{problem.line}", Style.CODE),
        Span(f" {problem.what()}"),
    )
    return Item(head, ((Span(problem.mend()),),))


def _rest(review: Review) -> Iterator[Section]:
    """What is not loud, by year and noun, agency by agency."""
    for agency in review.agencies:
        quiet = [change for change in agency.changes if not _is_loud(agency, change)]
        parts = sorted(quiet, key=_part)
        for (year, at), changes in groupby(parts, key=_part):
            title = list(Noun)[at].label + (f" ปี {-year}" if year else "")
            items = list(_grouped_items(changes))
            yield _section(f"{_owner_prefix(review, agency)}{title}", items)


def _part(change: Change) -> tuple[int, int]:
    return (-(change.year or 0), list(Noun).index(change.noun))


def _subjects(review: Review, *, loud: bool) -> Iterator[Item]:
    for agency in review.agencies:
        picked = (change for change in agency.changes if _is_loud(agency, change) == loud)
        own = (change for change in picked if not change.is_survey_link)
        for item in _grouped_items(own):
            yield Item((Span(_owner_prefix(review, agency)), *item.head), item.details)


def _is_loud(agency: AgencyChanges, change: Change) -> bool:
    """A subject is shown as a whole where anything of it is loud."""
    if change.is_survey_link:
        return True
    same = (other for other in agency.changes if other.subject_key == change.subject_key)
    return any(other.loud and not other.is_survey_link for other in same)


def _owner_prefix(review: Review, agency: AgencyChanges) -> str:
    """Whose it is, where there is more than one."""
    return f"{agency.name}: " if agency.slug and _in_portal(review) else ""


def _in_portal(review: Review) -> bool:
    return any(agency.slug for agency in (*review.before.agencies, *review.after.agencies))


def _grouped_items(changes: Iterable[Change]) -> Iterator[Item]:
    for _, grouped in groupby(changes, key=lambda change: change.subject_key):
        own = list(grouped)
        yield from (_whole_subject(change) for change in own if not change.field)
        if fields := [change for change in own if change.field]:
            head = (Span(f"{fields[0].noun.one}: "), Span(fields[0].subject, Style.STRONG))
            yield Item(head, tuple(map(_field_line, fields)))


def _whole_subject(change: Change) -> Item:
    gone, one = change.kind is Kind.REMOVED, change.noun.one
    verb = f"ตัด{one}ออก: " if gone else f"{change.kind.label}{one}: "
    style = Style.DELETED if gone else Style.PLAIN
    lines = (change.new or change.old).splitlines()
    head = (Span(verb), Span(change.subject, Style.STRONG))
    return Item(head, tuple((Span(shorten(line), style),) for line in lines))


def _field_line(change: Change) -> Line:
    name = Span(f"{change.field}: ")
    if change.kind is Kind.MOVED:
        return (name, Span("เรียงลำดับใหม่"))
    if change.kind is Kind.ADDED:
        return (name, Span("เพิ่ม "), Span(shorten(change.new), Style.INSERTED))
    if change.kind is Kind.REMOVED:
        return (name, Span("ตัดออก "), Span(shorten(change.old), Style.DELETED))
    return (name, *reworded(change.old, change.new))
