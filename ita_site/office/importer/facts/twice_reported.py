"""Two reports on one measure in one round: one where they agree, else both, and a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.draft import Doubt
from ita_site.office.importer.document.values import (
    agree,
    get_fields,
    iter_spans,
    join_entries,
    join_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.document.values import Value

_USUAL_ROUND: Final = "12"
UNLIKE: Final = (
    "ผลรอบ {} เดือนของ {} มีสองชุดที่ไม่ตรงกัน{} (อีกชุดที่ {}) "
    "เก็บไว้ทั้งสอง โปรดเลือกชุดเดียว หรือแก้รอบ (round) ของชุดหนึ่ง"
)
_UNDER: Final = " ใต้ “{}”"


def settle_twice_reported(draft: Draft) -> None:
    """Join reports on one measure in one round that agree; doubt those that do not, at once."""
    listed: list[Value] = []
    first: dict[tuple[str, str], int] = {}
    unlike: dict[str, list[tuple[Value, Value]]] = {}
    for report in draft.reports:
        key = _key(report)
        at = first.setdefault(key, len(listed))
        if at == len(listed):
            listed.append(report)
        elif agree(listed[at], report):
            listed[at] = join_entries(listed[at], report)
        else:
            unlike.setdefault(key[1], []).append((listed[at], report))
            listed.append(report)
    draft.reports = listed
    for months, pairs in unlike.items():
        _doubt(months, pairs, draft)


def _key(report: Value) -> tuple[str, str]:
    fields = get_fields(report)
    return str(fields["measure"]), str(fields.get("round", _USUAL_ROUND))


def _doubt(months: str, pairs: list[tuple[Value, Value]], draft: Draft) -> None:
    """One message of a round: of which measures, under which headings, where both stand."""
    told = [
        part.source.at for _, other in pairs for words in _lines_of(other) for part in words.parts()
    ]
    heads = dict.fromkeys(draft.headings[at] for at in told if at in draft.headings)
    under = _UNDER.format("”, “".join(heads)) if heads else ""
    measures = join_places(dict.fromkeys(_key(other)[0] for _, other in pairs))
    before, where = (_places(each) for each in zip(*pairs, strict=True))
    text = UNLIKE.format(months, measures, under, before or "–")
    draft.doubts.append(Doubt(where or "ทั้งเอกสาร", text))
    draft.doubted.update(told)


def _places(reports: Iterable[Value]) -> str:
    firsts = (next(_lines_of(report), None) for report in reports)
    return join_places(dict.fromkeys(words.place for words in firsts if words))


def _lines_of(report: Value) -> Iterator[Span]:
    """What a report says, beside of which measure and round."""
    fields = get_fields(report).items()
    return iter_spans([value for name, value in fields if name not in ("measure", "round")])
