"""Tables as Parquet, by a library that is large and so not part of every installation."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.kinds import Type

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.site.downloads.table import Table

NO_PYARROW: Final = (
    "ไม่มีไฟล์ Parquet ของทุกหน่วยงาน เพราะเครื่องนี้ไม่มี pyarrow (pip install 'ita-site[parquet]')"
)
BLOCK: Final = 1 << 20
"""Bytes of the lines that are in memory at once; they make a group of rows."""


def can_write() -> bool:
    """Whether the library is there."""
    return find_spec("pyarrow") is not None


def write_parquet(table: Table, lines: Path, target: Path) -> None:
    """Write the rows of a file of JSON Lines with the types of the table's columns."""
    import pyarrow as pa  # noqa: PLC0415 - may not be there, and is large
    from pyarrow import json, parquet  # noqa: PLC0415 - likewise

    types = {
        Type.STRING: pa.string(),
        Type.INTEGER: pa.int64(),
        Type.NUMBER: pa.float64(),
        Type.BOOLEAN: pa.bool_(),
        Type.DATE: pa.date32(),
    }
    written = types | {Type.DATE: pa.string()}  # JSON has no days
    kinds = [(column.name, column.kind.type) for column in table.columns]
    as_json, schema = (
        pa.schema([(name, known[kind]) for name, kind in kinds]) for known in (written, types)
    )
    reading = json.ParseOptions(explicit_schema=as_json, unexpected_field_behavior="error")
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        if not lines.stat().st_size:  # which that reader refuses
            return
        for group in json.open_json(
            lines, json.ReadOptions(use_threads=False, block_size=BLOCK), reading
        ):
            writer.write_table(pa.Table.from_batches([group]).cast(schema))
