"""Measures told in paragraphs: a heading that names one, then what labelled lines say of it.

They become a table with a row for each measure, so that nobody else has to know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.columns import Column, read_column
from ita_site.office.importer.grids import Grid, PlainRow
from ita_site.office.importer.roles import is_name, parse_heading
from ita_site.office.importer.spans import Span, parse_item
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
_SECTION: Final = re.compile(r"[0-9๐-๙]+(?:\.[0-9๐-๙]+)*\s*[.)]?\s*(?=[ก-ฮเ-ไ])")
_END: Final = re.compile(r"(?:ลงชื่อ|ลงนาม|\(?ตารางที่|ภาคผนวก|เอกสารแนบ|จึงเรียน)")
_UNKNOWN: Final = re.compile(r"(?P<name>[ก-๎A-Za-z][^:：0-9๐-๙]{1,28}?)\s*[:：]\s*(?=[^\s/])")
_LONGEST: Final = 200
_LABEL: Final = 40
BODY: Final = (
    *("objective", "steps", "guideline", "unit", "timeframe", "schedule", "monitoring", "target"),
    *("goal", "budget", "budget_source", "start", "end", "risk", "summary", "outcome", "status"),
    *("obstacles", "suggestions", "evidence", "percent", "activity", "audience", "place", "remark"),
)
_FEWEST: Final = 2


@dataclass(slots=True)
class Told:
    """One measure: its title and what each label says, with the words of the labels.

    `begun` are the lines that begin something, each with its column and label.
    """

    title: Span
    heads: list[Span] = field(default_factory=list)
    cells: dict[str, list[Span]] = field(default_factory=dict)
    labels: dict[str, Span] = field(default_factory=dict)
    begun: list[tuple[Span, str, Span | None]] = field(default_factory=list)

    def begin(self, column: str, label: Span | None, value: Span) -> None:
        """Go on with what a line's label says."""
        if label:
            self.labels.setdefault(column, label)
            self.heads.append(label)
        self.cells.setdefault(column, []).extend([value] if value else [])


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
    parts: list[Part] = []
    told: list[Told] = []
    at = 0
    while at < len(run):
        taken = take_measure(run, at)
        if taken is None:
            parts.append(run[at])
            at += 1
            continue
        measure, at = taken
        if not told:
            parts.append(Grid("", (), form=True, head_rows=None))
        told.append(measure)
    if told:
        place = next(
            at for at, part in enumerate(parts) if isinstance(part, Grid) and not part.place
        )
        parts[place] = _as_grid(told)
    return parts


def take_measure(run: list[Span], at: int) -> tuple[Told, int] | None:
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
        if label := find_label(words) or find_unknown_label(words):
            column, named, value = label
            told.begin(column, named, value)
            told.begun.append((words, column, named))
            open_ended = not value
        elif column is None or not continues(words, told.cells[column], open_ended=open_ended):
            break
        else:
            told.cells[column].append(words)
        at += 1
    body = [name for name, cells in told.cells.items() if cells and name in BODY]
    return (told, at) if len(body) >= _FEWEST else None


def _ends(words: Span, run: list[Span], at: int) -> bool:
    """Whether something else begins: a further measure, a section, a signature."""
    return _END.match(words.text) is not None or _title(run, at) is not None


def continues(words: Span, before: Sequence[Span], *, open_ended: bool) -> bool:
    """Whether a line goes on with a label's list: a bullet, the next number, or free words.

    Free words only where nothing stood behind the label; a number of another style, or out of
    turn, begins something else.
    """
    item = parse_item(words)
    if item.label is None:
        return item.bullet or (open_ended and _SECTION.match(words.own) is None)
    labels = [label for each in before if (label := parse_item(each).label)]
    if not labels:
        return item.number.rpartition(".")[2] == "1"
    same_style = style_of(labels[-1]) == style_of(item.label)
    last = parse_item(before[-1]).number.rpartition(".")[2]
    return same_style and last.isdigit() and item.number.rpartition(".")[2] == str(int(last) + 1)


def style_of(label: Span) -> str:
    """How a number is written, whichever it is: `#.` or `(#)`."""
    return re.sub(r"[0-9๐-๙]+", "#", label.own)


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


def find_label(words: Span) -> tuple[str, Span, Span] | None:
    """A label at a line's beginning: its role, its words, and what stands behind it."""
    own = parse_item(words).words
    colon = re.match(r"(?P<name>[^:：]{2,40}?)\s*[:：]\s*", own.own)
    if colon and (found := parse_heading(colon["name"])) and found.sure:
        return found.role, own.cut(0, colon.end()), own.cut(colon.end())
    for space in (*reversed([*re.finditer(r"\s+", own.own[:_LABEL])]), None):
        name = own.own if space is None else own.own[: space.start()]
        if _is_name(name):
            end = len(name) if space is None else space.end()
            return _role(name), own.cut(0, end), own.cut(end)
    return None


def find_unknown_label(words: Span) -> tuple[str, Span, Span] | None:
    """A label nobody knows: a few words before a colon, with something behind; kept as such."""
    found = _UNKNOWN.match(words.own)
    if found is None or parse_item(words).marked:
        return None
    name = words.cut(0, found.end("name"))
    return f"?{letters_only(name.text)}", words.cut(0, found.end()), words.cut(found.end())


def _is_name(name: str) -> bool:
    return len(name) <= _LABEL and bool(name) and _exact(name) is not None


def _exact(name: str) -> str | None:
    found = parse_heading(name) if is_name(name) else None
    return found.role if found else None


def _role(name: str) -> str:
    role = _exact(name)
    assert role  # noqa: S101 - asked before
    return role


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
        (Column("measure"), *columns.values()),
        heads or (told[0].title,),
        rows,
        form=True,
        head_rows=None,
        is_prose=True,
        is_settled=is_settled,
    )
