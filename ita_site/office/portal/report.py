"""What came of a portal's update, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ita_site.facts.problems import as_text
from ita_site.facts.thai.calendar import BEDate
from ita_site.office.portal.outcome import Fate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.repository import LockedFacts
    from ita_site.facts.problems import Language
    from ita_site.office.portal.outcome import Outcome

SHORT: Final = 12
ENGLISH: Final = {
    Fate.SAME: "up to date",
    Fate.NEWER: "newer",
    Fate.ADDED: "added",
    Fate.MOVED: "moved",
    Fate.GONE: "not in portal.yml any more",
    Fate.KEPT: "kept as it was",
    Fate.LEFT_OUT: "nothing to use yet",
}
WORDS: Final = {
    "th": {
        "sum": "รวม {count} หน่วยงาน: {parts}",
        "from": "เดิม {before}",
        "slug": "เดิมอยู่ที่ /{former}/ ที่อยู่เดิมทุกหน้าจะเปิดไม่ได้",
        "gone": "หน้าของหน่วยงานนี้จะหายจากเว็บไซต์เมื่อสร้างใหม่",
        "left": "หน่วยงานนี้จะยังไม่อยู่ในเว็บไซต์",
    },
    "en": {
        "sum": "{count} agencies: {parts}",
        "from": "before {before}",
        "slug": "was at /{former}/, whose addresses will break",
        "gone": "its pages go with the next build",
        "left": "it is not on the site yet",
    },
}


def describe_outcomes(outcomes: tuple[Outcome, ...], language: Language) -> str:
    """A line for each agency that is not as it was, its problems below it, and the sum."""
    lines = [line for one in outcomes for line in _lines(one, language)]
    counts = Counter(one.fate for one in outcomes)
    parts = " · ".join(f"{_fate(fate, language)} {counts[fate]}" for fate in Fate if counts[fate])
    count = len(outcomes) - counts[Fate.GONE]
    return "\n".join([*lines, WORDS[language]["sum"].format(count=count, parts=parts)])


def _fate(fate: Fate, language: Language) -> str:
    return fate.label if language == "th" else ENGLISH[fate]


def _lines(one: Outcome, language: Language) -> Iterator[str]:
    if one.fate is Fate.SAME:
        return
    details = " · ".join(filter(None, _details(one, language)))
    yield f"{one.slug}: {_fate(one.fate, language)} {details}".rstrip()
    if one.problems:
        yield "\n".join(f"  {line}" for line in as_text(one.problems, language).splitlines())


def _details(one: Outcome, language: Language) -> Iterator[str]:
    words, now, before = WORDS[language], one.now, one.before
    if now and now.commit:
        yield _state(now, language)
    if one.fate is Fate.NEWER and before:
        yield words["from"].format(before=_state(before, language))
    if one.former:
        yield words["slug"].format(former=one.former)
    elif one.fate is Fate.MOVED and before and now:
        yield f"{before.git} {before.path} → {now.git} {now.path}"
    yield one.reason
    if one.fate is Fate.GONE:
        yield words["gone"]
    if one.fate is Fate.LEFT_OUT and not (now and now.commit):
        yield words["left"]


def _state(entry: LockedFacts, language: Language) -> str:
    """A commit and its day."""
    day = entry.committed
    if day is None:
        return entry.commit[:SHORT]
    shown = BEDate.from_date(day).short() if language == "th" else day.isoformat()
    return f"{entry.commit[:SHORT]} ({shown})"
