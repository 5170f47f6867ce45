"""When documents are made, what Chromium gets to see, and what is said when it cannot."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from ita_site.facts.problems import ItaSiteError
from ita_site.site.artifact import Document
from ita_site.site.chromium.browser import BrowserError, start_browser
from ita_site.site.chromium.tab import Tab
from ita_site.site.pdf.finishing import finish
from ita_site.site.pdf.press import Press, open_press
from tests.depth import thorough
from tests.documents.reading import Printed
from tests.site.project import REPOSITORY, mkdocs

DAY = datetime.date(2026, 11, 18)
TAK = "tests/agencies/tak"
NOTHING = "/nowhere/chromium"
HEAD = '<!doctype html><html lang="th"><meta charset="utf-8"><title>ทดสอบ</title>'
FONTS = REPOSITORY / "ita_site/site/look/assets/fonts"
SARABUN = """<style>
@font-face { font-family: Sarabun; src: url(sarabun-thai-400-normal.woff2); }
@font-face { font-family: Sarabun; font-weight: 700; src: url(sarabun-thai-700-normal.woff2); }
body { font-family: Sarabun; }
</style>"""


OTHER_HINTING = """<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <edit name="hintstyle" mode="assign"><const>hintfull</const></edit>
  </match>
</fontconfig>"""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    """One of our own, on a machine that hints its glyphs in another way."""
    fonts = tmp_path_factory.mktemp("machine") / "fonts.conf"
    fonts.write_text(OTHER_HINTING, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(fonts))
        started = start_browser()
    assert started, "Chromium is needed: install it, or name it in ITA_CHROMIUM"
    yield started
    started.close()


@pytest.fixture
def site(tmp_path):
    """A folder to write pages into."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def build(folder, **env: str):
    return mkdocs(REPOSITORY, folder, "--no-strict", ITA_DATA=TAK, **env)


def without_chromium():
    """An environment in which none is found."""
    return {"ITA_CHROMIUM": NOTHING, "PATH": "/nowhere"}


def broken_chromium(folder):
    """A program of that name that does not work, as a snap's stub in a container."""
    program = folder / "chromium"
    program.write_text("#!/bin/sh\nexit 1\n", "ascii")
    program.chmod(0o755)
    return {"ITA_CHROMIUM": str(program)}


def assert_no_documents(folder):
    assert not list(folder.rglob("*.pdf"))
    pages = [page.read_text("utf-8") for page in folder.rglob("*.html")]
    assert [page for page in pages if re.search(r"/o\d+\.pdf|poster\.pdf|ita:pdf", page)] == []
    assert pages


def test_without_a_chromium_no_document_is_offered_and_nothing_fails(tmp_path):
    build(tmp_path, ITA_PDF="auto", **without_chromium()).succeeded()
    assert_no_documents(tmp_path)


def test_a_chromium_that_does_not_work_is_as_none(tmp_path, monkeypatch):
    monkeypatch.delenv("ITA_PDF", raising=False)
    for name, value in broken_chromium(tmp_path).items():
        monkeypatch.setenv(name, value)
    assert open_press("auto") is None


@pytest.mark.thorough
def test_off_makes_none_where_there_is_a_chromium(tmp_path):
    build(tmp_path, ITA_PDF="off").succeeded()
    assert_no_documents(tmp_path)


@pytest.mark.thorough
def test_on_fails_before_the_old_site_is_touched(tmp_path):
    (tmp_path / "index.html").write_text("old", "ascii")
    done = build(tmp_path, ITA_PDF="on", **without_chromium())
    assert done.code == 1
    assert "ITA_CHROMIUM" in done.log
    assert "Traceback" not in done.log
    assert (tmp_path / "index.html").read_text("ascii") == "old"


def test_the_variable_goes_before_the_setting(monkeypatch):
    monkeypatch.setenv("ITA_PDF", "off")
    assert open_press("on") is None


def test_a_wrong_choice_is_refused(monkeypatch):
    monkeypatch.setenv("ITA_PDF", "yes")
    with pytest.raises(ItaSiteError, match="“yes”"):
        open_press("auto")


def test_chromium_sees_nothing_but_the_site(chromium, site):
    asked = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object):
            pass

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        elsewhere = f"http://127.0.0.1:{server.server_address[1]}"
        (site.parent / "secret.css").write_text("body::after { content: 'secret' }", "ascii")
        shutil.copy(FONTS / "sarabun-thai-400-normal.woff2", site)
        (site / "index.html").write_text(
            f'{HEAD}{SARABUN}<link rel="stylesheet" href="{elsewhere}/a.css">'
            f'<link rel="stylesheet" href="{(site.parent / "secret.css").as_uri()}">'
            '<link rel="stylesheet" href="/%2e%2e/secret.css">'
            '<link rel="stylesheet" href="..%2fsecret.css">'
            f'<img src="{elsewhere}/b.png"><iframe src="{elsewhere}/c"></iframe>'
            f"<script>document.write('script'); fetch('{elsewhere}/d')</script>หน้าแรก",
            "utf-8",
        )
        pdf = Tab(chromium, site, "https://agency.test/").pdf("")
        server.shutdown()
        thread.join()
    (site / "out.pdf").write_bytes(pdf)
    text = Printed(site / "out.pdf").text
    assert "หน้าแรก" in text
    assert "script" not in text
    assert "secret" not in text
    assert asked == []


def test_links_lead_to_the_site_where_it_will_stand_and_to_no_other_place(chromium, site):
    body = '<p id="here"><a href="../a/">ก</a><a href="#here">ข</a><a href="https://x.test/">ค</a>'
    (site / "index.html").write_text(f"{HEAD}{body}", "utf-8")
    for base, expected in (
        ("https://agency.test/", ["https://agency.test/a/", "https://x.test/"]),
        (None, ["https://x.test/"]),
    ):
        pdf = Tab(chromium, site, base).pdf("")
        (site / "out.pdf").write_bytes(pdf)
        assert Printed(site / "out.pdf").links() == expected


def test_a_page_that_is_not_there_is_told_with_the_remedy(site):
    browser = start_browser()
    assert browser
    press = Press(browser)
    with pytest.raises(ItaSiteError, match=r"/gone/ .*ITA_PDF=off"):
        press.make([Document("gone/", "gone.pdf", "")], site, None, DAY)
    press.close()


def test_a_chromium_that_dies_is_told():
    browser = start_browser()
    assert browser
    with pytest.raises(BrowserError, match="หยุดทำงาน"):
        browser.call("Browser.crash")
    browser.close()


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="told by Linux alone")
def test_chromium_is_given_no_secret(monkeypatch):
    monkeypatch.setenv("GH_TOKEN", "s3cret")
    monkeypatch.setenv("ITA_SFTP_KEY", "s3cret")
    browser = start_browser()
    assert browser
    process = browser._line.process  # noqa: SLF001 - what was started
    given = Path(f"/proc/{process.pid}/environ").read_bytes()
    browser.close()
    assert b"PATH=" in given
    assert b"s3cret" not in given


def test_nothing_of_chromium_is_left(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    browser = start_browser()
    assert browser
    assert os.listdir(tmp_path)  # noqa: PTH208 - names are enough
    browser.close()
    assert os.listdir(tmp_path) == []  # noqa: PTH208


SYLLABLES = ["กำลังดำเนินการ", "น้ำ", "ทั้งนี้", "เพื่อ", "ฝั่ง", "ผู้ยืม", "ปีที่", "รี่", "ศูนย์", "หญิง"]


@pytest.mark.parametrize("weight", [400, *thorough(700)])
def test_each_syllable_is_read_once_and_whole_and_looks_the_same(chromium, site, weight):
    for font in FONTS.glob("*-thai-*"):
        shutil.copy(font, site)
    lines = "".join(f"<p>{word}{word}" for word in SYLLABLES)
    style = f'style="font-weight: {weight}"'
    (site / "index.html").write_text(f"{HEAD}{SARABUN}<body {style}>{lines}", "utf-8")
    raw = Tab(chromium, site, None).pdf("")
    (site / "out.pdf").write_bytes(finish(raw, "", DAY))
    read = Printed(site / "out.pdf")
    for text in (read.text, read.poppler):
        assert text.replace("\u0e4d\u0e32", "\u0e33").split() == [word * 2 for word in SYLLABLES]
    pictures = [pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil() for pdf in (raw, read.file)]
    assert ImageChops.difference(*pictures).getbbox() is None


def test_documents_are_as_if_made_on_the_day(chromium, site):
    (site / "index.html").write_text(f"{HEAD}<table><tr><th>ก<tr><td>ข</table>", "utf-8")
    tab = Tab(chromium, site, None)
    made = [finish(tab.pdf(""), "เทศบาล", DAY) for _ in range(2)]
    assert made[0] == made[1]
    assert finish(tab.pdf(""), "เทศบาล", DAY.replace(day=19)) != made[0]
