"""Every agency of a large portal in one small file, for the finder's script."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from ita_site.facts.model.agency import AgencyKind
from ita_site.rules.figures.agency_state import AgencyState
from ita_site.rules.figures.places import by_district
from ita_site.site.search.index import MUNICIPALITY

if TYPE_CHECKING:
    from ita_site.rules.figures.places import Province
    from ita_site.site.pages.portal_view import PortalView
    from ita_site.site.pages.summary import AgencySummary

KINDS, STATES = tuple(AgencyKind), tuple(AgencyState)
Entry: TypeAlias = tuple[str, str, int, int]


def agency_index(portal: PortalView) -> bytes:
    """Each agency below its province and district, as JSON.

    A kind has what its names begin with, in full and as people say it. An entry is the agency's
    folder (empty without an address), its name, its kind and the sum of the bits of what holds of
    it, both by their place in the lists. In a name `=` stands for that of the kind.
    """
    index = {
        "kinds": [(kind.value, kind.label, _beginnings(kind)) for kind in KINDS],
        "states": [(state.value, state.label) for state in STATES],
        "provinces": [_province(province) for province in portal.provinces],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _beginnings(kind: AgencyKind) -> list[str]:
    short = [kind.short] if kind.short else []
    return [*short, MUNICIPALITY] if kind.label.startswith(MUNICIPALITY) else short


def _province(
    province: Province[AgencySummary],
) -> tuple[str, str, list[tuple[str, list[Entry]]]]:
    districts = by_district(province, lambda agency: agency.who)
    return province.slug, province.name, [(it.name, [*map(_entry, it.members)]) for it in districts]


def _entry(agency: AgencySummary) -> Entry:
    who = agency.who
    short = "=" + who.name.removeprefix(who.kind.label)
    name = short if who.name.startswith(who.kind.label) else who.name
    bits = sum(1 << STATES.index(state) for state in agency.states)
    return agency.slug if agency.has_address else "", name, KINDS.index(who.kind), bits
