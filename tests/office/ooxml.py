"""Word files written by hand, element by element, the way Word and LibreOffice write them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PARTS = ("numbering", "styles", "footnotes", "header", "comments")


def run(text: str, properties: str = "") -> str:
    """A run of text; a line break within it is one of Word's, a tab too."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f'<w:r>{rpr}<w:t xml:space="preserve">{pieces}</w:t></w:r>'


def p(*inside: str, num: str = "", level: int = 0, style: str = "") -> str:
    """A paragraph of runs, or of texts; `num` is the list it is numbered in."""
    runs = "".join(each if each.startswith("<") else run(each) for each in inside)
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{numbered if num else ''}</w:pPr>{runs}</w:p>"


def tc(*paragraphs: str, span: int = 1, down: str = "") -> str:
    """A cell; `down` is "restart" or "continue" of a vertical merge."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[down]
    inside = "".join(each if each.startswith("<") else p(each) for each in paragraphs) or p()
    return f"<w:tc><w:tcPr>{wide}{merged}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, or of texts."""
    inside = "".join(each if each.startswith("<w:") else tc(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def sdt(inside: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def box(*paragraphs: str) -> str:
    """A text box, as Word writes it: once for new programs and once for old ones."""
    content = f"<w:txbxContent>{''.join(map(p, paragraphs))}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}'
        "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def level(at: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def lists(abstracts: dict[str, str], nums: dict[str, tuple[str, str]]) -> str:
    """A numbering part: abstract lists, and lists (an abstract one, overrides)."""
    found = "".join(
        f'<w:abstractNum w:abstractNumId="{name}">{levels}</w:abstractNum>'
        for name, levels in abstracts.items()
    )
    found += "".join(
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for name, (abstract, overrides) in nums.items()
    )
    return part("numbering", found)


def part(name: str, inside: str) -> str:
    """A whole part of a package."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {SPACES}>{inside}</w:{name}>'


def docx(body: str, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file; `parts` are whole parts by name (`numbering`, `styles`, `footnotes` …)."""
    names = [name for name in PARTS if name in parts]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}{name}+xml"/>' for name in names
    )
    relations = "".join(
        f'<Relationship Id="p{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in names
    ) + "".join(
        f'<Relationship Id="{name}" Type="{R}/hyperlink" Target={quoteattr(url)}'
        ' TargetMode="External"/>'
        for name, url in (links or {}).items()
    )
    return packed(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels"'
                ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{TYPES}document.main+xml"/>'
                f"{overrides}</Types>"
            ),
            "_rels/.rels": _relations(
                f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
            "word/_rels/document.xml.rels": _relations(relations),
            **{f"word/{name}.xml": parts[name] for name in names},
        }
    )


def _relations(inside: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'


def packed(parts: dict[str, str]) -> bytes:
    """A package of parts, the same bytes every time."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode("utf-8"))
    return found.getvalue()
