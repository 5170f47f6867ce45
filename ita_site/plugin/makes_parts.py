"""What is asked of the plugin beside a whole site; it is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.plugin.messages import plainly
from ita_site.site.settings import jobs_wanted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from ita_site.plugin.apart import Apart
    from ita_site.plugin.own import Made
    from ita_site.plugin.project import Project
    from ita_site.site.parts.record import Record
    from ita_site.site.parts.shard import Shard


class MakesParts:
    """The part of the plugin that makes some of a portal's agencies, and no site of all."""

    @staticmethod
    def make_apart(project: Project) -> Apart | None:
        """The agencies that were made in processes of their own, if `ITA_JOBS` asks for any."""
        with plainly():
            jobs = jobs_wanted()
        if not jobs:
            return None
        from ita_site.plugin import apart  # noqa: PLC0415 - only who asks waits for it

        return apart.make_apart(project, jobs)

    @staticmethod
    def make_shard(project: Project, shard: Shard, jobs: int) -> tuple[Record, ...]:
        """As `make_shard` of the agencies made apart."""
        from ita_site.plugin import apart  # noqa: PLC0415 - likewise

        return apart.make_shard(project, shard, jobs)

    @staticmethod
    def make_own(
        project: Project, wanted: Collection[str], sites: Path, jobs: int
    ) -> tuple[Mapping[str, Made], int]:
        """As `build_own` of the sites that agencies have of their own."""
        from ita_site.plugin import own  # noqa: PLC0415 - likewise

        return own.build_own(project, wanted, sites, jobs)
