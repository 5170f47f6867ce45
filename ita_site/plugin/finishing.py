"""What MkDocs has built, finished: handed to the room that does it, and what that says told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ita_site.plugin.join import put_files, with_gathered
from ita_site.plugin.messages import as_told, last_stays, plainly
from ita_site.plugin.settings import listed_files
from ita_site.site.finished.built_site import BuiltSite
from ita_site.site.finished.finish import finish_site
from ita_site.site.finished.known_scripts import known_scripts
from ita_site.site.settings import language, today

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from ita_site.plugin.build import Build

log = get_plugin_logger(__name__)
PAGES_NOT_YET = {
    "th": "หน้าเว็บยังเผยแพร่ไม่ได้ ต้องแก้ {} จุด",
    "en": "the pages cannot be published yet, to be mended: {}",
}


def built_site(
    build: Build, config: MkDocsConfig, allowed: Iterable[str], *, is_preview: bool
) -> BuiltSite:
    """The site as it lies there; `allowed` are the digests of scripts of the project's own."""
    custom = config.theme.custom_dir
    theme = [folder for folder in config.theme.dirs if folder != custom]
    return BuiltSite(
        Path(config.site_dir),
        config.site_url or "",
        Path(config.docs_dir),
        build.pages_built,
        known_scripts(theme) | frozenset(allowed),
        build.search,
        has_pdf=bool(build.press),
        is_preview=is_preview,
        listed=listed_files(config),
        cache=build.apart.cache if build.apart else None,
    )


def finish(build: Build, built: BuiltSite) -> None:
    """Mend and judge what was built; a broken promise is told, and ends a build."""
    apart, site = build.apart, built.folder
    with plainly(), ThreadPoolExecutor(1) as beside:  # what joins tables lets others work
        stored = partial(apart.files_of, site=site) if apart else None
        joined = beside.submit(build.outputs.join_data, site, stored, built.cache)
        if apart:
            built = with_gathered(apart, built)
        problems, names = finish_site(built)
        if apart:
            put_files(apart, names, site)
        joined.result()
    if built.cache:
        built.cache.forget_others()
    if build.outputs.missing_form:
        log.info("%s", build.outputs.missing_form)
    for problem in problems:
        if not problem.is_error:
            log.warning("%s", as_told([problem]))
    if broken := [problem for problem in problems if problem.is_error]:
        count = PAGES_NOT_YET[language()].format(len(broken))
        if not built.is_preview:
            message = f"{count} ({last_stays()})\n{as_told(broken)}"
            raise PluginError(message)
        log.error("%s\n%s", count, as_told(broken))


def print_documents(build: Build, config: MkDocsConfig) -> None:
    """Make the PDF files of the built pages, and let Chromium go."""
    if not (press := build.press):
        return
    with plainly():
        press.make(
            build.outputs.documents, Path(config.site_dir), config.site_url, today().to_date()
        )
    press.close()
    log.info("พิมพ์ PDF %d ไฟล์", len(build.outputs.documents))
