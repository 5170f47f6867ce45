"""The last good site stays, whatever fails: MkDocs builds beside it, and the two are exchanged."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.plugins import event_priority, get_plugin_logger

from ita_site.plugin.messages import STAYS, last_stays, plainly
from ita_site.site.build_folder import open_build_folder
from ita_site.site.settings import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from ita_site.site.build_folder import BuildFolder

log = get_plugin_logger(__name__)

NOT_BUILT = {"th": "สร้างเว็บไซต์ไม่สำเร็จ", "en": "the site was not built"}
HOSTS = ("mkdocs", "properdocs")


class BuildsBeside:
    """The part of the plugin that decides where MkDocs builds, while building and serving."""

    _serving = False
    _dirty = False
    _folder: BuildFolder | None = None
    _place = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object, and with it the last good build, over rebuilds."""
        self._serving, self._dirty = command == "serve", dirty

    @event_priority(100)  # First, for other plugins may note where the site goes.
    def build_beside(self, config: MkDocsConfig) -> None:
        """Leave the old site alone until the new one is whole."""
        with plainly():
            self._folder = open_build_folder(Path(config.site_dir), keep_old=self._dirty)
        self._place, config.site_dir = config.site_dir, str(self._folder.path)

    @event_priority(-1000)  # Last of all: whoever fails before leaves the old site.
    def exchange(self, *, config: MkDocsConfig) -> None:
        """Put the new site in the place of the old one; a strict build only without warnings."""
        folder = self._folder
        assert folder  # noqa: S101 - on_config came first
        if config.strict and has_warnings():
            return  # MkDocs ends the build as failed after this.
        with plainly():
            folder.exchange(self.take_over)
        self._folder, config.site_dir = None, self._place

    def take_over(self, site: Path) -> None:
        """Take what may be used again from the old site, which is about to be removed."""

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., object]
    ) -> None:
        """While serving, no mistake costs the last good pages, wherever it is."""
        del config, builder
        server.builder = survive(server.builder)

    def on_build_error(self, *, error: Exception) -> None:
        """Clear up, and say that the old site stands."""
        self.on_shutdown()
        if not any(words in str(error) for words in STAYS.values()):
            log.error("%s %s", NOT_BUILT[language()], last_stays())

    def on_shutdown(self) -> None:
        """Leave no half a site behind, as when one is asked to stop."""
        if self._folder:
            self._folder.discard()
            self._folder = None


def has_warnings() -> bool:
    """Whether a strict build has warned, for which MkDocs will stop it at its end."""
    handlers = (handler for name in HOSTS for handler in logging.getLogger(name).handlers)
    counters = (getattr(handler, "get_counts", None) for handler in handlers)
    return any(counts() for counts in counters if counts)


def survive(builder: Callable[..., object]) -> Callable[..., None]:
    """A server's builder that tells what fails and leaves what is shown.

    MkDocs would let the browser wait until a build succeeds.
    """

    def build(*arguments: object) -> None:
        try:
            builder(*arguments)
        except Exception as error:
            log.error("หน้าที่แสดงอยู่เป็นของเดิม แก้ไขแล้วบันทึกใหม่: %s", error)  # noqa: TRY400
            log.debug("", exc_info=True)

    return build
