"""Columns in a row of their own: the same words with 1 to 4, with months, or only with years."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.words.roles import RESULT, RESULT_ROLES
from ita_site.office.importer.words.rounds import month_behind, round_ended_in
from ita_site.office.importer.words.ticks import is_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.ticked_columns import Cells

IN_SERIES: Final = "คอลัมน์เรียงเป็นชุด จึงอ่านเป็นรอบ {} เดือน"
OF_YEAR: Final = "หัวคอลัมน์เป็นปี และในช่องเป็นคะแนน"
_NUMBERED: Final = re.compile(r"(?P<before>[^0-9]*)(?P<number>[1-4])(?P<behind>[^0-9]*)")
_YEAR: Final = re.compile(r"\s*(?:ปี)?(?:\s*พ\.?\s*ศ\.?)?\s*(?P<year>25[0-9]{2})\s*")
_SCORE: Final = re.compile(r"(?:100|[0-9]{1,2})\.[0-9]{1,2}|100")
_QUARTERS: Final = 4
_HALVES: Final = 2
_MONTHS: Final = 12
_MOST: Final = 0.6


def settle_series(columns: Sequence[Column], cells: Sequence[Cells]) -> list[Column]:
    """The columns, with the round or the year that only their row of headings tells; told.

    Args:
        columns: As their headings say.
        cells: What stands below each, without what says nothing.
    """
    rounds = rounds_in_series(
        dict.fromkeys(words.text for each in columns if _is_unsure(each) for words in _levels(each))
    )
    return [
        _of_round(column, texts, rounds) if _is_unsure(column) else column
        for column, texts in zip(_of_years(columns, cells), cells, strict=True)
    ]


def rounds_in_series(headings: Iterable[str]) -> dict[str, str]:
    """The round of each heading, in months, where several differ by a number or a month alone."""
    numbered: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    dated: dict[str, dict[str, str]] = defaultdict(dict)
    for text in headings:
        found = _NUMBERED.fullmatch(to_arabic(text))
        if found and letters_only(found["before"]):
            key = letters_only(found["before"]), letters_only(found["behind"])
            numbered[key][int(found["number"])] = text
        before, month = month_behind(text)
        if before and month and (months := round_ended_in(month)):
            dated[letters_only(before)][months] = text
    rounds = {
        text: months for each in dated.values() if len(each) > 1 for months, text in each.items()
    }
    for each in numbered.values():
        count = len(each)
        if count in (_HALVES, _QUARTERS) and {*each} == {*range(1, count + 1)}:
            rounds |= {text: str(number * _MONTHS // count) for number, text in each.items()}
    return rounds


def _levels(column: Column) -> list[Span]:
    return [*column.parents, *([column.heading] if column.heading else [])]


def _is_unsure(column: Column) -> bool:
    """Whether nothing says of which round a column is, and nothing that it is of none."""
    is_result = column.role in RESULT_ROLES
    return not (column.tick or column.months or column.year) and (column.role is None or is_result)


def _of_round(column: Column, texts: Cells, rounds: dict[str, str]) -> Column:
    months = next((rounds[each.text] for each in _levels(column) if each.text in rounds), "")
    if not months or not texts or any(map(is_mark, texts)):
        return column
    own = column.heading is not None and column.heading.text in rounds
    role = RESULT if own and column.role is None else column.role
    if role is None:
        return replace(column, months=months, guess="")
    return replace(column, role=role, months=months).doubted(IN_SERIES.format(months))


def _of_years(columns: Sequence[Column], cells: Sequence[Cells]) -> list[Column]:
    """Headings that are years, over scores."""
    return [
        replace(column, role="score", year=year, guess=OF_YEAR)
        if column.role is None and (year := _year_of_scores(column, texts))
        else column
        for column, texts in zip(columns, cells, strict=True)
    ]


def _year_of_scores(column: Column, texts: Cells) -> int | None:
    found = _YEAR.fullmatch(to_arabic(column.heading.text)) if column.heading else None
    scores = [text for text in texts if _SCORE.fullmatch(to_arabic(text.strip()))]
    return int(found["year"]) if found and scores and len(scores) >= _MOST * len(texts) else None
