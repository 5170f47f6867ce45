"""A portal: found in, built around one agency's mistakes, and as a browser shows it."""

from __future__ import annotations

import re
import shutil
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from ita_site.rules.figures.places import place_slug
from ita_site.site.load import load_site
from tests.bench.names import who
from tests.site.built import Built
from tests.site.project import PORTAL, TODAY, contents, copy_project, mkdocs
from tests.site.reader import DESK, PHONE
from tests.site.searching import answers_of_site, locations
from tests.site.server import serving
from tests.site.test_links import leads_somewhere

KHOK_MON, YOT_KAENG = "องค์การบริหารส่วนตำบลโคกมน", "องค์การบริหารส่วนตำบลยอดแกง"
ROI_ET, UDON_THANI, TAK = "เทศบาลเมืองร้อยเอ็ด", "เทศบาลนครอุดรธานี", "จังหวัดตาก"
ALL = {KHOK_MON, YOT_KAENG, ROI_ET, UDON_THANI, TAK}


def shown(window):
    """The names of the agencies that a reader sees."""
    links = window.page.locator("li[data-find-item] > a, tr[data-find-item] th > a").all()
    return {link.inner_text() for link in links if link.is_visible()}


def ask(window, text):
    """Type into the box; gives what it says."""
    window.page.locator("#find").fill(text)
    return window.page.locator("[data-find-status]").inner_text()


MEANT = {
    "โคกมน": {KHOK_MON},
    "อบต.โคกมน": {KHOK_MON},
    "อบต โคกมน": {KHOK_MON},
    "อบต.": {KHOK_MON, YOT_KAENG},
    "เทศบาล": {ROI_ET, UDON_THANI},
    "ทน.อุดร": {UDON_THANI},
    "ตาก": {TAK},
    "จ.ร้อยเอ็ด": {ROI_ET},
    "กาฬสินธุ์": {YOT_KAENG},
    "อ.นามน": {YOT_KAENG},
    "นามน ยอดแกง": {YOT_KAENG},
    "ยอดเเกง": {YOT_KAENG},
    "น\u0e49\u0e4d\u0e32หนาว": {KHOK_MON},
    "น\u0e33\u0e49หนาว": {KHOK_MON},
    "  ร้อย\u200bเอ็ด ": {ROI_ET},
    "จ.อุดรธานี": {UDON_THANI},
    "ไม่มีรายงานในเว็บไซต์นี้": ALL - {KHOK_MON},
    "ปี ๒๕๖๗": {ROI_ET, YOT_KAENG},
    "": ALL,
}


def test_the_box_finds_what_a_reader_means(visit, portal_home):
    window = visit(portal_home, PHONE)
    window.open("")
    answers = {text: (ask(window, text), shown(window)) for text in MEANT}
    assert answers == {
        text: (f"พบ {len(found)} จาก 5 หน่วยงาน" if text else "", found)
        for text, found in MEANT.items()
    }
    assert window.complaints == []


def test_the_box_says_when_there_is_none_and_clearing_it_brings_all_back(visit, portal_home):
    window = visit(portal_home, DESK)
    window.open("")
    assert "ไม่พบ “เชียงใหม่”" in ask(window, "เชียงใหม่")
    assert shown(window) == set()
    assert not window.page.locator("summary").first.is_visible()
    assert ask(window, "") == ""
    assert shown(window) == ALL


def test_the_box_finds_in_the_comparison_too(visit, portal_home):
    window = visit(portal_home, DESK)
    window.open("compare/")
    assert ask(window, "อบต.") == "พบ 2 จาก 5 หน่วยงาน"
    assert shown(window) == {KHOK_MON, YOT_KAENG}
    headings = window.page.locator("section h2").all()
    years = [one.inner_text() for one in headings if one.is_visible()]
    assert [re.findall(r"25\d\d", year) for year in years] == [["2569"], ["2567"]]
    assert window.complaints == []


def test_without_scripts_there_is_no_box_and_the_list_is_whole(visit, portal_home):
    window = visit(portal_home, PHONE, scripts=False)
    for address in ("", "compare/", "complaints/"):
        window.open(address)
        assert not window.page.locator("#find").is_visible()
        assert shown(window) == ALL
    assert window.complaints == []


MANY = 41
"""Agencies of a portal whose first page cannot list them."""


@pytest.fixture(scope="module")
def many_home(once):
    """A portal of agencies in several provinces, too many to show at once; four with a result."""

    def make(folder):
        project = copy_project(folder / "project", "tests/agencies/tak")
        shutil.rmtree(project / "data")
        for number in range(1, MANY + 1):
            _agency(project / f"data/agency-{number}", number)
        mkdocs(project, folder / "site", "--no-strict").succeeded()
        return ""

    folder, _ = once("many-agencies", make)
    with serving(folder / "site") as home:
        yield home


SCORED = {1: (2567, "81.00"), 2: (2567, "92.50"), 40: (2567, "88.00"), 13: (2568, "70.00")}
PROMISING = 40
"""Agencies with a result, of two years and several provinces; one of them with a measure."""


def _agency(folder, number):
    agency = who(number)
    folder.mkdir(parents=True)
    text = f"name: {agency.name}\nkind: {agency.kind}\nprovince: {agency.province}\n"
    (folder / "agency.yml").write_text(f"{text}district: {agency.district}\n", "utf-8")
    if number in SCORED:
        year, score = SCORED[number]
        (folder / str(year)).mkdir()
        (folder / f"{year}/assessment.yml").write_text(f"total:\n  score: {score}\n", "utf-8")
    if number == PROMISING:
        text = "measures:\n  - id: briefing\n    title: ชี้แจงขั้นตอน\n    steps: ประชุม\n"
        (folder / f"{year}/measures.yml").write_text(text, "utf-8")


def found(window):
    """What the finder of a large portal shows, and what it says."""
    window.page.wait_for_function("""() => {
      const said = document.querySelector("[data-find-status]").textContent;
      return said && !said.startsWith("กำลัง");
    }""")
    links = window.page.locator(".ita-found li a").all()
    return [link.inner_text() for link in links if link.is_visible()]


def test_among_many_agencies_one_is_found_by_a_list_fetched_when_asked(visit, many_home):
    window = visit(many_home, PHONE)
    window.open("")
    assert shown(window) == set()
    assert window.page.locator("[data-find-away]").is_visible()
    ask(window, who(40).name)
    assert found(window)[0] == who(40).name
    assert not window.page.locator("[data-find-away]").is_visible()
    window.page.locator(".ita-found a").first.click()
    window.page.locator("h1").wait_for()
    assert "/agency-40/" in window.page.url
    window.page.go_back()
    assert found(window)[0] == who(40).name, "what was asked stands in the address"
    ask(window, "")
    assert window.page.locator("[data-find-away]").is_visible()
    assert window.complaints == []


def test_what_is_chosen_among_many_can_be_shared_by_its_address(visit, many_home):
    window = visit(many_home, DESK)
    window.open("")
    kind, place = who(40).kind, place_slug(who(40).province)
    window.page.locator("select[name=province]").select_option(place)
    window.page.locator("select[name=kind]").select_option(kind)
    alike = {
        agency.name
        for agency in map(who, range(1, MANY + 1))
        if (agency.kind, agency.province) == (kind, who(40).province)
    }
    assert set(found(window)) == alike
    address = window.page.url.removeprefix(window.home)
    assert f"province={place}" in address
    other = visit(many_home, PHONE)
    other.open(address)
    assert set(found(other)) == alike
    window.page.locator("select[name=state]").select_option("silent")
    window.page.wait_for_function("() => location.search.includes('state=silent')")
    assert set(found(window)) == {who(40).name}
    assert window.complaints == other.complaints == []


def test_among_many_without_scripts_the_provinces_lead_to_everyone(visit, many_home):
    window = visit(many_home, PHONE, scripts=False)
    for first, below in (("", ""), ("complaints/", "complaints/")):
        window.open(first)
        provinces = [
            link.get_attribute("href") for link in window.page.locator(".ita-ways a").all()
        ]
        reached = set()
        for province in provinces:
            window.page.goto(urljoin(f"{window.home}{first}", province))
            reached |= shown(window)
        assert reached == {who(number).name for number in range(1, MANY + 1)}, below
    assert window.complaints == []


def cards(window):
    """The agencies beside each other, and what is said of comparing them."""
    window.page.locator("[data-chosen] article").first.wait_for()
    names = window.page.locator("[data-chosen] h3").all_inner_texts()
    return names, window.page.locator("[data-chosen] [role=status]").inner_text()


def test_agencies_of_several_provinces_are_set_beside_each_other_by_a_link(visit, many_home):
    window = visit(many_home, DESK)
    window.open("compare/?with=agency-1,agency-40")
    names, said = cards(window)
    assert names == [who(1).name, who(40).name]
    assert "คะแนนเทียบกันได้ เพราะเป็นผลปี 2566" in said
    link = window.page.locator("[data-chosen] h3 a").last
    assert link.get_attribute("href").endswith("/agency-40/2567/")
    window.open("compare/?with=agency-1,agency-13")
    assert cards(window)[1].startswith("คะแนนเทียบกันไม่ได้ เพราะเป็นผลคนละปี (2566, 2567)")
    assert window.complaints == []


def test_agencies_are_chosen_where_they_are_found(visit, many_home):
    window = visit(many_home, PHONE)
    window.open("compare/")
    for number in (1, 40):
        ask(window, who(number).name)
        assert found(window)[0] == who(number).name
        window.page.locator(".ita-found .ita-choose input").first.check()
    window.page.locator("[data-chosen] article").nth(1).wait_for()
    assert cards(window)[0] == [who(1).name, who(40).name]
    assert "with=agency-1,agency-40" in window.page.url
    way = window.page.locator(".ita-ways a").first
    assert "with=agency-1,agency-40" in way.get_attribute("href")
    assert window.complaints == []


def test_the_reader_chooses_and_the_choice_stands_in_the_address(visit, portal_home):
    window = visit(portal_home, PHONE)
    window.open("compare/")
    assert not window.page.locator("[data-chosen]").is_visible()
    for slug in ("roi-et", "yot-kaeng"):
        window.page.locator(f"#agency-{slug} input").check()
    names, said = cards(window)
    assert names == [ROI_ET, YOT_KAENG]
    assert "เพียงแห่งเดียว" in said
    assert "with=roi-et,yot-kaeng" in window.page.url
    assert window.page.url.endswith("#agency-roi-et")
    window.page.locator("[data-chosen] article button").first.click()
    assert cards(window)[0] == [YOT_KAENG]
    window.page.locator("[data-chosen-clear]").click()
    assert not window.page.locator("[data-chosen]").is_visible()
    assert "with=" not in window.page.url
    assert window.complaints == []


def test_no_more_than_four_are_chosen(visit, portal_home):
    window = visit(portal_home, DESK)
    window.open("compare/?with=roi-et,yot-kaeng,tak,khok-mon,udon-thani")
    assert len(cards(window)[0]) == 4
    assert window.page.locator("#agency-udon-thani input").is_disabled()


def test_a_shared_choice_leads_to_a_row_without_scripts(visit, portal_home):
    window = visit(portal_home, PHONE, scripts=False)
    window.open("compare/?with=roi-et,tak#agency-roi-et")
    marked = window.page.locator("tr:target")
    assert ROI_ET in marked.inner_text()
    assert shown(window) == ALL
    assert "เปิดสคริปต์" in window.page.locator("noscript").inner_text()


def test_a_table_is_ordered_by_score_or_name_as_the_address_says(visit, many_home):
    province = place_slug(who(1).province)
    window = visit(many_home, DESK)
    window.open(f"provinces/{province}/compare/")
    rows = window.page.locator(
        "#year-2567 ~ table tbody a[href*='/agency-']:not([href*=checklist])"
    )
    by_score = [who(2).name, who(1).name]
    assert rows.all_inner_texts() == by_score
    window.page.locator("[data-sort-by=name]").click()
    by_name = rows.all_inner_texts()
    assert sorted(by_name) == sorted(by_score)
    assert window.page.url.endswith("?sort=name")
    window.page.reload()
    assert rows.all_inner_texts() == by_name
    assert window.complaints == []


def test_the_search_of_a_large_portal_finds_agencies_and_within_a_province_their_pages(
    visit, many_home
):
    window = visit(many_home, DESK)
    agency = who(40)
    (everywhere, not_there) = answers_of_site(window, "", agency.name, "ชี้แจงขั้นตอน")
    assert "agency-40/" in locations(everywhere)
    province = f"provinces/{place_slug(agency.province)}/"
    (within,) = answers_of_site(window, province, "ชี้แจงขั้นตอน")
    assert "agency-40/2567/o34/#measure-briefing" in locations(within)
    assert not [at for at in locations(not_there) if at.startswith("agency-")]
    assert window.complaints == []


@pytest.fixture(scope="module")
def _faulty_project(tmp_path_factory):
    project = copy_project(tmp_path_factory.mktemp("faulty") / "project", PORTAL)
    mkdocs(project, project / "site", "--no-strict").succeeded()
    measures = project / "data/tak/2568/measures.yml"
    measures.write_text(measures.read_text("utf-8").replace("steps:", "stepz:", 1), "utf-8")
    return project


@pytest.fixture
def faulty(tmp_path, _faulty_project):
    """A portal already built, in which one agency has since made a mistake."""
    return shutil.copytree(_faulty_project, tmp_path / "project", symlinks=True)


@pytest.mark.thorough
def test_one_agencys_mistake_keeps_the_last_good_site_by_default(faulty):
    before = contents(faulty / "site")
    done = mkdocs(faulty, faulty / "site", "--no-strict")
    assert done.code == 1
    assert "data/tak/2568/measures.yml" in done.log
    assert contents(faulty / "site") == before


def test_with_keep_going_the_others_are_built_and_a_notice_stands(faulty):
    before = contents(faulty / "site")
    done = mkdocs(faulty, faulty / "site", "--no-strict", ITA_KEEP_GOING="1").succeeded()
    assert re.search(r"ERROR .*data/tak/2568/measures\.yml:\d+:\d+: error ITA202", done.log)
    loud = [line for line in done.log.splitlines() if line.startswith("WARNING")][-1]
    assert "ขาด 1 หน่วยงาน" in loud
    assert "จังหวัดตาก (data/tak)" in done.log.split(loud)[1]
    after = contents(faulty / "site")
    others = {path for path in before if path.split("/")[0] in ("roi-et", "udon-thani")}
    assert {path for path in others if before[path] != after[path]} == set()
    pages = {path for path in before if path.startswith("tak/") and path.endswith(".html")}
    assert {path for path in after if path.startswith("tak/")} == pages
    for path in pages:
        assert "ข้อมูลของหน่วยงานนี้ยังเผยแพร่ไม่ได้" in article(after[path])


def article(page: bytes) -> str:
    """What a reader reads of a page."""
    return BeautifulSoup(page, "lxml").select_one("main article").get_text()


@pytest.mark.thorough
def test_no_link_breaks_and_nothing_of_the_notices_is_searched(faulty):
    done = mkdocs(faulty, faulty / "site", "--no-strict", ITA_KEEP_GOING="1").succeeded()
    outputs = load_site(faulty / "data", faulty / "content", TODAY, keep_going=True).outputs
    site = Built(faulty / "site", done.log, outputs)
    broken = [
        f"/{address} -> {link['href']}"
        for address, soup in site.soups()
        for link in soup.select("a[href]")
        if not leads_somewhere(site, address, link["href"])
    ]
    assert broken == []
    assert not [location for location in site.search if location.startswith("tak/")]
    boxes = {
        address: site.soup(address).select_one("input[name=query]")["placeholder"]
        for address in ("", "tak/2568/", "roi-et/2567/")
    }
    assert boxes["tak/2568/"] == boxes[""] != boxes["roi-et/2567/"]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("option", "environment", "code"), [("true", {}, 0), ("true", {"ITA_KEEP_GOING": "0"}, 1)]
)
def test_the_project_may_choose_and_the_environment_goes_before_it(
    faulty, option, environment, code
):
    settings = faulty / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert "\n  - ita-site\n" in text
    text = text.replace("\n  - ita-site\n", f"\n  - ita-site: {{keep_going: {option}}}\n")
    settings.write_text(text, "utf-8")
    assert mkdocs(faulty, faulty / "site", "--no-strict", **environment).code == code


@pytest.mark.thorough
def test_a_strict_build_counts_whom_it_lacks(faulty):
    done = mkdocs(faulty, faulty / "site", ITA_KEEP_GOING="1")
    assert done.code == 1
    assert "Traceback" not in done.log
