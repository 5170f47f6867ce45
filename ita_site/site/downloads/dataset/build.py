"""An agency's folder of open data, and what a portal has there beside the tables it joins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.site.artifact import Artifact
from ita_site.site.downloads.dataset.catalogue import FILE, catalogue, dataset, in_graph
from ita_site.site.downloads.dataset.codes import CODES
from ita_site.site.downloads.dataset.files import CSV, JSON_LINES, distributions
from ita_site.site.downloads.dataset.identity import FOLDER
from ita_site.site.downloads.dataset.package import FILE as PACKAGE
from ita_site.site.downloads.dataset.package import data_package
from ita_site.site.downloads.dataset.rows import as_csv, as_json_lines, typed_rows
from ita_site.site.downloads.dataset.tables import TIDY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.site.downloads.dataset.publisher import Publisher
    from ita_site.site.downloads.table import Table


def build_dataset(facts: AgencyFacts, publisher: Publisher) -> Iterator[Artifact]:
    """An agency's tables and what describes them; the codes as well where it stands alone."""
    folder = f"{facts.prefix}{FOLDER}"
    for tidy in TIDY:
        yield Artifact(f"{folder}{CSV.file(tidy.name)}", partial(_csv, tidy.table, facts))
        lines = partial(_lines, tidy.table, facts)
        yield Artifact(f"{folder}{JSON_LINES.file(tidy.name)}", lines)
    yield from _described(folder, publisher, alone=not facts.slug)
    if publisher.home:
        nodes = catalogue(publisher), dataset(publisher, distributions(of_all=False))
        yield Artifact(f"{folder}{FILE}", partial(in_graph, *nodes))


def build_beside_joined(publisher: Publisher) -> Iterator[Artifact]:
    """What a portal offers beside the tables of all agencies."""
    yield from _described(FOLDER, publisher, alone=True)


def _described(folder: str, publisher: Publisher, *, alone: bool) -> Iterator[Artifact]:
    tables = (*TIDY, CODES) if alone else TIDY
    yield Artifact(f"{folder}{PACKAGE}", partial(data_package, publisher, tables))
    if alone:
        yield Artifact(f"{folder}{CSV.file(CODES.name)}", partial(_csv, CODES.table))


def _csv(table: Table, *facts: object) -> bytes:
    return as_csv(table, typed_rows(table, *facts))


def _lines(table: Table, *facts: object) -> bytes:
    return as_json_lines(table, typed_rows(table, *facts))
