"""The MkDocs host. All the work is in the wings below; this hands it over.

The data is read and checked before MkDocs touches the old site, so that a mistake in the
data never costs a good site. What makes a site is imported when one is made: who mistypes
`mkdocs.yml` does not wait for it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import InclusionLevel

from ita_site.facts.problems import ItaSiteError
from ita_site.plugin.build import Build, make_ready, open_search, read_history
from ita_site.plugin.build_beside import BuildsBeside
from ita_site.plugin.files import add_files, navigation_paths
from ita_site.plugin.finishing import built_site, finish, print_documents
from ita_site.plugin.join import all_pages, load_joined
from ita_site.plugin.makes_parts import MakesParts
from ita_site.plugin.messages import as_told, plainly, report, unpublishable
from ita_site.plugin.options import ItaSiteConfig
from ita_site.plugin.other_plugins import (
    forget_git_dates,
    makes_navigation,
    refuse_translator,
    show_known_template,
)
from ita_site.plugin.project import Project
from ita_site.plugin.settings import (
    inputs_of,
    project_folder,
    set_frame,
    set_look,
    switch_search,
)
from ita_site.plugin.theme_templates import keep_compiled
from ita_site.site.code_host import history_url
from ita_site.site.finished.code import DIGEST
from ita_site.site.finished.promises import BuiltPage
from ita_site.site.manifest import nothing_known
from ita_site.site.parts.part import WHOLE
from ita_site.site.pdf.press import is_wanted
from ita_site.site.raw_html import anchors, put_back, set_aside
from ita_site.site.settings import data_dir, keeps_going, today
from ita_site.site.share.raqm import NO_RAQM, can_draw
from ita_site.site.write_manifest import describe_site, write_manifest

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from ita_site.plugin.apart import Apart, Batch
    from ita_site.plugin.own import Own
    from ita_site.site.load import Site

log = get_plugin_logger(__name__)


class ItaSitePlugin(MakesParts, BuildsBeside, BasePlugin[ItaSiteConfig]):  # type: ignore[no-untyped-call]
    """Puts the pages made from the data among the hand-written ones."""

    batch: Batch | None = None
    """The agencies that this run makes for another one."""
    own: Own | None = None
    """The one of a portal's agencies that this run builds as a site of its own."""
    _last: Build | None = None

    @property
    def _build(self) -> Build:
        assert self._last  # noqa: S101 - on_pre_build came first
        return self._last

    def _configure(self, config: MkDocsConfig) -> None:
        """Watch the data folder; refuse a setting that would break every address."""
        if not config.use_directory_urls:
            message = "use_directory_urls must stay true: published addresses depend on it"
            raise PluginError(message)
        refuse_translator(config)
        if self.own:
            self.own.set_navigation(config)
        for digest in self.config.allow_scripts:
            if not DIGEST.fullmatch(digest):
                message = f"allow_scripts: “{digest}” ไม่ใช่ sha256-… ที่ได้จากข้อความของ ITA511"
                raise PluginError(message)
        data = self._data_dir(config)
        if data.is_dir():
            config.watch.append(str(data))
        set_look(config)
        switch_search(config, on=self.config.search)

    on_config = CombinedEvent(BuildsBeside.build_beside, _configure)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read, check and build everything while the old site still stands.

        While serving, wrong data is reported and the last good pages stay.
        """
        project = self.project(config)
        is_part = self._serving or self.batch or self.own
        apart = None if is_part else self.make_apart(project)
        site = self._site(project, apart)
        if self.own:
            self.own.refuse(site)
        build = self._last = Build(site, project.data, project.inputs, apart)
        set_frame(config, build.outputs, serving=self._serving)
        build.search = open_search(config, build.outputs)
        if build.outputs.site_url and not can_draw():
            log.info("%s", NO_RAQM)
        if build.outputs.documents and not self._serving:
            build.press = make_ready(self.config.documents)

    def project(self, config: MkDocsConfig) -> Project:
        """What the site is made from."""
        data, prints = self._data_dir(config), is_wanted(self.config.documents)
        if self.batch:
            return Project(config, data, {}, self.batch.log, prints)
        inputs = {} if self._serving else inputs_of(config, data)
        return Project(config, data, inputs, read_history(data, config), prints)

    def _data_dir(self, config: MkDocsConfig) -> Path:
        if self.own:
            return self.own.data
        return data_dir(self.config.data_dir, project_folder(config))

    def _site(self, project: Project, apart: Apart | None) -> Site:
        from ita_site.site.load import load_site  # noqa: PLC0415 - the whole house

        known = self.batch or self.own or apart
        try:
            going = keeps_going(self.config.keep_going)
            load = partial(
                load_site,
                project.data,
                Path(project.config.docs_dir),
                self.batch.day if self.batch else today(),
                keep_going=going,
                log=project.log,
                part=known.part if known else WHOLE,
            )
            site = load_joined(load, apart, keep_going=going) if apart else load()
        except ItaSiteError as error:
            message = unpublishable(error)
            if not self._serving or self._last is None:
                raise PluginError(message) from error
            log.error("%s", message)  # noqa: TRY400 - an officer needs no traceback
            return replace(self._last.site, withheld=())
        report(site)
        return site

    @event_priority(50)  # Early, so that plugins that look at all files see ours.
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the generated files."""
        if self.own:
            self.own.take_away(files, config)
        add_files(files, self._build, config)
        if self.batch:
            from ita_site.plugin.batch import stand_in  # noqa: PLC0415 - likewise

            stand_in(files, self._build, config)

    @event_priority(-50)  # Late, when every plugin's pages are there; before those that sort them.
    def _navigate(self, files: Files, *, config: MkDocsConfig) -> None:
        """Give the navigation where the settings give none: our pages, then all others."""
        if config.nav is None and not makes_navigation(config):
            hidden = InclusionLevel.NOT_IN_NAV.value
            others = (it for it in files.documentation_pages() if it.inclusion.value > hidden)
            listed, pages = self._build.outputs.navigation, {file.src_uri for file in others}
            pages -= {*self._build.pages, *navigation_paths(listed)}
            config.nav = [*listed, *sorted(pages, key=PurePosixPath)]

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
        if self.batch:  # which keeps no page of these, and does not know of whom they tell
            return markdown
        if page.file.generated_by is not None:  # One of the folder has been checked.
            for problem in build.outputs.block_problems(markdown, path):
                log.warning("%s", as_told([problem]))
        return build.outputs.fill_blocks(markdown, page.file.url.removeprefix("./"))

    @event_priority(100)  # First, so that other plugins see whole pages.
    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Put our HTML back, and tell MkDocs what can be linked to in it."""
        blocks = self._build.set_aside.pop(page.file.src_uri, [])
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(blocks)
        return put_back(html, blocks)

    @event_priority(-50)  # After section-index, which by then reads the templates.
    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: object) -> None:
        """Show section-index the template it knows the theme by; give the frame to any template.

        A project's own template that forgets `ita.html` then fails by its broken promises.
        """
        keep_compiled(env)
        show_known_template(config, env)
        env.globals["ita"] = config.extra["ita"]
        written = env.policies["json.dumps_kwargs"]
        env.policies["json.dumps_kwargs"] = {**written, "ensure_ascii": False}  # Thai as Thai

    def on_page_context(self, _context: object, *, page: Page, **_: object) -> None:
        """Tell the theme where the file's history is: the code host is this host's to know."""
        if page.file.src_uri in self._build.pages:  # no file of git's: the moment of the build
            forget_git_dates(page)
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

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the sitemap list the pages that were made apart as well."""
        if template_name == "sitemap.xml" and self._build.apart:
            context["pages"] = all_pages(self._build, context["pages"], config)  # type: ignore[typeddict-item]
        return context

    def on_post_template(
        self, _output: str, *, template_name: str, config: MkDocsConfig, **_: object
    ) -> None:
        """Likewise of the page for unknown addresses."""
        if template_name.endswith(".html"):
            sample = bool(config.extra["ita"]["sample"])
            page = BuiltPage("", is_sample=sample, is_searched=False)
            self._build.pages_built[template_name] = page

    @event_priority(-100)  # Late: it is about what the pages are in the end.
    def _complete(self, *, config: MkDocsConfig) -> None:
        """Finish the pages, print, list; say last whom the site lacks."""
        build = self._build
        built = built_site(build, config, self.config.allow_scripts, is_preview=self._serving)
        print_all = partial(print_documents, build, config)
        if self.batch:
            from ita_site.plugin.batch import keep_batch  # noqa: PLC0415 - likewise

            with plainly():
                keep_batch(self.batch, build, built, print_all)
            return
        finish(build, built)
        print_all()
        if not self._serving:
            with plainly():
                facts = describe_site(build.site, build.data, config.site_url, build.inputs)
                known = build.apart.entries if build.apart else nothing_known
                write_manifest(built.folder, facts, known)
        if build.site.withheld:
            from ita_site.rules.criteria_report import left_out  # noqa: PLC0415 - is there by now

            log.warning("%s", left_out(build.site.withheld))

    on_post_build = CombinedEvent(_complete, BuildsBeside.exchange)

    def take_over(self, site: Path) -> None:
        """Take the folders of the agencies that were made apart."""
        if self._build.apart:
            self._build.apart.take_over(site)

    def on_shutdown(self) -> None:
        """Leave neither a Chromium nor half a site behind."""
        super().on_shutdown()
        if self._last and self._last.press:
            self._last.press.close()
