"""What a proposal does to the pages, seen: real builds, real pictures, and nothing that runs."""

from __future__ import annotations

import base64
import io
import os
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from ita_site.history.review.built import Built, BuiltSites
from ita_site.history.review.preview import pages as preview
from ita_site.history.review.preview.cuts import COME, GONE
from ita_site.history.review.preview.folder import make_room
from ita_site.history.review.preview.pages import preview_pages
from ita_site.history.review.preview.pictures import PHONE, Camera, NoPictureError, open_cameras
from ita_site.history.review.preview.write import write_preview
from ita_site.site.manifest import compare, hash_folder
from ita_site.site.pages.qr import png_image
from tests.commands import everything_said
from tests.review.proposal import ALONE, git
from tests.site.project import Run, environment
from tests.site.small_project import FILES, NOTHING_DUE, small_project

if TYPE_CHECKING:
    from pathlib import Path

NO_BROWSER = {"ITA_CHROMIUM": "/nowhere/chromium"}
HOSTILE = (
    '<script>document.title="ran"</script><img src="https://evil.example/x.png" onerror=alert(1)>'
)
ABOUT = "# เกี่ยวกับ\n\n[ร้องเรียน](https://tuayang.example/)\n\n![โค้ด](code.png)\n\n"
SURVEY, OTHER = "https://itas.nacc.go.th/go/eit/xgitdi", "https://itas.nacc.go.th/go/eit/yqwert"


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def diff(folder: Path, *arguments: str, **env: str) -> Run:
    """The command, on a day when nothing of the data is due."""
    done = everything_said(
        folder, "diff", "HEAD", *arguments, **environment(**ALONE, **NOTHING_DUE, **env)
    )
    return Run(*done)


def propose(folder: Path) -> None:
    """A project, and a proposal that changes what is seen, what is only linked, and pages."""
    pages = {"about.md": ABOUT, "old.md": "# หน้าเก่า\n", "shown.md": "# รูป\n\n![รูป](code.png)\n"}
    small_project(folder, {f"content/{name}": text for name, text in pages.items()})
    write(folder, {"content/code.png": png_image("https://a.example/")})
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "ก")
    write(
        folder,
        {
            "data/2566/year.yml": FILES["data/2566/year.yml"].replace("xgitdi", "yqwert"),
            "data/2566/measures.yml": FILES["data/2566/measures.yml"].replace("ข", f"'{HOSTILE}'"),
            "content/about.md": ABOUT.replace("tuayang", "evil"),
            "content/code.png": png_image("https://b.example/"),
            "content/new.md": "# หน้าใหม่\n",
        },
    )
    (folder / "content/old.md").unlink()


def made(folder: Path) -> str:
    propose(folder / "project")
    return diff(folder / "project", "--preview", str(folder / "preview")).succeeded().log


@pytest.fixture
def shown(once) -> Path:
    """The folder of the preview of a proposal."""
    folder, said = once("preview", made)
    assert "index.html" in said
    return folder / "preview"


@pytest.fixture
def proposed(tmp_path) -> Path:
    """The same proposal, of which no preview is made yet."""
    propose(tmp_path / "project")
    return tmp_path / "project"


def read(folder: Path) -> BeautifulSoup:
    return BeautifulSoup((folder / "index.html").read_text("utf-8"), "html.parser")


def section(soup: BeautifulSoup, address: str):
    return next(it for it in soup.select("section") if it.code and it.code.text == address)


def pictures(part, side: str) -> list[Image.Image]:
    sources = [image["src"] for image in part.select(f".{side} img")]
    return [
        Image.open(io.BytesIO(base64.b64decode(it.partition(",")[2]))).convert("RGB")
        for it in sources
    ]


def has(picture: Image.Image, colour) -> bool:
    return colour in {found for _, found in picture.getcolors(picture.width * picture.height)}


@pytest.mark.thorough
def test_each_side_of_a_changed_page_is_pictured_and_marked(shown):
    part = section(read(shown), "/eit/")
    assert [head.text for head in part.select("h3")] == [
        "มือถือ (360 พิกเซล)",
        "คอมพิวเตอร์ (1280 พิกเซล)",
    ]
    for side, colour in (("old", GONE), ("new", COME)):
        assert pictures(part, side)
        assert all(has(picture, colour) for picture in pictures(part, side))


@pytest.mark.thorough
def test_the_code_of_the_survey_is_read_from_both_pictures(shown):
    part = section(read(shown), "/eit/")
    assert "loud" in part["class"]
    assert [item.text for item in part.select("ul li")] == [f"เดิม {SURVEY}", f"ใหม่ {OTHER}"]


@pytest.mark.thorough
def test_a_link_that_leads_elsewhere_under_the_same_words_is_told(shown):
    part = section(read(shown), "/about/")
    assert "ลิงก์ที่เปลี่ยน 1 แห่ง" in part.text
    assert "ร้องเรียน → https://evil.example/" in part.text


@pytest.mark.thorough
def test_a_page_whose_own_bytes_stay_is_pictured_when_a_picture_on_it_changes(shown):
    part = section(read(shown), "/shown/")
    assert [item.text for item in part.select("ul li")] == [
        "เดิม https://a.example/",
        "ใหม่ https://b.example/",
    ]


@pytest.mark.thorough
def test_pages_that_come_or_go_stand_alone(shown):
    soup = read(shown)
    come, gone = section(soup, "/new/"), section(soup, "/old/")
    assert (come.h2.text.split()[0], gone.h2.text.split()[0]) == ("เพิ่ม", "ตัดออก")
    assert (len(pictures(come, "new")), len(pictures(come, "old"))) == (2, 0)
    assert (len(pictures(gone, "new")), len(pictures(gone, "old"))) == (0, 2)


@pytest.mark.thorough
def test_nothing_of_a_proposal_runs_in_it_or_asks_anybody(shown, browser):
    soup = read(shown)
    assert HOSTILE in soup.text
    assert not soup.select("script, iframe, object, embed, form, base, link, [srcdoc]")
    assert not [it for it in soup.find_all() for name in it.attrs if name.startswith("on")]
    assert {image["src"][:16] for image in soup.select("img")} == {"data:image/webp;"}
    policy = soup.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    assert policy.startswith("default-src 'none'; img-src data:;")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url.partition(",")[0]))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    address = (shown / "index.html").as_uri()
    page.goto(address)
    assert {it for it in asked if not it.startswith("data:")} == {address}
    assert wrong == []
    assert page.title().startswith("ก่อนและหลัง")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("[...document.images].every(one => one.naturalWidth)")
    page.close()


@pytest.mark.thorough
def test_it_is_small(shown):
    assert (shown / "index.html").stat().st_size < 800_000


def test_a_folder_with_other_files_is_left_alone(proposed, tmp_path):
    write(tmp_path / "out", {"mine.txt": "ก"})
    done = diff(proposed, "--preview", str(tmp_path / "out"))
    assert done.code == 2
    assert "โฟลเดอร์ใหม่" in done.log
    assert os.listdir(tmp_path / "out") == ["mine.txt"]  # noqa: PTH208


def test_a_proposal_that_could_run_is_not_built_and_that_is_said(proposed, tmp_path):
    write(proposed, {"hook.py": "raise SystemExit\n"})
    done = diff(proposed, "--run-nothing", "--preview", str(tmp_path / "out"))
    assert done.code == 0, done.log
    assert "ทุกไบต์" not in done.log
    text = read(tmp_path / "out").text
    assert "ยังไม่ได้เทียบหน้าเว็บ" in text
    assert "hook.py" in text


HEAD = '<!doctype html><html lang="th"><meta charset="utf-8"><title>ก</title>'


def built(folder: Path, before: dict[str, str], after: dict[str, str]) -> Built:
    """Two sites as they were built, for what no honest build would let through."""
    for name, files in (("before", before), ("after", after)):
        (folder / name).mkdir()
        write(folder / name, {path: HEAD + text for path, text in files.items()})
    sites = [folder / name for name in ("before", "after")]
    return Built(*sites, BuiltSites(compare(*map(hash_folder, sites))))


def test_without_a_browser_the_texts_stand_side_by_side(tmp_path, monkeypatch):
    sites = built(tmp_path, {"a/index.html": "<p>เดิม 1 วัน"}, {"a/index.html": "<p>ใหม่ 2 วัน"})
    for name, value in (*NO_BROWSER.items(), ("PATH", "/nowhere")):
        monkeypatch.setenv(name, value)
    make_room(tmp_path / "out")
    found = write_preview(tmp_path / "out", sites, "ก", "ข")
    assert found
    assert found.failure
    soup = read(tmp_path / "out")
    assert "ไม่มี Chrome" in soup.text
    assert not soup.select("img")
    assert [cell.text.strip() for cell in soup.select("details[open] td")] == [
        "เดิม 1 วัน",
        "ใหม่ 2 วัน",
    ]


def test_a_pages_name_is_text(tmp_path):
    name = '"><img src=x onerror=alert(1)>'
    sites = built(tmp_path, {}, {f"{name}/index.html": "<p>ก"})
    make_room(tmp_path / "out")
    write_preview(tmp_path / "out", sites, "<b>", "<i>")
    soup = read(tmp_path / "out")
    assert section(soup, f"/{name}/")
    assert not soup.select("[onerror], h1 + p b, h1 + p i")


def test_what_is_beyond_the_bounds_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "MOST_PAGES", 2)
    old = {f"{name}/index.html": f"<p>{name}" for name in ("a", "b", "c", "eit", "same")}
    new = {path: text if "same" in path else f"{text} ใหม่ {path}" for path, text in old.items()}
    found = preview_pages(built(tmp_path, old, new))
    assert [page.address for page in found.pages] == ["/eit/", "/a/"]
    assert found.unpictured == ("/b/", "/c/")
    assert found.unchanged == 1


def test_pictures_end_where_there_is_no_room_and_the_rest_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "MOST_BYTES", 1)
    sites = built(
        tmp_path,
        {"a/index.html": "<p>ก", "b/index.html": "<p>ก"},
        {"a/index.html": "<p>ขข", "b/index.html": "<p>คคค"},
    )
    found = preview_pages(sites)
    assert found.unpictured == ("/b/",)
    assert [bool(page.cuts) for page in found.pages] == [True, False]
    assert found.pages[1].lines


def test_pages_that_change_alike_are_shown_once(tmp_path):
    old = {f"{name}/index.html": f"<p>เดิม<p style='margin-top:400px'>{name}" for name in "abc"}
    new = {path: text.replace("เดิม", "ใหม่") for path, text in old.items()}
    (page,) = preview_pages(built(tmp_path, old, new)).pages
    assert (page.address, page.same) == ("/a/", ["/b/", "/c/"])


def test_a_link_whose_words_alone_change_is_not_loud(tmp_path):
    old = {f"{name}/index.html": '<a href="x/">เดิม</a>' for name in "ab"}
    new = {"a/index.html": '<a href="x/">ใหม่</a>', "b/index.html": '<a href="y/">เดิม</a>'}
    one, other = preview_pages(built(tmp_path, old, new)).pages
    assert (one.leads_elsewhere, other.leads_elsewhere) == (False, True)
    assert not any(other.cuts.values())


def test_what_moves_and_what_is_folded_makes_no_false_difference(tmp_path):
    moving = (
        "<style>@keyframes k{from{margin-left:0}to{margin-left:200px}}"
        "p{animation:k 3s infinite alternate}</style><p>ก</p>"
        "<details><summary>พับ</summary>{}</details>"
    )
    old, new = moving.replace("{}", "หนึ่ง"), moving.replace("{}", "สอง")
    (page,) = preview_pages(built(tmp_path, {"index.html": old}, {"index.html": new})).pages
    ((cut,),) = ({*page.cuts[PHONE]},)
    height = Image.open(io.BytesIO(cut.new)).height
    assert height < 160
    assert not page.more


@contextmanager
def listening():
    """A server of this machine, and what it was asked for."""
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", asked
        finally:
            server.shutdown()
            thread.join()


REACHING = (
    '<iframe src="{it}/frame"></iframe>',
    '<iframe srcdoc="<script>document.write(1)</script><img src={it}/inner>"></iframe>',
    '<object data="{it}/object"></object><embed src="{it}/embed">',
    '<link rel="stylesheet" href="{it}/style"><style>@import "{it}/import";</style>',
    '<link rel="prefetch" href="{it}/prefetch"><link rel="preconnect" href="{it}">',
    '<link rel="prerender" href="{it}/prerender"><link rel="manifest" href="{it}/manifest">',
    '<link rel="icon" href="{it}/icon"><link rel="modulepreload" href="{it}/module">',
    '<script type="speculationrules">{{"prefetch":[{{"urls":["{it}/rules"]}}]}}</script>',
    '<meta http-equiv="refresh" content="0;url={it}/refresh">',
    '<video src="{it}/video" poster="{it}/poster" autoplay></video><img srcset="{it}/set 1x">',
    '<svg><image href="{it}/image"/><use href="{it}/use#a"/></svg>',
    '<body background="{it}/background"><input type="image" src="{it}/input">',
    '<meta http-equiv="refresh" content="0;url=red.html">',
    '<iframe src="frame.html"></iframe>',
    '<img src="{file}"><iframe src="{file}"></iframe><link rel="stylesheet" href="{file}">',
    '<script>document.body.textContent = "ran"; fetch("{it}/fetch")</script>',
    '<img src="x" onerror="document.body.textContent = \'ran\'">',
)
RED = "body{background:#ff0000}"


@pytest.mark.parametrize("attack", REACHING)
def test_a_page_reaches_nobody_reads_nothing_and_runs_nothing(attack, tmp_path):
    secret = tmp_path / "secret.css"
    secret.write_text(RED, "ascii")
    with listening() as (it, asked):
        words = attack.format(it=it, file=secret.as_uri())
        deep = f'<img src="{it}/deep">'
        inner = f'<script>document.documentElement.style.background="#f00"</script>{deep}'
        site, red = tmp_path / "site", f"<style>{RED}</style>"
        page = f"{HEAD}<h1>หน้า</h1>{words}"
        write(site, {"index.html": page, "frame.html": inner, "red.html": red})
        with open_cameras(site) as (camera,):
            shot = camera.take("index.html").by_width[PHONE]
    assert asked == []
    assert not has(shot, (255, 0, 0))
    assert len(shot.getcolors(shot.width * shot.height)) > 1


def test_a_page_that_ends_the_browser_costs_no_other(tmp_path):
    write(tmp_path, {"a.html": f"{HEAD}ก", "b.html": f"{HEAD}ข"})
    camera = Camera(tmp_path)
    try:
        camera._browser.tell("Browser.crash")  # noqa: SLF001
        with pytest.raises(NoPictureError):
            camera.take("a.html")
        assert camera.take("b.html").by_width
    finally:
        camera.close()
