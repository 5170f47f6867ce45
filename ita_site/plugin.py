"""The MkDocs host. All the work is in the wings below; this hands it over.

The data is read and checked before MkDocs touches the old site, so that a mistake in the
data never costs a good site. What makes a site is imported when one is made: who mistypes
`mkdocs.yml` does not wait for it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import base
from mkdocs.config import config_options as opt
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger, get_plugins
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from ita_site.facts.git.command import GitError
from ita_site.facts.plain_files import is_plain_file, readable
from ita_site.facts.problems import DataError, ItaSiteError, as_text
from ita_site.site.code_host import commit_url, history_url
from ita_site.site.finished.code import DIGEST
from ita_site.site.finished.finish import BuiltSite, finish_site
from ita_site.site.finished.known_scripts import known_scripts
from ita_site.site.finished.promises import BuiltPage
from ita_site.site.manifest import about, write_manifest
from ita_site.site.pdf.press import CHOICES, NO_CHROMIUM, is_wanted, open_press
from ita_site.site.raw_html import anchors, put_back, set_aside
from ita_site.site.search.search import THEMES_PLUGIN, Search, is_unused, our_worker
from ita_site.site.settings import data_dir, keeps_going, tells_changes, today
from ita_site.site.theme import apply_look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.artifact import Artifact, Document
    from ita_site.site.load import Site
    from ita_site.site.outputs import Outputs
    from ita_site.site.pdf.press import Press

log = get_plugin_logger(__name__)

TRANSLATOR = "i18n"
"""mkdocs-static-i18n. It takes every page for a file on the disk, and ours are none."""
UNTRANSLATED = (
    "ใช้ปลั๊กอิน i18n (mkdocs-static-i18n) ร่วมกับ ita-site ไม่ได้ เพราะปลั๊กอินนั้นไม่รับหน้าที่สร้างจากข้อมูล "
    "ให้ตัดบรรทัด i18n ออกจาก mkdocs.yml แล้วเขียนหน้าภาษาอื่นเป็นหน้าธรรมดา เช่น content/en/index.md"
)
ORDERING = {"awesome-nav", "awesome-pages"}
"""Plugins that make the whole navigation and take any other for a mistake."""
SECTIONS = "section-index"
HISTORY = "git_"
"""How the names begin under which plugins tell in `meta` when git last saw a page's file."""


class ItaSiteConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options under `plugins: - ita-site:` in mkdocs.yml."""

    data_dir = opt.Optional(opt.Type(str))
    """The data folder, relative to mkdocs.yml. Default: data. The environment variable ITA_DATA
    goes before it; what that says is relative to where one stands."""
    keep_going = opt.Type(bool, default=False)
    """Whether a portal is built without the agencies whose data has errors; ITA_KEEP_GOING
    goes before it."""
    pdf = opt.Choice(CHOICES, default="auto")
    """Whether pages are offered as PDF: where there is a Chromium (`auto`), always, never.
    The environment variable ITA_PDF goes before it. While serving there are none."""
    search = opt.Type(bool, default=True)
    """Whether pages can be searched; `search` among the plugins has no need to be named."""
    allow_scripts = opt.ListOfItems(opt.Type(str), default=[])
    """Digests (`sha256-…`) of scripts within pages that a reviewer has seen and allowed."""


@dataclass
class Build:
    """One run of MkDocs: what the facts gave, and what the hooks hand to one another.

    While serving, the next run begins with the site of the last one that was good.
    """

    site: Site
    data: Path
    search: Search | None = None
    press: Press | None = None
    set_aside: dict[str, list[str]] = field(default_factory=dict)
    pages_built: dict[str, BuiltPage] = field(default_factory=dict)

    @property
    def outputs(self) -> Outputs:
        """Everything the site consists of."""
        return self.site.outputs

    @cached_property
    def pages(self) -> frozenset[str]:
        """The paths of the generated pages."""
        return frozenset(artifact.path for artifact in self.outputs.artifacts if artifact.is_page)


class ItaSitePlugin(BasePlugin[ItaSiteConfig]):  # type: ignore[no-untyped-call]
    """Puts the pages made from the data among the hand-written ones."""

    _serving = False
    _last: Build | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names it
        """Keep this object, and with it the last good build, over rebuilds."""
        self._serving = command == "serve"

    @property
    def _build(self) -> Build:
        assert self._last  # noqa: S101 - on_pre_build came first
        return self._last

    def on_config(self, config: MkDocsConfig) -> None:
        """Watch the data folder; refuse a setting that would break every address."""
        if not config.use_directory_urls:
            message = "use_directory_urls must stay true: published addresses depend on it"
            raise PluginError(message)
        if TRANSLATOR in config.plugins:
            raise PluginError(UNTRANSLATED)
        for digest in self.config.allow_scripts:
            if not DIGEST.fullmatch(digest):
                message = f"allow_scripts: “{digest}” ไม่ใช่ sha256-… ที่ได้จากข้อความของ ITA511"
                raise PluginError(message)
        data = self._data_dir(config)
        if data.is_dir():
            config.watch.append(str(data))
        _look(config)
        _switch_search(config, on=self.config.search)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read, check and build everything while the old site still stands.

        While serving, wrong data is reported and the last good pages stay.
        """
        build = self._last = Build(self._site(config), self._data_dir(config))
        _dress(config, build.outputs, serving=self._serving)
        build.search = _search(config, build.outputs)
        if build.outputs.documents and not self._serving:
            with _plainly():
                build.press = open_press(self.config.pdf)
            if not build.press and is_wanted(self.config.pdf):
                log.info("%s", NO_CHROMIUM)

    def _data_dir(self, config: MkDocsConfig) -> Path:
        return data_dir(self.config.data_dir, _project(config))

    def _site(self, config: MkDocsConfig) -> Site:
        from ita_site.site.load import load_site  # noqa: PLC0415 - the whole house

        try:
            going = keeps_going(self.config.keep_going)
            data = self._data_dir(config)
            history = _history(data, config)
            site = load_site(data, Path(config.docs_dir), today(), keep_going=going, log=history)
        except ItaSiteError as error:
            message = _unpublishable(error)
            if not self._serving or self._last is None:
                raise PluginError(message) from error
            log.error("%s", message)  # noqa: TRY400 - an officer needs no traceback
            return replace(self._last.site, withheld=())
        _report(site)
        return site

    @event_priority(50)  # Early, so that plugins that look at all files see ours.
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the generated files."""
        build = self._build
        _remove_unread(files, build.site.content, config)
        listed = set(_paths(build.outputs.navigation))
        for artifact in build.outputs.artifacts:
            file = File.generated(config, artifact.path, content=artifact.content)
            file.edit_uri = _edit_uri(artifact, config)
            if artifact.is_page and artifact.path not in listed:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        _remove(files, lambda file: file.src_dir != config.docs_dir and is_unused(file.src_uri))
        if build.search:
            theirs, ours = build.search.their_worker, our_worker()
            _remove(files, lambda file: file.src_uri == theirs)
            files.append(File.generated(config, ours.path, content=ours.content))

    @event_priority(-50)  # Late, when every plugin's pages are there; before those that sort them.
    def _navigate(self, files: Files, *, config: MkDocsConfig) -> None:
        """Give the navigation where the settings give none: our pages, then all others."""
        if config.nav is None and not ORDERING & config.plugins.keys():
            hidden = InclusionLevel.NOT_IN_NAV.value
            others = (it for it in files.documentation_pages() if it.inclusion.value > hidden)
            paths = {file.src_uri for file in others} - self._build.pages
            config.nav = [*self._build.outputs.navigation, *sorted(paths, key=PurePosixPath)]

    on_files = CombinedEvent(_add_files, _navigate)

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object
    ) -> str:
        """Give a page that is not ours its frame and blocks; spare ours the parsing."""
        build, path = self._build, page.file.src_uri
        if path in build.pages:
            markdown, build.set_aside[path] = set_aside(markdown)
            return markdown
        page.meta["ita"] = config.extra["ita"]
        if page.file.generated_by is not None:  # One of the folder has been checked.
            for problem in build.outputs.block_problems(markdown, path):
                log.warning("%s", as_text([problem]))
        return build.outputs.fill_blocks(markdown, page.file.url.removeprefix("./"))

    @event_priority(100)  # First, so that other plugins see whole pages.
    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Put our HTML back, and tell MkDocs what can be linked to in it."""
        blocks = self._build.set_aside.pop(page.file.src_uri, [])
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(blocks)
        return put_back(html, blocks)

    @event_priority(-50)  # After section-index, which by then reads the templates.
    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: object) -> None:
        """Show section-index the template that it knows the theme by; our own needs none of it."""
        if SECTIONS in config.plugins:
            env.get_template("partials/nav-item.html")

    def on_page_context(self, _context: object, *, page: Page, **_: object) -> None:
        """Tell the theme where the file's history is: the code host is this host's to know."""
        if page.file.src_uri in self._build.pages:  # no file of git's: the moment of the build
            for name in [name for name in page.meta if name.startswith(HISTORY)]:
                del page.meta[name]
        if page.edit_url and (history := history_url(page.edit_url)):
            page.meta["ita"] = {**page.meta["ita"], "changes": history}

    def on_post_page(self, _output: str, *, page: Page, config: MkDocsConfig, **_: object) -> None:
        """Keep what finishing has to know of a page, and let go of the rest."""
        build = self._build
        is_ours = page.file.src_uri in build.pages
        if is_ours:  # MkDocs would keep every one to the end.
            page.content = None
        frame = page.meta["ita"] if is_ours else config.extra["ita"]
        build.pages_built[page.file.dest_uri] = BuiltPage(
            page.url,
            str(page.meta.get("title") or page.title or ""),
            "" if page.file.generated_by else page.file.src_uri,
            (page.meta.get("ita") or {}).get("agency", ""),
            is_sample=bool(frame["sample"]),
            is_searched=not (page.meta.get("search") or {}).get("exclude"),
        )

    def on_post_template(
        self, _output: str, *, template_name: str, config: MkDocsConfig, **_: object
    ) -> None:
        """Likewise of the page for unknown addresses."""
        if template_name.endswith(".html"):
            sample = bool(config.extra["ita"]["sample"])
            page = BuiltPage("", is_sample=sample, is_searched=False)
            self._build.pages_built[template_name] = page

    @event_priority(-100)  # Last: it is about what the pages are in the end.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the pages, print, list; say last whom the site lacks."""
        build = self._build
        self._finish(build, config)
        if build.press:
            _print(build.press, build.outputs.documents, config)
        if not self._serving:
            with _plainly():
                facts = about(build.site, build.data, config.site_url)
                write_manifest(Path(config.site_dir), facts)
        if build.site.withheld:
            from ita_site.rules.criteria_report import left_out  # noqa: PLC0415 - is there by now

            log.warning("%s", left_out(build.site.withheld))

    def _finish(self, build: Build, config: MkDocsConfig) -> None:
        """Mend and judge what was built; a broken promise is told, and ends a build."""
        custom = config.theme.custom_dir
        theme = [folder for folder in config.theme.dirs if folder != custom]
        site = BuiltSite(
            Path(config.site_dir),
            config.site_url or "",
            Path(config.docs_dir),
            build.pages_built,
            known_scripts(theme) | frozenset(self.config.allow_scripts),
            build.search,
            has_pdf=bool(build.press),
            is_preview=self._serving,
        )
        with _plainly():
            problems = finish_site(site)
        for problem in problems:
            if not problem.is_error:
                log.warning("%s", as_text([problem]))
        if broken := [problem for problem in problems if problem.is_error]:
            count = f"หน้าเว็บยังเผยแพร่ไม่ได้ ต้องแก้ {len(broken)} จุด (เว็บไซต์ในโฟลเดอร์นี้ยังไม่ครบ)"
            message = f"{count}\n{as_text(broken)}"
            if not self._serving:
                raise PluginError(message)
            log.error("%s", message)

    def on_build_error(self, **_: object) -> None:
        """Leave no Chromium behind."""
        if self._last and self._last.press:
            self._last.press.close()


def _look(config: MkDocsConfig) -> None:
    """The look, and what it needs of the settings."""
    try:
        for message in apply_look(config, _stated(config)):
            log.warning("%s", message)
    except ValueError as error:
        raise PluginError(str(error)) from error


def _stated(config: MkDocsConfig) -> dict[str, Any]:
    """What the project wrote: MkDocs keeps no difference between that and its defaults."""
    file = Path(config.config_file_path or "")
    if not file.is_file():
        return {}
    with file.open("rb") as source:
        return yaml_load(source, get_yaml_loader(config=config))


def _switch_search(config: MkDocsConfig, *, on: bool) -> None:
    """The theme's templates ask for its plugin; it stays as the switch, and ours does its work."""
    if on and THEMES_PLUGIN not in config.plugins:
        plugin = get_plugins()[THEMES_PLUGIN].load()()
        plugin.load_config({})
        config.plugins[THEMES_PLUGIN] = plugin
    config.extra["ita_search"] = on
    if THEMES_PLUGIN in config.plugins:
        config.plugins[THEMES_PLUGIN].config["enabled"] = False
    if not on:
        config.plugins.pop(THEMES_PLUGIN, None)


def _history(data: Path, config: MkDocsConfig) -> Log | None:
    """What changed when; a history that is not whole, or not to be read, is told in the log."""
    if not tells_changes():
        return None
    from ita_site.history.changelog import read_log  # noqa: PLC0415 - only who tells needs it

    repo, edit = (config.repo_url or "").rstrip("/"), config.edit_uri or ""
    try:
        found = read_log(data, lambda commit: commit_url(repo, edit, commit))
    except GitError as error:
        log.info("ไม่มีหน้าข้อมูลที่เปลี่ยน เพราะอ่านประวัติของ git ไม่ได้: %s", error)
        return None
    if found and found.shallow:
        log.info("ประวัติของ git ในสำเนานี้ไม่ครบ หน้าข้อมูลที่เปลี่ยนจึงไม่ครบด้วย (ใช้ git fetch --unshallow)")
    return found


def _report(site: Site) -> None:
    from ita_site.rules.criteria_report import summary  # noqa: PLC0415 - is there by now

    for problem in site.errors:
        log.error("%s", as_text([problem]))
    for problem in site.warnings:
        log.warning("%s", as_text([problem]))
    log.info("เกณฑ์\n%s", summary(site.outputs.verdicts))


def _unpublishable(error: ItaSiteError) -> str:
    if not isinstance(error, DataError):
        return str(error)
    count = sum(problem.is_error for problem in error.problems)
    return f"ข้อมูลยังเผยแพร่ไม่ได้ ต้องแก้ {count} จุด (เว็บไซต์เดิมยังอยู่ครบ)\n{error}"


def _dress(config: MkDocsConfig, outputs: Outputs, *, serving: bool) -> None:
    """What the theme needs on pages that are not ours."""
    config.extra["ita"] = outputs.frame.as_meta("content")
    config.site_name = str(config.extra["ita"]["agency"])
    if outputs.site_url and not serving:
        config.site_url = outputs.site_url.rstrip("/") + "/"


@contextmanager
def _plainly() -> Iterator[None]:
    """What is wrong, without a traceback."""
    try:
        yield
    except ItaSiteError as error:
        raise PluginError(str(error)) from error


def _search(config: MkDocsConfig, outputs: Outputs) -> Search | None:
    if not config.extra["ita_search"]:
        return None
    with _plainly():
        return Search(config.theme.dirs, outputs.agencies, outputs.made_pages)


def _print(press: Press, documents: tuple[Document, ...], config: MkDocsConfig) -> None:
    with _plainly():
        press.make(documents, Path(config.site_dir), config.site_url, today().to_date())
    press.close()
    log.info("พิมพ์ PDF %d ไฟล์", len(documents))


def _remove_unread(files: Files, listed: frozenset[str], config: MkDocsConfig) -> None:
    """Keep out what the strict reader has not seen: MkDocs follows every link."""
    root = Path(config.docs_dir)
    for file in list(files):
        is_own = file.src_dir == config.docs_dir and file.generated_by is None
        if is_own and not (file.src_uri in listed and is_plain_file(root, file.src_uri)):
            files.remove(file)
            if file.inclusion is not InclusionLevel.EXCLUDED:
                log.warning("ไม่เผยแพร่ %s เพราะยังไม่ได้ตรวจ", readable(file.src_uri))


def _remove(files: Files, unwanted: Callable[[File], bool]) -> None:
    for file in [file for file in files if unwanted(file)]:
        files.remove(file)


def _paths(navigation: object) -> list[str]:
    if isinstance(navigation, str):
        return [navigation]
    parts = navigation.values() if isinstance(navigation, dict) else navigation
    return [path for part in parts for path in _paths(part)]  # type: ignore[attr-defined]


def _edit_uri(artifact: Artifact, config: MkDocsConfig) -> str | None:
    """The data file relative to the pages' folder; None when it lies outside the project."""
    if artifact.edit_uri is None:
        return None
    root = _project(config).resolve()
    file = Path(artifact.edit_uri).resolve()
    if not file.is_relative_to(root) or not file.is_file():
        return None
    upwards = "../" * len(Path(config.docs_dir).resolve().relative_to(root).parts)
    return upwards + file.relative_to(root).as_posix()


def _project(config: MkDocsConfig) -> Path:
    """The folder of the settings, to which their paths are relative."""
    return Path(config.config_file_path or "mkdocs.yml").parent
