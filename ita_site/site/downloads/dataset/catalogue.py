"""`catalog.jsonld`: the data as a catalogue of open data harvests them (DCAT in JSON-LD).

The terms are those that CKAN's DCAT harvester reads, by which data.go.th's catalogue is made.
The context stands in the file, so that reading it asks no other server.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from ita_site.facts.thai.fiscal import fiscal_months
from ita_site.rules.figures.telephone import dialled
from ita_site.site.downloads.dataset.identity import FOLDER
from ita_site.site.downloads.dataset.package import HOW, HOW_EN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.site.downloads.dataset.publisher import Publisher

FILE: Final = "catalog.jsonld"
Node = dict[str, Any]
KEYWORDS: Final = ("ITA", "OIT", "ความโปร่งใส", "ป้องกันการทุจริต")
_ID: Final = {"@type": "@id"}
_DAY: Final = {"@type": "xsd:date"}
CONTEXT: Final[Node] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "inCatalog": {"@reverse": "dcat:dataset", **_ID},
    "dct:license": _ID,
    "dct:modified": _DAY,
    "dcat:startDate": _DAY,
    "dcat:endDate": _DAY,
    "dcat:landingPage": _ID,
    "dcat:accessURL": _ID,
    "foaf:homepage": _ID,
    "vcard:hasEmail": _ID,
    "vcard:hasTelephone": _ID,
}


class Distribution(NamedTuple):
    """A file: its name in the folder of the data, what it holds, its format and media type."""

    file: str
    title: str
    form: str
    media: str


def catalogue(publisher: Publisher) -> Node:
    """The catalogue itself, without its datasets."""
    return _known(
        {
            "@id": _at(publisher, FILE),
            "@type": "dcat:Catalog",
            "dct:title": _in_both(publisher.title, publisher.title_en),
            "dct:description": _in_both(publisher.title, publisher.title_en),
            "dct:publisher": _agent(publisher),
            "dct:license": publisher.licence and publisher.licence.url,
            "dct:language": "th",
            "foaf:homepage": publisher.home,
        }
    )


def dataset(publisher: Publisher, files: Iterable[Distribution]) -> Node:
    """What a publisher offers, and in which files."""
    licence = publisher.licence and publisher.licence.url
    updated = publisher.updated
    return _known(
        {
            "@id": f"{publisher.home}{FOLDER}#dataset",
            "@type": "dcat:Dataset",
            "inCatalog": _at(publisher, FILE),
            "dct:identifier": f"{publisher.home}{FOLDER}",
            "dct:title": _in_both(publisher.title, publisher.title_en),
            "dct:description": _in_both(f"{publisher.title} {HOW}", HOW_EN),
            "dcat:keyword": list(KEYWORDS),
            "dct:publisher": _agent(publisher),
            "dcat:contactPoint": _contact(publisher),
            "dct:license": licence,
            "dct:language": "th",
            "dct:modified": updated.to_date().isoformat() if updated else None,
            "dct:temporal": _period(publisher.years) if publisher.years else None,
            "dct:spatial": _place(publisher.place) if publisher.place else None,
            "dcat:landingPage": publisher.home,
            "dcat:distribution": [_file(publisher, file) for file in files],
        }
    )


def _file(publisher: Publisher, file: Distribution) -> Node:
    address = _at(publisher, file.file)
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": file.title,
        "dcat:accessURL": address,
        "dct:format": file.form,
        "dcat:mediaType": file.media,
    }


def _agent(publisher: Publisher) -> Node:
    home = publisher.website or publisher.home
    names = {"@type": "foaf:Organization", "foaf:name": publisher.name, "foaf:homepage": home}
    return {"@id": f"{publisher.home}#agency", **names}


def _contact(publisher: Publisher) -> Node:
    email, phone = publisher.contact.email, publisher.contact.phone
    return _known(
        {
            "@type": "vcard:Organization",
            "vcard:fn": publisher.name,
            "vcard:hasEmail": f"mailto:{quote(email, safe='@')}" if email else None,
            "vcard:hasTelephone": f"tel:{dialled(phone)}" if phone else None,
        }
    )


def _period(years: tuple[int, int]) -> Node:
    (first, _), (_, last) = map(fiscal_months, years)
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": first.first_day().to_date().isoformat(),
        "dcat:endDate": last.last_day().to_date().isoformat(),
    }


def _place(names: tuple[str, ...]) -> Node:
    label = {"@value": " ".join(names), "@language": "th"}
    return {"@type": "dct:Location", "skos:prefLabel": label}


def _in_both(thai: str, english: str) -> list[Node]:
    return [
        {"@value": thai, "@language": "th"},
        {"@value": english, "@language": "en"},
    ]


def _at(publisher: Publisher, file: str) -> str:
    return f"{publisher.home}{FOLDER}{file}"


def in_graph(*nodes: Node) -> bytes:
    """A whole catalogue."""
    return b"".join(pieces(nodes))


def pieces(nodes: Iterable[Node]) -> Iterable[bytes]:
    """The same, a node at a time, so that thousands need no memory."""
    context = json.dumps(CONTEXT, ensure_ascii=False)
    yield f'{{"@context":{context},"@graph":[\n'.encode()
    for at, node in enumerate(nodes):
        text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
        yield (f",\n{text}" if at else text).encode()
    yield b"\n]}\n"


def datasets_in(text: bytes, catalogue_id: str) -> Iterable[Node]:
    """The datasets of a catalogue that was made here, as part of another one."""
    for node in json.loads(text)["@graph"]:
        if node["@type"] == "dcat:Dataset":
            yield {**node, "inCatalog": catalogue_id}


def _known(node: Node) -> Node:
    """Without what is not stated."""
    return {name: value for name, value in node.items() if value}
