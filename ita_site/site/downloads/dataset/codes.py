"""The codes of closed lists, each with what it means, as a table of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.site.downloads.dataset.english import code_in_english
from ita_site.site.downloads.dataset.tables import TIDY, Tidy
from ita_site.site.downloads.table import Table, figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.site.downloads.table import Record


def _codes() -> Iterator[Record]:
    for tidy in TIDY:
        for column in tidy.table.columns:
            for code in column.kind.codes:
                yield {
                    "table": tidy.name,
                    "column": column.name,
                    "code": code.value,
                    "label": code.label,
                    "label_en": code_in_english(code),
                }


CODES: Final = Tidy(
    Table(
        "codes",
        "รหัสและความหมาย",
        (
            figure("table", "ตาราง"),
            figure("column", "คอลัมน์"),
            figure("code", "รหัส"),
            figure("label", "ความหมาย"),
            figure("label_en", "ความหมายภาษาอังกฤษ"),
        ),
        _codes,
    ),
    ("table", "column", "code"),
)
"""Once a site: its codes are the same for every agency."""
