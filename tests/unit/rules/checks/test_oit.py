"""Rules about the index of OIT items, where a case folder would be too much."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.site.load import check_site, load_site

DAY = BEDate(2566, 5, 15)
FEW = {"2566/edition.yml": "oit: {count: 3}"}
PLAN = "https://tuayang.example/plan"


def index(*entries: str) -> str:
    return "items:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def codes(folder, content=None) -> list[str]:
    return [found.code for found in check_site(folder, content or folder / "content", DAY).problems]


def test_an_index_of_a_year_without_an_edition_is_held_against_none(data):
    rows = index("code: O77, title: ก, url: https://tuayang.example/a")
    assert codes(data({"2571/oit.yml": rows})) == ["ITA405"]


def test_a_title_is_held_against_the_official_one_only_where_that_is_certain(data):
    rows = index(*(f"code: O{at}, title: อื่น, url: {PLAN}/{at}" for at in range(1, 25)))
    assert codes(data({"2569/oit.yml": rows})) == []


@pytest.mark.parametrize(
    ("first", "second", "is_problem"),
    [
        ("", "", True),
        (", look: ก", "", True),
        (", look: ก", ", look: ก ", True),
        (", look: ก", ", look: ข", False),
    ],
)
def test_two_items_on_one_page_say_where_each_is(data, first, second, is_problem):
    rows = index(
        f"code: O1, title: ก, url: {PLAN}{first}",
        f"code: O2, title: ข, url: {PLAN}/{second}",
        "code: O3, title: ค, url: https://tuayang.example/plan?page=2",
    )
    assert codes(data({**FEW, "2566/oit.yml": rows})) == (["ITA425"] if is_problem else [])


def test_an_address_of_one_own_page_written_in_two_ways_is_the_same(data):
    rows = index(
        "code: O1, title: ก, url: complaints",
        "code: O2, title: ข, url: https://ita.tuayang.example/complaints/",
        'code: O3, title: ค, url: "complaints/#channels"',
    )
    agency = "name: ก\nkind: other\nsite_url: https://ita.tuayang.example/\n"
    assert codes(data({**FEW, "agency.yml": agency, "2566/oit.yml": rows})) == ["ITA425"]


def test_every_page_and_file_of_the_site_can_be_named(data, tmp_path):
    content = tmp_path / "content"
    (content / "files").mkdir(parents=True)
    (content / "files/plan.pdf").write_bytes(b"%PDF-1.4\n")
    (content / "about.md").write_text("# เกี่ยวกับ\n", "utf-8")
    made = load_site(data({**FEW, "2566/oit.yml": index()}), content, DAY).outputs.addresses
    assert {"", "2566/o42", "2566/oit", "2566/oit.csv", "about", "files/plan.pdf"} <= made
    assert "2566/o42/index.md" not in made
    urls = ", ".join(path for path in sorted(made) if path)
    rows = index(
        f"code: O1, title: ก, url: [{urls}]",
        f"code: O2, title: ข, url: {PLAN}",
        f"code: O3, title: ค, url: {PLAN}/3",
    )
    assert codes(data({**FEW, "2566/oit.yml": rows}), content) == []


def test_in_a_portal_the_agencys_own_address_is_that_of_its_front_page(data):
    agency = "name: ก\nkind: other\nsite_url: https://ita.tuayang.example/\n"
    rows = index(
        "code: O1, title: ก, url: https://ita.tuayang.example/complaints/",
        "code: O2, title: ข, url: https://ita.tuayang.example/one/eit/",
        "code: O3, title: ค, url: https://ita.tuayang.example/two/",
    )
    files = {"agency.yml": None, "one/agency.yml": agency, "one/2566/oit.yml": rows}
    folder = data({**files, "one/2566/edition.yml": FEW["2566/edition.yml"]})
    found = check_site(folder, folder / "content", DAY)
    assert [(problem.code, problem.field) for problem in found.problems] == [
        ("ITA429", "items[2].url[0].url")
    ]
