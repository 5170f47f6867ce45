"""Two reports on one measure in one round: one where they agree, else both, and a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.office.importer.draft import Doubt
from ita_site.office.importer.values import agree, get_fields, iter_spans, join_entries

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.values import Value

_USUAL_ROUND: Final = "12"
UNLIKE: Final = "ผลรอบ {} เดือนของ {} มีสองชุดที่ไม่ตรงกัน (อีกชุดที่ {}) เก็บไว้ทั้งสอง โปรดเลือกชุดเดียว"


def settle_twice_reported(draft: Draft) -> None:
    """Join reports on one measure in one round that agree; doubt those that do not."""
    listed: list[Value] = []
    first: dict[tuple[str, str], int] = {}
    for report in draft.reports:
        key = _key(report)
        at = first.setdefault(key, len(listed))
        if at == len(listed):
            listed.append(report)
        elif agree(listed[at], report):
            listed[at] = join_entries(listed[at], report)
        else:
            _doubt(listed[at], report, key, draft)
            listed.append(report)
    draft.reports = listed


def _key(report: Value) -> tuple[str, str]:
    fields = get_fields(report)
    return str(fields["measure"]), str(fields.get("round", _USUAL_ROUND))


def _doubt(first: Value, other: Value, key: tuple[str, str], draft: Draft) -> None:
    measure, months = key
    before, place = (next(iter_spans(_told_values(each)), None) for each in (first, other))
    where = place.place if place else "ทั้งเอกสาร"
    elsewhere = before.place if before else "–"
    draft.doubts.append(Doubt(where, UNLIKE.format(months, measure, elsewhere)))
    draft.doubted |= {
        part.source.at for words in iter_spans(_told_values(other)) for part in words.parts()
    }


def _told_values(report: Value) -> Value:
    return [value for name, value in get_fields(report).items() if name not in ("measure", "round")]
