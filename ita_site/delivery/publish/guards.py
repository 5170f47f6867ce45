"""What is never published, whatever the target; and what only on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.delivery.publish.target import Build, PublishError
from ita_site.site import manifest
from ita_site.site.manifest import ManifestError, compare, hash_folder, read_manifest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_site.delivery.publish.target import Target
    from ita_site.site.manifest import Manifest

MAY_VANISH = 0.3
NAMED = 5


@dataclass(frozen=True, slots=True)
class Permits:
    """What is allowed on purpose.

    `force`: another site's place, a site much smaller than before, files that are not ours.
    `sample`: demonstration data. `incomplete`: a portal without the agencies with errors.
    """

    force: bool = False
    sample: bool = False
    incomplete: bool = False


def open_build(folder: Path, permits: Permits) -> Build:
    """A built folder that may be published.

    Raises:
        PublishError: ITA810 to ITA814.
    """
    try:
        stated = read_manifest((folder / manifest.NAME).read_bytes())
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


def refuse_target(build: Build, target: Target, permits: Permits) -> None:
    """Make sure that this site may take the place of what the target shows.

    Raises:
        PublishError: ITA815 to ITA817.
    """
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
    taken = target.in_the_way(new.files)
    if taken:
        raise PublishError("ITA817", count=len(taken), files=_first_names(taken))


def _site_label(stated: Manifest) -> str:
    return f"{stated.site.name} {stated.site.url or ''}".strip()


def _first_names(paths: Sequence[str]) -> str:
    more = f" … (+{len(paths) - NAMED})" if len(paths) > NAMED else ""
    return ", ".join(paths[:NAMED]) + more
