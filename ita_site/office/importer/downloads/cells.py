"""Cells to fields, by what each column holds; what a spreadsheet changed is changed back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from ita_site.facts.model.base import Shorthand
from ita_site.facts.model.described import group_of
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.thai.calendar import ABBREVIATIONS, BUDDHIST_ERA, BEDate
from ita_site.facts.thai.text import normalise
from ita_site.facts.thai.timeframe import Timeframe
from ita_site.office.importer.document.draft import Doubt
from ita_site.office.importer.document.values import Rewritten
from ita_site.site.downloads.csv_file import unguarded
from ita_site.site.downloads.table import BETWEEN, Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.base import Fact
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.document.values import Value
    from ita_site.office.importer.downloads.sheets import Row, Sheet

_SIGN: Final = "|"
_SLASHED: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ENGLISH: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH: Final = re.compile(r"([A-Za-z]{3}|[ก-ฮ.เ-ไ\u0e31-\u0e4e]+)-([0-9]{2})")
_ROUNDED: Final = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]+")
_COMMA: Final = re.compile(r"([0-9]{1,3}),([0-9]{1,2})")
_NO_ZERO: Final = re.compile(r"[1-9][0-9]{7,8}")
_PHONES: Final = ("phone", "value")
_TWICE: Final = 3000
_TRUE: Final = ("true", "จริง", Truth.YES.label)
_MONTHS_OF_YEAR: Final = 12


@dataclass(slots=True)
class Reader:
    """Reads cells of one file. `month_first` tells how it writes dates that a program changed."""

    draft: Draft
    month_first: bool | None = None
    told: set[str] = field(default_factory=set)

    @classmethod
    def of_file(cls, draft: Draft, sheets: Iterable[Sheet]) -> Reader:
        """A reader that knows how all of a file's dates are written."""
        texts = (words.text for each in sheets for row in each.rows for words in row.cells.values())
        dates = [date for text in texts if (date := _SLASHED.fullmatch(text))]
        firsts, seconds = ([int(date[at]) for date in dates] for at in (1, 2))
        if max(firsts, default=0) > _MONTHS_OF_YEAR:
            return cls(draft, month_first=False)
        return cls(draft, month_first=True if max(seconds, default=0) > _MONTHS_OF_YEAR else None)

    def fields(self, sheet: Sheet, row: Row, model: type[Fact], *besides: str) -> dict[str, Any]:
        """The model's fields that a row's columns hold, those of columns `besides` aside."""
        tree: dict[str, Any] = {}
        for column in sheet.table.columns:
            paths = [path for path in column.holds if path.startswith(f"{model.__name__}.")]
            words = row.cells.get(column.name)
            if words and len(paths) == 1 and column.name not in besides:
                self.put(tree, model, paths[0].split(".")[1:], words)
        return {name: value for name, value in tree.items() if _is_whole(value, model, name)}

    def put(self, tree: dict[str, Any], model: type[Fact], names: list[str], words: Span) -> None:
        """Put a cell in its place below a model, the entries of a list side by side."""
        name, *inner = names
        about = model.model_fields[name]
        key, is_list = about.alias or name, _is_list(about.annotation)
        group = group_of(model, name)
        if not inner or group is None:
            parts = split(words) if is_list else [words]
            listed = [value for part in parts if part and (value := self._value(model, name, part))]
            if listed:
                tree[key] = listed if is_list else listed[0]
        elif not is_list:
            self.put(tree.setdefault(key, {}), group, inner, words)
        else:
            entries = tree.setdefault(key, [])
            for at, part in enumerate(split(words)):
                entries.extend({} for _ in range(at + 1 - len(entries)))
                if part:
                    self.put(entries[at], group, inner, part)

    def _value(self, model: type[Fact], name: str, words: Span) -> Value | None:
        about = model.model_fields[name]
        kinds = set(_kinds(about.annotation))
        text = "\n".join(normalise(line).rstrip() for line in words.own.splitlines())
        if bool in kinds:
            text = "true" if text.lower() in _TRUE else "false"
            if (text == "true") is bool(about.default):
                self.draft.read.append(words)
                return None
        elif (bare := unguarded(text)) != text:
            text = bare
        elif choices := [kind for kind in kinds if issubclass(kind, Labelled)]:
            text = next((str(it) for it in choices[0] if text in (it.value, it.label)), text)
        elif text and (mended := self._mended(kinds, name, text, words)) != text:
            text = mended
        return Rewritten(text, (words,)) if text else None

    def _mended(self, kinds: set[type], name: str, text: str, words: Span) -> str:
        """What stood there before a spreadsheet changed it."""
        if BEDate in kinds and (date := _SLASHED.fullmatch(text)):
            return self._date(date, words)
        if Timeframe in kinds and (month := _MONTH.fullmatch(text)):
            return self._month(month, words)
        if Decimal in kinds and (comma := _COMMA.fullmatch(text)):
            return f"{comma[1]}.{comma[2]}"
        if str in kinds and _ROUNDED.fullmatch(text):
            self.draft.doubt(words, f"โปรแกรมตารางย่อเลขนี้เป็น “{text}” จึงไม่ใส่ โปรดใส่เอง")
            return ""
        if str in kinds and name in _PHONES and _NO_ZERO.fullmatch(text):
            self.draft.doubt(words, f"หมายเลข “{text}” เติมเลข 0 ข้างหน้าที่โปรแกรมตารางตัดออก")
            return f"0{text}"
        return text

    def _date(self, date: re.Match[str], words: Span) -> str:
        first, second, year = (int(part) for part in date.groups())
        day, month = (second, first) if self.month_first else (first, second)
        if self.month_first is None and first != second:
            self._tell_once(words, "วันที่ในไฟล์อ่านเป็น วัน/เดือน/ปี เพราะไม่มีวันใดที่บอกลำดับได้")
        try:
            return str(BEDate(year - BUDDHIST_ERA if year > _TWICE else year, month, day))
        except ValueError:
            return date[0]

    def _month(self, month: re.Match[str], words: Span) -> str:
        name = month[1].lower()
        thai = ABBREVIATIONS[_ENGLISH.index(name)] if name in _ENGLISH else month[1]
        self.draft.doubt(words, f"“{month[0]}” อ่านเป็น “{thai} {month[2]}”")
        return f"{thai} {month[2]}"

    def _tell_once(self, words: Span, text: str) -> None:
        if text not in self.told:
            self.told.add(text)
            self.draft.doubts.append(Doubt(words.place, text))
        self.draft.doubted.add(words.source.at)


def split(words: Span) -> list[Span]:
    """The entries of a list's cell; gaps stay, as columns of one list are parallel."""
    own = words.own
    inner = [(match.start(), match.end()) for match in re.finditer(re.escape(BETWEEN), own)]
    marks = list(inner)
    if own.startswith(_SIGN):
        marks = [(0, 1), *(mark for mark in marks if mark[0] > 0)]
    if own.endswith(_SIGN) and len(own) > 1:
        marks.append((len(own) - 1, len(own)))
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(own)]
    return [words.cut(start, end) for start, end in zip(starts, ends, strict=True)]


def finish(value: Any, model: type[Fact]) -> Any:  # noqa: ANN401 - a tree of values
    """A fact as an officer would write it: fields in order, bare where that says all."""
    if not isinstance(value, dict):
        return value
    tree: dict[str, Any] = {}
    for name, about in model.model_fields.items():
        key = about.alias or name
        if (given := value.get(key)) in (None, [], {}):
            continue
        group = group_of(model, name)
        if isinstance(given, list):
            entries = [finish(entry, group) if group else entry for entry in given]
            is_bare = len(entries) == 1 and not isinstance(entries[0], dict)
            tree[key] = entries[0] if is_bare and (group is None or name == "units") else entries
        else:
            tree[key] = finish(given, group) if group else given
    return _bare(tree, model)


def _bare(tree: dict[str, Any], model: type[Fact]) -> Any:  # noqa: ANN401
    if not issubclass(model, Shorthand) or {*tree} != {main := model.main_field()}:
        return tree
    text = str(tree[main])
    return tree[main] if model.spread(text) == {main: text} else tree


def _is_whole(value: Any, model: type[Fact], key: str) -> bool:  # noqa: ANN401
    """Whether a list's entries have what makes them one, when the column of that was taken out."""
    name = next((n for n, about in model.model_fields.items() if key in (n, about.alias)), key)
    group = group_of(model, name)
    if group is None or not isinstance(value, list):
        return bool(value)
    needed = {
        about.alias or inner for inner, about in group.model_fields.items() if about.is_required()
    }
    return all(needed <= {*entry} for entry in value)


def _is_list(annotation: Any) -> bool:  # noqa: ANN401 - types of all kinds
    return get_origin(annotation) is tuple


def _kinds(annotation: Any) -> Iterator[type]:  # noqa: ANN401
    """The classes within an annotation."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)
