"""Which topic, indicator or instrument a label means, however it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only, similarity
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.document.values import join

if TYPE_CHECKING:
    from ita_site.facts.model.edition import Edition, Indicator
    from ita_site.office.importer.document.spans import Span

SURE: Final = 0.9
KNOWN: Final = 0.8
LIKELY: Final = 0.72
_LONGEST: Final = 160
_CODE: Final = r"(?<![A-Za-z]){}(?![A-Za-z])"
_LEADING: Final = re.compile(
    r"^(?:มาตรการ/แนวทาง|แนวทาง/มาตรการ|มาตรการ|แนวทาง)?\s*(?:เกี่ยวกับ|ด้าน)?\s*"
)
_OF_CAPTIONS: Final = re.compile(
    "มาตรการ|แนวทาง|ตาราง|รายงาน|ผลการ|ผล|คะแนน|ประเมิน|วิเคราะห์|ปรับปรุง|พัฒนา|ยกระดับ|ส่งเสริม|ดำเนินการ|ดำเนินงาน|แก้ไข"
    "|เพื่อ|ตาม|จาก|ของ|ด้าน|สำหรับ|เกี่ยวกับ|ส่วนที่|ข้อที่|เครื่องมือ|แบบวัด|แบบตรวจ|แบบ|หน่วยงาน|ภายใน|ภายนอก|การรับรู้"
    "|ผู้มีส่วนได้|ส่วนเสีย|เสีย|การเปิดเผยข้อมูลสาธารณะ|คุณธรรมและความโปร่งใส|ประจำ|ปีงบประมาณ|ปี|พ.ศ.|การ|และ|ที่|[0-9๐-๙]"
)
_IN_BRACKETS: Final = re.compile(r"[(（][^()（）]*[)）]")
_OTHERS: Final = 10
"""So few letters may stand beside the name in a caption."""
_INDICATOR_NUMBER: Final = re.compile(r"(?:ตัวชี้วัด|ตชว\.?)\s*(?:ที่)?\s*([0-9๐-๙]{1,2})\s*[.:)]?\s*")
_NUMBER: Final = re.compile(r"\s*([0-9๐-๙]{1,2})(?:\s*[.)]\s*|\s+)(?=[ก-๎])")
_ONLY_NUMBER: Final = re.compile(r"\s*(?:ที่)?\s*[0-9๐-๙]{1,2}[.)]?\s*")
_BY_NUMBER: Final = 0.6
"""So like must a name be that its own number stands before."""
_CORE: Final = 8
_CORE_SHARE: Final = 0.35
"""So many letters, and so much of a label, must be of an indicator's name."""
_SCORE_BEHIND: Final = re.compile(
    r"[\s=:：(\-–—/,]*"
    r"(?P<lead>(?:(?:ได้|มี|ผล|ค่า|คะแนน|ร้อยละ|เท่ากับ|คือ|อยู่ที่|รวม|เฉลี่ย|การประเมิน|รับ|เป็น)[\s=:：(]*)*)"
    r"(?<![0-9๐-๙.])(?P<score>(?:100|๑๐๐|[0-9๐-๙]{1,2})(?P<precise>\.[0-9๐-๙]{1,2})?)"
    r"\s*(?P<unit>คะแนน|%)?[\s()]*(?:(?:อยู่ใน)?ระดับ.{0,30})?$"
)
"""The score that a label tells behind its name, to its end."""

_PRECISE: Final = re.compile(r"[0-9๐-๙]\.[0-9๐-๙]{2}")


@dataclass(frozen=True, slots=True)
class Guess:
    """A group by kind and identifier, and whether its label said so clearly."""

    kind: str
    id: str
    sure: bool


@dataclass(frozen=True, slots=True)
class IndicatorGuess:
    """An indicator as labelled: by its name, and the number printed before it, if any.

    `is_by_core` tells that the label holds what no other indicator is called, in other words.
    """

    indicator: Indicator
    printed_number: int | None
    similarity: float
    is_by_core: bool = False


def find_topic(words: Span, edition: Edition) -> Guess | None:
    """The topic a label names, by its words and helped by its number."""
    item = parse_item(words)
    if len(item.words.text) > _LONGEST:
        return None
    ranked = sorted(
        ((similarity(item.words.text, t.name), t) for t in edition.topics), key=itemgetter(0)
    )
    if not ranked:
        return None
    alike, topic = ranked[-1]
    numbered = next((t for t in edition.topics if str(t.no) == item.number), None)
    if alike >= SURE or (alike >= LIKELY and numbered in (None, topic)):
        return Guess("topic", topic.id, alike >= SURE and numbered in (None, topic))
    near = similarity(item.words.text, numbered.name) if numbered else 0
    return Guess("topic", numbered.id, sure=False) if numbered and near >= LIKELY - 0.2 else None


def split_score(words: Span) -> tuple[Span, Span | None]:
    """A label's name, and the score that it tells behind the name, if any."""
    *before, last = words.parts()
    found = _find_score(last.own)
    if found is None:
        return words, None
    named = [*before, *([name] if (name := last.cut(0, found.start())) else [])]
    return (join(named) if named else last), last.within(found, "score")


def _find_score(text: str) -> re.Match[str] | None:
    """A number that is one by its decimals, or by the word for it beside.

    Whole percents in brackets are a weight; of several scores nobody knows which is this year's.
    """
    found = _SCORE_BEHIND.search(text)
    if found is None or len(_PRECISE.findall(text)) > 1:
        return None
    is_weight = "(" in found[0] and (found["unit"] == "%" or "ร้อยละ" in found["lead"])
    is_told = found["unit"] or found["lead"]
    return found if found["precise"] or (is_told and not is_weight) else None


def find_indicator(text: str, edition: Edition) -> IndicatorGuess | None:
    """The indicator a label names, a score behind aside, and how like the official name it is."""
    score = _find_score(text)
    text = text[: score.start()] if score else text
    number = _INDICATOR_NUMBER.match(text) or _NUMBER.match(text)
    name = text[number.end() :] if number else text
    name = name if number else _LEADING.sub("", name)
    alike, indicator = max(
        (
            (max(similarity(name, known) for known in (entry.name, *entry.also)), entry)
            for entry in edition.indicators
        ),
        key=itemgetter(0),
        default=(0, None),
    )
    if indicator is None:
        return None
    printed = int(to_arabic(number[1])) if number else None
    if printed == indicator.no and alike >= _BY_NUMBER:
        alike = max(alike, KNOWN)
    core = _with_core(name, edition) if alike < KNOWN else None
    if core is None:
        return IndicatorGuess(indicator, printed, alike)
    alike = KNOWN if printed == core.no else similarity(name, core.name)
    return IndicatorGuess(core, printed, alike, is_by_core=True)


def _with_core(name: str, edition: Edition) -> Indicator | None:
    """The only indicator of whose name a label holds a long stretch that no other name has."""
    letters = letters_only(name)
    known = [(each, letters_only(each.name)) for each in edition.indicators]
    found = []
    for entry, official in known:
        matcher = SequenceMatcher(None, letters, official, autojunk=False)
        same = matcher.find_longest_match()
        core = letters[same.a : same.a + same.size]
        is_own = not any(core in other for each, other in known if each is not entry)
        if same.size >= max(_CORE, _CORE_SHARE * len(letters)) and is_own:
            found.append(entry)
    return found[0] if len(found) == 1 else None


def name_of_indicator(label: Span) -> Span:
    """An indicator's name without ตัวชี้วัดที่ and its number, which may be a line of its own."""
    number = _INDICATOR_NUMBER.match(label.own) or _NUMBER.match(label.own)
    if label.then and _ONLY_NUMBER.fullmatch(label.own):
        return label.then
    return (label.cut(number.end()) if number else parse_item(label).words) or label


def find_indicator_group(words: Span, edition: Edition) -> Guess | None:
    """The indicator a measure is about, told by the measure's title."""
    name = _LEADING.sub("", parse_item(words).words.text)
    guess = find_indicator(name, edition)
    if guess is None or guess.similarity < KNOWN:
        return None
    return Guess("indicator", str(guess.indicator.no), guess.similarity >= SURE)


def find_instrument(text: str, edition: Edition) -> str | None:
    """The code of the one instrument a text names."""
    codes = [
        entry.code
        for entry in edition.instruments
        if re.search(_CODE.format(entry.code), text)
        or letters_only(entry.name) in letters_only(text)
    ]
    return codes[0] if len(codes) == 1 else None


def read_caption(words: Span, edition: Edition) -> Guess | None:
    """What a line above a table says the table is about."""
    if topic := find_topic(split_score(words)[0], edition):
        return topic
    named = _INDICATOR_NUMBER.match(parse_item(words).words.text)
    guess = find_indicator(parse_item(words).words.text, edition) if named else None
    if guess and guess.similarity >= SURE:
        return Guess("indicator", str(guess.indicator.no), sure=True)
    code = find_instrument(words.text, edition)
    return Guess("instrument", code, sure=True) if code and _is_caption(words, edition) else None


def _is_caption(words: Span, edition: Edition) -> bool:
    """Whether a line names instruments and says little else, as no sentence does."""
    rest = words.text
    for entry in edition.instruments:
        rest = rest.replace(entry.name, "").replace(entry.code, "")
    return len(letters_only(_OF_CAPTIONS.sub("", _IN_BRACKETS.sub("", rest)))) <= _OTHERS
