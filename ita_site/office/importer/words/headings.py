"""What a heading says of its column: the role, told by the heading's words.

Agencies word headings in many ways, some damaged by scanning. A reading says how sure it is, and
what the words might mean as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import count_different, is_one_off, letters_only
from ita_site.office.importer.words.as_of import AsOf, find_as_of
from ita_site.office.importer.words.roles import ONLY_ROUND, RESULT, RESULT_ROLES, ROLES
from ita_site.office.importer.words.roots import first_root, weigh_heading
from ita_site.office.importer.words.rounds import find_round, months_until

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEAR: Final = 0.82
_LONG_ENOUGH: Final = 7
_MISSPELT: Final = 5
_LONG: Final = 11
_WRONG: Final = 2
"""So many letters may be wrong in a long name."""
_SECOND: Final = 0.6
_WORD: Final = 4
_OF: Final = "ของ"
_LONGEST: Final = 120
_MARK: Final = re.compile(
    r"\s*\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]+\s*(?=[ก-๎A-Za-z])"
    r"|\s*[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+\s+(?=[ก-๎A-Za-z])"
)
_BRACKETS: Final = re.compile(r"[(（][^()（）]*[)）]")
_OF_YEAR: Final = re.compile(
    r"(?P<name>.+?)(?:(?:ประจำ)?ปี(?:งบประมาณ|งบ|ก่อน|ที่แล้ว|ที่ผ่านมา)?(?:พศ)?(?P<short>\d\d)"
    r"|(?:(?:ประจำ)?ปี(?:งบประมาณ|งบ|ก่อน|ที่แล้ว|ที่ผ่านมา)?)?(?:พศ)?(?P<year>25\d\d))"
)
_YEAR_ONLY: Final = re.compile(r"(?:(?:ประจำ)?ปี(?:งบประมาณ|งบ)?(?:พศ)?|พศ)(?:25)?(?P<year>\d\d)")
_SHORT: Final = (("ตชว.", "ตัวชี้วัด"), ("เปอร์เซ็นต์", "ร้อยละ"), ("เปอร์เซ็น", "ร้อยละ"), ("%", "ร้อยละ"))
"""What headings say for short, or in another word."""
_ABBREVIATED: Final = re.compile(r"\s*(?P<begins>[ก-๎]+)ฯ\s*")
_OF_RESULT: Final = re.compile(r"IIT|EIT|OIT|ITA|ประเมิน", re.IGNORECASE)
_MEASURE: Final = "measure"
_SPEAKS, _SPEAKS_AT_ALL = 1.5, 1.2
"""So strongly a first word says what a heading is of: against a likeness, and before มาตรการ."""
_WATCHED: Final = "monitoring"
"""Of one round, what was found when it was watched, or how it is to be."""


def _written_out(text: str) -> str:
    """A heading without what it says for short."""
    for short, long in _SHORT:
        text = text.replace(short, long)
    return text


_NAMES: Final = {
    letters_only(_written_out(name)): role for role, rule in ROLES.items() for name in rule["names"]
}
_HELD: Final = tuple(
    (letters_only(held), role) for role, rule in ROLES.items() for held in rule.get("holding", [])
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: the role, whether for certain, what it may be else, year and round.

    `named` tells whether it is one of the role's names and not only holds one.
    """

    role: str
    sure: bool = True
    named: bool = True
    second: str | None = None
    year: int | None = None
    months: str = ""


@lru_cache(maxsize=8192)
def parse_heading(text: str) -> Heading | None:
    """What a heading's column holds; None for words that are no heading."""
    if len(text) > _LONGEST:
        return None
    text = _MARK.sub("", text)
    as_of = find_as_of(text)
    return _of_day(as_of) if as_of else _parse_words(text)


def _parse_words(text: str) -> Heading | None:
    text = _written_out(text)
    whole, bare = (letters_only(words) for words in (text, _BRACKETS.sub(" ", text)))
    if not whole:
        return None
    if whole in _NAMES:
        return Heading(_NAMES[whole])
    if named := _abbreviated(text):
        return named
    if period := find_round(text):
        return _of_round(*period)
    for words in dict.fromkeys((bare, whole)):
        if words and (found := _parse_year(words)):
            return found
    found = _match(bare) if bare else None
    found = found if found and found.sure else _match(whole) or found
    return _within_brackets(found, text) if found else None


def _abbreviated(text: str) -> Heading | None:
    """The only role that has a name beginning as an abbreviation does: วัตถุฯ is วัตถุประสงค์."""
    short = _ABBREVIATED.fullmatch(text)
    letters = letters_only(short["begins"]) if short else ""
    if letters in _NAMES:
        return Heading(_NAMES[letters])
    roles = {role for name, role in _NAMES.items() if name.startswith(letters)}
    is_long = len(letters) >= _MISSPELT
    if not is_long or len(roles) != 1:
        return None
    return Heading(roles.pop(), sure=False)


def _within_brackets(found: Heading, text: str) -> Heading:
    """What a heading says with its brackets: the assessment that found a fault, the round."""
    if found.role == "obstacles" and _is_of_assessment(text):
        return replace(found, role="to_fix", named=False, second="obstacles")
    return _with_range(found, text)


def _is_of_assessment(text: str) -> bool:
    """Whether a heading of faults says in brackets that an assessment found them."""
    return any(map(_OF_RESULT.search, _BRACKETS.findall(text)))


def may_be_planned(role: str | None, text: str) -> bool:
    """Whether a heading of what was used may also name what is set aside."""
    planned = ROLES[role].get("planned", ()) if role else ()
    return letters_only(_BRACKETS.sub(" ", text)) in map(letters_only, planned)


def misspelt(text: str) -> str | None:
    """The role whose name these words are with a letter or two that are wrong."""
    words = letters_only(text)
    if len(words) < _LONG_ENOUGH or words in _NAMES:
        return None
    wrong = 1 if len(words) < _LONG else _WRONG
    near = (name for name in _NAMES if abs(len(name) - len(words)) <= 1)
    return next((_NAMES[name] for name in near if count_different(words, name) <= wrong), None)


def _one_mark_off(words: str) -> str | None:
    """The only role that has a name in which one mark of these words is wrong, or one too few."""
    if len(words) < _MISSPELT:
        return None
    near = (name for name in _NAMES if abs(len(name) - len(words)) <= 1)
    found = {_NAMES[name] for name in near if name != words and is_one_off(words, name)}
    return found.pop() if len(found) == 1 else None


def is_name(text: str) -> bool:
    """Whether a text is just one of the names of a role, a number before it aside."""
    return letters_only(_written_out(_MARK.sub("", text))) in _NAMES


def _of_day(as_of: AsOf) -> Heading | None:
    """A heading that says when it was so: its role by its other words, its round by the day."""
    found = parse_heading(as_of.rest)
    if found is None and as_of.months and not as_of.rest:
        return Heading(ONLY_ROUND, months=as_of.months)
    if found is None or found.role not in RESULT_ROLES:
        return found
    return replace(found, months=found.months or as_of.months)


def _of_round(months: str, name: str) -> Heading | None:
    """A heading that names a reporting round, with what is reported beside it."""
    if not name:
        return Heading(ONLY_ROUND, months=months)
    found, spoken = _match(letters_only(name)), weigh_heading(name)
    if (
        found.role if found else max(spoken, key=lambda each: spoken[each], default="")
    ) == _WATCHED:
        return Heading(RESULT, sure=False, named=False, second=_WATCHED, months=months)
    if found:
        return replace(found, months=months) if found.role in RESULT_ROLES else None
    role = max(RESULT_ROLES, key=lambda each: spoken.get(each, 0))
    if max(spoken.values(), default=0) > spoken.get(role, 0):
        return None
    sure = role == RESULT and role in spoken
    return Heading(role if spoken else RESULT, sure=sure, named=sure, months=months)


def _parse_year(words: str) -> Heading | None:
    if bare := _YEAR_ONLY.fullmatch(words):
        return Heading("score", year=int(f"25{bare['year']}"))
    if dated := _OF_YEAR.fullmatch(words):
        found = _match(dated["name"])
        year = int(dated["year"] or f"25{dated['short']}")
        return replace(found, year=year) if found else None
    return None


def _with_range(found: Heading, text: str) -> Heading:
    """With the round whose months stand in brackets behind it, for a result."""
    if found.role not in RESULT_ROLES:
        return found
    for inside in _BRACKETS.findall(text):
        if months := months_until(inside.strip("()（） ")):
            return replace(found, months=months)
    return found


def _match(words: str) -> Heading | None:
    if role := _NAMES.get(words):
        return Heading(role)
    if held := list(dict.fromkeys(role for held, role in _HELD if held in words)):
        return _holding(words, held)
    if near := _one_mark_off(words):
        return Heading(near, sure=False, named=False)
    ranked = _ranked(words)
    likest, of = ranked[0][:2] if ranked else (0.0, "")
    if likest >= _NEAR and not _begins_otherwise(words, of, _SPEAKS):
        others = _sharing_a_word(words, ranked)
        second = next((role for role in others if role != of), None)
        return Heading(of, sure=False, named=False, second=second)
    return None


def _begins_otherwise(words: str, role: str, least: float) -> bool:
    """Whether a heading's first word, which says what it is, speaks for others and not for a role.

    เรื่องที่ดำเนินการ is like เดือนที่ดำเนินการ in all but that.
    """
    first = first_root(words)
    return role not in first and max(first.values(), default=0) >= least


def _holding(words: str, held: list[str]) -> Heading:
    """What a heading holds: what it speaks of stands before ของ, and only whose that is behind.

    Of a measure may be anything: what its first word speaks for is likelier.
    """
    head = words.partition(_OF)[0]
    before = list(dict.fromkeys(role for name, role in _HELD if name in head))
    known = [_NAMES[head]] if head in _NAMES else before
    listed = list(dict.fromkeys([*known, *held]))
    if listed[0] == _MEASURE and _begins_otherwise(words, _MEASURE, _SPEAKS_AT_ALL):
        first = first_root(words)
        role = max(first, key=lambda each: first[each])
        return Heading(role, sure=False, named=False, second=_MEASURE)
    sure = head == words or bool(known)
    return Heading(listed[0], sure=sure, named=False, second=next(iter(listed[1:]), None))


@lru_cache(maxsize=4096)
def _ranked(words: str) -> list[tuple[float, str, str]]:
    """How like these words names are, the role of each and the name; the likest first."""
    found = [(_quick_similarity(words, name), role, name) for name, role in _NAMES.items()]
    return sorted((each for each in found if each[0] >= _SECOND), key=lambda each: -each[0])


def nearest(text: str, least: float = _SECOND) -> str | None:
    """The role these words are likest, for a second reading; None where they are not alike."""
    words = letters_only(text)
    ranked = [each for each in _ranked(words) if each[0] >= least]
    return next(_sharing_a_word(words, ranked), None)


def _sharing_a_word(words: str, ranked: list[tuple[float, str, str]]) -> Iterator[str]:
    """The roles of names that have something in common that is long enough to be a word."""
    for _, role, name in ranked:
        least = min(_WORD, len(words), len(name))
        if any(words[at : at + least] in name for at in range(len(words) - least + 1)):
            yield role


def _quick_similarity(words: str, name: str) -> float:
    """How alike they are; 0 where their lengths alone forbid it."""
    short, long = sorted((len(words), len(name)))
    if 2 * short < _SECOND * (short + long):
        return 0
    matcher = SequenceMatcher(None, words, name, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _SECOND else 0
