"""Every page of every site as parsed HTML: structure, names, banner, measures, notices."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from tests.site.built import ORIGIN, measure_places, offences, squeezed, target

SAMPLE = "ข้อมูลสาธิต"
BANNER = "[data-ita=complaint-banner]"
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def test_every_page_is_thai_with_landmarks_and_one_main_heading(site):
    for address, soup in site.soups():
        assert soup.html["lang"] == "th", address
        counts = {name: len(soup.select(f"body {name}")) for name in ("main", "h1")}
        assert counts == {"main": 1, "h1": 1}, address
        assert soup.select_one("main h1"), address
        for landmark in ("header", "footer"):
            outermost = [part for part in soup.find_all(landmark) if not part.find_parent("main")]
            assert len(outermost) == 1, (address, landmark)


def test_every_page_says_what_it_is(site):
    titles = Counter(soup.title.get_text().strip() for _, soup in site.soups())
    assert all(len(title) > 10 for title in titles)
    for address in site.generated:
        description = site.soup(address).find("meta", attrs={"name": "description"})
        assert len(description["content"]) > 20, address


def test_no_two_pages_bear_one_title(own):
    titles = Counter(soup.title.get_text().strip() for _, soup in own.soups())
    assert [title for title, count in titles.items() if count > 1] == []


def test_headings_skip_no_level(site):
    def judge(soup):
        content = soup.select_one("main article")
        levels = [int(heading.name[1]) for heading in content.find_all(HEADINGS)]
        steps = zip([0, *levels], levels, strict=False)
        return [f"h{before} then h{after}" for before, after in steps if after > before + 1]

    assert offences(site, judge) == []


def test_no_heading_is_empty(site):
    def judge(soup):
        headings = soup.find_all(HEADINGS)
        return [str(heading) for heading in headings if not heading.get_text(strip=True)]

    assert offences(site, judge) == []


def test_tables_have_a_caption_and_scoped_headers(site):
    def judge(soup):
        for table in soup.find_all("table"):
            if not (table.caption and table.caption.get_text(strip=True)):
                yield f"no caption: {table.get_text()[:40]}"
            yield from (str(cell) for cell in table.find_all("th") if "scope" not in cell.attrs)
            if not table.select("thead th[scope=col]"):
                yield f"no column headers: {table.caption}"

    assert offences(site, judge) == []


def test_tables_are_even(site):
    def judge(soup):
        for table in soup.find_all("table"):
            widths = {
                sum(int(cell.get("colspan", 1)) for cell in row.find_all(["td", "th"]))
                for row in table.find_all("tr")
                if not row.find("td", rowspan=True)
            }
            if len(widths) > 1:
                yield f"{table.caption.get_text()}: {widths}"

    assert offences(site, judge) == []


def test_ids_are_unique(site):
    def judge(soup):
        counts = Counter(element["id"] for element in soup.select("[id]"))
        return [name for name, count in counts.items() if count > 1]

    assert offences(site, judge) == []


def test_whatever_names_another_element_finds_it(site):
    def judge(soup):
        ids = {element["id"] for element in soup.select("[id]")}
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls"):
            for element in soup.select(f"[{attribute}]"):
                yield from (name for name in element[attribute].split() if name not in ids)

    assert offences(site, judge) == []


def test_pictures_are_named_or_hidden(site):
    def judge(soup):
        yield from (str(image) for image in soup.select("img:not([alt])"))
        yield from (
            str(drawing)[:120] for drawing in soup.find_all("svg") if not _is_known(drawing)
        )

    assert offences(site, judge) == []


def _is_known(drawing):
    """Whether an SVG has a name, is hidden, or is the picture of a named control.

    The theme's labels are for the mouse alone: what they switch is hidden from everybody.
    """
    if drawing.get("aria-hidden") == "true":
        return True
    if drawing.get("role") == "img":
        return bool(drawing.get("aria-label") or drawing.find("title"))
    control = drawing.find_parent(["a", "button", "label"])
    if control is None or control.name == "label":
        return control is not None
    return bool(control.get("title") or control.get("aria-label") or control.get_text(strip=True))


def test_the_complaint_banner_stands_before_the_content_of_every_page(site):
    for address, soup in site.soups():
        banners = soup.select(BANNER)
        assert len(banners) == 1, address
        assert banners[0].find_next("main"), address
        assert banners[0].select_one("a[href]"), address


def test_the_banner_leads_to_the_complaints_page_of_the_pages_own_agency(site):
    prefixes = {view.facts.prefix for view in site.outputs.views} | {""}
    for address, soup in site.soups():
        own = max((prefix for prefix in prefixes if address.startswith(prefix)), key=len)
        links = [target(address, link["href"]) for link in soup.select(f"{BANNER} a")]
        assert (f"{own}complaints/", "") in links, address


ACTIVE = re.compile(r"\s*(javascript|vbscript|data:text)", re.IGNORECASE)


def test_nothing_runs_from_an_attribute_or_a_link(site):
    def judge(soup):
        for element in soup.find_all(True):
            yield from (name for name in element.attrs if name.lower().startswith("on"))
            for name in ("href", "src", "action", "formaction"):
                if ACTIVE.match(element.get(name, "")):
                    yield f"{element.name} {element[name]}"

    assert offences(site, judge) == []


def test_no_two_pages_are_headed_the_same_whoever_they_are_of(site):
    """Nor those that only lead on; one measure may have several addresses."""
    headed = Counter(_words_of(site.soup(page).h1) for page in [*site.pages, *_led_on(site)])
    assert [words for words, count in headed.items() if count > 1] == []


def _led_on(site):
    """An address of each place to which others lead on."""
    return {site.soup(page).select_one("main a")["href"]: page for page in site.leading_on}.values()


def _words_of(element):
    return " ".join(element.get_text(" ").split())


def test_whose_a_page_is_stands_in_its_headline_only_beside_other_agencies(own, udon_thani, portal):
    for alone in (own, udon_thani):
        assert offences(alone, lambda soup: soup.select("h1 .ita-whose")) == []
    told = [portal.soup(f"khok-mon/{page}").h1.small.text for page in ("", "complaints/", "2568/")]
    assert told == ["อบต.โคกมน อ.น้ำหนาว"] * 3


def test_no_two_pages_of_an_agency_read_the_same(site):
    for view in site.outputs.views:
        pages = [page for page in site.generated if page in set(view.addresses)]
        words = {page: Counter(site.article(page).get_text(" ").split()) for page in pages}
        for one, other in combinations(pages, 2):
            same = (words[one] & words[other]).total()
            assert same < 0.97 * max(words[one].total(), words[other].total()), (one, other)


def _called(link):
    """What a link is called in a list of links."""
    pictures = " ".join(picture.get("alt", "") for picture in link.select("img"))
    return link.get("aria-label") or squeezed(f"{link.get_text()}{pictures}")


def test_links_of_one_name_lead_to_one_place(site):
    for address, soup in site.soups():
        places = defaultdict(set)
        for link in soup.select("body a[href]:not(.headerlink)"):
            places[_called(link)].add(urljoin(ORIGIN + address, link["href"]))
        apart = {name: found for name, found in places.items() if len(found) > 1}
        assert apart == {}, address


def test_every_measure_stands_once_and_has_a_link_to_copy(site):
    for place in measure_places(site):
        article = site.article(place.address)
        found = article.select(f'[id="{place.anchor}"]')
        assert len(found) == 1, place
        later = found[0].find_all("a", href=f"#{place.anchor}")
        assert later, place


def test_a_measures_address_is_that_of_its_line(site):
    for place in measure_places(site):
        line = site.article(place.address).select_one(f'[id="{place.anchor}"]')
        heading = line if line.name in HEADINGS else line.find([*HEADINGS, "th"])
        for title in place.facts.titles[:1]:
            assert squeezed(title) in squeezed(heading.get_text())


def _has_sample_notice(soup):
    """Whether the page says outside its own content that its data is a demonstration."""
    copy = BeautifulSoup(str(soup.body), "lxml")
    for part in copy.select("main"):
        part.decompose()
    return SAMPLE in copy.get_text()


def test_every_page_of_sample_data_says_so(own):
    assert [address for address, soup in own.soups() if not _has_sample_notice(soup)] == []


def test_no_page_of_real_data_says_so(udon_thani, portal):
    for built in (udon_thani, portal):
        assert [page for page, soup in built.soups() if SAMPLE in soup.get_text()] == []


def test_in_a_portal_sample_data_is_told_from_real_data(mixed):
    for address, soup in mixed.soups():
        if address.startswith("udon-thani/"):
            assert SAMPLE not in soup.get_text(), address
        if address.startswith("tuayang/"):
            assert _has_sample_notice(soup), address
