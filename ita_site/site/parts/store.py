"""The folder in which agencies are kept as they were made, each with its record.

    <agency>/record.json   what the rest of the site has to know of it
    <agency>/files.json    its files, as they were written
    <agency>/search.json   its pages, for the search of several agencies
    <agency>/names.json    only the names of its pages, for the search of many
    <agency>/site/         its files, by their path in the site
    <agency>/spare/        its folder of a site that was given up, for the next one to take over
    .of-all/               what was made before of the pages and files of no single agency

A site's files are the kept ones by another name (hard links), where the file system can. Who
writes into a site writes into both; so a file counts as kept only while it is as it was written.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.facts.plain_files import files_below
from ita_site.site.finished.finish import rename_in
from ita_site.site.manifest import Entry, hash_file
from ita_site.site.parts.record import (
    Kept,
    Record,
    RecordError,
    list_files,
    read_files,
    read_record,
)
from ita_site.site.search.index import SearchFiles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ita_site.facts.thai.calendar import BEDate
    from ita_site.site.search.index import OfAgency

RECORD, FILES, SEARCH, NAMES = "record.json", "files.json", "search.json", "names.json"
SITE, SPARE = "site", "spare"
OF_ALL = ".of-all"
_WORK = ".work-"


class Store:
    """What is kept, by the names of the agencies' folders."""

    def __init__(self, folder: Path) -> None:
        """It need not be there yet."""
        self.folder = folder

    def find(self, slug: str, key: str, day: BEDate) -> Record | None:
        """The record of an agency made from what `key` stands for and true on a day.

        Whether its files are as they were then is not looked at.
        """
        try:
            record = read_record((self.folder / slug / RECORD).read_bytes())
        except (OSError, RecordError):
            return None
        return record if record.key == key and record.holds_on(day) else None

    def is_whole(self, record: Record) -> bool:
        """Whether every file of an agency is as it was kept.

        What its folder of a site given up has more, fewer or other than these is not kept either.
        """
        slug = record.summary.slug
        try:
            kept, site = self._files(slug), self.files_of(slug)
            there = {name: _inode(f"{site}/{name}", file) for name, file in kept.items()}
        except (OSError, RecordError):
            return False
        if None in there.values():
            return False
        spare = self.folder / slug / SPARE
        if spare.is_dir() and _files_in(spare, record.summary.prefix) != there:
            shutil.rmtree(spare, ignore_errors=True)
        return True

    def search_of(self, slug: str) -> SearchFiles:
        """Its pages, for the search of several agencies."""
        return SearchFiles(self.folder / slug / SEARCH, self.folder / slug / NAMES)

    def work_folder(self) -> tempfile.TemporaryDirectory[str]:
        """A folder to make agencies in, from which `keep` takes the files."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(prefix=_WORK, dir=self.folder)

    def keep(self, record: Record, search: OfAgency, made: Path, names: Iterable[str]) -> None:
        """Take an agency's files from the folder of a built site, and write its record."""
        slug = record.summary.slug
        with self.work_folder() as name:
            work = self.folder / name / "new"
            files = {}
            for file in sorted(names):
                target = work / SITE / file
                target.parent.mkdir(parents=True, exist_ok=True)
                (made / file).rename(target)
                files[file] = _kept(target)
            (work / SEARCH).write_text(search.whole, "utf-8")
            (work / NAMES).write_text(search.names, "utf-8")
            (work / FILES).write_bytes(list_files(files))
            (work / RECORD).write_bytes(record.as_json())
            with suppress(FileNotFoundError):
                (self.folder / slug).rename(self.folder / name / "old")
            work.rename(self.folder / slug)

    def give_names(self, record: Record, names: Mapping[str, str]) -> None:
        """Let its pages call stylesheets by their names of now; `names` has them by the theme's."""
        every = {*record.names, *names}
        both = ((record.names.get(one, one), names.get(one, one)) for one in every)
        changed = {before: now for before, now in both if before != now}
        if not changed:
            return
        slug = record.summary.slug
        shutil.rmtree(self.folder / slug / SPARE, ignore_errors=True)
        files = self._files(slug)
        for name in record.gathered.written:
            file = self.files_of(slug) / name
            rename_in(file, changed)
            files[name] = _kept(file)
        self._rewrite(slug, FILES, list_files(files))
        self._rewrite(slug, RECORD, dataclasses.replace(record, names=dict(names)).as_json())

    def put(self, record: Record, site: Path) -> None:
        """Put the files of a whole agency into a site, in place of what may stand there."""
        slug, folders = record.summary.slug, set[str]()
        kept, spare = self.files_of(slug), self.folder / slug / SPARE
        with suppress(OSError):  # as when there is none, or something stands there
            spare.rename(site / record.summary.prefix)
            return
        shutil.rmtree(spare, ignore_errors=True)
        for name in self._files(slug):  # Of thousands of agencies: texts are the fastest paths.
            if (folder := name.rpartition("/")[0]) not in folders:
                (site / folder).mkdir(parents=True, exist_ok=True)
                folders.add(folder)
            _link(f"{kept}/{name}", f"{site}/{name}")

    def take_over(self, record: Record, site: Path) -> None:
        """Take its folder from a site that is given up: to link each file again takes long."""
        with suppress(OSError):
            (site / record.summary.prefix).rename(self.folder / record.summary.slug / SPARE)

    def forget_others(self, slugs: Collection[str]) -> None:
        """Remove the agencies that there are no more."""
        for entry in self.folder.iterdir() if self.folder.is_dir() else ():
            if entry.is_dir() and not entry.name.startswith(".") and entry.name not in slugs:
                shutil.rmtree(entry, ignore_errors=True)

    def entries(self, slug: str) -> dict[str, Entry]:
        """An agency's files as a manifest lists them; none of one that is not kept."""
        try:
            files = self._files(slug)
        except OSError:
            return {}
        return {name: Entry(kept.sha256, kept.size) for name, kept in files.items()}

    def files_of(self, slug: str) -> Path:
        """The folder below which its files have the paths of a site."""
        return self.folder / slug / SITE

    def _files(self, slug: str) -> dict[str, Kept]:
        return read_files((self.folder / slug / FILES).read_bytes())

    def _rewrite(self, slug: str, name: str, text: bytes) -> None:
        new = self.folder / slug / f"{name}.new"
        new.write_bytes(text)
        new.replace(self.folder / slug / name)


def _kept(file: Path) -> Kept:
    entry, state = hash_file(file), file.stat()
    return Kept(entry.sha256, entry.size, state.st_mtime_ns)


def _files_in(folder: Path, prefix: str) -> dict[str, int | None]:
    """The inodes of an agency's files in its folder of a site, by their paths in that site."""
    return {f"{prefix}{name}": inode for name, inode in files_below(folder)}


def _inode(file: str, kept: Kept) -> int | None:
    """That of a file as it was kept, by its size and time as git sees it; None of another.

    Where only the time is another, it is held by its content.
    """
    state = os.stat(file)  # noqa: PTH116 - of thousands of agencies: see `put`
    is_same = state.st_size == kept.size and (
        state.st_mtime_ns == kept.written or hash_file(Path(file)).sha256 == kept.sha256
    )
    return state.st_ino if is_same else None


def _link(file: str, target: str) -> None:
    try:
        os.link(file, target)
    except FileExistsError:
        Path(target).unlink()
        _link(file, target)
    except OSError:
        shutil.copy2(file, target)
