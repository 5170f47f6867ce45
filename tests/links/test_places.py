"""Every address that is published is asked, and each place where it stands is known."""

from __future__ import annotations

from typing import Annotated, get_args

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ita_site.delivery.links.run import places_by_address
from ita_site.facts.model import fields
from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.measures import Measures
from ita_site.facts.model.progress import Progress
from ita_site.facts.model.year import YearInfo
from ita_site.facts.reading.publication import read_publication

FILES = {
    "agency.yml": Agency,
    "channels.yml": Channels,
    "2566/year.yml": YearInfo,
    "2566/assessment.yml": Assessment,
    "2566/measures.yml": Measures,
    "2566/progress.yml": Progress,
}
LINKS = {metadata for kind in (fields.Link, fields.WebLink) for metadata in get_args(kind)[1:]}


@pytest.fixture
def places(tmp_path, data):
    """The places by address of data files and hand-written pages."""

    def places(files=None, pages=None):
        for name, text in (pages or {}).items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        sources = read_publication(data(files)).sources
        found = places_by_address(sources, tmp_path / "content")
        return {
            address: [
                f"{place.file}:{place.line}:{place.column} {place.field}".removeprefix(
                    f"{tmp_path}/"
                )
                for place in standing
            ]
            for address, standing in found.items()
        }

    return places


def link_fields(model, path=()):
    """The paths of the model's fields that hold a link, its lists entered once."""
    for name, field in model.model_fields.items():
        yield from _links_of(field, (*path, field.alias or name))


def _links_of(kind, path):
    parts = [kind.annotation, *kind.metadata] if isinstance(kind, FieldInfo) else get_args(kind)
    if LINKS & {part for part in (*parts, kind) if part.__hash__}:
        yield path
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from link_fields(kind, path)
    else:
        for part in parts:
            if isinstance(part, type) or get_args(part):
                yield from _links_of(part, path)


def test_the_walk_over_the_model_finds_links_of_every_shape():
    class Inner(BaseModel):
        plain: fields.WebLink
        text: fields.Text

    class Outer(BaseModel):
        several: fields.Many[fields.Link] = ()
        inner: fields.Many[Inner] = ()
        perhaps: Annotated[fields.WebLink | None, "a mark"] = None

    assert list(link_fields(Outer)) == [("several",), ("inner", "plain"), ("perhaps",)]


LINK_FIELDS = [(file, path) for file, model in FILES.items() for path in link_fields(model)]


@pytest.mark.parametrize(("file", "path"), LINK_FIELDS, ids="".join)
def test_every_link_of_the_model_is_asked(places, file, path):
    address = "https://www.tuayang.example/here"
    value = address
    for key in reversed(path):
        value = f"{{{key}: {value}}}"
    found = places({file: value})
    ((place, *_),) = [found[address]]
    assert place.startswith(f"data/{file}:1:")
    assert place.endswith(" " + ".".join(path))


def test_there_are_such_links():
    names = {path[-1] for _, path in LINK_FIELDS}
    assert {"website", "site_url", "url"} <= names
    assert len(LINK_FIELDS) >= 5


def test_an_address_is_asked_once_and_known_at_every_place(places):
    address = "https://www.tuayang.example/plan.pdf"
    progress = f"""\
        progress:
          - measure: a
            evidence:
              - title: แผน
                url: {address}
              - title: แผน หน้า 3
                url: "{address}#page=3"
        """
    pages = {"about.md": f"ดู [แผน]({address}) หรือ\n<{address}>\n"}
    found = places(
        {"2566/progress.yml": progress, "2567/year.yml": f"eit: {{url: '{address}'}}"}, pages
    )
    assert found == {
        address: [
            "data/2566/progress.yml:5:14 progress[0].evidence[0].url",
            "data/2566/progress.yml:7:14 progress[0].evidence[1].url",
            "data/2567/year.yml:1:12 eit.url",
            "content/about.md:1:10 ",
            "content/about.md:2:2 ",
        ]
    }


def test_data_that_is_wrong_elsewhere_is_asked_all_the_same(places):
    found = places({"agency.yml": "nane: x\nkind: what\nwebsite: https://www.tuayang.example/"})
    assert list(found) == ["https://www.tuayang.example/"]


@pytest.mark.parametrize(
    "value",
    [
        *("mailto:a@tuayang.example", "tel:1205", "ดูที่ https://www.tuayang.example/"),
        "https://www.tuayang.example/ แล้วกดแจ้งเรื่อง",
        *("http://localhost/", "http://192.168.1.9/", "ftp://www.tuayang.example/", "://"),
    ],
)
def test_what_is_no_address_of_the_web_is_not_asked(places, value):
    assert places({"channels.yml": f"channels: [{{kind: web, label: ก, url: '{value}'}}]"}) == {}


def test_links_of_pages_are_those_a_reader_can_follow(places):
    page = """\
---
title: หน้า
---
[ก](https://a.example/) [อีก][x] <https://b.example/?q=1&r=2> ![รูป](https://c.example/p.png)

<a href="https://d.example/?q=1&amp;r=2">ง</a> [สั้น](https://a.example/b)

    https://code.example/ ในย่อหน้าโค้ด

`[ก](https://code.example/)` ข้อความ https://text.example/ เฉย ๆ [ใน](about.md) [โทร](tel:1205)

```
[ก](https://a.example/)
```

[x]: https://e.example/x "คำอธิบาย"
"""
    assert places(None, {"sub/page.md": page}) == {
        "https://a.example/": ["content/sub/page.md:4:5 "],
        "https://e.example/x": ["content/sub/page.md:16:6 "],
        "https://b.example/?q=1&r=2": ["content/sub/page.md:4:35 "],
        "https://c.example/p.png": ["content/sub/page.md:4:70 "],
        "https://d.example/?q=1&r=2": ["content/sub/page.md:6:10 "],
        "https://a.example/b": ["content/sub/page.md:6:55 "],
    }


def test_a_page_in_another_encoding_costs_no_other_page(places, tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/bad.md").write_bytes("เกี่ยวกับ [ก](https://a.example/)".encode("tis-620"))
    assert "https://b.example/" in places(None, {"good.md": "<https://b.example/>"})


def test_without_hand_written_pages_there_are_none(places):
    assert places() == {}
