"""What the labels of a form name, and which two of them say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import is_office
from ita_site.facts.thai.likeness import is_similar
from ita_site.office.importer.tables.form_pairs import without_number
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.looks import is_figure, is_time
from ita_site.office.importer.words.roles import TITLES
from ita_site.office.importer.words.roots import KEPT, weigh_heading
from ita_site.office.importer.words.unit_parts import part_of

if TYPE_CHECKING:
    from ita_site.office.importer.document.spans import Span

NAMED_BY: Final = (*TITLES, "steps", "guideline")
"""Roles of labels of which a form of measures has one."""
FEWEST_PAIRS: Final = 3
LONGEST: Final = 45
"""Letters of a label at most."""
_ALIKE: Final = 0.85
_SPOKEN: Final = 1.8


def role_of(label: Span) -> str | None:
    """What a label names; of one in no list what its words speak for."""
    text = label.text.rstrip(" :：")
    if len(text) > LONGEST or is_of_a_cell(text):
        return None
    if found := parse_heading(text):
        return found.role
    if is_office(text):
        return None
    spoken = weigh_heading(text)
    role = max(spoken, key=lambda each: spoken[each], default=KEPT)
    return role if role != KEPT and spoken[role] >= _SPOKEN else None


def title_role(label: Span) -> str | None:
    """What a label names, where it names measures; a number behind it aside."""
    role = role_of(without_number(label))
    return role if role in TITLES else None


def is_same(label: Span, other: Span) -> bool:
    """Whether two labels say the same: names of one role, or like words that speak of one.

    Words that only speak for one role may be two rows of a form: which has it, is weighed later.
    """
    if _round(label) != _round(other) or _part(label) != _part(other):
        return False
    named, others = _named_role(label), _named_role(other)
    if named and others:
        return named == others
    roles = {role_of(label), role_of(other)} - {None}
    return len(roles) < 2 and is_similar(label.text, other.text, _ALIKE)  # noqa: PLR2004 - unlike


def _round(label: Span) -> str:
    found = parse_heading(label.text.rstrip(" :："))
    return found.months if found else ""


def _part(label: Span) -> str:
    """Of a label of units that support the others: they are no further leading ones."""
    found = parse_heading(label.text.rstrip(" :：")) if part_of(label.text) == "support" else None
    return "support" if found and found.role == "unit" else ""


def _named_role(label: Span) -> str | None:
    found = parse_heading(label.text.rstrip(" :："))
    return found.role if found and found.named else None


def is_of_a_cell(text: str) -> bool:
    """Whether no label says so: a figure, or a time."""
    return is_figure(text) or is_time(text)
