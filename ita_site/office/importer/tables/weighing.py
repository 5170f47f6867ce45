"""Columns whose headings are no names of a role: words, cells and neighbours weighed together."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.tables.rivals import (
    doubt_rivals,
    find_gappy,
    is_general,
    is_listed,
    may_be_title,
    tell_only_title,
    tell_titles_from_steps,
)
from ita_site.office.importer.tables.weights import (
    CLEARLY,
    FITTING,
    FREE_TEXT,
    SAME,
    UNFIT,
    Weighed,
    tell_days_apart,
    tell_reports_apart,
    weigh,
)
from ita_site.office.importer.words.looks import look_at
from ita_site.office.importer.words.roles import KEPT_ROLES, RESULT_ROLES, TITLES
from ita_site.office.importer.words.roots import KEPT, LOOKS, NEEDS, first_root
from ita_site.office.importer.words.unit_parts import part_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.tables.columns import Column

WEIGHED: Final = "อ่านจากคำในหัวข้อและข้อความที่ตามมา"
_LEAST: Final = 2.5
_BY_LOOKS: Final = 3.4
"""Of cells alone, under a heading that says nothing."""
_BY_LOOKS_ALONE: Final = 2.1
"""The same, where they look like nothing else."""
_ALONE: Final = 0.1
_EXCHANGE: Final = 0.1
_ANY_TEXT: Final = 1.0
_WHOLE_PLAN: Final = 3
"""So many columns of a plan beside questions make a table of measures that answer them."""
_SAID: Final = 2.0
"""What a heading's words, …"""
_SEEN: Final = 2.0
"""… what its cells, and both together must at least say of a role that is not doubted, …"""
_AGREED: Final = 5.0
_APART: Final = 2.5
"""… and how much more than of any other."""
_SEVERAL: Final = 2
_PLAIN: Final = ("time", "status", "mark", "amount", "decimal", "integer", "percent", "private")
"""Looks that speak against a heading that names a role for free text."""


def weigh_columns(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], edition: Edition
) -> tuple[Column, ...]:
    """The columns with what speaks most for each that its heading does not name for certain.

    Args:
        columns: As their headings say.
        cells: What stands below each, without what says nothing.
        edition: What the year asks, for the names of its indicators.
    """
    looks = [look_at(texts, edition) for texts in cells]
    settled = list(columns)
    open_ = [
        weigh(at, column, looks[at], len(cells[at]))
        for at, column in enumerate(columns)
        if looks[at] and (_is_open(column, looks[at]) or _is_rival(at, columns, looks))
    ]
    if not _is_of_measures(columns, open_):
        return tuple(_of_scores(settled, looks))
    tell_days_apart(open_, columns, looks)
    tell_reports_apart(open_, columns, looks)
    tell_only_title(open_, columns, looks)
    by_place = {each.at: each.weights for each in open_}
    filled = [len(texts) for texts in cells]
    gappy = find_gappy(columns, looks, filled)
    tell_titles_from_steps(by_place, looks, filled, gappy)
    at_open = {each.at for each in open_}
    taken = {
        _slot(column) for at, column in enumerate(columns) if column.role and at not in at_open
    }
    chosen: list[tuple[Weighed, str | None]] = []
    while open_:
        choice, role = _likeliest(open_, columns, taken)
        open_.remove(choice)
        chosen.append((choice, role))
        taken.add(_slot(_settled(columns[choice.at], role, choice)))
    for choice, role in _exchanged(chosen, columns):
        settled[choice.at] = _settled(columns[choice.at], role, choice)
    _choose_title(settled, looks, gappy, {each.at: each for each, _ in chosen})
    return tuple(doubt_rivals(settled, looks))


def _of_scores(columns: list[Column], looks: Sequence[Mapping[str, float]]) -> list[Column]:
    """Of a table without measures the columns of indicators and of scores."""
    for role, look in (("indicator", "indicator"), ("score", "decimal")):
        found = [at for at, each in enumerate(looks) if each.get(look, 0) > 1 - FITTING]
        if len(found) == 1 and columns[found[0]].heading and columns[found[0]].role is None:
            columns[found[0]] = replace(columns[found[0]], role=role, guess=WEIGHED)
    return columns


def _is_of_measures(columns: Sequence[Column], listed: Sequence[Weighed]) -> bool:
    """Whether a table tells of measures at all; tables of scores are read by their own rules."""
    roles = {column.role for column in columns} | {
        role for each in listed for weight, role in each.best({*LOOKS})[:1] if weight >= _LEAST
    }
    planned = {"measure", "steps", "project", "activity", "summary", "guideline", "unit", "target"}
    in_question = {each.at for each in listed}
    others = {
        column.role
        for at, column in enumerate(columns)
        if not (column.guess or (column.role == "question" and at in in_question))
    }
    told = others & {"published_detail"} or (
        "question" in others and len(roles & {*planned, "timeframe"}) < _WHOLE_PLAN
    )
    return bool(roles & planned) and not told


def _is_open(column: Column, looks: Mapping[str, float]) -> bool:
    """Whether a column's role is a question: an unknown or unsure heading, or cells against it."""
    is_kept = column.role in KEPT_ROLES and not column.guess
    if column.heading is None or column.tick or is_kept or column.year:
        return False
    if column.role == "question" and looks.get("indicator", 0) > 1 - FITTING:
        return True
    is_asked = column.role == "question" and looks.get("coded", 0) > 1 - FITTING
    if column.role is None or not column.named:
        return not is_asked and not (column.role == "question" and column.guess)
    if column.role in TITLES and looks.get("counted", 0) > 1 - FITTING:
        return True
    if column.role == "status":
        return not any(looks.get(need, 0) >= FITTING for need in NEEDS["status"])
    return column.role in FREE_TEXT and any(looks.get(each, 0) > 1 - FITTING for each in _PLAIN)


def _is_rival(at: int, columns: Sequence[Column], looks: Sequence[Mapping[str, float]]) -> bool:
    """Whether a named title is a question: its name is general, or its cells are lists."""
    column = columns[at]
    if column.role not in TITLES or column.heading is None:
        return False
    has_other = any(
        where != at and may_be_title(looks[where]) and _is_open(each, looks[where])
        for where, each in enumerate(columns)
    )
    return has_other and (is_general(column, columns) or is_listed(looks[at]))


def _likeliest(
    listed: Sequence[Weighed], columns: Sequence[Column], taken: set[str]
) -> tuple[Weighed, str | None]:
    """The column that is surest of a role nobody has; the first with none where all are unsure."""
    found: list[tuple[float, int, Weighed, str]] = []
    for each in listed:
        column = columns[each.at]
        free = {
            role for role in each.weights if role == KEPT or _slot_of(role, column) not in taken
        }
        for weight, role in each.best(free)[:1]:
            if weight >= _needed(each, role, free):
                found.append((_sureness(each, weight, role), -each.at, each, role))
    if not found:
        return listed[0], None
    _, _, choice, role = max(found, key=lambda each: each[:2])
    return choice, role


def _sureness(each: Weighed, weight: float, role: str) -> float:
    """How sure a role is; of titles by their looks alone also how much less else they may be."""
    if role != "measure" or each.by_words.get(role, 0) >= 1:
        return weight
    return weight + _lead(each, role)


def _lead(each: Weighed, role: str) -> float:
    """How much more speaks for a role than for any other."""
    others = (weight for name, weight in each.weights.items() if name not in (role, KEPT))
    return each.weights.get(role, 0) - max(others, default=0)


def _exchanged(
    chosen: Sequence[tuple[Weighed, str | None]], columns: Sequence[Column]
) -> list[tuple[Weighed, str | None]]:
    """The same, with roles of two columns exchanged where both together are surer then."""
    listed = list(chosen)
    for at, other in combinations(range(len(listed)), 2):
        (one, role), (two, second) = listed[at], listed[other]
        if columns[one.at].months != columns[two.at].months:
            continue
        before = _weight(one, role) + _weight(two, second)
        if _weight(one, second) + _weight(two, role) > before + _EXCHANGE:
            listed[at], listed[other] = (one, second), (two, role)
    return listed


def _weight(each: Weighed, role: str | None) -> float:
    """How much speaks for it; for no role what a column by its looks alone must have."""
    return each.weights.get(role, -UNFIT) if role else _BY_LOOKS_ALONE


def _needed(each: Weighed, role: str, free: set[str]) -> float:
    """How much must speak for a role: less where the heading says so too, or nothing else."""
    if each.by_words.get(role, 0) >= 1:
        return _LEAST
    others = [weight for weight, _ in each.best(free - {role})[:1]]
    alone = role in FREE_TEXT and (not others or each.weights[role] - others[0] >= _ALONE)
    return _BY_LOOKS_ALONE if alone else _BY_LOOKS


def _slot(column: Column) -> str:
    return _slot_of(column.role or "", column)


def _slot_of(role: str, column: Column) -> str:
    role = "measure" if role in TITLES else role
    if role == "unit":
        return f"{role} {'support' if part_of(column.words) == 'support' else ''}"
    return f"{role} {column.months}" if role in RESULT_ROLES and column.months else role


def _settled(column: Column, role: str | None, choice: Weighed) -> Column:
    """The column with this role; it stays as it was where the heading says so too."""
    ranked = [each for _, each in choice.best({*LOOKS}) if each != role]
    second = ranked[0] if ranked and choice.weights[ranked[0]] >= _LEAST else None
    if role in (None, KEPT):
        if second == "measure" and choice.by_words.get(second, 0) < 1:
            second = None
        return replace(column, role=None, guess="", second=second)
    same = SAME.get(column.role or "", column.role) == role
    if same and not column.guess:
        clear = _is_agreed(choice, str(role)) or (
            _speaks_first(column, str(role))
            and (not second or choice.weights[str(role)] - choice.weights[second] >= CLEARLY)
        )
        return column if clear else replace(column, guess=WEIGHED, second=second)
    kept = column.role if same else role
    agreed = (same or not column.named) and _is_agreed(choice, str(role))
    guess = "" if agreed else WEIGHED
    return replace(column, role=kept, guess=guess, second=second if guess else None)


def _is_agreed(choice: Weighed, role: str) -> bool:
    """Whether a heading's words and several cells each say so, and nothing else comes near."""
    weight, words = choice.weights[role], choice.by_words.get(role, 0)
    others = max((each for name, each in choice.weights.items() if name != role), default=0)
    speaks = words >= _SAID and weight - words >= _SEEN and weight >= _AGREED
    return speaks and choice.cells >= _SEVERAL and weight - others >= _APART


def _speaks_first(column: Column, role: str) -> bool:
    """Whether a heading is a name of the role, or a level begins with a word that speaks for it."""
    levels = [*column.parents, *([column.heading] if column.heading else [])]
    return column.named or any(first_root(words.text).get(role, 0) >= 1 for words in levels)


def _choose_title(
    columns: list[Column],
    looks: Sequence[Mapping[str, float]],
    gappy: frozenset[int],
    weighed: Mapping[int, Weighed],
) -> None:
    """Where no column names the measures, the text that most looks like titles does."""
    if any(column.role in (*TITLES, "topic") for column in columns):
        return
    free = [
        (_lead(weighed[at], "measure") if at in weighed else -UNFIT, -at)
        for at, column in enumerate(columns)
        if column.role is None and column.heading and at not in gappy
        if looks[at].get("text", 0) >= _ANY_TEXT
    ]
    if free:
        at = -max(free)[1]
        columns[at] = replace(columns[at], role="measure", guess=WEIGHED)
