"""By what an agency is known in the open data, and where its data stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from ita_site.facts.model.publication import AgencyFacts

FOLDER: Final = "data/"
"""Below an agency's address, and in a portal below that of all."""
ALONE: Final = "agency"


def agency_id(facts: AgencyFacts) -> str:
    """Its name in addresses; of an agency alone its site's host, which is as stable as that."""
    return facts.slug or urlsplit(facts.agency.site_url or "").hostname or ALONE
