"""Whether an address is what it shows: one rule for every web, mail and phone link, wherever it is.

A reader, and whoever approves a change, judges a link by its letters. So it holds nothing unseen,
and its host none that passes for another: Unicode's table of confusables (UTS #39), scripts
not mixed within a label. Browsers read a backslash as `/` and skip what stands before `@`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

import idna

from ita_site.facts.model.inner import WEB_SCHEMES

UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks that show nothing."""
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
OWN_SCRIPTS = ({"LATIN"}, {"THAI"}, set[str]())
USUAL_PORTS = (None, 80, 443)
MAIL_FIELDS = frozenset({"subject", "body"})
THAI_DIGITS = {0x0E50 + number: str(number) for number in range(10)}


def is_unseen(character: str) -> bool:
    """Whether a character shows nothing, or turns the text around it."""
    category = unicodedata.category(character)
    return category in UNSEEN_CATEGORIES or character in FILLERS or bool(SELECTORS.match(character))


def reveal(text: str) -> str:
    """The text with a name in the place of everything unseen: `‹U+200E›`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"‹U+{ord(one):04X}›" if is_unseen(one) else one for one in text)


def without_unseen(text: str) -> str:
    """The text without what shows nothing."""
    return "".join(one for one in text if not is_unseen(one))


class Lookalike(NamedTuple):
    """A host that passes for another: as written, and as machines write it."""

    host: str
    ascii: str


def hides_something(address: str) -> bool:
    """Whether a link holds anything unseen, a user's name, a backslash, or no possible port."""
    if any(map(is_unseen, address)) or "\\" in address:
        return True
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return True
    if parts.scheme == "mailto":
        fields = {name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
        return not fields <= MAIL_FIELDS or bool(parts.netloc)
    return "@" in parts.netloc or port == 0


def has_odd_port(address: str) -> bool:
    """Whether it leads to another door of its host than websites have."""
    parts = urlsplit(address)
    return parts.scheme in WEB_SCHEMES and parts.port not in USUAL_PORTS


MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HOST = re.compile(r"(?<![\w.@-])(?:https?://)?((?:[\w-]+\.)+[^\W\d_]{2,})(?=$|[\s/:?#)”\"])")
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|zip|jpe?g|png|gif|html?|csv|txt)$")


def shows_another(text: str, address: str) -> str:
    """What a text shows as an address though its link leads elsewhere; empty for nothing.

    A mail address or number shown beside `mailto:` or `tel:` is the one in it, and a host shown
    beside a web link is that link's.
    """
    scheme, _, target = address.partition(":")
    target = target.partition("?")[0]
    if scheme == "mailto":
        return _other(MAIL.findall(text), target.lower())
    if scheme == "tel":
        shown = re.findall(r"[+\d][\d ().–-]{2,}\d", text.translate(THAI_DIGITS))
        numbers = [re.sub(r"[^\d]", "", number) for number in shown]
        return _other(numbers, re.sub(r"[^\d]", "", target), international=True)
    hosts = [found[1] for found in HOST.finditer(text) if not FILE.search(found[1].lower())]
    own = host_of(address).removeprefix("www.")
    return _other([host.lower().removeprefix("www.") for host in hosts], own)


def _other(shown: list[str], own: str, *, international: bool = False) -> str:
    same = {own, f"0{own.removeprefix('66')}"} if international else {own}
    return "" if not shown or any(one.lower() in same for one in shown) else shown[0]


def host_of(address: str) -> str:
    """The host of a web or mail link, in lower case; empty for none."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return parts.path.rpartition("@")[2].lower() if parts.scheme == "mailto" else host.lower()


def find_lookalike(address: str) -> Lookalike | None:
    """The host of a link when it passes for another; None when it does not."""
    host = host_of(address)
    if all(map(_is_honest, host.split("."))):
        return None
    return Lookalike(_in_letters(host), host_in_ascii(host))


def host_in_ascii(host: str) -> str:
    """A host as machines write it (`xn--…`); what cannot be one with its letters named."""
    return ".".join(map(_label_in_ascii, host.lower().split(".")))


def _label_in_ascii(label: str) -> str:
    if label.isascii():
        return label
    try:
        return idna.encode(label, uts46=True).decode("ascii")
    except UnicodeError:
        return "".join(one if one.isascii() else f"‹U+{ord(one):04X}›" for one in label)


def _in_letters(host: str) -> str:
    return ".".join(map(_decoded, host.split(".")))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return idna.decode(label)
    except UnicodeError:
        return label


@lru_cache(maxsize=1000)
def _is_honest(label: str) -> bool:
    letters = _decoded(label)
    if letters.isascii():
        return not letters.startswith("xn--")
    try:
        idna.encode(letters)
    except UnicodeError:
        return False
    from confusable_homoglyphs import categories  # noqa: PLC0415 - a plain host needs no table

    scripts = categories.unique_aliases(letters) - {"COMMON", "INHERITED"}
    return scripts in OWN_SCRIPTS and not any(map(_passes_for_ascii, letters))


def _passes_for_ascii(letter: str) -> bool:
    """Whether Unicode lists it as easily taken for a plain letter."""
    from confusable_homoglyphs import confusables  # noqa: PLC0415 - likewise

    others = confusables.confusables_data.get(letter, ())
    return not letter.isascii() and any(str(other["c"]).isascii() for other in others)
