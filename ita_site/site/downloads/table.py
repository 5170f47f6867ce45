"""What a table is made of: columns that are fields of the model, and rows of facts.

A column of a field takes its heading and its description from the model. `fields_of` makes one
of every field that no other column holds, so that a new field is in its table by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ita_site.facts.model.described import leaves, values_at
from ita_site.facts.model.grouping import Grouped, GroupKind
from ita_site.facts.model.kinds import TEXT, Kind, kind_of, of_choices
from ita_site.facts.model.kinds import YEAR as OF_YEARS
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.thai.timeframe import Timeframe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ita_site.facts.model.base import Fact
    from ita_site.facts.model.described import Leaf

BETWEEN = " | "
"""Stands between the entries of a list. Columns of one list are parallel, with gaps as gaps."""

Record: TypeAlias = "Mapping[str, Any]"
"""A row's facts and figures, by their roles."""
Row: TypeAlias = "tuple[object, ...]"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `holds` are the fields it shows, such as `Measure.units.role`.

    `kind` is that of its cells where these are typed; entries of a list stand in one text.
    """

    name: str
    heading: str
    description: str
    value: Callable[[Record], Any]
    holds: frozenset[str] = frozenset()
    kind: Kind = TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table. `records` gives the facts of its rows, in order."""

    name: str
    title: str
    columns: tuple[Column, ...]
    records: Callable[..., Iterable[Record]]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as programs know them."""
        return tuple(column.name for column in self.columns)

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns as people know them."""
        return tuple(column.heading for column in self.columns)

    def rows(self, *facts: object) -> Iterator[Row]:
        """A row a record of these facts: those of an agency and a year, or what else it is of."""
        for record in self.records(*facts):
            yield tuple(column.value(record) for column in self.columns)


def figure(
    name: str, heading: str, description: str = "", *holds: str, kind: Kind = TEXT
) -> Column:
    """A column of what is not a field; `name` is its role, `holds` the fields it is made from."""
    held = frozenset(holds)
    return Column(name, heading, description or heading, lambda row: row[name], held, kind)


def field(name: str, role: str, model: type[Fact], path: str, heading: str = "") -> Column:
    """A column of one field of the fact in a role."""
    leaf = next(leaf for leaf in leaves(model) if leaf.path == path)
    return _column(name, role, model, leaf, heading)


def fields_of(
    role: str,
    *models: type[Fact],
    besides: Iterable[Column] = (),
    apart: Iterable[str] = (),
    prefix: str = "",
    within: str = "",
) -> tuple[Column, ...]:
    """A column of every field that the columns `besides` do not hold, in the order of the models.

    `apart` are groups of fields that have a table of their own. Models with a field of one name
    share its column. `prefix` stands before the names, `within` before the headings.
    """
    held = {path for column in besides for path in column.holds}
    columns: dict[str, Column] = {}
    for model in models:
        for leaf in leaves(model):
            path = f"{model.__name__}.{leaf.path}"
            if path in held or any(path.startswith(f"{group}.") for group in apart):
                continue
            name = prefix + "_".join(leaf.column)
            made = _column(name, role, model, leaf, within + leaf.label)
            shared = columns.get(name, made)
            columns[name] = replace(shared, holds=shared.holds | made.holds)
    return tuple(columns.values())


def _column(name: str, role: str, model: type[Fact], leaf: Leaf, heading: str) -> Column:
    held = frozenset([f"{model.__name__}.{leaf.path}"])
    names = leaf.names
    return Column(
        name,
        heading or leaf.label,
        leaf.description,
        lambda row: values_at(row.get(role), names),
        held,
        kind_of(model, names),
    )


def group_columns(model: str) -> tuple[Column, Column]:
    """Which of the three kinds of group a fact names, and its identifier."""
    held = [f"{model}.{kind}" for kind in ("topic", "indicator", "instrument")]
    kinds = "topic (ประเด็น) indicator (ตัวชี้วัด) หรือ instrument (เครื่องมือ)"
    return (
        figure("group_kind", "จัดกลุ่มตาม", kinds, *held, kind=of_choices(GroupKind)),
        figure("group_id", "กลุ่ม", "รหัสของประเด็น ตัวชี้วัด หรือเครื่องมือ", *held),
    )


def group_cells(fact: Fact) -> Record:
    group = fact.group if isinstance(fact, Grouped) else None
    return {"group_kind": group and group.kind, "group_id": group and group.id}


def in_codes(value: Any) -> str:  # noqa: ANN401 - a value of the model
    """A cell for programs: choices as their codes."""
    return _text(value, str)


def in_words(value: Any) -> str:  # noqa: ANN401 - a value of the model
    """A cell for people: choices in their words."""
    return _text(value, _word)


def _text(value: Any, spell: Callable[[object], str]) -> str:  # noqa: ANN401
    if type(value) is str:  # most are; nothing is to be spelt
        return value
    if isinstance(value, tuple):
        parts = [_text(part, spell) if part is not False else "" for part in value]
        return BETWEEN.join(parts) if any(parts) else ""
    if value is None:
        return ""
    if isinstance(value, bool):
        return spell(Truth.YES if value else Truth.NO)
    return value.raw if isinstance(value, Timeframe) else spell(value)


def _word(value: object) -> str:
    return value.label if isinstance(value, Labelled) else str(value)


YEAR: Final = figure("assessment_year", "ปีประเมิน", kind=OF_YEARS)
DONE_IN: Final = figure("implementation_year", "ปีงบประมาณที่ดำเนินการ", kind=OF_YEARS)
RESULT: Final = figure("result_year", "ปีของผลประเมิน", kind=OF_YEARS)


class Truth(Labelled):
    """Whether something is so."""

    YES = "true", "ใช่"
    NO = "false", "ไม่ใช่"
