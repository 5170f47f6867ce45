"""What a file is by its first bytes, and whether its name says the same."""

from __future__ import annotations

import re
from typing import Final

HEAD: Final = 4096
"""Bytes that tell a file's type."""
LFS: Final = "lfs"
"""A pointer that git LFS left in a file's place."""
EMPTY: Final = "empty"
TEXT: Final = "text"
_BEGINNINGS: Final = (
    (b"version https://git-lfs.github.com/spec/", LFS),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
)
_PDF: Final = (b"%PDF-", 1024)
"""Readers look for it in so many bytes."""
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|iframe)\b",
    re.IGNORECASE | re.DOTALL,
)
_CODE: Final = re.compile(rb"<\?php\b|<\?=|<%@|<!--#(?:exec|include)\b", re.IGNORECASE)
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg"})
"""How names of pictures end."""
_PICTURES: Final = frozenset({"png", "jpeg", "gif", "bmp", "tiff", "webp", "iso"})
_PACKED: Final = frozenset({"zip", "ole"})
_OLD_OFFICE: Final = frozenset({"ole", "rtf", "zip", "html", TEXT})
"""Programs of offices export HTML and text under these names, and Excel opens them."""
_EXPECTED: Final = {
    ".pdf": frozenset({"pdf"}),
    **dict.fromkeys(PICTURES - {".svg"}, _PICTURES),
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".odt", ".ods"), _PACKED),
    **dict.fromkeys((".doc", ".xls", ".ppt"), _OLD_OFFICE),
    ".zip": frozenset({"zip"}),
    ".7z": frozenset({"7z"}),
    ".rar": frozenset({"rar"}),
    ".gz": frozenset({"gzip"}),
    **dict.fromkeys((".mp4", ".m4a", ".mov"), frozenset({"iso"})),
}
PAPERS: Final = PICTURES | {*_EXPECTED, ".csv", ".txt"}
"""How names of files end that are neither pages nor loaded by pages."""
_MARKED_UP: Final = frozenset(
    ("", *(".html", ".htm", ".xhtml", ".xht", ".md", ".markdown", ".txt", ".xml", ".svg", ".csv"))
)
"""Where HTML may stand: what browsers take for a page is judged as one, the rest is no page."""
_PHP: Final = (
    "php",
    "php3",
    "php4",
    "php5",
    "php7",
    "php8",
    "phps",
    "pht",
    "phtm",
    "phtml",
    "phar",
)
_ASP: Final = ("asp", "aspx", "ashx", "asmx", "ascx", "axd", "asa", "cer", "cshtml", "vbhtml")
_JSP: Final = ("jsp", "jspx", "jspf", "jhtml", "do", "cfm", "cfml")
_CGI: Final = ("cgi", "fcgi", "pl", "py", "rb", "shtml", "shtm", "stm")
_SERVER_SUFFIXES: Final = frozenset((*_PHP, *_ASP, *_JSP, *_CGI))
_SERVER_NAMES: Final = frozenset(
    (
        *(".htaccess", ".htpasswd", ".user.ini", ".ftpaccess", ".ftpquota", ".env", "php.ini"),
        *("web.config", "global.asa", "global.asax", "nginx.conf", "httpd.conf"),
        *("_worker.js", "_routes.json", "staticwebapp.config.json"),
    )
)
_RUNS_WHEREVER_IT_STANDS: Final = frozenset(_PHP)
"""Apache runs `x.php.jpg` where the host maps the type by `AddHandler`."""


def type_of(head: bytes) -> str:
    """The type by the first `HEAD` bytes; `text` for what has no zero byte, else nothing."""
    if kind := next((kind for begin, kind in _BEGINNINGS if head.startswith(begin)), ""):
        return kind
    if _PDF[0] in head[: _PDF[1]]:
        return "pdf"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return "iso"
    return _type_of_text(head)


def _type_of_text(head: bytes) -> str:
    if _HTML.match(head):
        return "html"
    if not head.strip():
        return EMPTY
    return TEXT if b"\x00" not in head else ""


def holds_code(head: bytes) -> bool:
    """Whether a server that reads such files would run something in it."""
    return bool(_CODE.search(head))


def fits(suffix: str, kind: str) -> bool:
    """Whether a file of this type may be named so.

    Names of which nothing is known always may, but for a page: a server that knows no type for
    it lets the browser look, and that makes it a page after all.
    """
    if kind == "html" and suffix not in _EXPECTED:
        return suffix in _MARKED_UP
    return kind in _EXPECTED.get(suffix, frozenset({kind}))


def is_for_a_server(name: str) -> bool:
    """Whether a web server runs a file of this name, or takes orders from it."""
    low = name.lower()
    endings = low.split(".")[1:]
    last = endings[-1] if endings else ""
    return (
        low in _SERVER_NAMES
        or last in _SERVER_SUFFIXES
        or not _RUNS_WHEREVER_IT_STANDS.isdisjoint(endings)
    )
