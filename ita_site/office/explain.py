"""What a problem or a field means: its words, an example, and who asks for it.

Nothing is said here that is not said elsewhere: the catalogue holds the problems' words,
the model those of the fields, the editions what is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.editions.load import edition_for, edition_years
from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.model.edition import Sight
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.model.progress import Status
from ita_site.facts.problems import ItaSiteError, all_kinds, catalogue
from ita_site.facts.schemas.fields import all_fields
from ita_site.facts.writing.emit import emit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.model.edition import Criterion
    from ita_site.facts.problems import Kind, Language
    from ita_site.facts.schemas.fields import FieldEntry

CHOICES = (Status, AgencyKind)
"""What people write in words of their own."""
CODE = re.compile(r"ITA\d+", re.IGNORECASE)
INDEX = re.compile(r"\[\d+\]")
MOST_FIELDS = 3
YEAR_FOLDER = "2566/"
OF_A_YEAR = frozenset({"year", "assessment", "measures", "progress", "oit", "edition"})
SHOWN_BY: Mapping[str, tuple[Sight, ...]] = {
    "total.score": (Sight.RESULT,),
    "analysis.summaries": (Sight.ANALYSIS,),
    "analysis.findings": (Sight.ANALYSIS, Sight.TOPICS, Sight.BASIS),
    "analysis.urgent_fixes": (Sight.ANALYSIS, Sight.URGENT_FIXES),
    "analysis.improvements": (Sight.IMPROVEMENTS,),
    "analysis.findings.topic": (Sight.TOPICS,),
    "limitations": (Sight.LIMITATIONS,),
    "measures": (Sight.MEASURES,),
    "measures.findings": (Sight.BASIS,),
    "measures.urgent_fixes": (Sight.BASIS,),
    "measures.improvements": (Sight.BASIS,),
    "measures.units": (Sight.UNITS,),
    "measures.steps": (Sight.STEPS,),
    "measures.steps.units": (Sight.UNITS,),
    "measures.timeframe": (Sight.TIMEFRAME, Sight.SCHEDULE),
    "measures.steps.timeframe": (Sight.TIMEFRAME, Sight.SCHEDULE),
    "measures.monitoring": (Sight.MONITORING, Sight.SCHEDULE),
    "progress": (Sight.PROGRESS,),
    "progress.summary": (Sight.SUMMARY, Sight.PROGRESS),
    "progress.outcomes": (Sight.OUTCOME, Sight.PROGRESS),
    "implementation_year": (Sight.PERIOD,),
    "progress.reached": (Sight.OUTCOME,),
    "memos.approved_on": (Sight.APPROVAL,),
    "eit.url": (Sight.EIT_QR,),
}
"""Which fields make something to be seen that a criterion asks for."""

WORDS = {
    "th": {
        "error": "ต้องแก้",
        "warning": "เตือน",
        "mend": "วิธีแก้",
        "why": "เหตุผล",
        "wrong": "ผิด",
        "right": "ถูก",
        "file": "ไฟล์",
        "required": "ต้องมี",
        "list": "ใส่ได้หลายข้อ",
        "choices": "ค่าที่ใช้ได้",
        "write": "วิธีพิมพ์",
        "below": "ช่องข้างใน",
        "example": "ตัวอย่าง",
        "asked": "เกณฑ์ที่ถามถึง",
        "many": "มีหลายช่อง พิมพ์ชื่อเต็มของช่องที่ต้องการ เช่น",
        "unknown": "ไม่รู้จัก “{word}”",
        "near": "หมายถึง “{near}” ใช่หรือไม่",
        "ask": "พิมพ์รหัสปัญหา เช่น ITA203 หรือชื่อช่อง เช่น measures.steps",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "mend": "mend",
        "why": "why",
        "wrong": "wrong",
        "right": "right",
        "file": "file",
        "required": "required",
        "list": "may be a list",
        "choices": "values",
        "write": "written",
        "below": "fields within",
        "example": "example",
        "asked": "asked for by",
        "many": "several fields; give the whole name of the one you mean, such as",
        "unknown": "“{word}” is not known",
        "near": "did you mean “{near}”?",
        "ask": "give a problem's code, such as ITA203, or a field, such as measures.steps",
    },
}


class UnknownWordError(ItaSiteError):
    """Neither a problem nor a field; its text says what was probably meant."""


def explain(word: str, language: Language = "th") -> str:
    """The explanation of a problem's code, a field's name or path, or a field's Thai words.

    A path may be as a message prints it: `measures[2].steps`.

    Raises:
        UnknownWordError: with the nearest word that is known.
    """
    word = word.strip()
    if CODE.fullmatch(word) and (kind := all_kinds().get(word.upper())):
        return _problem(kind, language)
    if not (entries := _fields(INDEX.sub("", word)) or _fields(_code_of(word))):
        raise UnknownWordError(_unknown(word, language))
    if len(entries) > MOST_FIELDS:
        return _many(entries, language)
    return "\n\n".join(_field(entry, language) for entry in entries)


def _problem(kind: Kind, language: Language) -> str:
    words, labels = kind.wordings[language], WORDS[language]
    lines = [f"{kind.code} ({labels[kind.level]}) {_open(words.what)}"]
    lines.append(f"{labels['mend']}: {_open(words.mend)}")
    lines += [f"{labels['why']}: {words.why}"] if words.why else []
    for name, text in (("wrong", kind.wrong), ("right", kind.right)):
        lines += [f"{labels[name]}:", *_indented(text)] if text else []
    return "\n".join(lines)


def _open(text: str) -> str:
    """A message without the details of one case."""
    return re.sub(r"\{\w+\}", "…", text)


def _fields(word: str) -> list[FieldEntry]:
    """The fields meant: by whole path, by the path's end, by label, by a choice's label."""
    asked = re.sub(r"^(?:.*/)?(\w+)\.yml[:.]?", r"\1.yml ", word).split()
    files = [part for part in asked if part.endswith(".yml")]
    name = asked[-1] if asked else ""
    pool = [entry for entry in all_fields() if not files or entry.file == files[0]]
    if files and name == files[0]:
        return [entry for entry in pool if len(entry.path) == 1]
    ways = (
        lambda entry: entry.name == name and len(entry.path) > 1,
        lambda entry: f".{entry.name}".endswith(f".{name}"),
        lambda entry: entry.label == word,
        lambda entry: word in _choices(entry),
        lambda entry: word in entry.label and not word.isascii(),
        lambda entry: not word.isascii() and any(word in label for label in _choices(entry)),
    )
    return next((matching for way in ways if (matching := [*filter(way, pool)])), [])


def _code_of(word: str) -> str:
    """The code of a choice that people write with this word; empty when it is none."""
    return next((kind.synonyms()[word] for kind in CHOICES if word in kind.synonyms()), "")


def _choices(entry: FieldEntry) -> list[str]:
    """The values of a field, and what they are called."""
    return [part for choice in (entry.choices or {}).items() for part in choice]


def _many(entries: list[FieldEntry], language: Language) -> str:
    lines = [f"{entry.name} ({entry.file}): {entry.label}" for entry in entries]
    name = max((entry.name for entry in entries), key=len)
    return "\n".join([*lines, f"{WORDS[language]['many']} ita-site explain {name}"])


def _field(entry: FieldEntry, language: Language) -> str:
    labels = WORDS[language]
    lines = [
        f"{entry.name}: {entry.label}",
        f"{labels['file']}: {_file(entry)}{_habits(entry, labels)}",
    ]
    if entry.choices:
        listed = (f"{code} ({label})" for code, label in entry.choices.items())
        lines.append(f"{labels['choices']}: {', '.join(listed)}")
    elif entry.problem:
        mend = catalogue()[entry.problem].wordings[language].mend
        lines.append(f"{labels['write']}: {mend.format_map(entry.details or {})} ({entry.problem})")
    if entry.below:
        lines.append(f"{labels['below']}: {', '.join(entry.below)}")
    lines += [f"{labels['example']}:", *_indented(_example(entry))]
    if asked := [*_criteria(entry.name)]:
        lines += [f"{labels['asked']}:", *(f"  {line}" for line in asked)]
    return "\n".join(lines)


def _file(entry: FieldEntry) -> str:
    of_a_year = entry.file.removesuffix(".yml") in OF_A_YEAR
    return f"{YEAR_FOLDER if of_a_year else ''}{entry.file}"


def _habits(entry: FieldEntry, labels: Mapping[str, str]) -> str:
    habits = [labels["required"]] if entry.is_required else []
    habits += [labels["list"]] if entry.is_list else []
    return "".join(f" · {habit}" for habit in habits)


def _example(entry: FieldEntry) -> str:
    return emit({entry.path[-1]: entry.example})


def _criteria(name: str) -> Iterator[str]:
    """What each year's edition asks for that this field shows, the newest year first."""
    wanted = SHOWN_BY.get(name, ())
    for year in reversed(edition_years()):
        items = edition_for(year).items
        for item in (items.measures, items.results):
            for criterion in item.criteria:
                if set(wanted) & set(criterion.shows):
                    yield f"{year} {item.code}: {_asked(criterion)}"


def _asked(criterion: Criterion) -> str:
    return f"{criterion.text} ({criterion.certainty.label}; {criterion.source})"


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.rstrip("\n").split("\n")]


def _unknown(word: str, language: Language) -> str:
    labels = WORDS[language]
    names = [
        part
        for entry in all_fields()
        for part in (entry.name, entry.path[-1], entry.label, *_choices(entry))
    ]
    near = suggestion(word, list(dict.fromkeys(names)))
    hint = labels["near"].format(near=near) if near else labels["ask"]
    return f"{labels['unknown'].format(word=word)} — {hint}"
