"""Agencies of a portal, each with a site and a target of its own: published side by side.

One that is refused or fails stops no other; each is held to the same rules as a site alone.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.delivery.publish import run
from ita_site.delivery.publish.guards import compare_with_project, open_build
from ita_site.delivery.publish.target import PublishError
from ita_site.facts.git.commits import is_tracked
from ita_site.site.manifest import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ita_site.delivery.publish.guards import Permits
    from ita_site.delivery.publish.run import Published
    from ita_site.delivery.publish.target import Build, Settings
    from ita_site.delivery.publish.targets import OwnTarget

PASSWORDS, PASSWORD = "ITA_FTPS_PASSWORDS", "ITA_FTPS_PASSWORD"
"""The agencies' passwords, a line `folder: password` each; and what a target asks for."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where the sites of the agencies lie, and the facts they were built from.

    `facts` are the agencies' folders of facts, by their names; some lie outside of the data folder.
    """

    folder: Path
    facts: Mapping[str, Path]
    sites: Path

    def site_of(self, agency: str) -> Path:
        """An agency's own site.

        Raises:
            PublishError: ITA869 when it was not built, ITA804 when it came with a proposal.
        """
        site = self.sites / agency
        if not (site / NAME).is_file():
            raise PublishError("ITA869", agency=agency, folder=site)
        if is_tracked(site):
            raise PublishError("ITA804", folder=site)
        return site

    def compare(self, build: Build, permits: Permits) -> list[PublishError]:
        """As `compare_with_project`, with the agency's own facts; raises as that."""
        return compare_with_project(build, self.folder, self.facts[build.folder.name], permits)


@dataclass(frozen=True, slots=True)
class Terms:
    """How all of them are published, and how many at once."""

    settings: Settings
    permits: Permits
    at_once: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one agency's site: published, or why not; in so many seconds."""

    target: OwnTarget
    seconds: float
    done: Published | None = None
    error: PublishError | None = None
    remarks: tuple[PublishError, ...] = ()

    @property
    def moved(self) -> int:
        """The bytes of the files that are new or others than before."""
        manifest = self.done.release.manifest if self.done else None
        if not (self.done and manifest):
            return 0
        paths = (*self.done.difference.added, *self.done.difference.changed)
        return sum(manifest.files[path].size for path in paths)


def publish_each(
    targets: Iterable[OwnTarget],
    project: Project,
    terms: Terms,
    on_result: Callable[[Result], None],
) -> list[Result]:
    """Publish the agencies' sites, so many at once; gives what became of each, in their order.

    Who is asked to stop begins with no other, and ends those at work whole.
    """
    wanted = list(targets)
    pool = ThreadPoolExecutor(terms.at_once)
    try:
        running = {pool.submit(_publish, one, project, terms): at for at, one in enumerate(wanted)}
        results: dict[int, Result] = {}
        for finished in as_completed(running):
            result = results[running[finished]] = finished.result()
            on_result(result)
    finally:
        pool.shutdown(cancel_futures=True)
    return [result for _, result in sorted(results.items())]


def _publish(target: OwnTarget, project: Project, terms: Terms) -> Result:
    began, remarks = time.monotonic(), list[PublishError]()
    done, error = None, None
    try:
        address, site = target.address(), project.site_of(target.agency)
        own = _own_settings(terms.settings, target.agency, address.scheme)
        remarks += project.compare(open_build(site, terms.permits), terms.permits)
        done = run.publish(site, address, own, terms.permits, lambda _done, _of: None)
        remarks += [done.release.left] if done.release.left else []
    except PublishError as refused:
        error = refused
    except Exception as unknown:  # noqa: BLE001 - one must not stop the others
        error = PublishError("ITA868", reason=type(unknown).__name__)
    return Result(target, time.monotonic() - began, done, error, tuple(remarks))


def _own_settings(settings: Settings, agency: str, scheme: str) -> Settings:
    """With the agency's own password alone: no host is told that of another.

    Raises:
        PublishError: ITA866 when there is none.
    """
    if scheme != "ftps":
        return settings
    password = _passwords(settings.environment.get(PASSWORDS, "")).get(agency)
    if not password:
        raise PublishError("ITA866", agency=agency)
    return replace(settings, environment={**settings.environment, PASSWORD: password})


def _passwords(lines: str) -> Mapping[str, str]:
    parts = (line.partition(":") for line in lines.splitlines())
    return {agency.strip(): password.strip() for agency, _, password in parts}
