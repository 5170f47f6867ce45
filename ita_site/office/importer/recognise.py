"""A document's blocks to data files, a rest, and a report."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.draft import Doubt, Draft
from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.document.values import HEADINGS, Note, join
from ita_site.office.importer.facts.analysis import read_analysis, read_points
from ita_site.office.importer.facts.analysis_prose import Prose
from ita_site.office.importer.facts.counted import doubt_count
from ita_site.office.importer.facts.data_files import build_files
from ita_site.office.importer.facts.document_info import (
    list_units,
    read_agency,
    read_memo,
    read_years,
)
from ita_site.office.importer.facts.findings import read_findings
from ita_site.office.importer.facts.leftovers import iter_doubts
from ita_site.office.importer.facts.measures import read_measures
from ita_site.office.importer.facts.question_scores import read_questions
from ita_site.office.importer.facts.scores import (
    read_indicators,
    read_instruments,
    read_label_score,
    recognise_indicators,
)
from ita_site.office.importer.facts.twice_reported import settle_twice_reported
from ita_site.office.importer.facts.without_persons import find_persons, hiding_of
from ita_site.office.importer.import_result import (
    NOTHING_KNOWN,
    ImportResult,
    KnownBefore,
    build_result,
    spans_in_data,
)
from ita_site.office.importer.plan.column_doubts import doubt_columns
from ita_site.office.importer.plan.plan_effects import tell_idle
from ita_site.office.importer.plan.planned import read_planned
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.tables.periods import Periods, doubt_carried, read_period
from ita_site.office.importer.tables.sums import counts_statuses
from ita_site.office.importer.words.groups import Guess, read_caption

if TYPE_CHECKING:
    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.document.blocks import Blocks
    from ita_site.office.importer.plan.plan import Plan

NO_MEASURE: Final = (
    "ไม่พบมาตรการ ผล หรือคะแนน ถ้าเอกสารมี สั่งใหม่พร้อม --plan หรือ --ask แล้วบอกว่าบรรทัดหรือคอลัมน์ใดคืออะไร"
)
OR_FORM: Final = " ถ้าตารางเป็นแบบฟอร์ม (แต่ละแถวเป็นหัวข้อกับคำตอบ) บอกด้วย shape: แบบฟอร์ม"
LIKE_FORM: Final = (
    "ในคอลัมน์แรกเป็นคำหัวข้อ จึงไม่อ่านเป็นแถวข้อมูล ถ้าเป็นแบบฟอร์ม สั่งใหม่พร้อม --plan แล้วบอกด้วย shape: แบบฟอร์ม"
)
HEADS_NOTHING: Final = "ไม่รู้จักหัวข้อนี้ และไม่มีข้อมูลใต้หัวข้อ"
ONLY_COUNTS: Final = "ตารางนับว่ามาตรการอยู่สถานะใดกี่เรื่อง โปรแกรมนับให้เองจากรายงานผล"
NO_DATA: Final = "แถวรวม หรือแถวที่แผนให้เว้น ไม่อ่านเป็นข้อมูล"
_CAPTION: Final = 120
_ABOVE: Final = 3
_LISTS: Final = {
    "measures": "measures",
    "named": "measures",
    "findings": "analysis",
    "questions": "questions",
    "coded": "questions",
    "indicators": "indicators",
    "instruments": "instruments",
    "analysis": "analysis",
    "points": "analysis",
}


def recognise(  # noqa: PLR0913 - what it is told is all it knows
    blocks: Blocks,
    year: int,
    edition: Edition,
    *,
    document: str,
    known: KnownBefore = NOTHING_KNOWN,
    plan: Plan | None = None,
    with_names: bool = False,
) -> ImportResult:
    """Find the facts in a document.

    Args:
        blocks: The document.
        year: The assessment year (Buddhist era) whose folder the facts go to.
        edition: What that year asks.
        document: The file's name, for remarks and the report.
        known: What is there already.
        plan: How an officer says that the tables are to be read; else it is found out.
        with_names: Whether names of persons who sign are kept, in the rest file.

    Returns:
        The files' texts, what is left, and the report. Nothing is read from or written to disk.

    Raises:
        RefusedError: ITA934, when the plan names tables or columns the document does not have.
    """
    draft = Draft(
        edition,
        year,
        known.measures,
        known.findings,
        before=known.elsewhere,
        has_agency=known.has_agency,
    )
    read = read_planned(blocks, edition, year, plan, known.headings)
    parts = read.parts
    _read_parts(parts, draft)
    _doubt_blocks(blocks, draft)
    hide = hiding_of(parts)
    files = build_files(draft, hide)
    if plan:
        tell_idle(plan, read, document, spans_in_data(draft, files), draft)
    draft.left_out += find_persons(parts, spans_in_data(draft, files), with_names=with_names)
    return replace(
        build_result(blocks, draft, files, document, replace(hide, keeps_names=with_names)),
        tables=read.tables,
        prose=read.prose,
    )


def _doubt_blocks(blocks: Blocks, draft: Draft) -> None:
    """Doubt what the reader of the file doubts, told once for each reason; the usual for all."""
    doubted = [*iter_doubts(blocks)]
    usual, _ = Counter(doubt for _, doubt in doubted).most_common(1)[0] if doubted else ("", 0)
    for source, doubt in doubted:
        draft.doubted.add(source.at)
        if not any(each.text == doubt for each in draft.doubts):
            place = "ทั้งเอกสาร" if doubt == usual and len(doubted) > 1 else source.place
            draft.doubts.append(Doubt(place, doubt))


def _read_parts(parts: tuple[Span | Grid, ...], draft: Draft) -> None:
    listed = [part for part in parts if isinstance(part, Span)]
    read_years(listed, draft)
    read_agency(listed, draft)
    read_memo(listed, draft)
    periods, at = Periods(parts), 0
    above: list[Span] = []
    for is_table, each in groupby(parts, lambda part: isinstance(part, Grid)):
        run = list(each)
        if is_table:
            for place, grid in enumerate(run, at):
                read_period(periods.above(place), draft)
                _read_table(grid, draft, above)  # type: ignore[arg-type]
                doubt_carried(periods, place, grid, draft)  # type: ignore[arg-type]
                above = []
        else:
            above = [part for part in run if isinstance(part, Span)]
            read_period(periods.within(at, at + len(run)), draft)
            Prose(draft, above).read()
        at += len(run)
    scored = draft.indicators or draft.instruments or draft.questions or draft.totals
    analysed = draft.summaries or draft.urgent_fixes or draft.improvements or draft.limitations
    found = draft.findings or draft.recommendations
    if not (draft.measures or draft.reports or scored or analysed or found):
        draft.doubts.append(Doubt("ทั้งเอกสาร", "ไม่พบตารางหรือหัวข้อที่โปรแกรมรู้จัก"))
    if parts and not (draft.measures or draft.reports or draft.indicators or draft.instruments):
        has_table = len(listed) < len(parts)
        draft.doubts.append(Doubt("ทั้งเอกสาร", f"{NO_MEASURE}{OR_FORM if has_table else ''}"))
    counted = [words for part in parts for words in _counting_words(part)]
    doubt_count(counted, draft)
    settle_twice_reported(draft)
    list_units(draft)


def _counting_words(part: Span | Grid) -> list[Span]:
    """Where a document may say how many measures it has: outside tables, and in their sums."""
    if isinstance(part, Span):
        return [part]
    return [words for row in part.rows_aside for words in row.words]


def _read_table(grid: Grid, draft: Draft, above: list[Span]) -> None:
    grid = _guess_by_content(grid, draft)
    draft.repeats.extend(grid.repeats)
    for row in grid.rows_aside:
        draft.note_reason(NO_DATA, *row.words)
    if grid.heads and not grid.plain:
        draft.doubts.append(Doubt(grid.heads[0].place, "มีแต่หัวตาราง โปรดตรวจว่าไม่ใช่แถวข้อมูล"))
        draft.note_reason("หัวตารางที่ไม่มีแถวข้อมูล", *grid.heads)
        return
    headings = (each.heading for each in grid.columns if each.heading)
    if counts_statuses([*map(str, headings)], grid.texts()):
        draft.note_reason(ONLY_COUNTS, *grid.words())
        return
    if not grid.kinds:
        if grid.lists_labels:
            draft.doubts.append(Doubt(grid.place, LIKE_FORM))
        draft.note_reason("ไม่รู้จักตารางนี้", *grid.words())
        return
    doubt_columns(grid, draft)
    idle = grid.idle_heads
    draft.note_reason(HEADS_NOTHING, *idle)
    for kind in grid.kinds:
        if kind in _LISTS and any(heads := [each for each in grid.heads if each not in idle]):
            head = Note(HEADINGS, join(heads))
            draft.heads.setdefault(_LISTS[kind], []).append(head)
        if kind in _GROUPED:
            _GROUPED[kind](grid, draft, *_find_caption(above, draft))
        elif kind in _READERS:
            _READERS[kind](grid, draft)
        else:
            draft.note_reason(_WHY[kind], *grid.words())


_GROUPED: Final = {
    "measures": read_measures,
    "named": read_measures,
    "findings": read_findings,
}
_READERS: Final = {
    "questions": read_questions,
    "coded": read_questions,
    "indicators": read_indicators,
    "instruments": read_instruments,
    "analysis": read_analysis,
    "points": read_points,
}
_WHY: Final = {"criteria": "เป็นเกณฑ์ของการประเมิน ไม่ใช่ข้อมูลของหน่วยงาน"}


def _guess_by_content(grid: Grid, draft: Draft) -> Grid:
    scores = None if grid.kinds else recognise_indicators(grid, draft)
    if scores is None:
        return grid
    text = "ตารางไม่มีหัวคอลัมน์ อ่านเป็นคะแนนตัวชี้วัดจากเนื้อหา"
    draft.doubts.append(Doubt(grid.place, text))
    return scores


def _find_caption(above: list[Span], draft: Draft) -> tuple[Guess | None, list[Span]]:
    """The topic, indicator or instrument that the short lines right above a table name."""
    short = takewhile(lambda words: len(words.text) <= _CAPTION, reversed(above[-_ABOVE:]))
    near = [*short][::-1]
    guesses = [(words, guess) for words in near if (guess := read_caption(words, draft.edition))]
    if len({(guess.kind, guess.id) for _, guess in guesses}) != 1:
        return None, []
    naming = [words for words, _ in guesses]
    for words, guess in guesses:
        read_label_score(words, guess, draft)
    at = above.index(naming[0])
    before = [above[at - 1]] if at and above[at - 1].text.startswith("หัวข้อ") else []
    return guesses[0][1], [*before, *naming]
