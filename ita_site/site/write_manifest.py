"""What a built site's manifest says, and the writing of it: the last step of a build."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.facts.git.commits import revision
from ita_site.site.manifest import (
    NAME,
    Identity,
    Known,
    Manifest,
    hash_files,
    in_parts,
    nothing_known,
)
from ita_site.site.settings import source_date_epoch

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_site.facts.git.commits import Revision
    from ita_site.site.inputs import Input
    from ita_site.site.load import Site
    from ita_site.site.outputs import Outputs


@dataclass(frozen=True, slots=True)
class About:
    """What a site's manifest says beside its files."""

    site: Identity
    revision: Revision | None = None
    epoch: int | None = None
    sample: bool = False
    errors: int = 0
    withheld: tuple[str, ...] = field(default=())
    inputs: Mapping[str, Input] = field(default_factory=dict)


def describe_site(site: Site, data: Path, url: str | None, inputs: Mapping[str, Input]) -> About:
    """What a built site's manifest says of it; `url` is where it will stand, as the host knows.

    `inputs` were read before the site was built.

    Raises:
        ItaSiteError: when SOURCE_DATE_EPOCH is not a number of seconds.
    """
    withheld = site.outputs.portal.withheld if site.outputs.portal else ()
    return About(
        Identity(_name(site.outputs), url or site.outputs.site_url),
        revision(data),
        source_date_epoch(),
        sample=site.outputs.frame.sample,
        errors=len(site.errors),
        withheld=tuple(summary.who.name for summary in withheld),
        inputs=inputs,
    )


def _name(outputs: Outputs) -> str:
    """Whose site it is; agencies of one name are told apart by where they are."""
    if outputs.portal:
        return outputs.portal.facts.name
    agency = outputs.views[0].facts.agency
    return " ".join(part for part in (agency.name, agency.district, agency.province) if part)


def write_manifest(folder: Path, facts: About, known: Known = nothing_known) -> None:
    """Write the manifest of a built site into its folder, file by file.

    Raises:
        ManifestError: when a file's name cannot stand in one.
    """
    state = facts.revision
    committed = state.epoch if state else None
    made = committed if facts.epoch is None else facts.epoch
    manifest = Manifest(
        facts.site,
        {},
        state.commit if state else None,
        changed=bool(state and state.changed),
        made=None if made is None else _moment(made),
        sample=facts.sample,
        errors=facts.errors,
        withheld=facts.withheld,
        inputs=facts.inputs,
    )
    files = hash_files(folder, known)
    with (folder / NAME).open("wb") as file:
        file.writelines(in_parts(manifest, files))


def _moment(epoch: int) -> str:
    return datetime.datetime.fromtimestamp(epoch, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
