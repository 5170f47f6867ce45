"""Tables as Parquet, by a library that is large and so not part of every installation."""

from __future__ import annotations

import datetime
import json
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.model.kinds import Type

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.site.downloads.table import Table

NO_PYARROW: Final = (
    "ไม่มีไฟล์ Parquet ของทุกหน่วยงาน เพราะเครื่องนี้ไม่มี pyarrow (pip install 'ita-site[parquet]')"
)
ROWS: Final = 4_000
"""Rows of a group, which is what is in memory at once."""


def can_write() -> bool:
    """Whether the library is there."""
    return find_spec("pyarrow") is not None


def write_parquet(table: Table, lines: Path, target: Path) -> None:
    """Write the rows of a file of JSON Lines with the types of the table's columns."""
    import pyarrow as pa  # noqa: PLC0415 - may not be there, and is large
    from pyarrow import parquet  # noqa: PLC0415 - likewise

    types = {
        Type.STRING: pa.string(),
        Type.INTEGER: pa.int64(),
        Type.NUMBER: pa.float64(),
        Type.BOOLEAN: pa.bool_(),
        Type.DATE: pa.date32(),
    }
    schema = pa.schema([(column.name, types[column.kind.type]) for column in table.columns])
    days = [column.name for column in table.columns if column.kind.type is Type.DATE]
    with (
        lines.open(encoding="utf-8", newline="\n") as source,
        parquet.ParquetWriter(target, schema, compression="zstd") as writer,
    ):
        while group := [_row(line, days) for line in islice(source, ROWS)]:
            writer.write_table(pa.Table.from_pylist(group, schema))


def _row(line: str, days: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(line)
    for name in days:
        row[name] = row[name] and datetime.date.fromisoformat(row[name])
    return row
