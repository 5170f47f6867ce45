"""What speaks for each role of a column: its heading's words, its cells, what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.words.headings import nearest
from ita_site.office.importer.words.roles import KEPT_ROLES, RESULT_ROLES, ROLES
from ita_site.office.importer.words.roots import KEPT, LOOKS, NEEDS, weigh_heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.office.importer.tables.columns import Column

_NAMED: Final = 6.0
_HELD: Final = 3.5
_NEAR: Final = 1.5
_PARENT: Final = 0.3
UNFIT: Final = 6.0
"""What a role loses whose cells never look so."""
FITTING: Final = 0.4
_LIKELY: Final = 0.62
_NO_ROUND: Final = 2.0
"""What a result without a round loses beside results of rounds."""
_DONE: Final = 1.5
"""What speaks for how much is done, and against a goal, of percentages beside results."""
_CLEAR_WORDS: Final = 3.5
_BEFORE: Final = 0.5
"""What obstacles lose that stand left of all that came of measures."""
_NEARLY_NAMED: Final = 1.0
_IN_CONTEXT: Final = 0.8
CLEARLY: Final = 1.5
_ENDS: Final = ("start", "end")
_REPORTED: Final = ("summary", "outcome", "obstacles", "suggestions")
_OF_PLANS: Final = ("objective", "monitoring", "risk", "target", "guideline")
SAME: Final = {"project": "measure", "activity": "measure", "goal": "goal", "finding": "to_fix"}
FREE_TEXT: Final = frozenset(
    (
        *("target", "objective", "suggestions", "obstacles", "to_fix", "risk", "outcome"),
        *("summary", "monitoring", "evidence", "steps", "guideline", "measure", "topic"),
    )
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A column that is to be settled: how much speaks for each role, and from its words alone."""

    at: int
    weights: dict[str, float]
    by_words: Mapping[str, float]
    cells: int

    def best(self, free: set[str]) -> list[tuple[float, str]]:
        """The roles it may have, the likeliest first."""
        return sorted(
            ((weight, role) for role, weight in self.weights.items() if role in free), reverse=True
        )


def tell_days_apart(
    listed: Sequence[Weighed], columns: Sequence[Column], looks: Sequence[Mapping[str, float]]
) -> None:
    """Of two columns of days the left tells from when, the right until when."""
    known = {column.role for column in columns}
    days = [
        at
        for at, look in enumerate(looks)
        if columns[at].role != "reported_on"
        and (look.get("oneday", 0) >= FITTING or columns[at].role in _ENDS)
    ]
    if len(days) != len(_ENDS):
        return
    for each in listed:
        if each.at not in days:
            continue
        role = _ENDS[days.index(each.at)]
        if role not in known:
            each.weights[role] = each.weights.get(role, 0) + CLEARLY
            each.weights["timeframe"] = each.weights.get("timeframe", 0) - CLEARLY


def tell_reports_apart(
    listed: Sequence[Weighed], columns: Sequence[Column], looks: Sequence[Mapping[str, float]]
) -> None:
    """Beside results cells tell of results, beside plans of plans, beside indicators of faults."""
    results = {
        at
        for at, (column, look) in enumerate(zip(columns, looks, strict=True))
        if (column.role in RESULT_ROLES and not column.guess)
        or max(look.get("reported", 0), look.get("status", 0)) > 1 - FITTING
    }
    results |= {each.at for each in listed if _names_result(each)}
    scored = any(max(look.get("indicator", 0), look.get("coded", 0)) >= FITTING for look in looks)
    rounds = any(column.months for column in columns)
    for each in listed:
        _shift(each, "score", _IN_CONTEXT if scored else 0)
        if results - {each.at} and looks[each.at].get("percent", 0) > 1 - FITTING:
            _shift(each, "percent", _DONE)
            _shift(each, "goal", -_DONE)
        if looks[each.at].get("text", 0) < FITTING:
            continue
        reported = bool(results - {each.at})
        if rounds and not columns[each.at].months:
            _shift(each, "summary", -_NO_ROUND)
        for role in _REPORTED:
            _shift(each, role, _IN_CONTEXT if reported else -_IN_CONTEXT)
        if reported and each.at < min(results):
            _shift(each, "obstacles", -_BEFORE)
        if not reported and not looks[each.at].get("reported", 0):
            _shift(each, "summary", -_IN_CONTEXT)
        for role in _OF_PLANS:
            _shift(each, role, 0 if reported else _IN_CONTEXT / 2)
        _shift(each, "to_fix", _IN_CONTEXT if scored else 0)


def _names_result(each: Weighed) -> bool:
    """Whether a heading's words speak clearly for what came of measures."""
    role = max(each.by_words, key=lambda name: each.by_words[name], default="")
    return role in RESULT_ROLES and each.by_words[role] >= _CLEAR_WORDS


def _shift(each: Weighed, role: str, share: float) -> None:
    each.weights[role] = each.weights.get(role, 0) + share


def weigh(at: int, column: Column, looks: Mapping[str, float], cells: int) -> Weighed:
    """A column with what speaks for each role, by its heading and by its cells."""
    words = dict(weigh_heading(column.heading.text if column.heading else ""))
    for parent in column.parents:
        for role, weight in weigh_heading(parent.text).items():
            words[role] = words.get(role, 0) + _PARENT * weight
    if column.role:
        said = KEPT if column.role in KEPT_ROLES else SAME.get(column.role, column.role)
        prior = _NAMED if column.named else _NEAR if column.guess else _HELD
        words[said] = words.get(said, 0) + prior
        if "steps" in ROLES[column.role].get("takes", ()):
            words["steps"] = words.get("steps", 0) + prior
    elif column.heading and (near := nearest(column.heading.text, _LIKELY)):
        words[near] = words.get(near, 0) + _NEARLY_NAMED
    roles = {*LOOKS, *words}
    if column.months and column.role in (None, *RESULT_ROLES):
        roles &= {KEPT, *RESULT_ROLES, *([column.second] if column.second else [])}
    weights = {role: _with_looks(role, words.get(role, 0), looks) for role in roles}
    return Weighed(at, weights, words, cells)


def _with_looks(role: str, weight: float, looks: Mapping[str, float]) -> float:
    total = weight + sum(share * looks.get(look, 0) for look, share in LOOKS.get(role, {}).items())
    if role in NEEDS and not _looks_so(role, looks):
        return total - UNFIT
    if role in FREE_TEXT and looks.get("text", 0) < FITTING:
        return total - UNFIT
    return total


def _looks_so(role: str, looks: Mapping[str, float]) -> bool:
    """Whether enough cells have one of the looks a role needs, or most have any of them."""
    shares = [looks.get(need, 0) for need in NEEDS[role]]
    return max(shares) >= FITTING or sum(shares) > 1 - FITTING
