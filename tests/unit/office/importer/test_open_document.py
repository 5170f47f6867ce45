"""What a reader sees in a file of LibreOffice arrives, and what nobody sees is told."""

from __future__ import annotations

import io
import zipfile

import pytest

from ita_site.office.importer.document.blocks import Paragraph, Table
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.formats.readers import read_blocks

SPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            *(("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing")),
            *(("style", "style"), ("fo", "xsl-fo-compatible")),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def content(body, kind="text", styles=""):
    return (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


@pytest.fixture
def read(tmp_path):
    def found(body, kind="text", styles="", **more: str):
        path = tmp_path / "แฟ้ม.odt"
        path.write_bytes(packed({"content.xml": content(body, kind, styles), **more}))
        return read_blocks(path)

    return found


def p(text):
    return f"<text:p>{text}</text:p>"


def cell(text, **attributes: object):
    said = "".join(
        f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    return f"<table:table-cell{said}>{p(text) if text else ''}</table:table-cell>"


def row(*cells: str, **attributes: object):
    said = "".join(
        f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    return f"<table:table-row{said}>{''.join(cells)}</table:table-row>"


COVERED = "<table:covered-table-cell/>"


def table(*rows: str, name="t"):
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def texts(block):
    assert isinstance(block, Table)
    return [[cell.text for cell in row] for row in block.rows]


def test_paragraphs_and_tables_come_in_order_with_their_places(read):
    blocks = read(p("หนึ่ง") + table(row(cell("ก"), cell("ข"))) + p("สอง")).blocks
    assert [block.place for block in blocks] == ["ย่อหน้า 1", "ตาราง 1", "ย่อหน้า 2"]
    assert blocks[1].rows[0][1].place == "ตาราง 1 แถว 1 ช่อง 2"


def test_blanks_tabs_breaks_and_links_are_seen(read):
    words = 'ก <text:s text:c="2"/>ข<text:tab/>ค<text:line-break/>ง'
    link = '<text:a xlink:href="https://a.example/">ประกาศ</text:a>'
    found = [block.text for block in read(p(words) + p(link)).blocks]
    assert found == ["ก   ข\tค\nง", "ประกาศ (https://a.example/)"]


def test_merged_cells_know_their_origin(read):
    (found,) = read(
        table(
            row(cell("หัว", number_columns_spanned=2), COVERED),
            row(cell("ซ้าย", number_rows_spanned=2), cell("ก")),
            row(COVERED, cell("ข")),
        )
    ).blocks
    assert [cell.origin for row in found.rows for cell in row] == [
        *(None, (0, 0), None, None),
        *((1, 0), None),
    ]


def test_a_text_under_a_merged_neighbour_is_read_where_it_shows_and_told_where_it_does_not(read):
    spanning = cell("ก", number_columns_spanned=2)
    found = read(
        table(
            row(spanning, cell("เห็น")),
            row(spanning, f"<table:covered-table-cell>{p('ซ่อน')}</table:covered-table-cell>"),
        )
    )
    assert texts(found.blocks[0]) == [["ก", "เห็น"], ["ก", ""]]
    assert found.left_out == ("ข้อความในช่องที่ถูกผสาน ซึ่งไม่แสดง 1 ช่อง ไม่ได้นำเข้า",)


def test_lists_are_numbered_as_they_show(read):
    level = '<text:list-level-style-number text:level="1" style:num-format="๑, ๒, ๓" style:num-suffix="."/>'  # noqa: E501
    style = f'<text:list-style style:name="L">{level}</text:list-style>'
    item = "<text:list-item>{}</text:list-item>".format
    first = f'<text:list text:style-name="L">{item(p("ก"))}{item(p("ข"))}</text:list>'
    again = first.replace("<text:list ", '<text:list text:continue-numbering="true" ', 1)
    found = [block.text for block in read(first + again + first, styles=style).blocks]
    assert found == ["๑. ก", "๒. ข", "๓. ก", "๔. ข", "๑. ก", "๒. ข"]


def test_deleted_hidden_and_drawn_things_are_told(read):
    hidden = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'  # noqa: E501
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>เก่า</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        + p(
            'เห็น<text:span text:style-name="H">ลับ</text:span><office:annotation><text:p>หมายเหตุ</text:p></office:annotation>'  # noqa: E501
        )
        + p("<draw:frame><draw:image/></draw:frame>")
    )
    found = read(body, styles=hidden)
    assert [block.text for block in found.blocks] == ["เห็น"]
    assert [words.split()[0] for words in found.left_out] == [
        "รูปภาพหรือวัตถุ",
        "ข้อความที่ถูกลบโดยติดตามการเปลี่ยนแปลง",
        "ข้อความที่ซ่อนไว้",
        "ความคิดเห็น",
    ]


def test_a_text_box_and_a_note_are_read(read):
    box = f"<draw:frame><draw:text-box>{p('ในกล่อง')}</draw:text-box></draw:frame>"
    note = f'<text:note text:note-class="footnote"><text:note-body>{p("ท้าย")}</text:note-body></text:note>'  # noqa: E501
    found = read(p(f"นอก{box}") + p(f"คำ{note}"))
    assert [(block.text, block.place) for block in found.blocks][1:] == [
        ("ในกล่อง", "ย่อหน้า 2"),
        ("คำ", "ย่อหน้า 3"),
        ("ท้าย", "เชิงอรรถ 1"),
    ]


def test_a_sheet_has_its_places_and_not_its_million_empty_rows(read):
    sheet = table(
        row(cell("ที่"), cell("มาตรการ"), cell("", number_columns_repeated=16382)),
        row(cell("1"), cell("ประกาศ"), cell("", number_columns_repeated=16382)),
        row(cell("", number_columns_repeated=16384), number_rows_repeated=1048574),
        name="แผ่น",
    )
    (found,) = read(sheet, "spreadsheet").blocks
    assert texts(found) == [["ที่", "มาตรการ"], ["1", "ประกาศ"]]
    assert found.rows[1][1].place == "แผ่นงาน “แผ่น” เซลล์ B2"


def test_hidden_rows_columns_and_sheets_are_told(read):
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'  # noqa: E501
    shown = (
        f'<table:table table:name="ก">{columns}'
        + "".join(
            (
                row(cell("1"), cell("ลับ"), cell("2")),
                row(cell("3"), cell("ลับ"), cell("4"), visibility="collapse"),
                row(cell("5"), cell(""), cell("6")),
            )
        )
        + "</table:table>"
    )
    style = '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'  # noqa: E501
    gone = '<table:table table:name="ข" table:style-name="off">' + row(cell("x")) + "</table:table>"
    found = read(shown + gone, "spreadsheet", style)
    assert texts(found.blocks[0]) == [["1", "2"], ["5", "6"]]
    assert found.left_out == (
        "แผ่นงาน “ก” แถวที่ซ่อนไว้ 2 ไม่ได้นำเข้า",
        "แผ่นงาน “ก” คอลัมน์ที่ซ่อนไว้ B ไม่ได้นำเข้า",
        "แผ่นงาน “ข” ถูกซ่อนไว้ ไม่ได้นำเข้า",
    )


def test_colours_of_cells_are_known(read):
    style = '<style:style style:name="c" style:family="table-cell"><style:table-cell-properties fo:background-color="#ffcc00"/></style:style>'  # noqa: E501
    body = table(row(cell("ก"), cell("", style_name="c"), cell("ข")))
    (found,) = read(body, styles=style).blocks
    assert [cell.fill for cell in found.rows[0]] == ["", "#ffcc00", ""]


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (table(row(cell("x"), number_rows_repeated=900000)), "spreadsheet", "ITA931"),
        (table(row(cell("x", number_columns_repeated=900000))), "spreadsheet", "ITA915"),
        (
            table(row(cell("x", number_columns_spanned=9000, number_rows_spanned=9000))),
            "text",
            "ITA915",
        ),
        ("", "text", "ITA916"),
    ],
)
def test_what_never_ends_or_holds_nothing_is_refused(read, body, kind, code):
    with pytest.raises(RefusedError) as refused:
        read(body, kind)
    assert refused.value.code == code


def test_a_password_is_told(read):
    with pytest.raises(RefusedError) as refused:
        read(p("ก"), **{"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"})
    assert refused.value.code == "ITA906"


def test_entities_are_refused(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content(p("&a;"))
    (tmp_path / "x.odt").write_bytes(packed({"content.xml": bomb}))
    with pytest.raises(RefusedError) as refused:
        read_blocks(tmp_path / "x.odt")
    assert refused.value.code == "ITA913"


def test_a_table_only_there_for_the_layout_is_its_contents(read):
    inner = table(row(cell("ก"), cell("ข")))
    outer = table(row(f"<table:table-cell>{p('หัวเรื่อง')}{inner}</table:table-cell>"))
    blocks = read(outer).blocks
    assert blocks[0] == Paragraph("หัวเรื่อง", "ย่อหน้า 1")
    assert texts(blocks[1]) == [["ก", "ข"]]
