"""A file of ours to an import's result: what it tells, what it does not hold, what is not ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.reading.folder import AGENCY_FILES
from ita_site.facts.schemas.files import MODELS
from ita_site.office.importer.document.draft import Doubt, Draft
from ita_site.office.importer.document.labels import whole_number
from ita_site.office.importer.downloads import measures, once, reports, results
from ita_site.office.importer.downloads.cells import Reader
from ita_site.office.importer.downloads.facts import Facts
from ita_site.office.importer.downloads.sheets import COMPUTED, TABLES, find_sheets, spans_all_years
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.import_result import build_result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.facts.model.publication import YearFacts
    from ita_site.office.importer.document.blocks import Blocks
    from ita_site.office.importer.document.values import Value
    from ita_site.office.importer.downloads.sheets import Row, Sheet
    from ita_site.office.importer.import_result import ImportResult
    from ita_site.site.downloads.table import Column

_KNOWN: Final = (
    *("assessment_year", "implementation_year", "result_year", "order", "step_order", "level"),
    *("kind", "file", "field", "value", "label", "round_months", "measure_id", "outcome"),
    "filled_in_by_program",
)
"""Columns without a field of their own that say what a row is of."""
_YEARS: Final = {
    "implementation_year": "ปีงบประมาณที่ดำเนินการ",
    "result_year": "ปีของผลประเมิน",
}


def read_downloads(
    blocks: Blocks, known: YearFacts, *, document: str, site: str = ""
) -> ImportResult | None:
    """The facts of a file that this site made; None where it is an office's.

    Args:
        blocks: The file.
        known: The year whose folder the facts go to, as far as it is filled.
        document: The file's name.
        site: Where the agency's site is, as far as known.

    Raises:
        RefusedError: ITA936 when it is of another year, ITA937 when it holds no facts.
    """
    sheets = find_sheets(blocks)
    spans_years = spans_all_years(blocks)
    if not sheets and not spans_years:
        return None
    if spans_years or all(sheet.table in COMPUTED for sheet in sheets):
        raise RefusedError("ITA937", file=document)
    _refuse_other_year(sheets, known.year, document)
    draft = Draft(known.edition, known.year, known.measures)
    facts = Facts(draft, Reader.of_file(draft, sheets), site.rstrip("/"), known.info.memo)
    for sheet in sheets:
        _take(sheet, facts)
    files = _with_years(facts.finished(), sheets, known, draft)
    result = build_result(blocks, draft, _by_path(files, known.year), document)
    return replace(result, is_own=True, report=replace(result.report, remarks=(*_missing(sheets),)))


_READERS: Final = {
    "general": once.read_general,
    "measures": measures.read_measure,
    "progress": reports.read_report,
    "scores": results.read_score,
    "oit": once.read_item,
    "analysis": results.read_point,
    "metrics": reports.read_metric,
    "evidence": reports.read_evidence,
    "conflicts": results.read_conflict,
    "targets": measures.read_target,
    "pictures": reports.read_picture,
    "memos": once.read_memo,
    "channels": once.read_channel,
}


def _take(sheet: Sheet, facts: Facts) -> None:
    """Read a table's rows; columns that hold no field follow from the facts."""
    facts.saw(*sheet.heads)
    read = _READERS.get(sheet.table.name)
    for row in _in_order(sheet.rows):
        if read:
            read(facts, sheet, row)
        facts.saw(*row.words(*(column.name for column in _computed(sheet))))
    _keep_unknown(sheet, facts.draft)


def _in_order(rows: Sequence[Row]) -> list[Row]:
    """The rows as they stood before a spreadsheet sorted them; else as they stand."""
    if any(whole_number(row.text("order")) is None for row in rows):
        return list(rows)
    return sorted(
        rows, key=lambda row: (row.text("kind"), _number(row, "order"), _number(row, "step_order"))
    )


def _number(row: Row, name: str) -> int:
    return whole_number(row.text(name)) or 0


def _computed(sheet: Sheet) -> list[Column]:
    return [column for column in sheet.table.columns if not column.holds]


def _refuse_other_year(sheets: Sequence[Sheet], year: int, document: str) -> None:
    given = {row.text("assessment_year") for sheet in sheets for row in sheet.rows} - {""}
    if others := sorted(given - {str(year)}):
        raise RefusedError("ITA936", file=document, given=", ".join(others), year=str(year))


def _keep_unknown(sheet: Sheet, draft: Draft) -> None:
    """A column that somebody added: its cells go to the rest, beside nothing."""
    for words in sheet.unknown:
        draft.advise(words, f"คอลัมน์ “{words}” ไม่ใช่ของตาราง “{sheet.table.title}” จึงเก็บไว้")


def _with_years(
    files: dict[str, dict[str, Value]], sheets: Sequence[Sheet], known: YearFacts, draft: Draft
) -> dict[str, dict[str, Value]]:
    """The years that a table's rows name, where they are not those the year has already."""
    info = files.get("year.yml", {})
    sure = any(row.text("assessment_year") for sheet in sheets for row in sheet.rows)
    for name, called in _YEARS.items():
        rows = [row for sheet in sheets for row in sheet.rows if row.text(name)]
        given = {row.text(name) for row in rows} - {str(getattr(known, name))}
        if len(given) == 1 and name not in info:
            info[name] = next(iter(given))
            if not sure:
                text = f"{called}ในไฟล์คือ {info[name]} โปรดตรวจว่า --year ถูก"
                draft.doubts.append(Doubt(rows[0].place, text))
        elif given and name not in info:
            text = f"{called}มีหลายปี: {', '.join(sorted(given))} จึงไม่ใส่"
            draft.doubts.append(Doubt(rows[0].place, text))
    return {**files, "year.yml": info} if info else files


def _by_path(files: dict[str, dict[str, Value]], year: int) -> dict[str, Value]:
    return {
        name if name in AGENCY_FILES else f"{year}/{name}": files[name]
        for name in MODELS
        if name in files
    }


def _missing(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What the file does not hold: columns that were taken out, tables that are other files."""
    yield "ไฟล์นี้เป็นไฟล์ที่เว็บไซต์ให้ดาวน์โหลด อ่านตามคอลัมน์ของโปรแกรมเอง"
    for sheet in sheets:
        gone = [
            column.heading
            for column in sheet.table.columns
            if column.holds and column.name not in sheet.columns
        ]
        if gone:
            yield f"ตาราง “{sheet.table.title}” ในไฟล์นี้ไม่มีคอลัมน์: {', '.join(gone)}"
        computed = [column.heading for column in _computed(sheet) if column.name not in _KNOWN]
        if computed and sheet.table not in COMPUTED:
            yield (
                f"ตาราง “{sheet.table.title}” คอลัมน์ที่โปรแกรมคำนวณเอง แก้ในไฟล์นี้ไม่มีผล:"
                f" {', '.join(computed)}"
            )
    there = {sheet.table.name for sheet in sheets}
    others = [
        f"{table.title} ({table.name}.csv)"
        for table in TABLES
        if table.name not in there and table not in COMPUTED
    ]
    if others:
        yield f"ไม่อยู่ในไฟล์นี้ ค่าเดิมคงอยู่: {', '.join(others)}"
