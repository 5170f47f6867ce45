"""A portal: found in, built around one agency's mistakes, and as a browser shows it."""

from __future__ import annotations

import re
import shutil

import pytest
from bs4 import BeautifulSoup

from tests.bench.names import who
from tests.site.built import Built
from tests.site.project import PORTAL, contents, copy_project, mkdocs
from tests.site.reader import DESK, PHONE
from tests.site.server import serving
from tests.site.test_links import leads_somewhere

KHOK_MON, YOT_KAENG = "องค์การบริหารส่วนตำบลโคกมน", "องค์การบริหารส่วนตำบลยอดแกง"
ROI_ET, UDON_THANI, TAK = "เทศบาลเมืองร้อยเอ็ด", "เทศบาลนครอุดรธานี", "จังหวัดตาก"
ALL = {KHOK_MON, YOT_KAENG, ROI_ET, UDON_THANI, TAK}


@pytest.fixture(scope="module")
def portal_home(portal):
    """Where the portal of the real agencies is served."""
    with serving(portal.folder) as home:
        yield home


def shown(window):
    """The names of the agencies that a reader sees."""
    links = window.page.locator("[data-find-item] a").all()
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
    "ไม่ระบุจังหวัด": {UDON_THANI},
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


@pytest.fixture(scope="module")
def many_home(tmp_path_factory):
    """A portal of agencies in several provinces, too many to show at once."""
    project = copy_project(tmp_path_factory.mktemp("many") / "project", "tests/agencies/tak")
    shutil.rmtree(project / "data")
    for number in range(1, 41):
        agency = who(number)
        folder = project / f"data/agency-{number}"
        folder.mkdir(parents=True)
        text = f"name: {agency.name}\nkind: {agency.kind}\nprovince: {agency.province}\n"
        (folder / "agency.yml").write_text(text, "utf-8")
    mkdocs(project, project / "site").succeeded()
    with serving(project / "site") as home:
        yield home


def test_folded_provinces_open_for_what_is_found_and_close_again(visit, many_home):
    window = visit(many_home, PHONE)
    window.open("")
    wanted = who(40).name
    assert shown(window) == set()
    ask(window, wanted)
    assert wanted in shown(window)
    ask(window, "")
    assert shown(window) == set()
    window.page.locator("summary").first.click()
    opened = shown(window)
    assert opened
    ask(window, wanted)
    ask(window, "")
    assert shown(window) == opened
    assert window.complaints == []


@pytest.mark.thorough
def test_folded_provinces_open_without_scripts(visit, many_home):
    window = visit(many_home, PHONE, scripts=False)
    window.open("")
    assert shown(window) == set()
    window.page.locator("summary").first.click()
    assert shown(window)


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
    site = Built(faulty / "site", done.log, None)
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
