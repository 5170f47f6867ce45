"""Results whose round only the columns beside them tell, or nothing does: what is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.words.roles import RESULT_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.tables.columns import Column

SAME_HEADING: Final = "มีหัวนี้มากกว่า 1 คอลัมน์ แต่ไม่รู้ว่าเป็นรอบใด จึงรวมเป็นรายงานเดียว"
SAME_ROUND: Final = "อ่านเป็นรอบ {} เดือน เช่นเดียวกับ “{}” จึงรวมเป็นรายงานเดียว"
ROUND_BESIDE: Final = "อ่านเป็นของรอบ {} เดือน ตามคอลัมน์ผลทางซ้าย"
NO_ROUND: Final = "ไม่บอกรอบ จึงรวมกับรอบล่าสุด"
OR_EARLIER: Final = "{} คือ {} เดือน หรืออาจเป็นของรอบ {} เดือน"
_AS_IT_STANDS: Final = ("status", "percent")
"""What is told once, of how it stands now: that of the latest round."""


def tell_rounds(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """The columns, settled already, with the rounds of results that their neighbours tell.

    `rows` are the texts below them: what has no round is told where a row has one as well.
    """
    told = [*columns]
    _beside_a_round(told)
    _of_unknown_rounds(told, rows)
    _of_one_round(told)
    return told


def _beside_a_round(columns: list[Column]) -> None:
    """Columns with the same heading are each of the round whose result stands left of them."""
    for places in _without_round(columns).values():
        rounds = {at: _round_left_of(columns, at) for at in places}
        if len(places) > 1 and all(rounds.values()) and len({*rounds.values()}) == len(places):
            for at, months in rounds.items():
                _doubt(columns, at, ROUND_BESIDE.format(months), months=months)


def _without_round(columns: Sequence[Column]) -> dict[str, list[int]]:
    """The columns of results whose round nobody knows, by their heading."""
    found: dict[str, list[int]] = {}
    for at, column in enumerate(columns):
        if column.role in RESULT_ROLES and column.heading and not column.months:
            found.setdefault(column.heading.text, []).append(at)
    return found


def _round_left_of(columns: Sequence[Column], at: int) -> str:
    left = reversed(columns[:at])
    return next((it.months for it in left if it.months and it.role in RESULT_ROLES), "")


def _of_unknown_rounds(columns: list[Column], rows: Sequence[Sequence[str]]) -> None:
    """Told: a heading twice, of rounds nobody knows; no round, beside results of rounds."""
    results = [each for each in columns if each.role in RESULT_ROLES and each.months]
    *earlier, latest = sorted({each.months for each in results}, key=int) or [""]
    told = OR_EARLIER.format(NO_ROUND, latest, " และ ".join(earlier)) if earlier else NO_ROUND
    for places in _without_round(columns).values():
        for at in places:
            role = columns[at].role
            of_rounds = any(each.role == role for each in results)
            of_any = of_rounds or (bool(earlier) and role not in _AS_IT_STANDS)
            of_any = of_any and _stands_beside_a_round(columns, at, rows)
            _doubt(columns, at, SAME_HEADING if len(places) > 1 else told if of_any else "")


def _stands_beside_a_round(
    columns: Sequence[Column], at: int, rows: Sequence[Sequence[str]]
) -> bool:
    """Whether a row tells something of no round that tells something of one as well."""
    of_rounds = [where for where, each in enumerate(columns) if each.round]
    return any(row[at] and any(row[where] for where in of_rounds) for row in rows)


def _of_one_round(columns: list[Column]) -> None:
    """Told: columns of unlike headings whose results are joined, for one round has them all."""
    first: dict[tuple[str | None, str], Column] = {}
    for at, column in enumerate(columns):
        if not (column.role in RESULT_ROLES and column.months and column.heading):
            continue
        before = first.setdefault((column.role, column.months), column)
        if before.words != column.words and not (before.tick and column.tick):
            _doubt(columns, at, SAME_ROUND.format(column.months, before.words))


def _doubt(columns: list[Column], at: int, text: str, **changes: str) -> None:
    columns[at] = replace(columns[at], **changes).doubted(text)  # type: ignore[arg-type]
