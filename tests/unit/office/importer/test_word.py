"""What a reader sees in a Word file arrives; what nobody sees does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.office.importer.document.blocks import Cell, Paragraph, Table
from ita_site.office.importer.formats.word.document import read_word
from ita_site.office.importer.formats.word.numbering import format_number
from tests.office.ooxml import box, docx, level, lists, p, part, run, sdt, tbl, tc, tr


def read(body, **parts: str | dict[str, str]):
    return read_word(docx(body, **parts), "x.docx")


def texts(body, **parts: str | dict[str, str]):
    return [block.text for block in read(body, **parts).blocks if isinstance(block, Paragraph)]


def table(*rows: str):
    (found,) = read(tbl(*rows)).blocks
    assert isinstance(found, Table)
    return found


def rows_of(*rows: str):
    return [[cell.text for cell in row] for row in table(*rows).rows]


def test_paragraphs_and_tables_come_in_order_each_with_its_place():
    blocks = read(p("หนึ่ง") + p() + tbl(tr("ก", "ข")) + p("สอง") + tbl(tr("ค"))).blocks
    assert [block.place for block in blocks] == ["ย่อหน้า 1", "ตาราง 1", "ย่อหน้า 2", "ตาราง 2"]
    assert blocks[1].rows[0][1] == Cell("ข", "ตาราง 1 แถว 1 ช่อง 2")


def test_breaks_tabs_and_hyphens_are_seen():
    assert texts(p("ก\nข\tค", "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>")) == ["ก\nข\tค-"]


def test_inserted_text_counts_and_deleted_text_does_not():
    deleted = '<w:del w:id="1"><w:r><w:delText>เก่า</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("ใหม่")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{run("ย้าย")}</w:moveFrom>'
    found = read(p("ก", deleted, inserted, moved))
    assert found.blocks == (Paragraph("กใหม่", "ย่อหน้า 1"),)
    assert found.left_out == ("ข้อความที่ถูกลบโดยติดตามการเปลี่ยนแปลง 1 แห่ง ไม่ได้นำเข้า",)


def test_hidden_text_is_left_out_and_told():
    found = read(p("ก", run("ลับ", "<w:vanish/>"), run("ข", '<w:vanish w:val="0"/>')))
    assert found.blocks[0].text == "กข"
    assert found.left_out == ("ข้อความที่ซ่อนไว้ 1 แห่ง ไม่ได้นำเข้า",)


def test_a_field_shows_its_result():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:t>คำสั่ง</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("12")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="DATE">{run("๑ ต.ค.")}</w:fldSimple>'
    assert texts(p("หน้า ", field, " ", simple)) == ["หน้า 12 ๑ ต.ค."]


def form_field(data: str) -> str:
    begun = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
    return (
        f"<w:r>{begun}</w:r><w:r><w:instrText> FORM </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("box", "sign"),
    [
        ("<w:checked/>", "☒"),
        ('<w:checked w:val="0"/><w:default w:val="1"/>', "☐"),
        ('<w:default w:val="1"/>', "☒"),
        ("", "☐"),
    ],
)
def test_a_box_of_an_old_form_is_seen(box, sign):
    field = form_field(f"<w:checkBox>{box}</w:checkBox>")
    assert texts(p(field, " ทำแล้ว")) == [f"{sign} ทำแล้ว"]


def test_what_an_old_form_has_chosen_of_a_list_is_seen():
    entries = '<w:listEntry w:val="กองคลัง"/><w:listEntry w:val="กองช่าง"/>'
    field = form_field(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>')
    assert texts(p("โดย ", field)) == ["โดย กองช่าง"]
    assert texts(p("โดย ", form_field(f"<w:ddList>{entries}</w:ddList>"))) == ["โดย กองคลัง"]


def test_a_link_keeps_its_address_unless_it_is_its_text():
    links = {"l1": "https://nongtuayang.example/ita", "l2": "https://nongtuayang.example"}
    body = p(f'<w:hyperlink r:id="l1">{run("รายงาน")}</w:hyperlink>')
    body += p(f'<w:hyperlink r:id="l2">{run("https://nongtuayang.example")}</w:hyperlink>')
    assert texts(body, links=links) == [
        "รายงาน (https://nongtuayang.example/ita)",
        "https://nongtuayang.example",
    ]


@pytest.mark.parametrize(
    ("code", "sign"),
    [("F0FC", "✓"), ("F0FE", "☑"), ("F0FB", "✗"), ("F0FD", "☒"), ("F0B7", "•"), ("F0A7", "•")],
)
def test_ticks_of_a_symbol_font_are_ticks(code, sign):
    symbol = f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'
    assert rows_of(tr("จัดแล้ว", tc(p(symbol)))) == [["จัดแล้ว", sign]]


def test_content_controls_and_smart_tags_are_looked_into():
    body = sdt(p("ก", sdt(run("ข")), f"<w:smartTag>{run('ค')}</w:smartTag>"))
    body += sdt(tbl(sdt(tr(sdt(tc("ง")), "จ"))))
    found = read(body).blocks
    assert found[0].text == "กขค"
    assert [cell.text for cell in found[1].rows[0]] == ["ง", "จ"]


def test_a_text_box_is_read_once_after_its_paragraph():
    assert texts(p("ก", box("ในกล่อง")) + p("ข")) == ["ก", "ในกล่อง", "ข"]


def test_a_text_box_in_a_cell_is_a_line_of_it():
    assert rows_of(tr(tc(p("ก", box("ในกล่อง"))), "ข")) == [["ก\nในกล่อง", "ข"]]


def test_footnotes_follow_the_text():
    notes = part("footnotes", f'<w:footnote w:id="2">{p("ที่มา ITAS")}</w:footnote>')
    called = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = read(p("คะแนน", called) + p("จบ"), footnotes=notes).blocks
    assert found[-1] == Paragraph("ที่มา ITAS", "เชิงอรรถ 1")
    assert [block.text for block in found[:2]] == ["คะแนน", "จบ"]


def test_headers_and_comments_are_told():
    header = part("hdr", p("กองคลัง"))
    comments = part("comments", f'<w:comment w:id="1">{p("ถามหัวหน้า")}</w:comment>')
    assert read(p("ก"), header=header, comments=comments).left_out == (
        "ความคิดเห็น 1 รายการ ไม่ได้นำเข้า",
        "หัวกระดาษ ไม่ได้นำเข้า: “กองคลัง”",
    )


def test_pictures_are_told():
    picture = "<w:r><w:drawing/></w:r>"
    assert read(p("ก", picture)).left_out == ("รูปภาพหรือวัตถุ 1 รายการ ข้อความในภาพไม่ได้นำเข้า",)


def test_merged_cells_say_where_their_text_is():
    found = table(
        tr(tc("หัว", span=2), tc("ค", down="restart")),
        tr(tc("ก", down="restart"), "ข", tc(down="continue")),
        tr(tc(down="continue"), "ข2", "ค2"),
    )
    origins = [[cell.origin for cell in row] for row in found.rows]
    assert origins == [
        [None, (0, 0), None],
        [None, None, (0, 2)],
        [(1, 0), None, None],
    ]
    assert found.rows[2][0].text == ""


def test_wide_and_deep_merges_point_to_their_first_cell():
    found = table(tr(tc("ก", span=2, down="restart"), "ข"), tr(tc(span=2, down="continue"), "ค"))
    assert [cell.origin for cell in found.rows[1]] == [(0, 0), (0, 0), None]


def test_text_that_a_merge_hides_is_told():
    rows = tr(tc("ก", down="restart")) + tr(tc("ซ่อน", down="continue"))
    found = read(tbl(rows))
    assert found.left_out == ("ข้อความในช่องที่ถูกผสาน Word ไม่แสดง 1 ช่อง ไม่ได้นำเข้า",)


def test_rows_have_one_length():
    short = tr("ข", properties='<w:gridBefore w:val="1"/>')
    assert rows_of(tr("ก", "ข", "ค"), short) == [["ก", "ข", "ค"], ["", "ข", ""]]


def test_deleted_rows_are_not_there():
    assert rows_of(tr("ก"), tr("ข", properties='<w:del w:id="1"/>')) == [["ก"]]


def test_paragraphs_of_a_cell_are_its_lines_and_an_inner_table_too():
    inner = tbl(tr("ใน 1", "ใน 2"), tr("ใน 3", "ใน 4"))
    assert rows_of(tr(tc("ก", "ข", inner, p()), "ค")) == [["ก\nข\nใน 1 ใน 2\nใน 3 ใน 4", "ค"]]


def test_a_table_around_everything_is_no_table():
    found = read(tbl(tr(tc(p("หัวเรื่อง"), tbl(tr("ก", "ข")), p())))).blocks
    assert found[0].text == "หัวเรื่อง"
    assert [cell.text for cell in found[1].rows[0]] == ["ก", "ข"]


THAI = level(0, "thaiNumbers", "%1.") + level(1, "thaiNumbers", "%1.%2")
BULLETS = level(0, "bullet", "\uf0b7")


def test_numbering_is_seen_as_word_shows_it():
    numbering = lists({"0": THAI, "1": BULLETS}, {"1": ("0", ""), "2": ("1", "")})
    body = p("ก", num="1") + p("ข", num="1", level=1) + p("ค", num="1", level=1)
    body += p("จุด", num="2") + p("ง", num="1") + p("จ", num="1", level=1) + p("ฉ", num="0")
    assert texts(body, numbering=numbering) == [
        *("๑. ก", "๑.๑ ข", "๑.๒ ค"),
        *("• จุด", "๒. ง", "๒.๑ จ", "ฉ"),
    ]


def test_lists_of_one_abstract_count_on_unless_they_start_over():
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists({"0": THAI}, {"1": ("0", ""), "2": ("0", ""), "3": ("0", over)})
    body = p("ก", num="1") + p("ข", num="2") + p("ค", num="3") + p("ง", num="3")
    assert texts(body, numbering=numbering) == ["๑. ก", "๒. ข", "๑. ค", "๒. ง"]


def test_numbering_by_style_and_based_on_style():
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="M">'
        '<w:basedOn w:val="L"/></w:style>',
    )
    numbering = lists({"0": level(0, "thaiLetters", "(%1)")}, {"1": ("0", "")})
    body = p("หนึ่ง", style="L") + p("สอง", style="M")
    assert texts(body, numbering=numbering, styles=styles) == ["(ก) หนึ่ง", "(ข) สอง"]


def test_an_empty_numbered_paragraph_counts_but_says_nothing():
    numbering = lists({"0": THAI}, {"1": ("0", "")})
    body = p("ก", num="1") + p(num="1") + p("ข", num="1")
    assert texts(body, numbering=numbering) == ["๑. ก", "๓. ข"]


def test_a_legal_number_and_one_with_nothing_behind_it():
    legal = level(0, "upperRoman", "%1)") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    tight = level(0, "decimal", "%1", start=5, more='<w:suff w:val="nothing"/>')
    numbering = lists({"0": legal, "1": tight}, {"1": ("0", ""), "2": ("1", "")})
    body = p("ก", num="1") + p("ข", num="1", level=1) + p(".ค", num="2")
    assert texts(body, numbering=numbering) == ["I) ก", "1.1 ข", "5.ค"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (12, "thaiNumbers", "๑๒"),
        (3, "thaiLetters", "ค"),
        (41, "thaiLetters", "ฮ"),
        (42, "thaiLetters", "กก"),
        (28, "lowerLetter", "bb"),
        (1994, "lowerRoman", "mcmxciv"),
        (7, "decimalZero", "07"),
        (7, "somethingNew", "7"),
    ],
)
def test_numbers_in_each_format(number, form, shown):
    assert format_number(number, form) == shown


WORDS = st.text("กขคำ่ี ๑a(.-", min_size=1, max_size=12).filter(str.strip)
WRAPPED = st.sampled_from(
    [
        run,
        lambda text: f"<w:ins>{run(text)}</w:ins>",
        lambda text: sdt(run(text)),
        lambda text: f"<w:smartTag>{run(text)}</w:smartTag>",
        lambda text: f"<w:hyperlink>{run(text)}</w:hyperlink>",
        lambda text: f'<w:fldSimple w:instr="REF">{run(text)}</w:fldSimple>',
        box,
    ]
)
PARAGRAPHS = st.lists(st.tuples(WRAPPED, WORDS), min_size=1, max_size=4)
CELLS = st.tuples(PARAGRAPHS, st.integers(1, 3), st.sampled_from(["", "restart"]))
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4)


def written(paragraph):
    return p(*(wrap(text) for wrap, text in paragraph))


def built(block):
    if isinstance(block[0], tuple):
        return written(block)
    rows = (
        tr(*(tc(written(par), span=span, down=down) for par, span, down in row)) for row in block
    )
    return tbl(*rows)


def said_in(block):
    if isinstance(block[0], tuple):
        return [text for _, text in block]
    return [text for row in block for paragraph, _, _ in row for _, text in paragraph]


@given(st.lists(PARAGRAPHS | TABLES, min_size=1, max_size=4))
def test_every_visible_text_arrives_once(blocks):
    found = read("".join(map(built, blocks))).blocks
    texts = [block.text for block in found if isinstance(block, Paragraph)]
    tables = [block for block in found if isinstance(block, Table)]
    texts += [cell.text for table in tables for row in table.rows for cell in row]
    signs = sorted(sign for text in texts for sign in text if not sign.isspace())
    meant = [sign for block in blocks for text in said_in(block) for sign in text]
    assert signs == sorted(sign for sign in meant if not sign.isspace())
    assert all(len({len(row) for row in table.rows}) == 1 for table in tables)
