"""Agencies of a portal built apart, in processes of their own; unchanged ones not at all.

The process that asks for it then builds the rest of the site as ever, and joins all of it.
"""

from __future__ import annotations

import math
import re
from concurrent.futures import as_completed
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ita_site.facts.content.folder import read_content
from ita_site.facts.git.command import git, root_of
from ita_site.facts.reading.publication import OWN_FILE, agency_folders, nameless_folders
from ita_site.plugin.messages import plainly
from ita_site.plugin.options import NO_SHARDS
from ita_site.plugin.runs import build_once, pool_of, progress_teller, reason_of_failure
from ita_site.plugin.settings import project_folder, stated
from ita_site.site.build_cache import BuildCache
from ita_site.site.inputs import CONTENT
from ita_site.site.pages.blocks import markers
from ita_site.site.parts.files_beside import FilesBeside
from ita_site.site.parts.key import agency_key, shared_key
from ita_site.site.parts.part import Part
from ita_site.site.parts.store import OF_ALL, Store
from ita_site.site.settings import source_date_epoch, today

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from ita_site.facts.content.folder import Content
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.plugin.project import Project
    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.manifest import Entry
    from ita_site.site.parts.record import Record
    from ita_site.site.parts.shard import Shard

log = get_plugin_logger(__name__)

KEPT = Path(".cache/ita-site")
"""Below the project: what is kept of each agency from one build to the next."""
OURS = {"ita-site", "search", "material/search"}
"""Plugins beside which an agency's pages depend on that agency alone."""
AT_ONCE = 12
"""Agencies that a process makes in one run of MkDocs: few enough for its memory, and for starting
that run not to count."""
SEGMENT = re.compile(r"[\w-]+")
ADDRESS = re.compile(r" at 0x[0-9a-f]+")
"""Where Python keeps an object; it is another one each time."""


class Batch(NamedTuple):
    """Agencies to be made in one run of MkDocs: their keys by their folders' names.

    `day` is that of the whole build, which may last beyond midnight.
    """

    keys: Mapping[str, str]
    day: BEDate
    data: Path
    content: Content
    log: Log | None
    store: Store

    def only(self, slugs: Collection[str]) -> Batch:
        """Some of them."""
        return self._replace(keys={it: key for it, key in self.keys.items() if it in slugs})

    @property
    def part(self) -> Part:
        """What of the site that run makes."""
        return Part(frozenset(self.keys), shared=False, content=self.content)


@dataclass(frozen=True)
class Apart:
    """The agencies of a portal that were made apart, and where they are kept.

    `here` are the folders of the others, `told` those of these of whose facts hand-written pages
    tell; `content` are the hand-written files, `cache` has what was made of the rest of the site.
    """

    records: tuple[Record, ...]
    store: Store
    here: frozenset[str]
    told: frozenset[str]
    content: Content
    cache: BuildCache

    @property
    def part(self) -> Part:
        """What of the site is still to be made."""
        summaries = tuple(record.summary for record in self.records)
        return Part(
            self.here,
            elsewhere=summaries,
            told=self.told,
            content=self.content,
            cache=self.cache,
        )

    def entries(self, folder: str) -> Mapping[str, Entry]:
        """What is known of the files in one of the site's folders, if it is one of theirs."""
        return self.store.entries(folder) if folder in self._folders else {}

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(record.summary.slug for record in self.records)

    def files_of(self, folder: str, site: Path) -> Path:
        """Where an agency's files stand, below its folder's name, before all are in the site."""
        return self.store.files_of(folder) if folder in self._folders else site

    def take_over(self, site: Path) -> None:
        """Keep their folders of a site that is given up, for the next one."""
        for record in self.records:
            self.store.take_over(record, site)


def make_apart(project: Project, jobs: int, shard: Shard | None = None) -> Apart | None:
    """Make those agencies of a portal that changed; None where it must be built whole.

    Of a `shard` only its own are made, and no others are kept.

    Raises:
        PluginError: when one cannot be made, for another reason than its data.
    """
    data, config = project.data, project.config
    folders = portal_folders(data)
    content = read_content(Path(config.docs_dir))
    slugs = frozenset(folder.name for folder in folders)
    if len(slugs) < 2 or _depends_on_all(config, slugs):  # noqa: PLR2004 - one is no portal
        return None
    refuse_committed(project_folder(config))
    here, told = _named(content, slugs)
    store = Store(project_folder(config) / KEPT)
    wanted = [folder for folder in folders if folder.name not in here]
    ours = [it for it in wanted if shard is None or shard.holds(it.name)]
    shared, keys = keys_of(project, ours)
    day = today()
    batch = Batch(keys, day, data, content, project.log, store)
    found = {slug: store.find(slug, key, day) for slug, key in keys.items()}
    stale = {slug for slug, record in found.items() if record is None or _lacks_a_file(record)}
    spoilt = set[str]()

    def look() -> None:
        """Find those whose files somebody has touched: there are hundreds of thousands."""
        records = (record for record in found.values() if record)
        spoilt.update(it.summary.slug for it in records if not store.is_whole(it))

    _make(project, batch.only(stale), jobs, len(keys), beside=look)
    _make(project, batch.only(spoilt), jobs, len(keys), beside=lambda: None)
    found |= {slug: store.find(slug, keys[slug], day) for slug in stale | spoilt}
    if lost := [slug for slug, record in found.items() if record is None]:
        message = f"สร้างหน้าของหน่วยงานไม่ได้: {', '.join(lost)}"
        raise PluginError(message)
    store.forget_others(keys if shard else slugs)
    nameless = {folder.name for folder in nameless_folders(data)}
    records = tuple(record for _, record in sorted(found.items()) if record)
    cache = BuildCache(store.folder / OF_ALL, shared)
    return Apart(records, store, here | nameless, told, content, cache)


def _lacks_a_file(record: Record) -> bool:
    """Whether it tells which file was meant: any new one may be nearer."""
    return any(each.code == "ITA374" for each in (*record.errors, *record.warnings))


def make_shard(project: Project, shard: Shard, jobs: int) -> tuple[Record, ...]:
    """Make those agencies of a shard that changed, and no site; gives all of its agencies.

    Where there is one agency so far, it is made with the site by who joins.

    Raises:
        PluginError: when the portal can only be built whole, or an agency not be made.
    """
    if made := make_apart(project, jobs, shard):
        return made.records
    if len(portal_folders(project.data)) == 1:
        return ()
    raise PluginError(NO_SHARDS)


def portal_folders(data: Path) -> list[Path]:
    """The agencies' folders of a portal; none where the data are one agency's."""
    return [] if (data / OWN_FILE).is_file() else agency_folders(data)


def refuse_committed(folder: Path, *kept: str) -> None:
    """What is kept was made here: with a proposal, pages could come that nobody has built.

    Raises:
        PluginError: when git has any of it.
    """
    for name in (KEPT.parts[0], *kept):
        with plainly():
            is_there = root_of(folder) and git(folder, "ls-files", "--", name)
        if is_there:
            message = (
                f"มีไฟล์ใน {name} อยู่ใน git ซึ่งอาจเป็นหน้าเว็บที่ไม่ได้สร้างจากข้อมูล "
                f"นำออกด้วย git rm -r --cached {name} แล้วลบโฟลเดอร์นั้น จากนั้นสร้างใหม่"
            )
            raise PluginError(message)


def _depends_on_all(config: MkDocsConfig, slugs: frozenset[str]) -> bool:
    """Whether something of the project's may see all pages at once; told where it does."""
    others = sorted({*config.plugins} - OURS) + sorted(config.hooks)
    if others:
        log.info("สร้างทุกหน่วยงานพร้อมกัน เพราะใช้ %s ด้วย", ", ".join(others))
        return True
    return not slugs.isdisjoint(SEGMENT.findall(str(config.nav or "")))


def _named(content: Content, slugs: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The agencies that hand-written pages may link to, and those of whose facts blocks tell.

    A page that is linked to from Markdown is made in the same run of MkDocs.
    """
    linked, told = set[str](), set[str]()
    for file in content.files.values():
        blocks = {marker.line for marker in markers(file.text)}
        for number, line in enumerate(file.text.split("\n"), start=1):
            (told if number in blocks else linked).update(SEGMENT.findall(line))
    return slugs & linked, (slugs & told) - linked


def keys_of(project: Project, folders: Iterable[Path]) -> tuple[str, dict[str, str]]:
    """What all pages of a portal depend on, and each of these agencies, by its folder's name."""
    settings = ADDRESS.sub("", repr(stated(project.config)))
    beside = FilesBeside(project.inputs[CONTENT].files, settings)
    prints, asked = project.prints, None if source_date_epoch() is None else today()
    shared = shared_key(
        *(project.inputs, project.data, asked, beside), settings=settings, prints=prints
    )
    keys = {it.name: agency_key(shared, it, project.log, beside) for it in folders}
    return shared, keys


def _make(
    project: Project,
    wanted: Batch,
    jobs: int,
    count: int,
    beside: Callable[[], None] = lambda: None,
) -> None:
    """Make agencies in processes, a few at a time, and tell what remains.

    `beside` is done here meanwhile.
    """
    if not wanted.keys:
        beside()
        return
    batches = list(_batches(wanted, jobs))
    failed: list[Batch] = []
    tell, done = progress_teller(), 0
    log.info("สร้างหน้าของ %d จาก %d หน่วยงาน", len(wanted.keys), count)
    with pool_of(min(jobs, len(batches))) as pool:
        file = project.config.config_file_path
        running = {pool.submit(make_batch, file, batch): batch for batch in batches}
        beside()
        for made in as_completed(running):
            batch, reason = running[made], made.result()
            done += len(batch.keys)
            if reason and len(batch.keys) > 1:
                failed.append(batch)
            elif reason:
                log.error("%s: %s", *batch.keys, reason)
            tell(done, len(wanted.keys))
    for batch in failed:  # One of them may be at fault; the others are not.
        for slug, key in batch.keys.items():
            if reason := make_batch(file, batch._replace(keys={slug: key})):
                log.error("%s: %s", slug, reason)


def _batches(wanted: Batch, jobs: int) -> Iterator[Batch]:
    slugs = sorted(wanted.keys)
    size = max(1, min(AT_ONCE, math.ceil(len(slugs) / jobs)))
    for first in range(0, len(slugs), size):
        yield wanted.only(slugs[first : first + size])


def make_batch(settings: str, batch: Batch) -> str:
    """Make some agencies in one run of MkDocs; gives why that could not be done."""

    def make() -> None:
        with batch.store.work_folder() as folder:
            build_once(settings, Path(folder, "site"), batch=batch)

    return reason_of_failure(make)
