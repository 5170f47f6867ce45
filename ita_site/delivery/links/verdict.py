"""From an answer to what an officer should know of it, if anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from ita_site.delivery.links.answer import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.delivery.links.answer import Answer

Verdict: TypeAlias = "tuple[str, dict[str, str]]"
"""A code of the catalogue, and what fills its message."""

GONE = (404, 410)
REQUEST_TIMEOUT = 408
FIRST_REFUSAL, FIRST_FAULT = 400, 500
LOGIN_HOSTS = ("accounts.google.com", "login.microsoftonline.com", "login.live.com")
LOGIN_PATH = re.compile(r"/(login|log-in|signin|sign-in|sign_in)(\.\w+)?/?$", re.IGNORECASE)
FRONT_PAGE = re.compile(r"/?(index\.\w+)?", re.IGNORECASE)
FORWARDERS = frozenset(
    [
        *("1drv.ms", "bit.ly", "fb.me", "fb.watch", "forms.gle", "goo.gl", "lin.ee", "line.me"),
        *("m.me", "me-qr.com", "qrco.de", "shorturl.asia", "shorturl.at", "t.ly", "tinyurl.com"),
        *("maps.app.goo.gl", "youtu.be"),
    ]
)
"""Whose trade it is to lead to other hosts."""
THAI_SECOND_LEVEL = ("ac", "co", "go", "in", "mi", "net", "or")

WORDS: Mapping[Failure, tuple[str, str, str]] = {
    Failure.NO_SUCH_HOST: ("ITA612", "ไม่มีชื่อนี้ในระบบอินเทอร์เน็ต", "no such name"),
    Failure.RESTING: (
        "ITA613",
        "ปลายทางขอให้งดตรวจชั่วคราว",
        "the host asks to be left alone for a while",
    ),
    Failure.NAME_NOT_FOUND_NOW: (
        "ITA614",
        "ค้นหาเครื่องแม่ข่ายไม่ได้ในขณะนี้ เครือข่ายของเครื่องที่ตรวจอาจขัดข้อง",
        "its name cannot be looked up now; this machine's network may be at fault",
    ),
    Failure.INNER: (
        "ITA614",
        "ชี้ไปที่เครื่องภายในเครือข่ายที่ตรวจ จึงไม่ได้เปิด ประชาชนอาจเปิดไม่ได้",
        "it leads into this machine's own network, so it was not asked",
    ),
    Failure.TIMEOUT: ("ITA614", "ไม่ตอบภายในเวลาที่กำหนด", "no answer in time"),
    Failure.REFUSED: ("ITA614", "เครื่องแม่ข่ายไม่รับการเชื่อมต่อ", "the connection was refused"),
    Failure.CLOSED: ("ITA614", "ตัดการเชื่อมต่อโดยไม่ตอบ", "the connection was closed unanswered"),
    Failure.NO_WAY_THERE: ("ITA614", "เชื่อมต่อไม่ได้", "it cannot be connected to"),
    Failure.GARBLED: ("ITA614", "คำตอบไม่ใช่ของเว็บไซต์", "the answer is not that of a website"),
    Failure.PROXY: (
        "ITA614",
        "พร็อกซีของเครือข่ายที่ตรวจไม่ให้ผ่าน",
        "this network's proxy does not let it through",
    ),
    Failure.TOO_MANY_REDIRECTS: ("ITA614", "ส่งต่อวนไปมาไม่จบ", "it redirects without end"),
    Failure.CERTIFICATE_EXPIRED: ("ITA615", "ใบรับรองหมดอายุ", "the certificate has expired"),
    Failure.CERTIFICATE_NOT_YET_VALID: (
        "ITA615",
        "ใบรับรองยังไม่ถึงวันเริ่มใช้",
        "the certificate is not valid yet",
    ),
    Failure.CERTIFICATE_OF_ANOTHER_NAME: (
        "ITA615",
        "ใบรับรองเป็นของเว็บไซต์ชื่ออื่น",
        "the certificate is for another name",
    ),
    Failure.CERTIFICATE_SELF_SIGNED: (
        "ITA615",
        "ใบรับรองออกให้ตัวเอง ไม่มีผู้รับรอง",
        "the certificate is self-signed",
    ),
    Failure.CERTIFICATE_OF_UNKNOWN_ISSUER: (
        "ITA615",
        "ไม่รู้จักผู้ออกใบรับรอง หรือติดตั้งใบรับรองไม่ครบชุด",
        "the certificate's issuer is unknown, or a part of its chain is missing",
    ),
    Failure.CERTIFICATE_WRONG: ("ITA615", "ใบรับรองไม่ถูกต้อง", "the certificate is not valid"),
    Failure.ENCRYPTION: (
        "ITA615",
        "ตกลงวิธีเข้ารหัสกันไม่ได้ เครื่องแม่ข่ายอาจเก่าเกินไป",
        "no common encryption; the server may be too old",
    ),
}
"""The code, and the reason in Thai and English."""


def judge(answer: Answer) -> Verdict | None:
    """What is wrong with the address, if anything."""
    if answer.failure:
        return _failed(answer, *WORDS[answer.failure])
    thai, english = f"ตอบรหัส {answer.status}", f"status {answer.status}"
    if answer.status in GONE:
        return _failed(answer, "ITA611", thai, english)
    if answer.status >= FIRST_FAULT or answer.status == REQUEST_TIMEOUT:
        return _failed(answer, "ITA614", f"เครื่องแม่ข่ายขัดข้อง {thai}", f"server error, {english}")
    if answer.status >= FIRST_REFUSAL:
        return _failed(answer, "ITA613", thai, english)
    return _led_elsewhere(answer) if answer.hops else None


def _failed(answer: Answer, code: str, thai: str, english: str) -> Verdict:
    """With where it failed, when it had led somewhere else first."""
    if answer.hops:
        thai = f"ส่งต่อไป {answer.final} แล้ว{thai}"
        english = f"redirected to {answer.final}: {english}"
    return code, {"reason": thai, "reason_en": english, "host": _hostname(answer.final)}


def _led_elsewhere(answer: Answer) -> Verdict | None:
    asked, final, moved = answer.asked, answer.final, answer.moved_to
    if _asks_to_log_in(final) and not _asks_to_log_in(asked):
        return _failed(answer, "ITA613", "ต้องเข้าสู่ระบบก่อน", "it asks to log in")
    if _host(asked) in FORWARDERS:
        return None
    if _site(asked) != _site(final):
        return "ITA617", {"target": final}
    if _is_front_page(final) and not _is_front_page(asked):
        return "ITA618", {"target": final}
    return ("ITA616", {"target": moved}) if _is_worth_reporting(asked, moved) else None


def _hostname(address: str) -> str:
    return urlsplit(address).hostname or ""


def _host(address: str) -> str:
    return _hostname(address).removeprefix("www.")


def _site(address: str) -> str:
    """The part of a host's name that somebody registered: `x.go.th` of `e-service.x.go.th`."""
    labels = _host(address).split(".")
    thai = labels[-1] == "th" and len(labels) > 2 and labels[-2] in THAI_SECOND_LEVEL  # noqa: PLR2004
    return ".".join(labels[-3:] if thai else labels[-2:])


def _asks_to_log_in(address: str) -> bool:
    return _host(address) in LOGIN_HOSTS or bool(LOGIN_PATH.search(urlsplit(address).path))


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and bool(FRONT_PAGE.fullmatch(parts.path))


def _is_worth_reporting(asked: str, moved: str) -> bool:
    """Not a mere `www.` or slash, nor a front page that picks the file it shows."""
    if urlsplit(asked).scheme != urlsplit(moved).scheme:
        return True
    return not _is_front_page(asked) and _plain(asked) != _plain(moved)


def _plain(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    return _host(address), parts.path.rstrip("/"), parts.query
