"""What a page tells programs: schema.org terms as JSON-LD, safe to stand within HTML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.facts.thai.fiscal import fiscal_months
from ita_site.rules.figures.oit import full_url
from ita_site.site.pages.address import way
from ita_site.site.pages.open_data import year_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView

Node = dict[str, Any]
UNSAFE = re.compile("[<>&'\u2028\u2029]")


@dataclass(frozen=True)
class LinkedData:
    """A page's JSON-LD. Where the site's address is unknown, links are relative to the page."""

    view: AgencyView
    here: str
    kind: str
    title: str
    year: YearView | None

    @property
    def text(self) -> str:
        """As JSON that no HTML parser takes for a tag, a comment or an entity."""
        graph = [node for node in self._nodes() if node]
        content = {"@context": "https://schema.org", "@graph": graph}
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

    def _nodes(self) -> Iterator[Node]:
        if self.kind == "home":
            yield self._agency()
        if self.kind == "year" and self.year:
            yield self._dataset(self.year)
        yield self._crumbs()

    def _agency(self) -> Node:
        facts, contact = self.view.facts.agency, self.view.facts.agency.contact
        place = {
            "@type": "PostalAddress",
            "streetAddress": contact.address,
            "addressLocality": facts.district,
            "addressRegion": facts.province,
            "addressCountry": "TH",
        }
        return _known(
            {
                "@type": "GovernmentOrganization",
                "@id": self._agency_id,
                "name": facts.name,
                "url": facts.website or self._at(self.view.facts.prefix),
                "telephone": contact.phone,
                "email": contact.email,
                "address": _known(place),
            }
        )

    def _dataset(self, year: YearView) -> Node:
        facts, name = year.facts, self.view.facts.agency.name
        updated = facts.info.as_of or self.view.facts.agency.updated_on
        first, last = fiscal_months(facts.implementation_year)
        days = (day.to_date().isoformat() for day in (first.first_day(), last.last_day()))
        return _known(
            {
                "@type": "Dataset",
                "name": f"มาตรการและผลการดำเนินการ ITA ปี {year.year} {name}",
                "description": f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสของ{name} ปีงบประมาณ "
                f"{facts.implementation_year} ผลการดำเนินการรายมาตรการ "
                f"และคะแนน ITA ปี {facts.result_year}",
                "url": self._at(year.address),
                "inLanguage": "th",
                "isAccessibleForFree": True,
                "creator": {
                    "@type": "GovernmentOrganization",
                    "@id": self._agency_id,
                    "name": name,
                },
                "dateModified": updated.to_date().isoformat() if updated else None,
                "temporalCoverage": "/".join(days),
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "name": file.name,
                        "encodingFormat": file.form.value,
                        "contentUrl": self._at(file.address),
                    }
                    for file in year_files(year)
                ],
            }
        )

    def _crumbs(self) -> Node:
        """The way down from the agency's front page, which has none itself."""
        steps = [(self.view.facts.agency.name, self.view.facts.prefix)]
        if self.year and self.here.startswith(self.year.address):
            steps.append((f"ปี {self.year.year}", self.year.address))
        if self.here not in {address for _, address in steps}:
            steps.append((self.title, self.here))
        entries = [
            {"@type": "ListItem", "position": number, "name": name, "item": self._at(address)}
            for number, (name, address) in enumerate(steps, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": entries} if entries[1:] else {}

    @property
    def _agency_id(self) -> str:
        return f"{self._at(self.view.facts.prefix)}#agency"

    def _at(self, address: str) -> str:
        known = self.view.facts.agency.site_url
        return full_url(self.view.facts, address) if known else way(self.here, address)


def _known(node: Node) -> Node:
    """Without what the agency did not give."""
    return {name: value for name, value in node.items() if value is not None}
