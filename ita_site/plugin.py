"""The MkDocs host. All the work is in the rooms below; this hands it over.

The data is read and checked before MkDocs touches the old site, so that a mistake in the
data never costs a good site.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import base
from mkdocs.config import config_options as opt
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger, get_plugins
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from ita_site.facts.git.command import GitError
from ita_site.facts.problems import DataError, ItaSiteError, as_text
from ita_site.history.changelog.read import read_log
from ita_site.rules.criteria_report import left_out, summary
from ita_site.site.code_host import commit_url, history_url
from ita_site.site.load import about, data_dir, keeps_going, load_site, tells_changes, today
from ita_site.site.manifest import write_manifest
from ita_site.site.minify.site import lighten
from ita_site.site.pdf.offer import offer_documents
from ita_site.site.pdf.press import CHOICES, NO_CHROMIUM, is_wanted, open_press
from ita_site.site.policy.site import protect
from ita_site.site.raw_html import anchors, put_back, set_aside
from ita_site.site.search.search import THEMES_PLUGIN, Search, is_unused, our_worker
from ita_site.site.theme import apply_look
from ita_site.site.typeset import keep_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.artifact import Artifact
    from ita_site.site.outputs import Outputs
    from ita_site.site.pdf.press import Press

log = get_plugin_logger(__name__)


class ItaSiteConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options under `plugins: - ita-site:` in mkdocs.yml."""

    data_dir = opt.Optional(opt.Type(str))
    """The data folder; the environment variable ITA_DATA goes before it. Default: data."""
    keep_going = opt.Type(bool, default=False)
    """Whether a portal is built without the agencies whose data has errors; ITA_KEEP_GOING
    goes before it."""
    pdf = opt.Choice(CHOICES, default="auto")
    """Whether pages are offered as PDF: where there is a Chromium (`auto`), always, never.
    The environment variable ITA_PDF goes before it. While serving there are none."""
    search = opt.Type(bool, default=True)
    """Whether pages can be searched; `search` among the plugins has no need to be named."""


class ItaSitePlugin(BasePlugin[ItaSiteConfig]):  # type: ignore[no-untyped-call]
    """Puts the pages made from the data among the hand-written ones."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names it
        """Keep this object, and with it the last good outputs, over rebuilds."""
        self._serving = command == "serve"
        self._outputs: Outputs | None = None
        self._press: Press | None = None

    def on_config(self, config: MkDocsConfig) -> None:
        """Watch the data folder; refuse a setting that would break every address."""
        self._data_dir = data_dir(self.config.data_dir)
        if not config.use_directory_urls:
            message = "use_directory_urls must stay true: published addresses depend on it"
            raise PluginError(message)
        if self._data_dir.is_dir():
            config.watch.append(str(self._data_dir))
        _look(config)
        _switch_search(config, on=self.config.search)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read, check and build everything while the old site still stands.

        While serving, wrong data is told and the last good pages stay.
        """
        self._left_out: tuple[str, ...] = ()
        try:
            going = keeps_going(self.config.keep_going)
            pages = Path(config.docs_dir)
            history = _history(self._data_dir, config)
            site = load_site(self._data_dir, pages, today(), keep_going=going, log=history)
        except ItaSiteError as error:
            message = _told(error)
            if not self._serving or self._outputs is None:
                raise PluginError(message) from error
            log.error("%s", message)  # noqa: TRY400 - an officer needs no traceback
        else:
            for problem in site.errors:
                log.error("%s", as_text([problem]))
            for problem in site.warnings:
                log.warning("%s", as_text([problem]))
            self._left_out = site.withheld
            log.info("เกณฑ์\n%s", summary(site.outputs.verdicts))
            self._outputs = site.outputs
            self._site = site
        _dress(config, self._outputs, serving=self._serving)
        self._search = _search(config, self._outputs)
        if self._outputs.documents and not self._serving:
            with _plainly():
                self._press = open_press(self.config.pdf)
            if not self._press and is_wanted(self.config.pdf):
                log.info("%s", NO_CHROMIUM)

    @event_priority(50)  # Early, so that plugins that look at all files see ours.
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the generated files."""
        assert self._outputs  # noqa: S101 - on_pre_build came first
        listed = set(_paths(self._outputs.navigation))
        self._pages = {artifact.path for artifact in self._outputs.artifacts if artifact.is_page}
        self._aside: dict[str, list[str]] = {}
        for artifact in self._outputs.artifacts:
            file = File.generated(config, artifact.path, content=artifact.content)
            file.edit_uri = _edit_uri(artifact, config)
            if artifact.is_page and artifact.path not in listed:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        _remove(files, lambda file: file.src_dir != config.docs_dir and is_unused(file.src_uri))
        if self._search:
            theirs, ours = self._search.their_worker, our_worker()
            _remove(files, lambda file: file.src_uri == theirs)
            files.append(File.generated(config, ours.path, content=ours.content))

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object
    ) -> str:
        """Fill the blocks of a hand-written page and give it its frame; spare ours the parsing."""
        path = page.file.src_uri
        if path in self._pages:
            markdown, self._aside[path] = set_aside(markdown)
            return markdown
        if page.file.generated_by is not None:
            return markdown
        assert self._outputs  # noqa: S101 - on_pre_build came first
        page.meta.setdefault("ita", config.extra["ita"])
        return self._outputs.fill_blocks(markdown, page.file.url.removeprefix("./"))

    @event_priority(100)  # First, so that other plugins see whole pages.
    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Put our HTML back, tell MkDocs what can be linked to in it, and keep terms whole."""
        blocks = self._aside.pop(page.file.src_uri, [])
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(blocks)
        whole = offer_documents(put_back(html, blocks), made=bool(self._press))
        return keep_terms(whole, (page.meta.get("ita") or {}).get("agency", ""))

    def on_page_context(self, _context: object, *, page: Page, **_: object) -> None:
        """Let the search read a page, now that every plugin has done its part.

        The theme is told where the file's history is: the code host is this host's to know.
        """
        if self._search and not (page.meta.get("search") or {}).get("exclude"):
            title = page.meta.get("title") or page.title or ""
            self._search.read(page.url, str(title), page.content or "")
        if page.edit_url and (history := history_url(page.edit_url)):
            page.meta["ita"] = {**page.meta["ita"], "changes": history}

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Start our search on a page, and let go of it: MkDocs would keep every one to the end."""
        if page.file.src_uri in self._pages:
            page.content = None
        return _searched(output, self._search, page.url)

    def on_post_template(self, output_content: str, *, template_name: str, **_: object) -> str:
        """Likewise on the page for unknown addresses."""
        is_page = template_name.endswith(".html")
        return _searched(output_content, self._search, "") if is_page else output_content

    @event_priority(-100)  # Last: a policy is about what the pages are in the end.
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the search knows; lighten, protect, print, list; say last whom it lacks.

        The preview stays as it is: it is built often, and its host puts a script into each page.
        """
        for artifact in self._search.indexes() if self._search else ():
            file = Path(config.site_dir, artifact.path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(artifact.content)
        if not self._serving:
            lighten(Path(config.site_dir))
            _protect(config)
        if self._press:
            self._print(self._press, config)
        if not self._serving:
            with _plainly():
                told = about(self._site, self._data_dir, config.site_url)
                write_manifest(Path(config.site_dir), told)
        if self._left_out:
            log.warning("%s", left_out(self._left_out))

    def _print(self, press: Press, config: MkDocsConfig) -> None:
        assert self._outputs  # noqa: S101 - on_pre_build came first
        documents, site = self._outputs.documents, Path(config.site_dir)
        with _plainly():
            press.make(documents, site, config.site_url, today().to_date())
        press.close()
        log.info("พิมพ์ PDF %d ไฟล์", len(documents))

    def on_build_error(self, **_: object) -> None:
        """Leave no Chromium behind."""
        if self._press:
            self._press.close()


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
    repo, edit = (config.repo_url or "").rstrip("/"), config.edit_uri or ""
    try:
        found = read_log(data, lambda commit: commit_url(repo, edit, commit))
    except GitError as error:
        log.info("ไม่มีหน้าข้อมูลที่เปลี่ยน เพราะอ่านประวัติของ git ไม่ได้: %s", error)
        return None
    if found and found.shallow:
        log.info("ประวัติของ git ในสำเนานี้ไม่ครบ หน้าข้อมูลที่เปลี่ยนจึงไม่ครบด้วย (ใช้ git fetch --unshallow)")
    return found


def _told(error: ItaSiteError) -> str:
    if not isinstance(error, DataError):
        return str(error)
    count = sum(problem.is_error for problem in error.problems)
    return f"ข้อมูลยังเผยแพร่ไม่ได้ ต้องแก้ {count} จุด (เว็บไซต์เดิมยังอยู่ครบ)\n{error}"


def _dress(config: MkDocsConfig, outputs: Outputs, *, serving: bool) -> None:
    """What the theme needs on pages that are not ours, and the navigation when none is given."""
    config.extra["ita"] = outputs.frame.as_meta("content")
    config.site_name = str(config.extra["ita"]["agency"])
    if outputs.site_url and not serving:
        config.site_url = outputs.site_url.rstrip("/") + "/"
    if config.nav is None:
        own = sorted(Path(config.docs_dir).rglob("*.md"))
        written = [path.relative_to(config.docs_dir).as_posix() for path in own]
        config.nav = [*outputs.navigation, *written]


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


def _searched(page: str, search: Search | None, address: str) -> str:
    if not search:
        return page
    with _plainly():
        return search.started(page, address)


def _protect(config: MkDocsConfig) -> None:
    for refused in protect(Path(config.site_dir), config.site_url or ""):
        log.warning("เบราว์เซอร์จะไม่ทำตามโค้ดนี้ ให้ย้ายไปไว้ในไฟล์ (%s)", refused)


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
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    file = Path(artifact.edit_uri).resolve()
    if not file.is_relative_to(root) or not file.is_file():
        return None
    upwards = "../" * len(Path(config.docs_dir).resolve().relative_to(root).parts)
    return upwards + file.relative_to(root).as_posix()
