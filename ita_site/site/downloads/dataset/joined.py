"""The tables of all agencies of a portal, joined from what each agency's own files hold.

They are read one after the other from their files, whoever made them: so the bytes are the same
however a site was made, and no two agencies are in memory at once.
"""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from ita_site.site.downloads.csv_file import as_csv
from ita_site.site.downloads.dataset.catalogue import (
    FILE,
    catalogue,
    dataset,
    datasets_in,
    pieces,
)
from ita_site.site.downloads.dataset.files import CSV, JSON_LINES, PARQUET, distributions, forms
from ita_site.site.downloads.dataset.identity import FOLDER
from ita_site.site.downloads.dataset.parquet import write_parquet
from ita_site.site.downloads.dataset.tables import TIDY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ita_site.site.build_cache import BuildCache
    from ita_site.site.downloads.dataset.catalogue import Node
    from ita_site.site.downloads.dataset.publisher import Publisher
    from ita_site.site.downloads.table import Table


def joined_files(publisher: Publisher) -> tuple[str, ...]:
    """The paths of what `join` writes."""
    names = [form.file(tidy.name) for tidy in TIDY for form in forms(of_all=True)]
    return tuple(f"{FOLDER}{name}" for name in (*names, *([FILE] if publisher.home else [])))


def join(
    site: Path, agencies: Iterable[Path], publisher: Publisher, cache: BuildCache | None = None
) -> None:
    """Write the tables of all agencies into a site; each has its files in a folder.

    `cache` has what was made of the same lines before.
    """
    target = site / FOLDER
    target.mkdir(exist_ok=True)
    folders = [agency / FOLDER for agency in agencies]
    for tidy in TIDY:
        _join_csv(tidy.table, folders, target)
        lines = target / JSON_LINES.file(tidy.name)
        digest = _join_lines(folders, lines)
        if PARQUET in forms(of_all=True):
            file = target / PARQUET.file(tidy.name)
            _write_parquet(tidy.table, lines, file, digest, cache)
    if publisher.home:
        with (target / FILE).open("wb") as out:
            out.writelines(pieces(_nodes(folders, publisher)))


def _join_csv(table: Table, folders: Iterable[Path], target: Path) -> None:
    head, name = as_csv(table.names, ()), CSV.file(table.name)
    with (target / name).open("wb") as out:
        out.write(head)
        for folder in folders:
            with (folder / name).open("rb") as own:
                own.seek(len(head))
                shutil.copyfileobj(own, out)


def _join_lines(folders: Iterable[Path], target: Path) -> str:
    """Gives the SHA-256 of all lines."""
    digest = hashlib.sha256()
    with target.open("wb") as out:
        for folder in folders:
            own = (folder / target.name).read_bytes()
            digest.update(own)
            out.write(own)
    return digest.hexdigest()


def _write_parquet(
    table: Table, lines: Path, file: Path, digest: str, cache: BuildCache | None
) -> None:
    def made() -> bytes:
        write_parquet(table, lines, file)
        return file.read_bytes()

    if cache:
        file.write_bytes(cache.get((table.name, digest), made))
    else:
        write_parquet(table, lines, file)


def _nodes(folders: Iterable[Path], publisher: Publisher) -> Iterator[Node]:
    known = catalogue(publisher)
    yield known
    yield dataset(publisher, distributions(of_all=True))
    for folder in folders:
        yield from datasets_in((folder / FILE).read_bytes(), known["@id"])
