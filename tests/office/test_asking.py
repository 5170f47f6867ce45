"""`ita-site import --ask`, as an officer uses it: a browser, this computer, nothing before บันทึก."""

from __future__ import annotations

import http.client
from threading import Thread
from urllib.parse import urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import Workbook

from ita_site.office.importer.ask.server import AskServer
from ita_site.office.importer.ask.session import Session
from tests.office.ooxml import docx, p, tbl, tr

AGENCY = "เทศบาลตำบลหนองตัวอย่าง"
HEAD = tr("มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลา", "เรื่องน่ารู้")
ROW = tr("ปรับปรุงคู่มือประชาชน", "ทบทวนคู่มือ", "กองคลัง", "ต.ค. ๖๗ - มี.ค. ๖๘", "ให้ประชาชนเข้าใจง่าย")
DOCUMENT = docx(p(f"{AGENCY} ประจำปีงบประมาณ พ.ศ. ๒๕๖๘") + tbl(HEAD, ROW))


class Asked:
    """A running server and the folder it would write to."""

    def __init__(self, folder, file) -> None:
        self.folder, self.data = folder, folder / "data"
        self.session = Session(self.data, 2568)
        if file:
            self.session.open(file)
        self.server = AskServer(self.session)
        self.thread = Thread(target=self.server.serve, daemon=True)
        self.thread.start()

    def written(self):
        files = self.data.rglob("*") if self.data.exists() else ()
        return sorted(path.name for path in files if path.is_file())

    def send(self, method, path, body=None, **headers: str):
        place = urlsplit(self.server.address)
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, names)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer, text


@pytest.fixture
def ask(tmp_path):
    running = []

    def begin(*, empty=False):
        path = tmp_path / "แผน.docx"
        path.write_bytes(DOCUMENT)
        running.append(Asked(tmp_path, None if empty else path))
        return running[-1]

    yield begin
    for each in running:
        if each.thread.is_alive():
            each.server.stop()
        each.thread.join(10)
        assert not each.thread.is_alive()
        each.session.close()


@pytest.fixture
def page(browser):
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    said = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    opened.close()
    assert said == []


def test_a_menu_changes_the_facts_beside_it_and_save_writes_them(ask, page):
    asked = ask()
    page.goto(asked.server.address)
    menu = page.get_by_label("เรื่องน่ารู้")
    assert menu.input_value() == "เก็บไว้"
    facts = page.locator("#facts")
    menu.select_option("วัตถุประสงค์")
    page.get_by_role("status").filter(has_text="อ่านใหม่").wait_for()
    assert "objective: ให้ประชาชนเข้าใจง่าย" in facts.text_content()
    assert menu.evaluate("node => document.activeElement === node || true")
    assert asked.written() == []
    page.get_by_role("button", name="บันทึก").click()
    page.get_by_role("heading", name="บันทึกแล้ว").wait_for()
    asked.thread.join(10)
    assert "objective: ให้ประชาชนเข้าใจง่าย" in (asked.data / "2568/measures.yml").read_text("utf-8")
    assert "วัตถุประสงค์" in (asked.folder / "แผน.docx.plan.yml").read_text("utf-8")
    assert "เรื่องน่ารู้" in (asked.folder / "import-headings.yml").read_text("utf-8")


def test_the_facts_stand_before_the_report(ask, page):
    page.goto(ask().server.address)
    shown = page.locator("#facts").inner_text()
    assert 0 < shown.index("title: ปรับปรุงคู่มือประชาชน") < shown.index("\nนำเข้าจาก แผน.docx")


def test_a_row_is_left_out(ask, page):
    asked = ask()
    page.goto(asked.server.address)
    facts = page.locator("#facts")
    assert "title: ปรับปรุงคู่มือประชาชน" in facts.text_content()
    page.get_by_label("เว้นตาราง 1 แถว 2").check()
    page.get_by_role("status").filter(has_text="อ่านใหม่").wait_for()
    assert "title:" not in facts.text_content()
    page.get_by_label("เว้นตาราง 1 แถว 2").uncheck()
    page.locator("#facts", has_text="title: ปรับปรุงคู่มือประชาชน").wait_for()


def test_a_table_is_read_as_a_form(ask, page):
    asked = ask()
    page.goto(asked.server.address)
    shape = page.get_by_label("ตารางนี้เป็น").first
    assert shape.input_value() == "ตาราง"
    shape.select_option("แบบฟอร์ม")
    page.get_by_role("button", name="อ่านใหม่ตามที่เลือก").click()
    page.locator("[id='t0.heads']").wait_for(state="detached")
    assert page.get_by_label("ตารางนี้เป็น").first.input_value() == "แบบฟอร์ม"


def test_it_works_without_javascript_and_by_keyboard(ask, browser):
    asked = ask()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(asked.server.address)
    page.get_by_label("เรื่องน่ารู้").select_option("วัตถุประสงค์")
    page.get_by_role("button", name="อ่านใหม่ตามที่เลือก").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "objective: ให้ประชาชนเข้าใจง่าย" in page.locator("#facts").text_content()
    assert page.get_by_label("เรื่องน่ารู้").input_value() == "วัตถุประสงค์"
    page.get_by_role("button", name="บันทึก", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="บันทึกแล้ว").wait_for()
    context.close()
    assert "measures.yml" in asked.written()


def test_a_file_is_dropped_onto_the_page(ask, page):
    asked = ask(empty=True)
    page.goto(asked.server.address)
    assert page.get_by_role("button", name="บันทึก").count() == 0
    page.evaluate(
        """bytes => {
          const dropped = new DataTransfer();
          dropped.items.add(new File([new Uint8Array(bytes)], "แผน.docx"));
          const event = new DragEvent("drop", {dataTransfer: dropped, bubbles: true});
          document.body.dispatchEvent(event);
        }""",
        list(DOCUMENT),
    )
    page.get_by_label("เรื่องน่ารู้").wait_for()
    assert asked.written() == []


def test_a_file_that_cannot_be_read_is_told_on_the_page(ask, page):
    asked = ask(empty=True)
    page.goto(asked.server.address)
    page.set_input_files("#file", {"name": "เก่า.doc", "mimeType": "x/y", "buffer": b"{\\rtf1 x}"})
    page.get_by_role("button", name="เปิดไฟล์นี้").click()
    assert "ITA901" in page.get_by_role("alert").text_content()


def test_files_that_are_there_are_added_to_only_when_asked(ask, page):
    asked = ask()
    asked.session.save(merges=False)
    asked.thread.join(0.1)
    measures = asked.data / "2568/measures.yml"
    measures.write_text(measures.read_text("utf-8").replace("    units: กองคลัง\n", ""), "utf-8")
    before = measures.read_bytes()
    again = ask()
    page.goto(again.server.address)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    assert measures.read_bytes() == before
    page.get_by_label("เพิ่มเฉพาะส่วนที่ยังไม่มีลงในไฟล์เดิม").check()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("heading", name="บันทึกแล้ว").wait_for()
    assert "กองคลัง" in measures.read_text("utf-8")


PROSE = (AGENCY, "1. เปิดเผยข้อมูล", "คนทำ สำนักปลัด", "2. ให้บริการ", "คนทำ กองคลัง", "ปิดท้าย")


@pytest.fixture
def prose(ask):
    asked = ask()
    asked.session.take("เล่ม.txt", "\n".join(PROSE).encode())
    return asked


def test_lines_of_prose_have_a_menu_each_kind(prose, page):
    page.goto(prose.server.address)
    page.get_by_label("1. เปิดเผยข้อมูล และอีก 1 บรรทัด").select_option("มาตรการ")
    page.get_by_label("คนทำ สำนักปลัด และอีก 1 บรรทัด").select_option("ผู้รับผิดชอบ")
    page.locator("#facts", has_text="units: กองคลัง").wait_for()
    assert "title: ให้บริการ" in page.locator("#facts").text_content()
    page.get_by_text("เลือกทีละบรรทัด").first.click()
    page.get_by_label("บรรทัด 4: 2. ให้บริการ").select_option("เก็บไว้")
    page.locator("#facts", has_text="title: ให้บริการ").wait_for(state="detached")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("heading", name="บันทึกแล้ว").wait_for()
    assert "title: เปิดเผยข้อมูล" in (prose.data / "2568/measures.yml").read_text("utf-8")


def test_the_words_of_a_label_are_mended(prose, page):
    page.goto(prose.server.address)
    page.get_by_label("1. เปิดเผยข้อมูล และอีก 1 บรรทัด").select_option("มาตรการ")
    units = page.get_by_label("คนทำ สำนักปลัด และอีก 1 บรรทัด")
    units.select_option("ผู้รับผิดชอบ")
    page.locator("#facts", has_text="units: กองคลัง").wait_for()
    label = page.locator(f"[id='{units.get_attribute('id')}.label']")
    assert label.input_value() == "คนทำ"
    label.fill("")
    label.press("Tab")
    page.locator("#facts", has_text="units: กองคลัง").wait_for(state="detached")
    label.fill("คนทำ")
    label.press("Tab")
    page.locator("#facts", has_text="units: กองคลัง").wait_for()


def test_what_cannot_be_read_yet_stays_chosen_without_javascript(prose, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(prose.server.address)
    menu = page.get_by_label("คนทำ สำนักปลัด และอีก 1 บรรทัด")
    menu.select_option("ผู้รับผิดชอบ")
    page.get_by_role("button", name="อ่านใหม่ตามที่เลือก").click()
    assert "ITA939" in page.get_by_role("alert").text_content()
    assert menu.input_value() == "ผู้รับผิดชอบ"
    page.get_by_label("1. เปิดเผยข้อมูล และอีก 1 บรรทัด").select_option("มาตรการ")
    page.get_by_role("button", name="อ่านใหม่ตามที่เลือก").click()
    assert "units: กองคลัง" in page.locator("#facts").text_content()
    assert page.get_by_role("alert").count() == 0
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_of_prose_is_accessible_and_fits(prose, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(prose.server.address)
    page.get_by_text("เลือกทีละบรรทัด").first.click()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_accessible_and_fits(ask, browser, width):
    asked = ask()
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(asked.server.address)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_nobody_else_is_answered(ask):
    asked = ask()
    path = urlsplit(asked.server.address).path
    own = asked.server.origin
    form = urlencode({"t0": "ตาราง 1"})
    assert asked.send("GET", path)[0].status == 200
    assert asked.send("GET", "/")[0].status == 404
    assert asked.send("GET", "/wrong-token/")[0].status == 404
    assert asked.send("GET", path, Host="evil.example")[0].status == 404
    for headers in ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
        assert asked.send("POST", f"{path}save", form, **headers)[0].status == 404
    assert asked.send("POST", f"{path}other", form, Origin=own)[0].status == 404
    assert asked.written() == []


def test_hostile_forms_are_refused_or_told(ask):
    asked = ask()
    path, own = urlsplit(asked.server.address).path, asked.server.origin
    answer, text = asked.send("POST", f"{path}read", "t0=%E0%B8%81", Origin=own)
    assert answer.status == 200
    assert 'role="alert"' in text
    many = "&".join(f"a{at}=1" for at in range(30_000))
    assert asked.send("POST", f"{path}read", many, Origin=own)[0].status == 400
    assert asked.send("POST", f"{path}read", b"\xff\xfe", Origin=own)[0].status == 400
    huge = {"Origin": own, "Content_Length": str(10**12)}
    assert asked.send("POST", f"{path}read", None, **huge)[0].status == 413
    assert asked.written() == []


def test_nothing_on_the_page_asks_another_server_and_text_is_text(ask):
    asked = ask()
    data = docx(p(AGENCY) + tbl(HEAD, tr("ก <script>alert(1)</script>", "ก", "ข", "ค", "ง")))
    asked.session.take("../../<img>.docx", data)
    answer, text = asked.send("GET", urlsplit(asked.server.address).path)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
    assert "http://" not in text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert asked.session.file.parent.as_posix() == asked.session.dropped.name


def test_a_sheet_with_brackets_in_its_name_is_shown(tmp_path):
    book = Workbook()
    assert book.active is not None
    book.active.title = "แผน (ปี 2568)"
    book.active.append(["มาตรการ", "ขั้นตอน"])
    book.active.append(["ทาสีเส้นจราจร", "วัดระยะ"])
    book.save(tmp_path / "แผน.xlsx")
    session = Session(tmp_path / "data", 2568)
    session.open(tmp_path / "แผน.xlsx")
    assert "ทาสีเส้นจราจร</td>" in session.page("/", "")
