"""What is never published, whatever the target; and what only on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.delivery.publish.target import Build, PublishError
from ita_site.site.inputs import changed_kinds, uncommitted
from ita_site.site.manifest import ManifestError, compare, hash_folder, manifest_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_site.delivery.publish.target import Target
    from ita_site.site.manifest import Manifest

MAY_VANISH = 0.3
NAMED, NAMED_PAGES = 5, 20
PAGES = (".html", ".pdf")
"""What readers have addresses of: none of these goes without a word."""
SERVERS = ".htaccess"
"""What decides how a whole folder is served; another system's is never taken away."""


@dataclass(frozen=True, slots=True)
class Permits:
    """What is allowed on purpose.

    `force`: another site's place, a site much smaller than before, files that are not ours.
    `sample`: demonstration data. `incomplete`: a portal without the agencies with errors.
    `as_built`: a site that is not what would be built now.
    """

    force: bool = False
    sample: bool = False
    incomplete: bool = False
    as_built: bool = False


def open_build(folder: Path, permits: Permits) -> Build:
    """A built folder that may be published.

    Raises:
        PublishError: ITA810 to ITA814.
    """
    try:
        stated = manifest_of(folder)
        actual = hash_folder(folder)
    except OSError as error:
        raise PublishError("ITA810", folder=folder) from error
    except ManifestError as error:
        raise PublishError("ITA811", folder=folder, reason=error) from error
    differs = compare(stated.files, actual)
    if differs:
        paths = (*differs.changed, *differs.gone, *differs.added)
        raise PublishError("ITA812", count=len(paths), files=_first_names(paths))
    _refuse_facts(stated, permits)
    return Build(folder, stated)


def _refuse_facts(stated: Manifest, permits: Permits) -> None:
    if (stated.errors or stated.withheld) and not permits.incomplete:
        raise PublishError("ITA813", count=stated.errors, agencies=_first_names(stated.withheld))
    if stated.sample and not permits.sample:
        raise PublishError("ITA814", name=stated.site.name)


def compare_with_project(
    build: Build, project: Path | None, data: Path | None, permits: Permits
) -> list[PublishError]:
    """Make sure that a built site is what the project would build now; gives what to be told.

    Without a `project` at hand nothing can be compared, which is told. `data` is a data folder
    chosen for this run, if any.

    Raises:
        PublishError: ITA818.
    """
    if project is None:
        return [PublishError("ITA864", folder=build.folder)]
    inputs = build.manifest.inputs
    remarks = []
    if changed := changed_kinds(project, inputs, data):
        stale = PublishError("ITA818", folder=build.folder, parts=_first_names(changed))
        if not permits.as_built:
            raise stale
        remarks.append(stale)
    if files := uncommitted(project, inputs):
        remarks.append(PublishError("ITA862", count=len(files), files=_first_names(files)))
    return remarks


def refuse_target(build: Build, target: Target, permits: Permits) -> None:
    """Make sure that this site may take the place of what the target shows.

    Raises:
        PublishError: ITA815 to ITA817, ITA819, ITA863.
    """
    servers = [path for path in build.manifest.files if PurePosixPath(path).name == SERVERS]
    if theirs := target.in_the_way(servers):
        raise PublishError("ITA863", files=_first_names(theirs))
    if permits.force:
        return
    new, live = build.manifest, target.live()
    if live:
        if not new.site.is_same_as(live.site):
            raise PublishError("ITA815", theirs=_site_label(live), ours=_site_label(new))
        gone = compare(live.files, new.files).gone
        if len(gone) > MAY_VANISH * len(live.files):
            raise PublishError(
                "ITA816", count=len(gone), of=len(live.files), files=_first_names(gone)
            )
        pages = tuple(path for path in gone if path.lower().endswith(PAGES))
        if pages:
            named = _first_names(pages, NAMED_PAGES)
            raise PublishError("ITA819", count=len(pages), files=named)
    taken = target.in_the_way(new.files)
    if taken:
        raise PublishError("ITA817", count=len(taken), files=_first_names(taken))


def _site_label(stated: Manifest) -> str:
    return f"{stated.site.name} {stated.site.url or ''}".strip()


def _first_names(paths: Sequence[str], most: int = NAMED) -> str:
    more = f" … (+{len(paths) - most})" if len(paths) > most else ""
    return ", ".join(paths[:most]) + more
