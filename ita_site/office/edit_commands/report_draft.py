"""A request's words as the fields of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.facts.model.progress import Report, Status, says_nothing
from ita_site.facts.problems import DataError
from ita_site.facts.reading.decode import decode
from ita_site.facts.reading.sources import Sources
from ita_site.facts.strict_yaml.document import Document
from ita_site.facts.thai.text import fold, normalise
from ita_site.facts.writing.scalar import UnwritableError, refuse_unseen
from ita_site.office.edit_commands.request import REQUEST, request_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Value
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.office.edit_commands.request import Request

ADDRESS = r"(?P<url>https?://\S+)"
LINKED = re.compile(rf"!?\[(?P<title>[^\]]+)\]\({ADDRESS}\)")
TITLED = re.compile(rf"(?P<title>.+?)\s*[=:–—-]?\s*{ADDRESS}")
FILED = re.compile(r"(?P<title>.+?)\s*=\s*(?P<file>[^\s=./]+/[^\s=]+)")
LINKLIKE = re.compile(r"(?P<title>.+?)\s*=\s*(?P<url>\S+)")
PICTURED = re.compile(r"""<img .*?alt="(?P<title>[^"]+)".*?src="(?P<url>https://[^"]+)".*>""")
EVIDENCE = (PICTURED, LINKED, TITLED, FILED, LINKLIKE)
"""Ways to write evidence; by the last, what is no address is told as such."""
NEEDED = {
    "measure": ("มาตรการ", "the measure"),
    "round": ("รอบรายงาน", "the reporting round"),
    "status": ("สถานะหรือสิ่งที่ทำไปแล้ว", "the status, or what was done"),
}
LISTS = ("summary", "outcomes", "obstacles", "suggestions")


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """The fields of a report, as they are written into a file; of a list that is to go, None.

    `passed_over` are lines that say nothing, such as `---`, among others that do.
    """

    measure: str
    round: str
    fields: dict[str, Value]
    evidence: tuple[dict[str, Value], ...]
    passed_over: tuple[str, ...] = ()


def draft_report(request: Request, measure_id: str, today: BEDate) -> ReportDraft:
    """Understand a request; a report without a day is of today.

    Raises:
        DataError: with everything that is not understood.
    """
    problems = list(_missing(request))
    evidence = list(_evidence(request.evidence or (), problems))
    texts = {name: _clean_texts(getattr(request, name)) for name in LISTS}
    value: dict[str, Value] = {"measure": measure_id, "round": request.round or "12"}
    value |= {"status": _status(request.status)} if request.status else {}
    value |= {"percent_done": request.percent_done} if request.percent_done else {}
    value |= {name: [*entries] for name, entries in texts.items() if entries}
    value |= {"evidence": [*evidence]} if evidence else {}
    value |= {"updated_on": request.updated_on or today.short()}
    problems += _find_unseen(value)
    sources = Sources({REQUEST: Document(value)})
    decoded = decode(Report, sources, REQUEST)
    problems += decoded.problems
    if problems or decoded.value is None:
        raise DataError(problems)
    draft = _build_draft(decoded.value, texts, evidence)
    return replace(draft, passed_over=tuple(_passed_over(request)))


def _passed_over(request: Request) -> Iterator[str]:
    for name in LISTS:
        lines: tuple[str, ...] = getattr(request, name) or ()
        kept = _clean_texts(lines) or ()
        if kept:
            yield from (line for line in lines if not _clean_texts((line,)))


def _build_draft(
    report: Report, texts: dict[str, tuple[str, ...] | None], evidence: list[dict[str, Value]]
) -> ReportDraft:
    fields: dict[str, Value] = {"status": report.status.value} if report.status else {}
    if report.percent_done is not None:
        fields["percent_done"] = str(report.percent_done)
    for name, entries in texts.items():
        if entries is not None:
            listed: list[Value] = [*entries]
            fields[name] = (listed[0] if len(listed) == 1 else listed) if listed else None
    fields["updated_on"] = report.updated_on.short() if report.updated_on else None
    return ReportDraft(report.measure, str(report.round), fields, tuple(evidence))


def _missing(request: Request) -> Iterator[Problem]:
    is_given = {
        "measure": bool(request.measure.strip()),
        "round": bool(request.round.strip()),
        "status": request.says_something,
    }
    for name, (thai, english) in NEEDED.items():
        if not is_given[name]:
            yield request_problem("ITA706", name, label=thai, label_en=english)


def _status(text: str) -> str:
    words = {fold(word): code for word, code in Status.synonyms().items()}
    return words.get(fold(text), text)


def _clean_texts(texts: Sequence[str] | None) -> tuple[str, ...] | None:
    """The texts that say something; who answers “none” wants nothing to stand there."""
    if texts is None:
        return None
    cleaned = (normalise(text).strip() for text in texts)
    return tuple(text for text in cleaned if not says_nothing(text))


def _evidence(lines: Sequence[str], problems: list[Problem]) -> Iterator[dict[str, Value]]:
    """Each line's title with its address or file."""
    for line in _clean_texts(lines) or ():
        match = next(filter(None, (way.fullmatch(line) for way in EVIDENCE)), None)
        if match:
            yield dict(match.groupdict())
        else:
            problems.append(request_problem("ITA705", "evidence", value=line))


def _find_unseen(value: Value, path: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    if isinstance(value, str):
        try:
            refuse_unseen(value, path)
        except UnwritableError as error:
            yield request_problem("ITA114", str(path[0]), value=f"U+{ord(error.character):04X}")
        return
    inner = value.items() if isinstance(value, dict) else enumerate(value or ())
    for key, part in inner:
        yield from _find_unseen(part, (*path, key))
