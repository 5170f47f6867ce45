"""The text of a new year's files."""

from __future__ import annotations

import pathlib
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from ita_site.facts.editions.load import edition_for
from ita_site.facts.schemas.line import MARK, schema_line
from ita_site.facts.strict_yaml.shipped import read_shipped
from ita_site.facts.thai.calendar import ABBREVIATIONS, MONTHS
from ita_site.facts.thai.numerals import to_arabic, to_thai
from ita_site.facts.writing.emit import BLANK, emit
from ita_site.rules.figures.status import measure_reports

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.reading.sources import Sources
    from ita_site.facts.strict_yaml.document import Path, Value

DIGIT = "[0-9๐-๙]"
NAMES = "|".join(re.escape(name) for name in (*MONTHS, *ABBREVIATIONS, "ปีงบประมาณ", "ปี"))
YEAR = re.compile(
    rf"(?P<before>(?:{NAMES})\s*(?:พ\.?ศ\.?\s*)?)(?P<short>{DIGIT}{{2}})(?!{DIGIT})"
    rf"|(?<!{DIGIT})(?P<full>(?:25|๒๕){DIGIT}{{2}})(?!{DIGIT})"
)
"""A Buddhist year of four digits, or of two behind a month."""
TIMES = "timeframe"
KEPT = " (ใช้ค่าของปี {before} ไว้ก่อน แก้ถ้าเปลี่ยน)"


def shift_text(text: str, years: int) -> str:
    """A timeframe's words so many years later, in the digits they are written in."""
    return YEAR.sub(lambda match: _later(match, years), text)


def shift_times(value: Value, years: int) -> Value:
    """Every timeframe in a measure's values so many years later; all else as it is."""
    later: Value = _shift_within(value, years, times=False)
    return later


def _shift_within(value: Any, years: int, *, times: bool) -> Any:  # noqa: ANN401 - values of a document
    if isinstance(value, dict):
        return {key: _shift_within(part, years, times=key == TIMES) for key, part in value.items()}
    if isinstance(value, list):
        return [_shift_within(part, years, times=times) for part in value]
    return shift_text(value, years) if times and isinstance(value, str) else value


def _later(match: re.Match[str], years: int) -> str:
    digits = match["full"] or match["short"]
    later = str(int(to_arabic(digits)) + years)[-len(digits) :]
    return (match["before"] or "") + (later if digits.isascii() else to_thai(later))


OF_LAST_YEAR = ("findings", "urgent_fixes", "improvements", "label_as_printed", "budget")
"""What a measure says of last year's result, document and money; it is left out."""


def new_year_files(
    agency: AgencyFacts,
    before: YearFacts | None,
    year: int,
    chosen: Sequence[str],
    sources: Sources,
) -> dict[str, bytes]:
    """The files of a new year by name; `chosen` are the ids of the measures that go on."""
    old = _OldFiles(agency, before, sources)
    words = {"year": str(year), "before": str(before.year if before else year - 1)}
    words["result"] = str(year - 1 if before is None else year - (before.year - before.result_year))
    texts = {
        "year.yml": _year(old, before, year, words),
        "assessment.yml": _assessment(year, words),
        "measures.yml": _measures(old, before, year, chosen, words),
        "progress.yml": _progress(chosen, words),
    }
    folder, site_url = f"{agency.folder}/{year}", agency.agency.site_url
    lines = {
        name: old.schema_line(name) or schema_line(pathlib.Path(folder, name), site_url)
        for name in texts
    }
    return {name: f"{lines[name]}\n{text}".lstrip("\n").encode() for name, text in texts.items()}


class _OldFiles:
    """The values of the year before, as they are written."""

    def __init__(self, agency: AgencyFacts, before: YearFacts | None, sources: Sources) -> None:
        folder = f"{agency.folder}/{before.year if before else 0}"
        names = ("year.yml", "assessment.yml", "measures.yml", "progress.yml")
        self.documents = {name: sources.documents.get(f"{folder}/{name}") for name in names}

    def value(self, name: str) -> dict[str, Any]:
        """The fields of a file; none when there is no such file."""
        document = self.documents[name]
        value = document.value if document else None
        return value if isinstance(value, dict) else {}

    def schema_line(self, name: str) -> str:
        """The line by which an editor finds the file's schema, if the old file has one."""
        document = self.documents[name]
        first = document.text.split("\n", 1)[0] if document else ""
        return first if first.startswith(MARK) else ""


def _year(old: _OldFiles, before: YearFacts | None, year: int, words: Mapping[str, str]) -> str:
    was = old.value("year.yml")
    memo = next(iter(was.get("memos") or ()), None) or was.get("memo") or {}
    after = year - (before.year if before else year)
    value: dict[str, Value] = {
        "assessment_year": str(year),
        "framework": was.get("framework", "nacc"),
        "result_year": words["result"],
        "implementation_year": str(before.implementation_year + after if before else year),
        "prepared_by": was.get("prepared_by", BLANK),
        "as_of": BLANK,
        "reporting_rounds": was.get("reporting_rounds"),
        "memos": [
            {
                "for": "measures",
                "unit": memo.get("unit", BLANK),
                "phone": memo.get("phone"),
                "number": BLANK,
                "date": BLANK,
                "subject": BLANK,
                "addressed_to": memo.get("addressed_to"),
                "signed_by": memo.get("signed_by"),
                "approved_on": BLANK,
                "approved_by": memo.get("approved_by"),
            }
        ],
        "eit": {
            "url": BLANK,
            "opens_on": BLANK,
            "closes_on": BLANK,
            "minutes": BLANK,
            "note": BLANK,
        },
    }
    return emit(value, _remarks("year", value, words))


def _assessment(year: int, words: Mapping[str, str]) -> str:
    value: dict[str, Value] = {
        "source": BLANK,
        "analysis": dict.fromkeys(
            ("summaries", "urgent_fixes", "improvements", "findings", "recommendations"), BLANK
        ),
        "limitations": {"items": BLANK},
    }
    head = _fill("assessment", "scores", words)
    table = "\n".join(f"# {line}".rstrip() for line in (*head.split("\n"), "", *_scores(year)))
    return f"{emit(value, _remarks('assessment', value, words))}\n{table}\n"


def _scores(year: int) -> list[str]:
    """The table of scores of the year's questionnaires, without scores."""
    edition = edition_for(year)
    lines = ["total:", "  score:", "  rating_as_printed:", "", "instruments:"]
    for instrument in edition.instruments:
        lines += [f"  - code: {instrument.code}", "    score:"]
    lines += ["", "indicators:"]
    for indicator in edition.indicators:
        lines += [f"  # {indicator.name}", f"  - no: {indicator.no}", "    score:"]
    return lines


def _measures(
    old: _OldFiles,
    before: YearFacts | None,
    year: int,
    chosen: Sequence[str],
    words: Mapping[str, str],
) -> str:
    reports = measure_reports(before) if before else ()
    years = year - (before.year if before else year)
    written = old.value("measures.yml").get("measures") or []
    going_on = [
        (entry, report.standing.label)
        for entry, report in zip(written, reports, strict=True)
        if report.measure.id in chosen
    ]
    remarks: dict[Path, str] = {(): _fill("measures", "head", words)}
    for index, (_, standing) in enumerate(going_on):
        details = {**words, "standing": standing}
        remarks["measures", index] = _fill("measures", "entry", details)
    if not going_on:
        remarks["measures", 0] = _fill("measures", "none", words)
    kept = [_carry_over(entry, years) for entry, _ in going_on]
    return emit({"measures": kept or [None]}, remarks)


def _carry_over(entry: dict[str, Any], years: int) -> Value:
    """A measure as it goes on: without what it says of last year alone."""
    left: Value = {key: part for key, part in entry.items() if key not in OF_LAST_YEAR}
    return shift_times(left, years)


def _progress(chosen: Sequence[str], words: Mapping[str, str]) -> str:
    example = {**words, "measure": next(iter(chosen), "link-check")}
    remarks: dict[Path, str] = {
        (): _fill("progress", "head", words),
        ("progress", 0): _fill("progress", "entry", example),
    }
    return emit({"progress": [None]}, remarks)


def _remarks(file: str, value: Mapping[str, Value], words: Mapping[str, str]) -> dict[Path, str]:
    """The explanations of a file's fields, of those that will stand in it."""
    fields: dict[str, str] = _load_texts()[file]["fields"]
    remarks: dict[Path, str] = {(): _fill(file, "head", words)}
    for name, text in fields.items():
        path = tuple(int(part) if part.isdigit() else part for part in name.split("."))
        held = _value_at(value, path)
        if held is not None:
            kept = KEPT.format_map(words) if held != BLANK else ""
            remarks[path] = text.format_map({**words, "kept": kept})
    return remarks


def _value_at(value: Any, path: Path) -> Any:  # noqa: ANN401 - values of a document
    for part in path:
        value = dict(enumerate(value)) if isinstance(value, list) else value
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _fill(file: str, name: str, words: Mapping[str, str]) -> str:
    return str(_load_texts()[file][name]).strip().format_map(words)


@cache
def _load_texts() -> dict[str, Any]:
    return dict(read_shipped(__package__, "new-year.yml"))
