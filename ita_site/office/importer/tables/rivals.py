"""Columns that compete for one role: which is the title beside a list, and what is told of both."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.words.roles import (
    COUNTERS,
    GROUPS_SHOWN,
    KEPT_ROLES,
    RESULT,
    RESULT_ROLES,
    ROLES,
    TITLES,
)
from ita_site.office.importer.words.roots import weigh_heading

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence

    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.weights import Weighed

    Looks = Mapping[str, float]

MANY_ITEMS: Final = "ในช่องมีหลายข้อ"
BESIDE_RESULTS: Final = "อยู่ข้างผลการดำเนินการ"
TAKEN: Final = "มีคอลัมน์อื่นเป็นมาตรการและขั้นตอนแล้ว"
_GUIDES: Final = re.compile(r"แนวทาง(?!.*(?:มาตรการ|โครงการ|กิจกรรม))")
_ASSESSED: Final = ("indicator", "score", "instrument", "question", "subject", "finding")
NO_MEASURES: Final = "อยู่ข้างข้อค้นพบหรือจุดอ่อน และตารางไม่มีมาตรการ"
_ANSWERS: Final = ("suggestions", "guideline")
_OF_ASSESSMENT: Final = frozenset(
    ("number", "topic", *_ANSWERS, *KEPT_ROLES, *GROUPS_SHOWN["การวิเคราะห์และคะแนน"])
)
_MOSTLY: Final = 0.4
_LISTED: Final = 6.0
"""What a title loses whose cells are lists, beside a column of single sentences."""
_BESIDE: Final = 1.0
_SPANS: Final = 2.5
"""What speaks for the title where its cells stand over several of the steps."""
_NEARLY: Final = 2.0
_NEARLY_EACH: Final = 0.8
_SAID: Final = 1.0
_NOTHING_SAID: Final = 1.0
_GAPS: Final = 6.0
"""What a title loses that numbered rows go without."""


def guide_projects(columns: Sequence[Column]) -> list[Column]:
    """The columns; beside projects and their steps, what is only called แนวทาง is no measure."""
    guided = [*columns]
    roles = [each.role for each in columns]
    named = next((each for each in columns if each.role in ("project", "activity")), None)
    if named is None or "steps" not in roles or "guideline" in roles or roles.count("measure") > 1:
        return guided
    for at, column in enumerate(columns):
        if column.role == "measure" and column.heading and _GUIDES.match(column.heading.text):
            guess = f"อยู่ข้าง “{named.words}” ซึ่งอ่านเป็นชื่อมาตรการ"
            guided[at] = replace(column, role="guideline", second="measure", guess=guess)
    return guided


def recommend(columns: Sequence[Column]) -> list[Column]:
    """The columns; where only an assessment is told, what is to be done is recommended by it."""
    recommended = [*columns]
    roles = {each.role for each in columns if each.role}
    if not roles & {"to_fix", "finding"} or not roles <= _OF_ASSESSMENT:
        return recommended
    for at, column in enumerate(columns):
        if column.role in _ANSWERS:
            told = replace(column, role="recommendation", second=column.role, months="")
            is_plan = column.role == "guideline"
            recommended[at] = told.doubted(NO_MEASURES) if is_plan else told
    return recommended


def take_free_roles(columns: Sequence[Column]) -> list[Column]:
    """The columns, each that may play one of several roles with the first that is free.

    Where none is, two columns are put together, which is told.
    """
    taken = [*columns]
    for at, column in enumerate(taken):
        listed = ROLES[column.role].get("takes") if column.role else None
        if listed and column.role not in listed:
            free = [role for role in listed if role not in {each.role for each in taken}]
            role = (free or listed[-1:])[0]
            taken[at] = replace(column if free else column.doubted(TAKEN), role=role)
    return taken


def is_listed(looks: Looks) -> bool:
    """Whether cells mostly hold several items."""
    return looks.get("listed", 0) >= _MOSTLY


def holds_items(looks: Looks) -> bool:
    """The same, or each cell is one of them."""
    return max(looks.get("listed", 0), looks.get("item", 0)) >= _MOSTLY


def may_be_title(looks: Looks) -> bool:
    """Whether cells are single sentences, each another."""
    return looks.get("text", 0) >= _MOSTLY and not is_listed(looks)


def is_general(column: Column, columns: Sequence[Column]) -> bool:
    """Whether its name fits titles and steps alike, and no other is named a title for certain."""
    takes = ROLES[column.role].get("takes", ()) if column.role else ()
    named = any(each.role == "measure" and each.named for each in columns)
    return "steps" in takes and not named


def find_gappy(
    columns: Sequence[Column], looks: Sequence[Looks], filled: Sequence[int]
) -> frozenset[int]:
    """The columns that leave many of the numbered rows empty: none of them names the measures.

    Args:
        columns: As their headings say.
        looks: How the cells of all columns look.
        filled: How many cells of each column say something.
    """
    numbered = [
        filled[at]
        for at, column in enumerate(columns)
        if column.role in COUNTERS or looks[at].get("running", 0)
    ]
    least = _NEARLY_EACH * max(numbered, default=0)
    return frozenset(at for at, count in enumerate(filled) if count < least)


def tell_only_title(
    listed: Sequence[Weighed], columns: Sequence[Column], looks: Sequence[Looks]
) -> None:
    """The only texts below words that say nothing are the titles, where no column names them."""
    named = any(
        each.role in TITLES or weigh_heading(each.words).get("measure", 0) >= _SAID
        for each in columns
    )
    mute = [
        each
        for each in listed
        if may_be_title(looks[each.at]) and max(each.by_words.values(), default=0) <= _NOTHING_SAID
        if not columns[each.at].months
    ]
    if not named and len(mute) == 1:
        _add(mute[0].weights, "measure", _BESIDE)


def tell_titles_from_steps(
    listed: Mapping[int, MutableMapping[str, float]],
    looks: Sequence[Looks],
    filled: Sequence[int],
    gappy: frozenset[int] = frozenset(),
) -> None:
    """Weigh title against steps: by lists, and by cells that stand over several others.

    Args:
        listed: The weights of each column that is open, by its place.
        looks: How the cells of all columns look.
        filled: How many cells of each column say something.
        gappy: The columns that leave numbered rows empty.
    """
    for at in gappy & {*listed}:
        _add(listed[at], "measure", -_GAPS)
    texts = [at for at in listed if looks[at].get("text", 0) >= _MOSTLY]
    single = [at for at in texts if not is_listed(looks[at]) and _is_near(listed[at])]
    most = max((filled[at] for at in texts), default=0)
    some_list = any(map(is_listed, looks))
    for at in texts:
        weights = listed[at]
        if is_listed(looks[at]) and single:
            _add(weights, "measure", -_LISTED)
            _add(weights, "steps", _BESIDE)
        elif at in single and some_list:
            _add(weights, "measure", _BESIDE)
    spanning = [at for at in single if filled[at] < most and at not in gappy]
    for at in texts if spanning else ():
        share = _SPANS if at in spanning else -_SPANS if filled[at] == most else 0
        _add(weights := listed[at], "measure", share)
        if weights.get("steps", 0) > 0:
            _add(weights, "steps", -share)


def _is_near(weights: Mapping[str, float]) -> bool:
    """Whether nothing speaks much louder than a title."""
    return weights.get("measure", 0) >= max(weights.values(), default=0) - _NEARLY


def _add(weights: MutableMapping[str, float], role: str, share: float) -> None:
    weights[role] = weights.get(role, 0) + share


def doubt_rivals(columns: Sequence[Column], looks: Sequence[Looks]) -> list[Column]:
    """The columns, with a doubt of what another may be as well, and of titles of many items."""
    return [_doubted(at, columns, looks) for at in range(len(columns))]


def _doubted(at: int, columns: Sequence[Column], looks: Sequence[Looks]) -> Column:
    column = columns[at]
    if beside := _beside_results(at, columns, looks):
        return beside
    if column.guess or column.heading is None or column.role in (None, *KEPT_ROLES):
        return column
    if column.role in TITLES and is_listed(looks[at]):
        return replace(column, guess=MANY_ITEMS, second="steps")
    if column.role == RESULT and holds_items(looks[at]) and _may_be_plan(at, columns):
        return replace(column, role="steps", guess=MANY_ITEMS, second=RESULT)
    rivals = [
        other
        for where, other in enumerate(columns)
        if where != at and looks[where] and _rivals(other, column)
    ]
    if not rivals:
        return column
    guess = f"“{rivals[0].words}” ก็อาจเป็นได้"
    return replace(column, guess=guess, second=column.second or rivals[0].role)


def _beside_results(at: int, columns: Sequence[Column], looks: Sequence[Looks]) -> Column | None:
    """What is found and what is to be done, where what came of measures stands beside."""
    column = columns[at]
    if column.role == "finding" and _is_reported(at, columns, unless="obstacles"):
        return replace(column, role="obstacles", guess=BESIDE_RESULTS, second="finding")
    if column.role == "to_fix" and not column.named and _is_reported(at, columns):
        begins = max(looks[at].get("begun", 0), looks[at].get("should", 0))
        proposes = begins > looks[at].get("lacking", 0)
        role, second = ("suggestions", "to_fix") if proposes else ("to_fix", "suggestions")
        return replace(column, role=role, guess=BESIDE_RESULTS, second=second)
    return None


def _may_be_plan(at: int, columns: Sequence[Column]) -> bool:
    """Whether a heading names no result and no round, and nothing beside it tells the steps.

    Results may stand beside it only where what was done is among them.
    """
    spoken = weigh_heading(columns[at].words)
    others = {each.role for where, each in enumerate(columns) if where != at}
    if columns[at].months or "steps" in others or spoken.get("steps", 0) <= spoken.get(RESULT, 0):
        return False
    return RESULT in others or not others & {*RESULT_ROLES}


def _is_reported(at: int, columns: Sequence[Column], unless: str = "suggestions") -> bool:
    """Whether what came of measures stands beside, and nothing that was assessed.

    Nor a column of the role `unless`.
    """
    others = {each.role for where, each in enumerate(columns) if where != at}
    return bool(others & {*RESULT_ROLES}) and not others & {*_ASSESSED, unless}


def _rivals(other: Column, column: Column) -> bool:
    """Whether another column, itself unsure, may hold what this one does."""
    if other.role is not None and not other.guess:
        return False
    if column.role in RESULT_ROLES and other.months != column.months:
        return False
    role = "measure" if column.role in TITLES else column.role
    return role == other.second
