"""Thai text as copying from a PDF, scanning or a slip of the keyboard leaves it, and mended.

What cannot be Thai is certain; how it was meant is not always.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final

from ita_site.facts.thai.text import normalise

_CONSONANT: Final = "ก-ฮ"
_VOWEL: Final = "\u0e31\u0e34-\u0e3a"
_TONE: Final = "\u0e48-\u0e4b"
_SHORT, _SILENT, _NIKHAHIT, _AA, _AM, _LONG_AA = "\u0e47\u0e4c\u0e4d\u0e32\u0e33\u0e45"
_MARK: Final = f"{_VOWEL}\u0e47-\u0e4e"
_LEADING: Final = "เแโใไ"
_FOLLOWING: Final = f"ะ{_AA}{_AM}"
_FOREIGN: Final = "\u0900-\u097f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
_LAO: Final = range(0x0E80, 0x0F00)
_LAO_FROM_THAI: Final = 0x80

_LOOKS_RIGHT: Final = re.compile(f"{_NIKHAHIT}[{_TONE}]?{_AA}|เเ|[\uf700-\uf71a]")
_OLD_FONT: Final = re.compile("[\uf700-\uf71a]")
_IMPOSSIBLE: Final = (
    re.compile(  # a mark without its consonant, or behind one that takes no other
        rf"[{_MARK}](?:(?<![{_CONSONANT}{_MARK}].)|[{_MARK}]"
        rf"(?<![{_VOWEL}][{_TONE}{_SILENT}{_NIKHAHIT}])(?<!{_SHORT}[{_TONE}{_NIKHAHIT}])(?<!{_NIKHAHIT}.))"
    ),
    re.compile(rf"[{_FOLLOWING}](?:(?<!\S.)|[{_FOLLOWING}](?<!{_AA}ะ))"),
    re.compile(rf"[{_LEADING}](?![{_CONSONANT}])"),
    re.compile(rf"{_LONG_AA}(?<![ฤฦ].)"),
    re.compile(rf"{_NIKHAHIT}[ \t]+{_AA}"),
)
_STRANGE: Final = re.compile(
    rf"[{_FOREIGN}\u0e3aanosuvwm](?:(?<=\u0e3a)|(?<=[anosuvwm])(?<=[ก-๎].)(?=[ก-๎])"
    rf"|(?<=[{_FOREIGN}])(?:(?<=[ก-๛].)|(?=[ก-๛])))"
)
_TAG: Final = (
    r"</?(?:p|br|b|i|u|s|ul|ol|li|em|strong|small|sub|sup|span|div|font|center|img|a|h[1-6]|hr"
    r"|table|thead|tbody|tr|td|th|pre|code|script|style|section|main|o:p)(?=[\s/>])[^<>]*>"
)
_ENTITY: Final = (
    r"&(?:nbsp|amp|lt|gt|quot|apos|copy|[mn]dash|[lr][sd]quo|bull|hellip|#\d{2,5}|#x[0-9a-f]{2,4});"
)
_MARKUP: Final = re.compile(f"{_TAG}|<!--|{_ENTITY}", re.IGNORECASE)
_LETTER: Final = re.compile(f"[{_FOREIGN}\u0e3a]")
_TAGS: Final = re.compile(rf"<!--(?:.*?-->)?|{_TAG}", re.IGNORECASE | re.DOTALL)
_MENDINGS: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"(?<![ฤฦ]){_LONG_AA}", _AA),
        (rf"{_NIKHAHIT}[ \t]+{_AA}", _AM),
        (rf"(?<=[{_CONSONANT}{_MARK}])[ \t]+(?=[{_MARK}{_AM}])", ""),
        (rf"([{_LEADING}])(?:\1|[ \t]+(?=[{_CONSONANT}]))+", r"\1"),
        (rf"([{_VOWEL}{_TONE}{_SHORT}{_SILENT}{_FOLLOWING}])\1+", r"\1"),
        (rf"([{_FOLLOWING}])([{_TONE}])", r"\2\1"),
        (rf"([{_TONE}{_SILENT}])([{_VOWEL}])", r"\2\1"),
    )
)


def find_lookalike(text: str) -> re.Match[str] | None:
    """What shows as the right letter and is another: ํา for ำ, เเ for แ, glyphs of old fonts."""
    suspect = "เเ" in text or _NIKHAHIT in text or _OLD_FONT.search(text)
    return _LOOKS_RIGHT.search(text) if suspect else None


def find_impossible(text: str) -> re.Match[str] | None:
    """Vowel and tone marks where none can stand, in normalised text: นำ้, ที่่, เ มือง."""
    return next((found for kind in _IMPOSSIBLE if (found := kind.search(text))), None)


def find_foreign(text: str) -> re.Match[str] | None:
    """A letter of another script in the midst of a Thai word, or the dot of Pali."""
    return _STRANGE.search(text)


def find_markup(text: str) -> re.Match[str] | None:
    """HTML, which is shown as the text it is."""
    return _MARKUP.search(text) if "<" in text or "&" in text else None


def mend(text: str) -> str:
    """The text as it was probably meant; clean text comes back as it is."""
    text = normalise(text).replace("เเ", "แ")
    if find_impossible(text):
        for pattern, replacement in _MENDINGS:
            text = pattern.sub(replacement, text)
    return text


def to_thai_letters(text: str) -> str:
    """The text with Lao letters, foreign digits and the dot of Pali as what they look like."""
    return _LETTER.sub(lambda match: _in_thai(match[0]), text)


def _in_thai(letter: str) -> str:
    if letter == "\u0e3a":
        return "\u0e38"
    if (digit := unicodedata.decimal(letter, None)) is not None:
        return chr(0x0E50 + digit)
    return chr(ord(letter) - _LAO_FROM_THAI) if ord(letter) in _LAO else letter


def strip_markup(text: str) -> str:
    """The text without tags, its entities as the characters they mean."""
    plain = unescape(unescape(_TAGS.sub(" ", text))).replace("\u00a0", " ")
    return re.sub(r"[ \t]{2,}", " ", plain).strip()
