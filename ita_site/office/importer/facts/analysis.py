"""What the agency reads from its result, in tables: weaknesses and points to improve."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.draft import Mention
from ita_site.office.importer.document.spans import split_items
from ita_site.office.importer.document.values import (
    Note,
    Noted,
    Value,
    one_or_many,
)
from ita_site.office.importer.facts.findings import (
    cite_cell,
    cite_within,
    note_first,
    recommendations,
)
from ita_site.office.importer.facts.scores import add_instrument
from ita_site.office.importer.words.groups import (
    KNOWN,
    Guess,
    find_indicator,
    find_instrument,
)

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.grids import Grid, Row

_IN_TEXT: Final = re.compile(
    r"(?P<name>[^0-9๐-๙]{4,60}?)\s*(?:ได้)?(?:คะแนน)?\s*(?P<score>[0-9๐-๙]{1,3}\.[0-9๐-๙]+)\s*คะแนน"
)
_MEAN: Final = re.compile(
    r"(?:ได้|มีค่า|ค่า|คะแนน)\D{0,20}?(?P<score>[0-9๐-๙]{1,3}\.[0-9๐-๙]+)\s*(?:คะแนน)?"
)
IMPROVES: Final = "พัฒนา"
"""A heading with it lists points to improve, one without weaknesses."""


def read_analysis(grid: Grid, draft: Draft) -> None:
    """Add what the agency reads from each instrument, with the scores told beside it."""
    for row in grid.rows:
        subject = [*row.lines("subject"), *row.lines("instrument"), *row.lines("indicator")]
        code = find_instrument(" ".join(map(str, subject[:1])), draft.edition)
        for line in subject:
            _read_scores(line, code, draft)
        indicator = find_indicator(subject[0].text, draft.edition) if subject and not code else None
        group = Guess("instrument", code, sure=True) if code else None
        if indicator and indicator.similarity >= KNOWN:
            group = Guess("indicator", str(indicator.indicator.no), sure=True)
        own = {group.kind: group.id} if group else {}
        weak: list[Value] = [{"text": line, **own} for line in row.lines("to_fix")]
        points = recommendations(row.lines("recommendation"), group)
        note_first(weak, points, [Note("", words, said=bool(group)) for words in subject])
        draft.summaries += weak
        draft.recommendations += points


def _read_scores(line: Span, code: str | None, draft: Draft) -> None:
    """The scores a sentence tells: an instrument's mean, or indicators one after another."""
    if code and (mean := _MEAN.search(line.own)) and find_instrument(line.text, draft.edition):
        add_instrument(draft, code, line.within(mean, "score"), line)
        return
    for item in split_items([line]):
        match = _IN_TEXT.fullmatch(item.words.own.strip())
        guess = find_indicator(item.words.text, draft.edition) if match else None
        named = find_indicator(match["name"], draft.edition) if match else None
        if match and guess and named and named.similarity >= KNOWN:
            name, score = item.words.within(match, "name"), item.words.within(match, "score")
            row = (item.label, item.words) if item.label else (item.words,)
            draft.indicators.setdefault(named.indicator.no, []).append(Mention(name, score, row))


def read_points(grid: Grid, draft: Draft) -> None:
    """Add a table of weaknesses, or of points to improve when its heading says so."""
    improve = any(IMPROVES in head.text for head in grid.heads)
    points, letter = (draft.improvements, "p") if improve else (draft.urgent_fixes, "u")
    for row in grid.rows:
        cited = cite_cell(row.lines("question"), None, draft)
        for item in split_items(row.lines("to_fix")):
            point: dict[str, Value] = {"id": f"{letter}{len(points) + 1}", "text": item.words}
            if label := item.label or next(iter(row.lines("number")), None):
                point["label_as_printed"] = label
            if keys := [*cited, *cite_within(item.words, None, draft)]:
                point["questions"] = one_or_many(list(dict.fromkeys(keys)))
            points.append(Noted(point, tuple(Note("", words) for words in _others(row, draft))))
        draft.recommendations += recommendations(row.lines("recommendation"), None)


def _others(row: Row, draft: Draft) -> list[Span]:
    draft.note_reason("คอลัมน์นี้ไม่มีช่องในข้อมูลจุดอ่อน", *row.strays)
    columns = {*row.cells} - {"to_fix", "number", "question", "recommendation"}
    return [line for column in sorted(columns) for line in row.lines(column)]
