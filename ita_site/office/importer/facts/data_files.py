"""What was gathered, as the files of a data folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.assessment import Assessment
from ita_site.facts.thai.decimals import parse_decimal
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.writing.emit import emit
from ita_site.office.importer.document.values import (
    Note,
    Noted,
    Value,
    collect_remarks,
    get_fields,
    join,
    one_or_many,
    prune,
    to_plain,
)
from ita_site.office.importer.words.questions import declare_misread_codes, get_key
from ita_site.rules.figures.recomputed import agrees, totals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ita_site.office.importer.document.draft import Draft, Mention
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.words.hiding import Hiding

_SHORT: Final = 60
LISTS = ("summaries", "urgent_fixes", "improvements", "findings", "recommendations")
TITLES = {
    "agency.yml": "ข้อมูลหน่วยงาน",
    "year.yml": "ข้อมูลของปี",
    "assessment.yml": "ผลการประเมินและการวิเคราะห์",
    "measures.yml": "มาตรการ",
    "progress.yml": "ผลการดำเนินการตามมาตรการ",
    "oit.yml": "ข้อมูลทุกข้อ OIT",
    "channels.yml": "ช่องทางร้องเรียน",
}


def build_files(draft: Draft, hide: Hiding) -> dict[str, Value]:
    """Each file's values without persons, by its path in the data folder; none without values."""
    _link_by_topic(draft)
    year = str(draft.year)
    files: dict[str, Value] = {
        "agency.yml": draft.agency if "name" in draft.agency or draft.has_agency else {},
        f"{year}/year.yml": draft.info,
        f"{year}/assessment.yml": _assessment(draft),
        f"{year}/measures.yml": {"measures": _under_heads("measures", draft.measures, draft)},
        f"{year}/progress.yml": {"progress": _under_heads("progress", draft.reports, draft)},
    }
    return {path: kept for path, tree in files.items() if (kept := prune(hide.clear(tree, draft)))}


def format_file(tree: Value, path: str, document: str) -> str:
    """A file's text, with a remark above each value that says where it was read."""
    name = path.rpartition("/")[2]
    head = f"{TITLES[name]} นำเข้าจาก {document}\nอ่านเทียบกับเอกสารก่อนเผยแพร่ แก้แล้วลบหมายเหตุเหล่านี้ได้"
    values = to_plain(tree)
    return emit(values, {**collect_remarks(tree), (): head})  # type: ignore[arg-type]


def _under_heads(name: str, value: Value, draft: Draft) -> Value:
    """A value with the headings of its tables above it."""
    return Noted(value, tuple(draft.heads.get(name, [])))


def _link_by_topic(draft: Draft) -> None:
    """Tie each measure to the findings and improvements of its topic, where its row names none."""
    for at, measure in enumerate(draft.measures):
        fields = get_fields(measure)
        if "topic" not in fields or "findings" in fields:
            continue
        linked = {
            name: one_or_many(ids)
            for name in ("findings", "improvements")
            if (ids := _ids_of_topic(getattr(draft, name), fields["topic"]))
        }
        if linked:
            notes = measure.notes if isinstance(measure, Noted) else ()
            note = Note("โยงกับข้อค้นพบตามประเด็นเดียวกัน เอกสารไม่ได้โยงรายข้อ")
            draft.measures[at] = Noted({**fields, **linked}, (*notes, note))


def _ids_of_topic(points: list[Value], topic: Value) -> list[str]:
    return [
        str(fields["id"]) for point in points if (fields := get_fields(point)).get("topic") == topic
    ]


def _assessment(draft: Draft) -> dict[str, Value]:
    indicators = [_indicator(no, draft.indicators[no], draft) for no in sorted(draft.indicators)]
    codes = [each.code for each in draft.edition.instruments if each.code in draft.instruments]
    instruments = [_instrument(code, draft) for code in codes]
    total, *scores = _shown_once(
        [_total(draft, instruments, indicators), *instruments, *indicators]
    )
    instruments, indicators = scores[: len(instruments)], scores[len(instruments) :]
    declare_misread_codes(draft)
    questions = [_question(question, draft) for question in draft.questions]
    analysis: dict[str, Value] = {name: getattr(draft, name) for name in LISTS}
    return {
        "source": draft.source,
        "total": total,
        "instruments": _under_heads("instruments", instruments, draft),
        "indicators": _under_heads("indicators", indicators, draft),
        "questions": _under_heads("questions", questions, draft),
        "analysis": _under_heads("analysis", analysis, draft),
        "limitations": draft.limitations,
        "conflicts": [*draft.conflicts],
    }


def _question(question: dict[str, Value], draft: Draft) -> Value:
    order = (
        "id",
        "code",
        "code_as_printed",
        "text",
        "indicator",
        "score",
        "sub_items",
        "guidelines",
    )
    notes = draft.question_notes.get(get_key(question), [])
    return Noted({key: question[key] for key in order if key in question}, tuple(notes))


def _instrument(code: str, draft: Draft) -> Value:
    mentions = draft.instruments[code]
    _declare_scores(draft, f"คะแนนเครื่องมือ {code}", [score for score, _ in mentions])
    return Noted(
        {"code": code, "score": mentions[0][0]},
        tuple(Note("", span, shown=True) for _, span in mentions),
    )


def _indicator(no: int, mentions: list[Mention], draft: Draft) -> Value:
    official = next(each.name for each in draft.edition.indicators if each.no == no)
    _declare_scores(draft, f"คะแนนตัวชี้วัดที่ {no}", [each.score for each in mentions])
    names = {letters_only(each.name.text): each.name for each in mentions if each.name}
    if len(names) > 1:
        draft.declare_conflict(f"ชื่อตัวชี้วัดที่ {no}", names.values(), "official", holds=official)
    fields: dict[str, Value] = {"no": str(no), "score": mentions[0].score}
    others = [name for plain_name, name in names.items() if plain_name != letters_only(official)]
    if others:
        fields["name_as_printed"] = others[0]
    rows = (sorted(each.row, key=lambda words: words.source.at) for each in mentions)
    return Noted(fields, tuple(Note("", join(row), shown=True) for row in rows))


def _shown_once(scores: list[Value]) -> list[Value]:
    """Scores with what they were read from; a long sentence that tells several stands once."""
    once: list[Value] = []
    seen: set[Span] = set()
    for each in scores:
        notes = each.notes if isinstance(each, Noted) else ()
        new = tuple(note for note in dict.fromkeys(notes) if note.words not in seen)
        seen |= {note.words for note in new if note.words and len(note.words.text) > _SHORT}
        once.append(replace(each, notes=new) if isinstance(each, Noted) else each)
    return once


def _declare_scores(draft: Draft, field: str, scores: list[Span]) -> None:
    values = {parse_decimal(score.text): score for score in reversed(scores)}
    if len(values) > 1:
        draft.declare_conflict(field, [*values.values()][::-1])
        draft.doubt(scores[0], f"{field} พิมพ์ไว้ไม่ตรงกัน: {_in_order(values)}")


def _in_order(values: Mapping[Decimal, Span]) -> str:
    return ", ".join(map(str, [*values.values()][::-1]))


def _total(draft: Draft, instruments: list[Value], indicators: list[Value]) -> Value:
    """The total, the one that the other scores bear out where several are printed."""
    if not draft.totals:
        return ""
    computed = _computed(draft, instruments, indicators)
    by_value = {parse_decimal(score.text): score for score, _ in reversed(draft.totals)}
    fitting = [value for value in by_value if any(agrees(value, each) for each in computed)]
    holds = fitting[0] if len(fitting) == 1 else parse_decimal(draft.totals[0][0].text)
    if len(by_value) > 1:
        _declare_total(draft, by_value, holds if len(fitting) == 1 else None, computed)
    fields: dict[str, Value] = {"score": by_value[holds]}
    if draft.ratings:
        fields["rating_as_printed"] = draft.ratings[0]
        _declare_ratings(draft)
    return Noted(fields, tuple(Note("", span, shown=True) for _, span in draft.totals))


def _declare_total(
    draft: Draft,
    by_value: Mapping[Decimal, Span],
    holds: Decimal | None,
    computed: tuple[Decimal, ...],
) -> None:
    values = [*by_value.values()][::-1]
    if holds is None:
        draft.declare_conflict("คะแนนรวม", values)
    else:
        borne_out = next(each for each in computed if agrees(holds, each))
        of_instruments = borne_out == computed[0] and draft.instruments
        scores = "เครื่องมือ" if of_instruments else "ตัวชี้วัด"
        note = f"คำนวณจากคะแนน{scores}ได้ {borne_out:.4f}"
        draft.declare_conflict("คะแนนรวม", values, "recomputed", holds=by_value[holds], note=note)
    first = next(iter(by_value.values()))
    draft.doubt(first, f"คะแนนรวมพิมพ์ไว้ไม่ตรงกัน: {_in_order(by_value)}")


def _declare_ratings(draft: Draft) -> None:
    names = {words.text: words for words in draft.ratings}
    if len(names) > 1:
        draft.declare_conflict("ระดับผลการประเมิน", names.values())


def _computed(
    draft: Draft, instruments: list[Value], indicators: list[Value]
) -> tuple[Decimal, ...]:
    facts = {"instruments": to_plain(list(instruments)), "indicators": to_plain(list(indicators))}
    return totals(Assessment.model_validate(facts), draft.edition)
