"""What a hand-written page or file would show that it did not show before."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image

from ita_site.facts.content.file_types import is_for_a_server
from ita_site.facts.links import host_in_ascii
from ita_site.facts.thai.numerals import to_arabic
from ita_site.history.review.lines import Span, Style
from ita_site.site.pages.hand_written import links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.git.tree_changes import FileState
    from ita_site.history.review.lines import Line

ADDRESS = re.compile(
    r"(?:(?:[a-z][a-z0-9+.-]*:)?//|\b(?:mailto|tel|javascript|data|vbscript):)[^\s<>()\"'`\]]+",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w.,/-])(?:\+66|0)(?:[ .()–-]?\d){8,9}(?!\d|[.,/-]\d)")
HOTLINE = re.compile(r"(?:โทร\S*|สายด่วน|สายตรง|hotline)[^\n\d]{0,20}(1\d{2,3})(?!\d)")
ACTIVE = re.compile(
    r"<\s*(script|iframe|object|embed|form|meta|base|link|style|svg|applet|frame)\b"
    r"|[\s\"'/](on[a-z]+)\s*=|(javascript):",
    re.IGNORECASE,
)
"""What makes a page do something, or load something."""
RUN_BY_BROWSERS = re.compile(
    r".*\.(?:m?js|css|xslt?|hta|url|lnk|desktop|sh|bat|cmd|ps1)", re.IGNORECASE
)
TELLS_OTHERS = re.compile(
    r"(?:.*/)?(?:\.[^/]+|robots\.txt|cname|_headers|_redirects)", re.IGNORECASE
)
"""What hosts, search engines and servers go by."""
PICTURES = frozenset({"PNG", "JPEG", "GIF", "WebP"})
MOST_PIXELS = 40_000_000
MOST_RENDERED = 200_000
"""Letters up to which a page is rendered as well; of longer ones the written links are told."""


class Signature(NamedTuple):
    """How files of a type begin, and the endings of names by which people know them."""

    name: str
    begins: bytes
    suffixes: tuple[str, ...]


SIGNATURES = (
    Signature("PDF", b"%PDF-", (".pdf",)),
    Signature("PNG", b"\x89PNG\r\n", (".png",)),
    Signature("JPEG", b"\xff\xd8\xff", (".jpg", ".jpeg")),
    Signature("GIF", b"GIF8", (".gif",)),
    Signature("WebP", b"RIFF", (".webp",)),
    Signature("ZIP", b"PK\x03\x04", (".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods")),
    Signature("Office รุ่นเก่า", b"\xd0\xcf\x11\xe0", (".doc", ".xls", ".ppt")),
    Signature("โปรแกรม Windows", b"MZ", ()),
    Signature("โปรแกรม Linux", b"\x7fELF", ()),
    Signature("ตัวชี้ของ Git LFS ไม่ใช่ตัวไฟล์", b"version https://git-lfs", ()),
    Signature("ฟอนต์", b"wOF2", (".woff2",)),
    Signature("ไอคอน", b"\x00\x00\x01\x00", (".ico",)),
)
TEXTS = (".md", ".html", ".htm", ".txt", ".csv", ".json", ".yml", ".yaml", ".svg", ".css", ".xml")


def prose_details(path: str, old: str, new: str, known_hosts: frozenset[str]) -> tuple[Line, ...]:
    """What a changed text leads to, rings up or runs, and did not before."""
    lines = [
        *_new_links(old, new, known_hosts),
        *_new_phones(old, new),
        *_new_active_parts(old, new),
    ]
    if RUN_BY_BROWSERS.fullmatch(path) or is_for_a_server(path.rpartition("/")[2]):
        lines.append((Span("ไฟล์ที่เซิร์ฟเวอร์หรือเบราว์เซอร์อาจสั่งให้ทำงาน", Style.STRONG),))
    elif TELLS_OTHERS.fullmatch(path):
        lines.append((Span("ไฟล์ที่เซิร์ฟเวอร์หรือเครื่องมือค้นหาทำตาม", Style.STRONG),))
    own = _signature(new.encode()[:32])
    is_text = path.lower().endswith(TEXTS) or own
    if new and not is_text and any(path.lower().endswith(one.suffixes) for one in SIGNATURES):
        lines.append((Span("ชื่อไฟล์บอกชนิดหนึ่ง แต่ในไฟล์เป็นข้อความ", Style.STRONG),))
    elif own and not path.lower().endswith(own.suffixes):
        lines.append((Span(f"ในไฟล์เป็น {own.name}", Style.STRONG),))
    return tuple(lines)


def _new_links(old: str, new: str, known_hosts: frozenset[str]) -> Iterator[Line]:
    for address in sorted(_addresses(new) - _addresses(old)):
        host = _host(address)
        if host is None or host.lower() not in known_hosts:
            where = f"ลิงก์ใหม่ไป {_shown_host(host)}: " if host else "ลิงก์ใหม่: "
            yield (Span(where, Style.STRONG), Span(address, Style.CODE))


def _shown_host(host: str) -> str:
    """A host's name; where that holds more than plain letters, as machines write it, too."""
    plain = host_in_ascii(host)
    return host if plain == host else f"{host} ({plain})"


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _addresses(text: str) -> set[str]:
    """Every address with a scheme or host, as written and as a browser gets it."""
    written = {found[0] for found in ADDRESS.finditer(unescape(text))}
    is_rendered = len(text) <= MOST_RENDERED and (written or "](" in text)
    rendered = {link.address for link in links(text)} if is_rendered else set[str]()
    return written | {address for address in rendered if ADDRESS.match(address)}


def _new_phones(old: str, new: str) -> Iterator[Line]:
    before = set(_phones(old))
    for digits, shown in sorted(_phones(new).items()):
        if digits not in before:
            yield (Span("หมายเลขโทรศัพท์ใหม่: ", Style.STRONG), Span(shown))


def _phones(text: str) -> dict[str, str]:
    arabic = to_arabic(text)
    shown = [found[0] for found in PHONE.finditer(arabic)]
    shown += [found[1] for found in HOTLINE.finditer(arabic)]
    return {re.sub(r"\D", "", number): number for number in shown}


def _new_active_parts(old: str, new: str) -> Iterator[Line]:
    for name, count in sorted((_active(new) - _active(old)).items()):
        yield (Span(f"โค้ดที่ทำงานบนหน้าเว็บเพิ่ม {count} แห่ง: ", Style.STRONG), Span(name, Style.CODE))


def _active(text: str) -> Counter[str]:
    return Counter(
        next(filter(None, found.groups())).lower() for found in ACTIVE.finditer(unescape(text))
    )


def describe_file(path: str, state: FileState | None) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Type and size of a file that holds no text; loud where its name says another type."""
    if state is None:
        return (), ()
    own = _signature(state.content)
    name = own.name if own else "ชนิดที่ไม่รู้จัก"
    size = (Span(f"{name} ขนาด {len(state.content):,} ไบต์"),)
    fits = own and path.lower().endswith(own.suffixes)
    wrong = () if fits else ((Span(f"ชื่อไฟล์กับชนิดไม่ตรงกัน: {name}", Style.STRONG),),)
    codes = tuple(_codes(state.content)) if own and own.name in PICTURES else ()
    return (*wrong, *codes), (size,)


def _signature(content: bytes) -> Signature | None:
    return next((one for one in SIGNATURES if content.startswith(one.begins)), None)


def _codes(content: bytes) -> Iterator[Line]:
    """Where the QR codes in a picture lead."""
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content)) as picture:
            warnings.simplefilter("ignore")
            if picture.width * picture.height > MOST_PIXELS:
                return
            codes = [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]
    except Exception:  # noqa: BLE001 - files of anybody's making break libraries in any way
        yield (Span("รูปที่เปิดไม่ได้", Style.STRONG),)
        return
    for text in codes:
        yield (Span("คิวอาร์โค้ดในรูปอ่านได้: ", Style.STRONG), Span(text, Style.CODE))
