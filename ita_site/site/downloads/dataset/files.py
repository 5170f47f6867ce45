"""The files of a folder of open data, by their names and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.site.downloads.dataset.catalogue import Distribution
from ita_site.site.downloads.dataset.package import FILE as PACKAGE
from ita_site.site.downloads.dataset.parquet import can_write
from ita_site.site.downloads.dataset.tables import TIDY

if TYPE_CHECKING:
    from collections.abc import Iterator


class Form(NamedTuple):
    """A form in which a table is offered: what its files end in, its name and media type."""

    ending: str
    label: str
    media: str

    def file(self, table: str) -> str:
        """The file of a table."""
        return f"{table}.{self.ending}"


CSV: Final = Form("csv", "CSV", "text/csv")
JSON_LINES: Final = Form("jsonl", "JSON Lines", "application/jsonl")
PARQUET: Final = Form("parquet", "Parquet", "application/vnd.apache.parquet")


def forms(*, of_all: bool) -> tuple[Form, ...]:
    """The forms in which tables of an agency are offered, or those of all agencies."""
    return (CSV, JSON_LINES, PARQUET) if of_all and can_write() else (CSV, JSON_LINES)


def distributions(*, of_all: bool) -> Iterator[Distribution]:
    """The files of a folder that a catalogue names: of one agency, few enough for thousands."""
    for tidy in TIDY:
        for form in forms(of_all=True) if of_all else (CSV,):
            title = f"{tidy.table.title} ({form.label})"
            yield Distribution(form.file(tidy.name), title, form.label, form.media)
    yield Distribution(PACKAGE, "คำอธิบายตารางและคอลัมน์ (Data Package)", "JSON", "application/json")
