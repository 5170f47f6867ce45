"""A first publication for its reviewer: not what changed, but what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.history.review.compare import read_link
from ita_site.rules.figures.criteria import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.history.review.compare import Review

HEADLINE: Final = "เผยแพร่ครั้งแรก: ก่อนนี้ไม่มีข้อมูลจริง จึงบอกสิ่งที่มีแทนสิ่งที่เปลี่ยน"
MOST: Final = 6
"""Agencies, channels, criteria and problems of one kind that are named."""

Listing: TypeAlias = "tuple[str, Sequence[str], bool]"
"""A title, its lines, and whether it is to be seen before the others."""


def is_first_publication(review: Review) -> bool:
    """Whether real facts come where there was no agency, or a sample alone."""
    before, after = (
        [agency for agency in state.agencies if not agency.agency.sample]
        for state in (review.before, review.after)
    )
    return bool(after) and not before and not review.before.unread


def list_contents(review: Review) -> Iterator[Listing]:
    """What is there, in one screen: what is missing first."""
    yield "ต้องแก้ก่อนเผยแพร่", _cut(list(_problems(review, errors=True))), True
    agencies = review.after.agencies
    for agency in agencies[:MOST]:
        yield agency.agency.name, list(_agency(agency)), False
    if len(agencies) > MOST:
        yield "หน่วยงานอื่น", [f"อีก {len(agencies) - MOST} หน่วยงาน"], False
    yield "ยังขาดตามเกณฑ์", _cut(list(_criteria(review))), False
    yield "ควรดู", _cut(list(_problems(review, errors=False))), False


def _agency(agency: AgencyFacts) -> Iterator[str]:
    for year in reversed(agency.years):
        yield f"ปี {year.year}: {' · '.join(_counts(year))}"
        yield f"ปี {year.year}: {_survey(year)}"
    channels = agency.channels.channels
    named = [f"{one.label} {one.value or one.url or ''}".strip() for one in channels]
    yield f"ช่องทางแจ้งเรื่องทุจริต {len(channels)} ช่องทาง" if channels else "ยังไม่มีช่องทางแจ้งเรื่องทุจริต"
    yield from _cut(named)


def _counts(year: YearFacts) -> Iterator[str]:
    yield f"มาตรการ {len(year.measures.measures)} เรื่อง"
    yield f"รายงานผล {len(year.progress.progress)} รายงาน"
    total = year.assessment.total if year.assessment else None
    yield f"คะแนนรวม {total.score}" if total and total.score is not None else "ไม่มีคะแนนรวม"


def _survey(year: YearFacts) -> str:
    url = year.info.eit.url if year.info.eit else None
    if not url:
        return "ยังไม่มีลิงก์แบบวัด EIT"
    link = read_link(url)
    read = "อ่านคิวอาร์โค้ดได้ตรงกัน" if link.agrees else f"คิวอาร์โค้ดอ่านได้ “{link.decoded}” ไม่ตรงกับลิงก์"
    return f"แบบวัด EIT {url} ({read})"


def _criteria(review: Review) -> Iterator[str]:
    for verdict in review.after.verdicts.values():
        if verdict.outcome is Outcome.NOT_MET:
            yield f"{verdict.item.code} {verdict.criterion.text}"


def _problems(review: Review, *, errors: bool) -> Iterator[str]:
    for problem in review.after.problems:
        if problem.is_error is errors:
            yield f"{problem.code} {problem.file}:{problem.line} {problem.what()}"


def _cut(lines: list[str]) -> list[str]:
    more = [f"และอีก {len(lines) - MOST}"] if len(lines) > MOST else []
    return [*lines[:MOST], *more]
