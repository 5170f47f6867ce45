"""The worker on its own, in a browser: what it takes for the same, and what it shows first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.site.search.search import our_worker
from tests.site.searching import answers, locations

if TYPE_CHECKING:
    from tests.site.searching import Found


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def find(page):
    """Asks for a query in documents: texts, or (location, title, text)."""

    def ask(query: str, *documents: str | tuple[str, str, str], **more: object) -> Found:
        docs = [_document(number, entry) for number, entry in enumerate(documents)]
        docs[0] |= more
        (found,) = answers(page, our_worker().content.decode(), docs, query)
        return found

    return ask


def _document(number, entry):
    parts = (f"{number}/", "หน้า", entry) if isinstance(entry, str) else entry
    return dict(zip(("location", "title", "text"), parts, strict=True))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        # a word within a run of words
        ("ทรัพย์สิน", "การใช้ทรัพย์สินของราชการ"),
        ("ราชการ", "การใช้ทรัพย์สินของราชการ"),
        # numerals
        ("2566", "ปีงบประมาณ ๒๕๖๖"),
        ("๒๕๖๖", "ปีงบประมาณ 2566"),
        ("๒5๖6", "ปีงบประมาณ 2566"),
        # sara am, as one character and as two, with its tone mark on either side
        ("นำ", "น\u0e4dาไปใช้"),
        ("น\u0e4dา", "นำไปใช้"),
        ("น้ำ", "น\u0e4d\u0e49าประปา"),
        ("น้ำ", "น\u0e49\u0e4dาประปา"),
        ("น\u0e4d\u0e49า", "น้ำประปา"),
        ("น\u0e49\u0e4dา", "น้ำประปา"),
        ("นำ\u0e49", "น้ำประปา"),
        ("น้ำ", "นำ\u0e49ประปา"),
        # a double เ for แ
        ("แผน", "เเผนปฏิบัติการ"),
        ("เเผน", "แผนปฏิบัติการ"),
        # marks in the other order
        ("ที่", "ท\u0e48\u0e35ทำการ"),
        ("ท\u0e48\u0e35", "ที่ทำการ"),
        ("ผู้", "ผ\u0e49\u0e39รับบริการ"),
        # what nobody sees
        ("งบประมาณ", "งบ\u200bประมาณ"),
        ("งบ\u200bประมาณ", "งบประมาณ"),
        ("งบประมาณ", "งบ\u00adประมาณ"),
        ("งบ\u00adประมาณ", "งบประมาณ"),
        ("งบประมาณ", "งบ\u2060ประมาณ"),
        ("\ufeffงบประมาณ", "งบประมาณ"),
        # case
        ("no gift policy", "นโยบาย No Gift Policy"),
        ("NO GIFT", "นโยบาย No Gift Policy"),
        # commas in numbers
        ("1200000", "งบ 1,200,000 บาท"),
        ("1,200,000", "งบ 1200000 บาท"),
        ("๑,๒๐๐,๐๐๐", "งบ 1,200,000 บาท"),
        ("1,200,000", "งบ ๑๒๐๐๐๐๐ บาท"),
        # codes of questions
        ("E10", "ข้อ e10"),
        ("e๑๐", "ข้อ E10"),
        ("e10", "ข้อ E๑๐"),
        ("E 10", "ข้อ E10"),
        ("E10", "ข้อ E 10"),
        ("E-10", "ข้อ E10"),
        ("O๔๒", "ข้อ O42"),
        # spaces, dots and hyphens, which people write or not
        ("ปปช", "สำนักงาน ป.ป.ช."),
        ("ป.ป.ช.", "สำนักงาน ปปช"),
        ("ต.ค. 2565", "เดือน ต.ค. ๒๕๖๕"),
        ("ebidding", "วิธี e-bidding"),
        ("e-bidding", "วิธี e bidding"),
        ("ทรัพย์สินของราชการ", "ทรัพย์สิน ของราชการ"),
        ("ถามตอบ", "หน้าถาม–ตอบ"),
        ("042325176", "โทร 042-325176"),
        ("042-325176", "โทร 042325176"),
        ("95.50", "ได้ ๙๕.๕๐ คะแนน"),
        ("“ของขวัญ”", "ไม่รับของขวัญ"),
        ('"ของขวัญ"', "ไม่รับของขวัญ"),
        ("ของขวัญ,", "ไม่รับของขวัญ"),
        # signs that mean something in a pattern
        ("(ITA)", "การประเมิน (ITA)"),
        ("ก+ข", "ก ข"),
        ("a*", "a b"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_found(find, query, text):
    assert locations(find(query, text, "เรื่องอื่น")) == {"0/"}


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ทรัพย์สิน", "ทรัพย์"),
        ("2566", "25 66"),
        ("2566", "2565"),
        ("9550", "95.50"),
        ("มา", "ม้า"),
        ("นำ", "นา"),
        ("ผลงาน", "ผล\nงาน"),
        ("ก ข", "ก"),
        ("E 10", "Email 10 ฉบับ"),
        (".*", "อะไรก็ได้"),
        ("อะไร.*", "ไม่ใช่"),
    ],
)
def test_what_differs_is_not_found(find, query, text):
    assert find(query, text) == []


@pytest.mark.parametrize("query", ["", "   ", ".", "- ,", '"'])
def test_nothing_asked_is_nothing_found(find, query):
    assert find(query, "อะไรก็ได้ . - , ฯลฯ") == []


def test_all_words_are_needed_in_any_order(find):
    texts = ("ยืมรถราชการ", "ยืมหนังสือ", "รถประจำทาง")
    assert locations(find("รถ ยืม", *texts)) == {"0/"}
    assert locations(find("  ยืม   รถ ", *texts)) == {"0/"}


def test_words_may_stand_in_the_sections_of_one_page(find):
    found = find(
        "ยืม รถ",
        ("a/", "ก", ""),
        ("a/#1", "ยืมของ", ""),
        ("a/#2", "ใช้รถ", ""),
        ("b/", "ข", "รถ"),
        ("c/", "ค", "ยืม"),
    )
    assert [entry["location"] for entry in found[0]] == ["a/#1", "a/#2", "a/"]
    assert len(found) == 1


def test_a_pages_title_and_agency_count_for_its_sections(find):
    docs = [("a/", "มาตรการปี 2566", ""), ("a/#1", "ยืมรถ", ""), ("a/#2", "ปี 2566", "")]
    assert locations(find("รถ 2566", *docs)) == {"a/", "a/#1"}
    assert locations(find("เทศบาลตัวอย่าง รถ", *docs, agency="เทศบาลตัวอย่าง")) == {"a/", "a/#1"}


def test_titles_come_before_text_and_whole_words_before_parts(find):
    found = find(
        "E1",
        ("text-part/", "หน้า", "ข้อ E10"),
        ("text/", "หน้า", "ข้อ E1"),
        ("title-part/", "ข้อ E12", ""),
        ("title/", "ข้อ E1", ""),
    )
    order = [page[0]["location"] for page in found]
    assert order == ["title/", "title-part/", "text/", "text-part/"]


def test_a_title_comes_before_text_on_the_same_page_as_well(find):
    found = find(
        "รถ",
        ("a/", "หน้า", "รถ"),
        ("a/#1", "ก", "รถ รถ รถ"),
        ("a/#2", "ยืมรถ", ""),
    )
    assert [entry["location"] for entry in found[0]] == ["a/#2", "a/#1", "a/"]


def test_the_order_of_the_site_decides_between_equals(find):
    found = find("รถ", ("b/", "หน้า", "รถ"), ("a/", "หน้า", "รถ"), ("c/", "หน้า", "รถ"))
    assert [page[0]["location"] for page in found] == ["b/", "a/", "c/"]


def test_the_theme_opens_three_sections_and_folds_the_rest(find):
    sections = [(f"a/#{number}", f"รถ {number}", "") for number in range(5)]
    (found,) = find("รถ", ("a/", "หน้า", ""), *sections)
    best = found[0]["score"]
    assert [entry["score"] == best for entry in found] == [True] * 3 + [False] * 3
    assert all(entry["score"] < best for entry in found[3:])
    assert found[-1]["location"] == "a/"


def test_where_the_page_itself_says_it_best_its_sections_are_folded(find):
    (found,) = find("2566", ("a/", "มาตรการปี 2566", "นำ"), ("a/#1", "ก", "2566"))
    assert [entry["location"] for entry in found] == ["a/", "a/#1"]
    assert found[0]["score"] > found[1]["score"]


@pytest.mark.parametrize(
    ("query", "text", "wanted"),
    [
        ("ทรัพย์สิน", "ใช้ทรัพย์สินราชการ", "ใช้<mark>ทรัพย์สิน</mark>ราชการ"),
        ("1200", "งบ ๑,๒๐๐ บาท", "งบ <mark>๑,๒๐๐</mark> บาท"),
        ("ยืม รถ", "ยืมรถ", "<mark>ยืม</mark><mark>รถ</mark>"),
        ("กา", "ก่อนการประชุม กาา", "ก่อน<mark>กา</mark>รประชุม <mark>กา</mark>า"),
        ("ที", "ที่นี่", "<mark>ที่</mark>นี่"),
        ("นํา", "นำไป", "<mark>นำ</mark>ไป"),
        ("gift", "No Gift", "No <mark>Gift</mark>"),
        ("ข", "ก <b> & ข", "ก &#60;b&#62; &#38; <mark>ข</mark>"),
        ("<img", '<img src="x" onerror=1>', "&#60;<mark>img</mark> src=&#34;x&#34; onerror=1&#62;"),
    ],
)
def test_hits_are_marked_and_all_else_is_text(find, query, text, wanted):
    ((entry,),) = find(query, text)
    assert entry["text"] == wanted
    ((entry,),) = find(query, ("a/", text, ""))
    assert entry["title"] == wanted


def test_a_label_is_text_as_well(find):
    ((entry,),) = find("รถ", "รถ", tags=["<b>เทศบาล"])
    assert entry["tags"] == ["&#60;b>เทศบาล".replace(">", "&#62;")]


def test_the_lines_with_the_hits_are_told(find):
    text = "หัวเรื่อง\nยืมรถ\nไม่เกี่ยว\nคืนรถ\nซ่อมรถ"
    ((entry,),) = find("รถ", text)
    assert entry["text"] == "ยืม<mark>รถ</mark> · คืน<mark>รถ</mark>"
    ((entry,),) = find("หน้า", text)
    assert entry["text"] == "หัวเรื่อง · ยืมรถ"


def test_of_a_long_line_what_surrounds_the_hit_is_told(find):
    before, after = "คำก่อนหน้า " * 30, " คำตามหลัง" * 30
    ((entry,),) = find("เป้าหมาย", f"{before}เป้าหมาย{after}")
    text = entry["text"].replace("<mark>", "").replace("</mark>", "")
    assert text.startswith("…คำก่อนหน้า ")
    assert text.endswith(" คำตามหลัง…")
    assert 100 < len(text) < 180
    assert "<mark>เป้าหมาย</mark>" in entry["text"]


def test_a_line_without_spaces_is_cut_between_letters_not_within_one(find):
    ((entry,),) = find("เป้า", "ที่" * 100 + "เป้า")
    assert entry["text"].startswith("…ท")


def test_a_hit_of_many_words_is_marked_from_end_to_end(find):
    line = "กำหนดแนวทางการใช้ทรัพย์สินของราชการไว้ในคู่มือมาตรฐานการปฏิบัติงาน"
    ((entry,),) = find(line, "ก " * 60 + line + " ข" * 60)
    assert f"<mark>{line}</mark>" in entry["text"]


def test_ever_so_many_hits_are_all_told_of(find):
    found = find("รถ", *(f"รถ {number}" for number in range(500)))
    assert locations(found) == {f"{number}/" for number in range(500)}
    assert sum(entry["text"] != "" for page in found for entry in page) == 90


def test_the_first_sections_are_told_with_their_text(find):
    sections = [(f"{n}/#{m}", "หัว", "รถ") for n in range(30) for m in range(4)]
    found = find("รถ", *sections)
    told = [entry["text"] != "" for page in found for entry in page if "#" in entry["location"]]
    assert told == [True] * 90 + [False] * 30


LATEST = """async code => {
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  const docs = [{location: "a/", title: "ก", text: "ข"}];
  const heard = [];
  worker.onmessage = ({ data }) => heard.push(data.type === 3 ? data.data.items.length : "ready");
  worker.postMessage({ type: 0, data: { docs } });
  for (const data of ["ก", "กข", "ข"]) worker.postMessage({ type: 2, data });
  while (heard.length < 5) await new Promise(done => setTimeout(done, 5));
  return heard;
}"""


def test_it_says_that_it_is_ready_and_answers_in_turn(page):
    assert page.evaluate(LATEST, our_worker().content.decode()) == ["ready", "ready", 1, 0, 1]


WORDS = [["ส่วย ใต้โต๊ะ", "เรียกรับ", "complaints/"], ["รถหลวง", "ทรัพย์สินของราชการ"]]


@pytest.fixture(scope="module")
def find_said(page):
    """Asks in texts for what people say."""

    def ask(query: str, *documents: str | tuple[str, str, str]) -> list[str]:
        docs = [_document(number, entry) for number, entry in enumerate(documents)]
        (found,) = answers(page, our_worker().content.decode(), docs, query, words=WORDS)
        return [entries[0]["location"] for entries in found]

    return ask


PROPERTY, PAGE = "การใช้ทรัพย์สินของราชการ", ("complaints/", "แจ้งเรื่อง", "")


def test_a_said_word_finds_the_written_one_after_itself_and_its_page_first(find_said):
    assert find_said("รถหลวง", PROPERTY, "ใช้รถหลวง", "รถ") == ["1/", "0/"]
    assert find_said("ส่วย", "เรียกรับเงิน", PAGE) == ["complaints/", "0/"]


@pytest.mark.parametrize("query", ["รถหลวง", "รดหลวง", "รถหล่วง", "รถหวง"])
def test_a_slip_of_one_tone_or_vowel_is_forgiven_and_no_other(find_said, query):
    is_forgiven = query in {"รถหลวง", "รถหล่วง"}
    assert find_said(query, PROPERTY) == (["0/"] if is_forgiven else [])


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ทรพย์สิน", "ทรัพย์สิน"),  # a vowel missing
        ("ทรัพยสิน", "ทรัพย์สิน"),  # a mark missing
        ("ทรัพย์สีน", "ทรัพย์สิน"),  # a wrong vowel
        ("ทรัพย์ส้ิน", "ทรัพย์สิน"),  # a tone too much
        ("งบประมาน้ณ", "งบประมาณ"),  # two slips
        ("แผ่นงาน", "แผนงาน"),
        ("เเผ่นงาน", "แผนงาน"),
        ("โครงกาน", "โครงการ"),  # a wrong consonant
    ],
)
def test_which_slips_are_forgiven(find_said, query, text):
    is_forgiven = query not in {"งบประมาน้ณ", "โครงกาน"}
    assert bool(find_said(query, text)) is is_forgiven


def test_what_is_written_right_is_never_mixed_with_slips(find_said):
    assert find_said("ข้าวสาร", "ข่าวสาร", "ข้าวสาร") == ["1/"]


def test_known_words_within_a_sentence_are_found_where_the_sentence_is_not(find_said):
    assert find_said("นายกเอารถหลวงไปใช้ส่วนตัว", PROPERTY, "อื่น") == ["0/"]
    assert find_said("โดนเก็บส่วยทุกเดือน", "อื่น", PAGE) == ["complaints/"]
