"""Scores that sentences tell, in whatever words: names and figures, one for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.draft import Mention
from ita_site.office.importer.facts.scores import add_instrument
from ita_site.office.importer.words.groups import (
    KNOWN,
    find_indicator,
    find_instrument,
    name_of_indicator,
)
from ita_site.office.importer.words.score_words import (
    TOTAL,
    Figure,
    Named,
    count_precise,
    find_figures,
    find_names,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span


BY_NUMBER: Final = "ชื่อตัวชี้วัดไม่ตรงกับชื่อทางการ จึงอ่านตามเลขที่พิมพ์ โปรดตรวจ"
UNREAD: Final = "ไม่ได้อ่านคะแนน {} จากประโยค “{}” ถ้ามี โปรดใส่เอง"
_OF_ONE: Final = re.compile(r"(?:ค่าคะแนน|คะแนน|ได้|เท่ากับ|ร้อยละ)\D{0,40}?$")
_OVERALL: Final = ("ITA", "ภาพรวม", "ผลการประเมินระดับ", "คะแนนรวม")
_JOIN: Final = "มี|ได้|ผล|ค่า|คะแนน|ร้อยละ|เท่ากับ|คือ|อยู่ที่|รวม|เฉลี่ย|การประเมิน|รับ|เป็น|ระดับ|คิดเป็น|ทำ|นั้น"
_BETWEEN: Final = re.compile(rf"[\s=:：()\-–—/,]*(?:(?:{_JOIN})[\s=:：()\-–—]*)*")
_BEFORE_NAME: Final = re.compile(
    r"\s*(?:คะแนน|%)?[\s,:：=(\-–—]*(?:สำหรับ|ใน|ของ|เป็นของ|จาก|คือ|ได้แก่)?[\s(]*(?:ด้าน|เครื่องมือ|แบบวัด|แบบตรวจ|แบบ)?\s*"
)
_NOTHING_MORE: Final = re.compile(rf"(?:[\s=:：()\-–—/,•·*.%]|ตัวชี้วัด|ที่|{_JOIN})*")
_FAR: Final = 60
"""A figure no farther behind a name may be its score, told with doubt."""
_QUESTION: Final = re.compile(r"(?<![A-Za-z0-9])[ieoIEO]\s?-?[0-9]{1,2}(?![0-9])")
"""A question of an instrument: the figure behind it is no score of the whole instrument."""
_LISTED: Final = re.compile(r"(?:[\s,;/]|และ|กับ|คะแนน|ร้อยละ)*")
_LONGEST: Final = 100
_SEVERAL: Final = 2
_AROUND: Final = 12
"""So few letters stand around a name that has its score in the line below."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A name with its score: sure where nothing but usual words join them, or in the line below."""

    named: Named
    figure: Figure
    is_sure: bool = False
    is_below: bool = False


def read_prose_score(near: Sequence[Span], draft: Draft) -> None:
    """Add the scores or a rating that the last of these paragraphs states."""
    words = near[-1]
    scored = find_scored(words, draft.edition, _result_year(draft))
    if not scored:
        scored = _scored_below(near, draft)
    for each in scored:
        _add(each, words, near, draft)
    if not scored:
        _add_one(near, draft)
    elif not any(each.named.code == TOTAL for each in scored):
        _add_total_before(scored, words, draft)
    if len(scored) == 1 and _is_all(scored[0], words.own):
        draft.read.append(words)
    _tell_unread(scored, words, draft)
    if not all(each.is_sure for each in scored) or _several(scored):
        draft.doubt(words, f"คะแนนอ่านจากประโยค “{_shown(words)}” โปรดตรวจ")
    _add_rating(near, draft)


def _is_all(scored: Scored, own: str) -> bool:
    """Whether a line says nothing but whose score it is, and the score."""
    named, figure = scored.named, scored.figure
    if not scored.is_sure or scored.is_below or figure.start < named.end:
        return False
    around = (own[: named.start], own[named.end : figure.start], own[figure.end :])
    return all(_NOTHING_MORE.fullmatch(text) for text in around)


def _tell_unread(scored: Sequence[Scored], words: Span, draft: Draft) -> None:
    """Tell of instruments that a sentence with scores names and further figures may be of."""
    named = {each.code for each in find_names(words.own, draft.edition)} - {"", TOTAL}
    unread = sorted(named - {each.named.code for each in scored})
    if scored and unread and count_precise(words.own) > len(scored):
        draft.doubt(words, UNREAD.format(", ".join(unread), _shown(words)))


def _several(scored: Sequence[Scored]) -> bool:
    """Whether one sentence has the scores of several instruments."""
    return len([each for each in scored if each.named.code not in ("", TOTAL)]) >= _SEVERAL


def _add(scored: Scored, words: Span, near: Sequence[Span], draft: Draft) -> None:
    named, figure = scored.named, scored.figure
    score = words.cut(figure.start, figure.end)
    if named.no is None and named.code == TOTAL:
        draft.totals.append((score, words))
    elif named.no is None:
        add_instrument(draft, named.code, score, words)
    else:
        above = near[-2] if scored.is_below else words
        name = above.cut(*named.name) if named.name else words.cut(0, 0)
        _doubt_number(named, name, words, draft)
        draft.indicators.setdefault(named.no, []).append(Mention(name, score, (words,)))


def _doubt_number(named: Named, name: Span, words: Span, draft: Draft) -> None:
    """Tell where only a number says whose score it is, or another number than the name has."""
    if not name:
        draft.doubt(words, f"คะแนน “{_shown(words)}” อ่านตามเลขเป็นตัวชี้วัดที่ {named.no}")
    elif named.printed not in (None, named.no):
        draft.doubt(words, f"“{name}” พิมพ์เลข {named.printed} แต่ชื่อเป็นตัวชี้วัดที่ {named.no}")
    elif named.printed and _is_unlike(name, draft.edition):
        draft.doubt(words, BY_NUMBER)


def _is_unlike(name: Span, edition: Edition) -> bool:
    """Whether a name alone would not tell which indicator it is."""
    found = find_indicator(name_of_indicator(name).text, edition)
    return found is None or found.similarity < KNOWN


def _add_total_before(scored: Sequence[Scored], words: Span, draft: Draft) -> None:
    """The one figure before the scores of several instruments, or behind them: their total."""
    if not _several(scored):
        return
    taken = {each.figure for each in scored}
    first = min(each.named.start for each in scored)
    figures = find_figures(words.own, _result_year(draft))
    before = [each for each in figures if each.end <= first and each not in taken]
    if len(before) == 1:
        draft.totals.append((words.cut(before[0].start, before[0].end), words))


def _add_one(near: Sequence[Span], draft: Draft) -> None:
    """The only score of a line that names nothing, or one instrument: its own, or the total."""
    words = near[-1]
    figures = find_figures(words.own, _result_year(draft))
    overall = any(word in each.text for each in near for word in _OVERALL)
    first = next((each for each in figures if _tells_score(words.own, each, overall=overall)), None)
    if first is None:
        return
    score = words.cut(first.start, first.end)
    code = find_instrument(words.text, draft.edition)
    if code:
        add_instrument(draft, code, score, words)
    elif overall and not any(each.no for each in find_names(words.own, draft.edition)):
        draft.totals.append((score, words))


def _tells_score(own: str, figure: Figure, *, overall: bool) -> bool:
    """Whether the words around a figure say that it is a score."""
    behind = own[figure.end :].strip()
    is_said = _OF_ONE.search(own[: figure.start]) and (not behind or behind.startswith("คะแนน"))
    alone = overall and not own[: figure.start].strip() and behind == "คะแนน"
    return bool(is_said) or alone


def _add_rating(near: Sequence[Span], draft: Draft) -> None:
    words = near[-1]
    levels = {level.name for rule in draft.edition.ratings for level in rule.levels}
    names = "|".join(map(re.escape, sorted(levels, key=len, reverse=True)))
    if rating := re.search(
        rf"ระดับ\D{{0,40}}?(?P<rating>(?<![A-Za-z])(?:{names})(?![A-Za-z]))", words.own
    ):
        draft.ratings.append(words.within(rating, "rating"))
    elif draft.totals and draft.totals[-1][1] is words:
        if rating := re.search(rf"[(（]\s*(?P<rating>{names})\s*[)）]", words.own):
            draft.ratings.append(words.within(rating, "rating"))
    elif re.fullmatch(names, words.text) and "ระดับ" in near[-2:][0].text:
        draft.ratings.append(words)


def tells_scores(words: Span, edition: Edition) -> bool:
    """Whether a line does little more than to give indicators or instruments their scores."""
    scored = find_scored(words, edition)
    return len(words.text) < _LONGEST * max(_SEVERAL, len(scored)) and bool(scored)


def _shown(words: Span) -> str:
    text = words.text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _result_year(draft: Draft) -> int:
    return draft.fiscal_year("result_year", draft.year - 1)


def find_scored(words: Span, edition: Edition, year: int = 0) -> list[Scored]:
    """What a line names that has a score, each with it, where it has one figure for each.

    The figure stands behind its name, or each before it, or all behind all, in order.
    """
    own = words.own
    names, figures = find_names(own, edition), find_figures(own, year)
    if names and (asked := _QUESTION.search(own, 0, names[0].start)):
        names = [each for each in names if each.end <= asked.start()]
    if not names or not figures:
        return []
    return (
        _in_order(own, names, figures)
        or _before(own, names, figures)
        or _behind(own, names, figures)
    )


def _in_order(own: str, names: list[Named], figures: list[Figure]) -> list[Scored]:
    """As many figures behind as many names: ตัวชี้วัดที่ 1 และ 2 ได้ 80.10 และ 81.20 ตามลำดับ."""
    between = [own[one.end : two.start] for one, two in pairwise(figures)]
    listed = all(_LISTED.fullmatch(text) for text in between)
    if len(names) != len(figures) or len(names) < _SEVERAL or names[-1].end > figures[0].start:
        return []
    pairs = zip(names, figures, strict=True)
    return [Scored(*each) for each in pairs] if listed else []


def _before(own: str, names: list[Named], figures: list[Figure]) -> list[Scored]:
    """Each figure right before its name: 83.08 คะแนน สำหรับการใช้อำนาจ."""
    if len(names) != len(figures) or figures[0].start > names[0].start:
        return []
    pairs = [*zip(names, figures, strict=True)]
    tight = all(
        figure.end <= named.start and _BEFORE_NAME.fullmatch(own[figure.end : named.start])
        for named, figure in pairs
    )
    nexts = zip(names, figures[1:], strict=False)
    told_behind = any(
        named.end <= figure.start
        and re.search("ได้|เท่ากับ|=|อยู่ที่|คะแนน|ร้อยละ", own[named.end : figure.start])
        for named, figure in nexts
    )
    return [Scored(*each) for each in pairs] if tight and not told_behind else []


def _behind(own: str, names: list[Named], figures: list[Figure]) -> list[Scored]:
    """Each name with the one figure that stands behind it and before the next name."""
    ends = [*(each.start for each in names[1:]), len(own)]
    found = []
    for named, end in zip(names, ends, strict=True):
        own_figures = [each for each in figures if named.end <= each.start < end]
        if not own_figures:
            continue
        figure = own_figures[0]
        gap = own[named.end : figure.start]
        sure = _BETWEEN.fullmatch(gap) is not None
        is_near = len(own_figures) == 1 and len(gap) <= _FAR
        if sure or (is_near and (_looks_so(own, figure) or "คะแนน" in own)):
            found.append(Scored(named, figure, is_sure=sure))
    return found


def _looks_so(own: str, figure: Figure) -> bool:
    """Whether a figure has two decimals, as scores are printed."""
    return re.fullmatch(r"\d+\.\d\d", own[figure.start : figure.end]) is not None


def _scored_below(near: Sequence[Span], draft: Draft) -> list[Scored]:
    """A line that is only a score, below one that is only a name."""
    if len(near) < _SEVERAL:
        return []
    above, own = near[-2].own, near[-1].own
    names, figures = find_names(above, draft.edition), find_figures(own, _result_year(draft))
    if len(names) != 1 or len(figures) != 1 or find_names(own, draft.edition):
        return []
    rest = above[: names[0].start] + above[names[0].end :]
    before, behind = own[: figures[0].start], own[figures[0].end :]
    is_bare = _BETWEEN.fullmatch(before.strip(" •-*")) and behind.strip(" .)") in ("", "คะแนน")
    if not is_bare or len(letters_only(rest)) > _AROUND or find_figures(above, 0):
        return []
    return [Scored(names[0], figures[0], is_sure=True, is_below=True)]
