"""Measures told in paragraphs: a heading that names one, then what labelled lines say of it.

They become a table with a row for each measure, so that nobody else has to know.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.columns import Column, read_column
from ita_site.office.importer.grids import Grid, PlainRow
from ita_site.office.importer.repeated import (
    ALIKE,
    find_repeated,
    parse_numbered,
    shared_labels,
    shared_lead,
    split_label,
)
from ita_site.office.importer.spans import Span, parse_item
from ita_site.office.importer.told import Told, continues, find_label, find_unknown_label
from ita_site.office.importer.values import strip_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_site.office.importer.tables import Part

_NAMES: Final = re.compile(
    r"(?P<led>(?:ชื่อ)?(?:มาตรการ|โครงการ|กิจกรรม)(?:ที่)?\s*(?:[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]?)?\s*[:：]?\s*)(?P<title>.*)",
    re.DOTALL,
)
_NUMBERED: Final = re.compile(
    r"(?:ชื่อ)?(?:มาตรการ|โครงการ|กิจกรรม)(?:ที่)?\s*[0-9๐-๙]|(?:ชื่อ)?(?:มาตรการ|โครงการ)\s*[:：]"
)
_END: Final = re.compile(r"(?:ลงชื่อ|ลงนาม|\(?ตารางที่|ภาคผนวก|เอกสารแนบ|จึงเรียน)")
_LONGEST: Final = 200
BODY: Final = (
    *("objective", "steps", "guideline", "unit", "timeframe", "schedule", "monitoring", "target"),
    *("goal", "budget", "budget_source", "start", "end", "risk", "summary", "outcome", "status"),
    *("obstacles", "suggestions", "evidence", "percent", "activity", "audience", "place", "remark"),
)
_FEWEST: Final = 2


def read_prose(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with measures told in paragraphs as tables, where they stood."""
    read: list[Part] = []
    run: list[Span] = []
    for part in parts:
        if isinstance(part, Span):
            run.append(part)
        else:
            if (title := _title_of_form(run, part)) is not None:
                run = run[:-1]
                _name_form(part, title)
            read += [*_read_run(run), part]
            run = []
    return (*read, *_read_run(run))


def _title_of_form(run: list[Span], grid: Grid) -> Told | None:
    """The measure that the line right above a form names, where the form itself names none."""
    if not (run and grid.form) or {"measure", "project", "activity"} & {*grid.keys}:
        return None
    title = _title(run, len(run) - 1)
    return title[0] if title else None


def _name_form(grid: Grid, told: Told) -> None:
    grid.heads = (*told.heads, *grid.heads)
    grid.columns = (Column("measure"), *grid.columns)
    first, *others = grid.plain
    rows = [(told.title, first), *((None, row) for row in others)]
    grid.plain = [
        PlainRow.of_lines(
            [(title,) if title else (), *(row.lines(at) for at in range(len(row.words)))]
        )
        for title, row in rows
    ]


def _read_run(run: list[Span]) -> list[Part]:
    found = find_measures(run)
    if not found:
        return [*run]
    inside = {at for first, _, end in found for at in range(first, end)}
    first = found[0][0]
    before = [words for at, words in enumerate(run[:first]) if at not in inside]
    after = [words for at, words in enumerate(run[first:], first) if at not in inside]
    return [*before, _as_grid([told for _, told, _ in found]), *after]


def find_measures(run: list[Span]) -> list[tuple[int, Told, int]]:
    """The measures told in lines, each with where it begins and what follows it begins.

    Headings that name measures; where there are none, numbered ones with the same labels each.
    """
    found: list[tuple[int, Told, int]] = []
    labels = shared_labels(run, [at for at in range(len(run)) if _title(run, at)])
    at = 0
    while at < len(run):
        taken = _take_measure(run, at, labels)
        found += [(at, *taken)] if taken else []
        at = taken[1] if taken else at + 1
    lead_off([told for _, told, _ in found])
    return found or find_repeated(run)


def lead_off(told: Sequence[Told]) -> None:
    """Take the word that all titles begin with, such as เรื่อง, to what leads to them."""
    lead = shared_lead([each.title.own for each in told]) if told else ""
    for each in told if lead else ():
        words = each.title
        begins = (
            len(lead) + len(words.own[len(lead) :]) - len(words.own[len(lead) :].lstrip(" :："))
        )
        each.heads.append(words.cut(0, begins))
        each.title = words.cut(begins)


def _take_measure(run: list[Span], at: int, labels: Mapping[int, str]) -> tuple[Told, int] | None:
    """The measure whose heading stands here, and where what follows it begins."""
    first, title = run[at], _title(run, at)
    if title is None:
        return None
    told, at = title
    told.begun.append((first, "measure", None))
    column: str | None = None
    open_ended = False
    while at < len(run):
        words = run[at]
        if _ends(words, run, at):
            break
        if label := _find_label(words, labels.get(at), told, column):
            column, named, value = label
            told.begin(column, named, value)
            told.begun.append((words, column, named))
            open_ended = not value
        elif column is None or not continues(words, told.cells[column], open_ended=open_ended):
            break
        else:
            told.cells[column].append(words)
        at += 1
    body = [name for name, cells in told.cells.items() if cells and (name in BODY or labels)]
    return (told, at) if len(body) >= _FEWEST else None


def _find_label(
    words: Span, shared: str | None, told: Told, column: str | None
) -> tuple[str, Span, Span] | None:
    """The label a line begins with: a name, or the words that one line of each measure begins with.

    Where those say more than the name, such as ได้แก่ behind it, the value stands behind all.
    """
    found = find_label(words) or find_unknown_label(words)
    if not shared or not (found or _begins_label(words, told, column)):
        return found
    name, label, value = split_label(words, shared)
    if found is None:
        return name, label, value
    return (found[0], label, value) if len(found[1].text) < len(label.text) else found


def _begins_label(words: Span, told: Told, column: str | None) -> bool:
    """Whether a line that begins as one of each measure does is no entry of a list."""
    item = parse_item(words)
    before = told.cells.get(column or "", [])
    if item.label:
        listed = any(parse_item(each).label for each in before)
        return not (listed and continues(words, before, open_ended=True))
    sign = words.own[:1]
    return not item.bullet or any(
        line.own[:1] == sign for line, role, _ in told.begun if role in BODY
    )


def _ends(words: Span, run: list[Span], at: int) -> bool:
    """Whether something else begins: a further measure, a section, a signature."""
    return _END.match(words.text) is not None or _title(run, at) is not None


def _title(run: list[Span], at: int) -> tuple[Told, int] | None:
    """A line that names a measure: ๒.๑ มาตรการ…, or มาตรการที่ 1 with the title behind or below."""
    words = run[at]
    item = parse_item(words)
    named = _NAMES.fullmatch(item.words.own)
    if named is None or len(words.text) > _LONGEST or item.bullet:
        return None
    numbered = _NUMBERED.match(item.words.own) is not None
    if not (item.label or numbered) or (not numbered and find_label(item.words)):
        return None
    told = title_of(words)
    return (told, at + 1) if told.title else _title_below(run, at, told.heads)


def title_of(words: Span) -> Told:
    """A measure by the line that names it; no title where only a number is there."""
    item = parse_item(words)
    heads = [item.label] if item.label else []
    named = _NAMES.fullmatch(item.words.own)
    if named is None and (numbered := parse_numbered(words)):
        return Told(numbered.title, [numbered.led])
    if named is None or not _NUMBERED.match(item.words.own):
        return Told(item.words, heads)
    return Told(item.words.within(named, "title"), [*heads, item.words.within(named, "led")])


def _title_below(run: list[Span], at: int, heads: list[Span]) -> tuple[Told, int] | None:
    """The title in the line below a number, by itself or behind ชื่อมาตรการ."""
    after = run[at + 1] if at + 1 < len(run) else None
    if after is None or parse_item(after).marked or len(after.text) > _LONGEST:
        return None
    label = find_label(after)
    if label and label[0] in ("measure", "project", "activity") and label[2]:
        return Told(label[2], [*heads, label[1]]), at + 2
    return None if label else (Told(after, heads), at + 2)


def _as_grid(told: list[Told]) -> Grid:
    labels: dict[str, Span] = {}
    for each in told:
        for name, words in each.labels.items():
            labels.setdefault(name, words)
    columns = {name: read_column([words.stripped(":： ")]) for name, words in labels.items()}
    return make_grid(told, columns)


def make_grid(
    told: Sequence[Told], columns: Mapping[str, Column], *, is_settled: bool = False
) -> Grid:
    """Measures as a table: a row for each, with what each column's lines say."""
    rows = [
        PlainRow.of_lines([(each.title,), *(tuple(each.cells.get(name, ())) for name in columns)])
        for each in told
    ]
    heads = tuple(words for each in told for words in each.heads)
    return Grid(
        strip_column(told[0].title.place),
        (_title_column(told[0]), *columns.values()),
        heads or (told[0].title,),
        rows,
        form=True,
        head_rows=None,
        is_prose=True,
        is_settled=is_settled,
    )


def _title_column(first: Told) -> Column:
    """The column of the titles; doubted where only its headings' likeness told of measures."""
    if not first.is_guess:
        return Column("measure")
    return Column("measure", heading=first.heads[0], named=True, guess=ALIKE)
