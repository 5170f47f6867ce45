"""A review as sections of lines, loud things first; how they are printed is another's."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.model.fields import Labelled
from ita_site.facts.problem_formats import errors_first
from ita_site.history.review.first_publication import (
    HEADLINE,
    is_first_publication,
    list_contents,
)
from ita_site.rules.figures.changes.change import Kind, Noun
from ita_site.rules.figures.changes.wording import Fate, mark_changes, shorten_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.problems import Problem
    from ita_site.history.review.compare import Link, Review, Survey
    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.compare import AgencyChanges
    from ita_site.rules.figures.criteria import Verdict

MOST = 40
"""Subjects, problems or addresses shown in one section; of more, how many they are."""
SHORT = 60
LONGEST = 400
"""Letters shown of a text that was added or removed."""


class Style(Labelled):
    """How some words are to be seen."""

    PLAIN = "plain", ""
    STRONG = "strong", ""
    DELETED = "deleted", ""
    INSERTED = "inserted", ""
    CODE = "code", ""


class Span(NamedTuple):
    """Some words of a line."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Span, ...]


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
        yield from (
            _section(title, [Item((Span(line),)) for line in lines], loud=loud)
            for title, lines, loud in list_contents(review)
            if lines
        )
        return
    loud = [*map(_survey, review.surveys), *_subjects(review, loud=True)]
    listed = (
        _section("ไฟล์ที่อ่านไม่ได้ครบ จึงไม่ได้เทียบ", _unread(review), loud=True),
        _section("ต้องดูก่อน", loud, loud=True),
        _section("ที่อยู่เว็บที่จะหายไป (ลิงก์ในเอกสารและคิวอาร์โค้ดเดิมจะเสีย)", _vanished(review), loud=True),
        _section("เกณฑ์ที่เคยครบแต่จะไม่ครบ", [_criterion(v) for v in review.lost], loud=True),
        _section("ปัญหาใหม่", [_problem(p) for p in errors_first(review.new_problems)], loud=True),
        _section("ยังไม่ได้เทียบเกณฑ์และที่อยู่เว็บ", list(_unbuilt(review))),
        *_rest(review),
        _section("เกณฑ์ที่ครบเพิ่ม", [_criterion(verdict) for verdict in review.met]),
        _section("ปัญหาที่หมดไป", [_problem(problem) for problem in review.gone_problems]),
    )
    yield from (section for section in listed if section.items)


def headline(review: Review) -> str:
    """How much changed, in one sentence."""
    if is_first_publication(review):
        return HEADLINE
    if not review.count:
        unchanged = "ข้อมูลที่เผยแพร่ไม่เปลี่ยน"
        return unchanged if review.has_changes else f"{unchanged} (การจัดรูปแบบและหมายเหตุในไฟล์ไม่นับ)"
    loud = len(review.surveys) + sum(1 for _ in _subjects(review, loud=True))
    return f"ข้อมูลเปลี่ยน {review.count} จุด" + (f" ต้องดูก่อน {loud} เรื่อง" if loud else "")


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
    title = f"ลิงก์แบบสำรวจ EIT ปี {survey.year}"
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
        own = (change for change in picked if not _is_survey_link(change))
        for item in _grouped_items(own):
            yield Item((Span(_owner_prefix(review, agency)), *item.head), item.details)


def _is_survey_link(change: Change) -> bool:
    return change.loud and change.noun is Noun.SURVEY


def _is_loud(agency: AgencyChanges, change: Change) -> bool:
    """A subject is shown as a whole where anything of it is loud."""
    if _is_survey_link(change):
        return True
    same = (other for other in agency.changes if other.subject_key == change.subject_key)
    return any(other.loud and not _is_survey_link(other) for other in same)


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
    return Item(head, tuple((Span(_shorten(line), style),) for line in lines))


def _field_line(change: Change) -> Line:
    name = Span(f"{change.field}: ")
    if change.kind is Kind.MOVED:
        return (name, Span("เรียงลำดับใหม่"))
    if change.kind is Kind.ADDED:
        return (name, Span("เพิ่ม "), Span(_shorten(change.new), Style.INSERTED))
    if change.kind is Kind.REMOVED:
        return (name, Span("ตัดออก "), Span(_shorten(change.old), Style.DELETED))
    return (name, *_reworded(change.old, change.new))


def _reworded(old: str, new: str) -> Line:
    """Both whole where they are short or have little in common; else with marks in the text."""
    words = mark_changes(old, new)
    kept = sum(len(part.text) for part in words if part.fate is Fate.KEPT)
    if max(len(old), len(new)) <= SHORT // 2 or 2 * kept < min(len(old), len(new)):
        return (
            Span(_shorten(old), Style.DELETED),
            Span(" → "),
            Span(_shorten(new), Style.INSERTED),
        )
    styles = {Fate.KEPT: Style.PLAIN, Fate.GONE: Style.DELETED, Fate.COME: Style.INSERTED}
    spans = [Span(_shorten(text), styles[fate]) for fate, text in shorten_kept(words)]
    return tuple(
        part for span, after in zip_longest(spans, spans[1:]) for part in _separated(span, after)
    )


def _separated(span: Span, after: Span | None) -> Line:
    """What went and what came in its place do not stick together."""
    together = after and (span.style, after.style) == (Style.DELETED, Style.INSERTED)
    return (span, Span(" ")) if together else (span,)


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
