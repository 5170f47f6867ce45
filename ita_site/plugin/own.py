"""The sites that agencies of a portal have of their own: each as it would be built alone.

They are built in processes, and those of which nothing changed not at all.
"""

from __future__ import annotations

import hashlib
import logging
import re
from concurrent.futures import as_completed
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ita_site.facts.content.folder import Content, read_content
from ita_site.plugin.apart import (
    SEGMENT,
    keys_of,
    portal_folders,
    refuse_committed,
)
from ita_site.plugin.files import remove
from ita_site.plugin.runs import build_once, pool_of, progress_teller, reason_of_failure
from ita_site.plugin.settings import project_folder
from ita_site.site import manifest
from ita_site.site.inputs import CONTENT
from ita_site.site.manifest import ManifestError, hash_folder, read_manifest
from ita_site.site.parts.part import Part
from ita_site.site.settings import today

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ita_site.plugin.project import Project
    from ita_site.site.load import Site

log = get_plugin_logger(__name__)

KEYS = Path(".cache/ita-sites")
"""Below the project: what each agency's own site was built from, and what came of it."""
NAMED_FILE = re.compile(
    r"""\b(?:file|emblem):[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#][^,}#\n]*))"""
)
"""Where facts name a file beside the pages."""
NO_ADDRESS = "ยังไม่มีที่อยู่ของเว็บไซต์ (site_url) ใน agency.yml ของหน่วยงานนี้ จึงยังทำลิงก์และ QR ไม่ได้"
NO_PORTAL = "ที่นี่ไม่ใช่เว็บไซต์รวมหลายหน่วยงาน ให้สร้างด้วย ita-site build"


class Own(NamedTuple):
    """An agency that is built as a site of its own, and what of the hand-written files is its.

    Pages that speak of the portal's agencies are the portal's, and files that another agency's
    facts name are that agency's: these are `left_out`.
    """

    data: Path
    content: Content
    left_out: frozenset[str]
    agencies: frozenset[str]

    @property
    def part(self) -> Part:
        """All there is of the site."""
        return Part(content=self.content)

    def set_navigation(self, config: MkDocsConfig) -> None:
        """A navigation that names agencies is the portal's."""
        if self.agencies & {*SEGMENT.findall(str(config.nav or ""))}:
            config.nav = None

    def take_away(self, files: Files, config: MkDocsConfig) -> None:
        """Take what is left out from MkDocs' files."""
        there = config.docs_dir
        remove(files, lambda it: it.src_dir == there and it.src_uri in self.left_out)

    def refuse(self, site: Site) -> None:
        """Make sure that the site knows where it will stand.

        Raises:
            PluginError: when it does not.
        """
        if not site.outputs.site_url:
            raise PluginError(NO_ADDRESS)


class Made(NamedTuple):
    """What became of one agency's own site: why it was not built, or what MkDocs warned of."""

    reason: str = ""
    warnings: tuple[str, ...] = ()


def build_own(
    project: Project, wanted: Collection[str], sites: Path, jobs: int
) -> tuple[Mapping[str, Made], int]:
    """Build the own sites of some agencies, by their folders, into folders of `sites`.

    Gives what became of each, and how many had to be built anew.

    Raises:
        PluginError: when the data are no portal's.
    """
    folder = project_folder(project.config)
    folders = {it.name: it for it in portal_folders(project.data)}
    if not folders:
        raise PluginError(NO_PORTAL)
    whole = sites.resolve()
    if whole.is_relative_to(folder.resolve()):
        refuse_committed(folder, whole.relative_to(folder.resolve()).as_posix())
    content = read_content(Path(project.config.docs_dir))
    named = {slug: _named_files(path) for slug, path in folders.items()}
    owns = {slug: _own(folders[slug], content, named) for slug in wanted if slug in folders}
    keys = _keys(project, {slug: folders[slug] for slug in owns}, owns)
    stale = [slug for slug in owns if not _is_built(folder / KEYS / slug, keys[slug], sites / slug)]
    made = {slug: Made() for slug in owns}
    log.info("สร้างเว็บไซต์ของ %d จาก %d หน่วยงาน", len(stale), len(owns))
    for slug, result in _build(project, {slug: owns[slug] for slug in stale}, sites, jobs):
        made[slug] = result
        if not (result.reason or result.warnings):  # what is to be told is told each time
            _note(folder / KEYS / slug, keys[slug], sites / slug)
    return made, len(stale)


def _build(
    project: Project, owns: Mapping[str, Own], sites: Path, jobs: int
) -> Iterator[tuple[str, Made]]:
    if not owns:
        return
    settings, tell = project.config.config_file_path, progress_teller()
    with pool_of(min(jobs, len(owns))) as pool:
        running = {
            pool.submit(build_own_site, settings, own, sites / slug): slug
            for slug, own in owns.items()
        }
        for done, finished in enumerate(as_completed(running), 1):
            yield running[finished], finished.result()
            tell(done, len(owns))


def build_own_site(settings: str, own: Own, site: Path) -> Made:
    """Build one agency's own site, in a process that may build others."""
    with _Warnings() as warnings:
        reason = reason_of_failure(lambda: build_once(settings, site, own=own))
    return Made(reason, tuple(warnings.texts))


_SAID = logging.getLogger("mkdocs.structure")


class _Warnings(logging.Handler):
    """Gathers what MkDocs itself warns of: links to pages that are not of this site."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def __enter__(self) -> Self:
        self._listen(logging.WARNING)
        _SAID.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        _SAID.removeHandler(self)
        self._listen(logging.NOTSET)

    def _listen(self, level: int) -> None:
        """What is gathered is told once, in the end."""
        _SAID.setLevel(level)
        _SAID.propagate = level == logging.NOTSET

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


def _own(folder: Path, content: Content, named: Mapping[str, frozenset[str]]) -> Own:
    slug = folder.name
    pages = {
        name: file
        for name, file in content.files.items()
        if file.text and not named.keys() & set(SEGMENT.findall(file.text))
    }
    shown = "\n".join(file.text for file in pages.values())
    theirs = frozenset().union(*(files for other, files in named.items() if other != slug))
    left_out = frozenset(
        name
        for name, file in content.files.items()
        if (file.text and name not in pages)
        or (name in theirs and name not in named[slug] and name not in shown)
    )
    kept = {name: file for name, file in content.files.items() if name not in left_out}
    told = {content.files[name].name for name in left_out}
    problems = tuple(found for found in content.problems if found.file not in told)
    return Own(folder, Content(kept, problems), left_out, frozenset(named))


def _named_files(folder: Path) -> frozenset[str]:
    """The files beside the pages that an agency's facts name."""
    texts = (file.read_text("utf-8", errors="replace") for file in folder.rglob("*.yml"))
    found = (match for text in texts for match in NAMED_FILE.finditer(text))
    return frozenset((match[1] or match[2] or match[3] or "").strip() for match in found)


def _keys(project: Project, folders: Mapping[str, Path], owns: Mapping[str, Own]) -> dict[str, str]:
    """What each site is built from, its day, and what is left out for other agencies' facts."""
    _, keys = keys_of(project, folders.values())
    content = project.inputs[CONTENT].sha256
    return {
        slug: f"{key} {today()} {content} {_sha256(sorted(owns[slug].left_out))}"
        for slug, key in keys.items()
    }


def _is_built(note: Path, key: str, site: Path) -> bool:
    """Whether the site was built from this, and is as it was then."""
    try:
        text = (site / manifest.NAME).read_bytes()
        is_same = note.read_text("utf-8") == _noted(key, text)
        return is_same and read_manifest(text).files == hash_folder(site)
    except (OSError, ManifestError):
        return False


def _note(note: Path, key: str, site: Path) -> None:
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(_noted(key, (site / manifest.NAME).read_bytes()), "utf-8")


def _noted(key: str, stated: bytes) -> str:
    return f"{key}\n{hashlib.sha256(stated).hexdigest()}\n"


def _sha256(names: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(names).encode()).hexdigest()
