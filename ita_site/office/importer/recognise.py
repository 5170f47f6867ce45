"""A document's blocks to data files, a rest, and a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.measures import Measures
from ita_site.facts.thai.personal import persons
from ita_site.office.importer.analysis import Prose, read_analysis, read_points
from ita_site.office.importer.data_files import build_files, format_file
from ita_site.office.importer.document_info import (
    list_units,
    read_agency,
    read_memo,
    read_round,
    read_years,
)
from ita_site.office.importer.draft import (
    Doubt,
    Draft,
    Note,
    collect_remarks,
    get_fields,
    iter_spans,
    join,
    to_plain,
)
from ita_site.office.importer.groups import Guess, read_caption
from ita_site.office.importer.measures import read_findings, read_measures
from ita_site.office.importer.report import (
    REPEATED,
    Report,
    TakenSpans,
    count_facts,
    count_sources,
    find_leftovers,
    format_rest,
)
from ita_site.office.importer.scores import (
    read_indicators,
    read_instruments,
    read_questions,
    recognise_indicators,
)
from ita_site.office.importer.spans import Span
from ita_site.office.importer.tables import Grid, read_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_site.facts.model.edition import Edition
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.office.importer.blocks import Blocks
    from ita_site.office.importer.draft import Value

_TITLE: Final = (
    r"(?:นาย|นางสาว|นาง|น\.ส\.|ว่าที่|ดร\.|ด\.ต\.|จ่า|สิบ|[พรสจ]\.[ตอสทจ]\.|พัน|ร้อย|หม่อม"
    r"|ม\.[รล]\.|ผู้ลงนาม)"
)
_IN_BRACKETS: Final = re.compile(rf"\(\s*(?P<name>{_TITLE}[^()]{{1,60}})\)")
_ONLY_BRACKETS: Final = re.compile(r"\(\s*(?P<name>[^()0-9๐-๙]{4,60})\)")
_SIGNED: Final = re.compile(r"(?:ลงชื่อ|ลงนาม)[\s.…_]*(?P<name>[^\s.…_(][^().…_]{2,60})?")
_POSITION: Final = re.compile(
    r"(?:ตำแหน่ง|นายก|รองนายก|ปลัด|รองปลัด|ผู้อำนวยการ|หัวหน้า|นักวิเคราะห์|นักจัดการ|นักทรัพยากร|เจ้าพนักงาน"
    r"|เจ้าหน้าที่|นิติกร|ผู้ว่าราชการ|รองผู้ว่า|นายอำเภอ|ประธาน|ผู้จัดทำ|ผู้ตรวจ|ผู้รับรอง|ผู้รายงาน|นักบริหาร)"
)
_NO_NAMES: Final = re.compile(
    r"(?:รอบ|ตามเอกสาร|ต่อ|ร่าง|สำเนา|ฉบับ|ข้อมูล|หมายเหตุ|ถ้ามี|Integrity|Open|Ex|In)"
)


def find_signers(listed: list[Span]) -> Iterator[Span]:
    """The names of persons among paragraphs that stand one after another.

    Names in brackets with a title anywhere; a bracketed line above or below a position;
    what follows "ลงชื่อ"; a name with its title that makes a line of its own.
    """
    for at, words in enumerate(listed):
        if bracketed := [words.within(name, "name") for name in _IN_BRACKETS.finditer(words.own)]:
            yield from bracketed
        elif (only := _ONLY_BRACKETS.fullmatch(words.own)) and _beside_position(listed, at):
            if not _NO_NAMES.match(only["name"]):
                yield words.within(only, "name")
        elif (signed := _SIGNED.match(words.own)) and signed["name"]:
            yield words.within(signed, "name")
        elif _is_name(words):
            yield words


def find_named_persons(listed: Iterable[Span]) -> Iterator[Span]:
    """Persons with title, first name and surname anywhere in the texts."""
    for words in listed:
        for person in persons(words.own):
            yield words.cut(person.start, person.end)


def _is_name(words: Span) -> bool:
    person = next(persons(words.own), None)
    return person is not None and person.start == 0 and person.end >= len(words.own) - 2


def _beside_position(listed: list[Span], at: int) -> bool:
    near = listed[at + 1 : at + 2] + listed[max(0, at - 1) : at]
    return any(_POSITION.match(words.text) for words in near)


NO_MEASURES = Measures()
_CAPTION = 120
_ABOVE = 3
_LISTS = {
    "measures": "measures",
    "questions": "questions",
    "coded": "questions",
    "indicators": "indicators",
    "instruments": "indicators",
    "analysis": "analysis",
    "findings": "analysis",
    "points": "analysis",
}


@dataclass(frozen=True)
class ImportResult:
    """What came of a document.

    `files` are the texts by path within the data folder (`agency.yml`, `2568/measures.yml`);
    a file of which the document says nothing is not among them. `values` are the same as our
    reader will read them, `remarks` what stands above each. `rest` is the text of
    `import-rest.txt`, empty when nothing is left.
    """

    files: Mapping[str, str]
    values: Mapping[str, object]
    remarks: Mapping[str, Mapping[Path, str]]
    rest: str
    report: Report


def recognise(  # noqa: PLR0913 - what it is told is all it knows
    blocks: Blocks,
    year: int,
    edition: Edition,
    *,
    document: str,
    known: Measures = NO_MEASURES,
    known_findings: Mapping[str, str] | None = None,
    with_names: bool = False,
) -> ImportResult:
    """Find the facts in a document.

    Args:
        blocks: The document.
        year: The assessment year (Buddhist era) whose folder the facts go to.
        edition: What that year asks.
        document: The file's name, for remarks and the report.
        known: The year's measures as far as there are any: one of the same title keeps its id.
        known_findings: The texts of the year's findings by id; one of the same text keeps its id.
        with_names: Whether names of persons who sign are kept, in the rest file.

    Returns:
        The files' texts, what is left, and the report. Nothing is read from or written to disk.
    """
    draft = Draft(edition, year, known, known_findings or {})
    parts = read_parts(blocks)
    _read_parts(parts, draft)
    files = build_files(draft)
    in_data = [words for tree in files.values() for words in iter_spans(tree)] + draft.ticks
    if not with_names:
        draft.left_out = _find_persons(parts, in_data)
    return _build_result(blocks, draft, files, in_data, document)


def _read_parts(parts: tuple[Span | Grid, ...], draft: Draft) -> None:
    listed = [part for part in parts if isinstance(part, Span)]
    read_years(listed, draft)
    read_round(listed, draft)
    read_agency(listed, draft)
    read_memo(listed, draft)
    above: list[Span] = []
    for is_table, run in groupby(parts, lambda part: isinstance(part, Grid)):
        if is_table:
            for grid in run:
                _read_table(grid, draft, above)  # type: ignore[arg-type]
                above = []
        else:
            above = [part for part in run if isinstance(part, Span)]
            Prose(draft, above).read()
    scored = draft.indicators or draft.instruments or draft.questions or draft.totals
    if not (draft.measures or scored or draft.findings):
        draft.doubts.append(Doubt("ทั้งเอกสาร", "ไม่พบตารางหรือหัวข้อที่โปรแกรมรู้จัก"))
    list_units(draft, [unit for each in draft.measures for unit in _units_of_measure(each)])


def _units_of_measure(measure: Value) -> list[Value]:
    """The units of a measure and of its steps."""
    fields = get_fields(measure)
    steps = fields.get("steps", [])
    owners = [fields, *(get_fields(step) for step in (steps if isinstance(steps, list) else []))]
    listed: list[Value] = []
    for owner in owners:
        units = owner.get("units", [])
        listed.extend(units if isinstance(units, list) else [units])
    return listed


def _read_table(grid: Grid, draft: Draft, above: list[Span]) -> None:
    grid = _guess_by_content(grid, draft)
    draft.repeats.extend(grid.repeats)
    for words in grid.guessed:
        draft.doubt(words, f"หัวตาราง “{words}” อ่านตามคำที่ใกล้เคียง")
    if grid.kind in _LISTS and grid.heads:
        head = Note("หัวตาราง", join(list(grid.heads)))
        draft.heads.setdefault(_LISTS[grid.kind], []).append(head)
    if grid.kind == "measures":  # whose months and statuses are read from ticks
        draft.ticks.extend(grid.ticks)
    if grid.kind in _GROUPED:
        _GROUPED[grid.kind](grid, draft, *_find_caption(above, draft))
    elif grid.kind in _READERS:
        _READERS[grid.kind](grid, draft)
    else:
        draft.note_reason(_WHY.get(grid.kind or "", "ไม่รู้จักตารางนี้"), *grid.words())


_GROUPED: Final = {"measures": read_measures, "findings": read_findings}
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
    scores = None if grid.kind else recognise_indicators(grid, draft)
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
    at = above.index(naming[0])
    before = [above[at - 1]] if at and above[at - 1].text.startswith("หัวข้อ") else []
    return guesses[0][1], [*before, *naming]


def _find_persons(parts: tuple[Span | Grid, ...], in_data: list[Span]) -> list[Span]:
    """The names of persons that are in no fact: of those who sign, and in what is left."""
    listed = [
        words for part in parts for words in ((part,) if isinstance(part, Span) else part.words())
    ]
    taken = TakenSpans.from_spans(in_data, ())
    names = {
        (words.source.at, words.start): words
        for words in [*find_named_persons(listed), *find_signers(listed)]
    }
    return [words for _, words in sorted(names.items()) if not taken.holds(words)]


def _build_result(
    blocks: Blocks, draft: Draft, files: dict[str, Value], in_data: list[Span], document: str
) -> ImportResult:
    left_out = draft.left_out
    draft.note_reason(REPEATED, *draft.repeats)
    kept = find_leftovers(blocks, TakenSpans.from_spans(in_data, left_out), draft.reasons)
    report = Report(
        document,
        count_facts(files),
        kept,
        tuple(draft.doubts),
        tuple(dict.fromkeys(words.place for words in left_out)),
        count_sources(blocks, in_data, kept, left_out, cells=True),
        count_sources(blocks, in_data, kept, left_out, cells=False),
    )
    return ImportResult(
        {path: format_file(tree, path, document) for path, tree in files.items()},
        {path: to_plain(tree) for path, tree in files.items()},
        {path: collect_remarks(tree) for path, tree in files.items()},
        format_rest(kept, document) if kept else "",
        report,
    )
