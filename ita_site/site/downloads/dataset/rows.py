"""Rows as files of each form: CSV that a spreadsheet opens, JSON Lines for programs."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ita_site.facts.model.kinds import Type
from ita_site.site.downloads import csv_file
from ita_site.site.downloads.csv_file import guarded
from ita_site.site.downloads.table import in_codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.model.kinds import Kind
    from ita_site.site.downloads.table import Table

TypedRow = tuple[object, ...]


def typed_rows(table: Table, *facts: object) -> list[TypedRow]:
    """The rows of these facts: texts, numbers, truths, days as texts of ISO 8601, or nothing."""
    kinds = [column.kind for column in table.columns]
    return [
        tuple(_typed(value, kind) for value, kind in zip(row, kinds, strict=True))
        for row in table.rows(*facts)
    ]


def _typed(value: Any, kind: Kind) -> object:  # noqa: ANN401 - a value of the model
    if kind.type is Type.STRING:
        return in_codes(value) or None
    if kind.type is Type.DATE and value is not None:
        return value.to_date().isoformat()
    return value


def as_csv(table: Table, rows: Iterable[TypedRow]) -> bytes:
    """With the mark by which Excel knows UTF-8; nothing in it runs as a formula."""
    return csv_file.as_csv(table.names, (map(_cell, row) for row in rows))


def _cell(value: object) -> str:
    if isinstance(value, str):
        return guarded(value)
    return in_codes(value)


def as_json_lines(table: Table, rows: Iterable[TypedRow]) -> bytes:
    """An object a line, every column named in each."""
    objects = (dict(zip(table.names, row, strict=True)) for row in rows)
    lines = (json.dumps(one, ensure_ascii=False, default=_number) for one in objects)
    return "".join(f"{line}\n" for line in lines).encode()


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value))
