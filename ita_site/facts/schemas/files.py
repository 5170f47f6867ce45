"""Which model each data file is read by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.edition import Edition
from ita_site.facts.model.measures import Measures
from ita_site.facts.model.oit import OitIndex
from ita_site.facts.model.portal import Portal
from ita_site.facts.model.progress import Progress
from ita_site.facts.model.year import YearInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.model.base import Fact

MODELS: Mapping[str, type[Fact]] = {
    "agency.yml": Agency,
    "channels.yml": Channels,
    "portal.yml": Portal,
    "year.yml": YearInfo,
    "assessment.yml": Assessment,
    "measures.yml": Measures,
    "progress.yml": Progress,
    "oit.yml": OitIndex,
    "edition.yml": Edition,
}


def schema_name(file: str) -> str:
    """The schema's file for a data file: `progress.json` for `progress.yml`."""
    return f"{file.removesuffix('.yml')}.json"
