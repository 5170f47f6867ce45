"""Scores of questions, from the tables that list them below their indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.office.importer.document.spans import parse_item, split_items
from ita_site.office.importer.document.values import Value, join
from ita_site.office.importer.facts.scores import read_label_score, scores_of_row
from ita_site.office.importer.words.groups import KNOWN, Guess, find_indicator
from ita_site.office.importer.words.questions import cite, get_key, is_code, split_questions

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.grids import Grid, Row


def read_questions(grid: Grid, draft: Draft) -> None:
    """Add a table of question scores: bands of indicators, questions, and parts below them."""
    reader = _QuestionReader(draft)
    for row in grid.rows:
        reader.read(row)


class _QuestionReader:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.band: Guess | None = None
        self.notes: list[Span] = []
        self.question: dict[str, Value] | None = None

    def read(self, row: Row) -> None:
        own = self._own_band(row)
        lines = [*row.lines("question"), *(() if own else row.lines("topic"))]
        cited, before = split_questions(lines[:1])
        code = cited[0].code if cited and not before else self._separate_code(row)
        self.draft.note_reason("คอลัมน์นี้ไม่มีช่องในข้อมูลข้อคำถาม", *row.strays)
        if lines and "score" not in row and self._is_band(lines[0]):
            return
        if code and lines and "score" in row:
            self._start_question(row, lines, code)
        elif lines and self.question is not None:
            self._continue_question(self.question, row, lines)
        else:
            self.draft.note_reason("ไม่พบรหัสข้อคำถามในแถวนี้", *row.words())

    def _is_band(self, words: Span) -> bool:
        guess = find_indicator(words.text, self.draft.edition)
        if guess is None or guess.similarity < KNOWN:
            return False
        number, printed = guess.indicator.no, guess.printed_number
        self.band = Guess("indicator", str(number), printed in (None, number))
        self.notes = [words]
        read_label_score(words, self.band, self.draft)
        if printed not in (None, number):
            field = f"เลขตัวชี้วัด “{guess.indicator.name}” ในตารางข้อคำถาม"
            self.draft.declare_conflict(field, [words], "official", holds=str(number))
            self.draft.doubt(words, f"พิมพ์เลข {printed} แต่ชื่อเป็นตัวชี้วัดที่ {number}")
        return True

    def _start_question(self, row: Row, lines: list[Span], code: Span) -> None:
        inside = code.source is lines[0].source
        text = lines[0].cut(code.end - lines[0].start) if inside else lines[0]
        worded = split_items([*filter(None, [text]), *lines[1:]])
        first, others = (worded[0].words if worded else None), worded[1:]
        question = cite(self.draft, code, first, self.band)
        band = self._own_band(row) or self.band
        if band:
            question["indicator"] = band.id
        topic = row.lines("topic") if self._own_band(row) else ()
        self.draft.remark(get_key(question), "", *self.notes, *topic)
        self.notes, self.question = [], question
        scores = scores_of_row(row)
        if scores:
            question["score"] = scores[0]
        parts = [item.words for item in others]
        self._parts(question, parts, scores[1:])
        self._findings(row, get_key(question), band)
        if guidelines := split_items(
            [*row.lines("guideline"), *row.lines("measure"), *row.lines("steps")]
        ):
            if labels := [item.label for item in guidelines if item.label]:
                self.draft.remark(get_key(question), "เลขข้อของแนวทาง", join(labels))
            question["guidelines"] = [item.words for item in guidelines]

    def _separate_code(self, row: Row) -> Span | None:
        """A code that stands in a column beside its question."""
        beside = [*row.lines("item_code"), *row.lines("number")]
        return next((words for words in beside if is_code(words.text)), None)

    def _own_band(self, row: Row) -> Guess | None:
        """The indicator that the row's topic names."""
        topic = join([*row.lines("topic")]) if "question" in row and row.lines("topic") else None
        guess = find_indicator(topic.text, self.draft.edition) if topic else None
        if guess is None or guess.similarity < KNOWN:
            return None
        return Guess("indicator", str(guess.indicator.no), sure=True)

    def _findings(self, row: Row, question: str, band: Guess | None) -> None:
        """What the row says is wrong, as findings that rest on its question."""
        for item in split_items([*row.lines("finding"), *row.lines("to_fix")]):
            name = self.draft.choose_finding_id(item.words)
            finding: dict[str, Value] = {"id": name, "text": item.words}
            if band:
                finding[band.kind] = band.id
            finding["questions"] = question
            self.draft.findings.append(finding)

    def _parts(self, question: dict[str, Value], parts: list[Span], scores: list[Span]) -> None:
        if not parts:
            return
        pairs = [*zip(parts, scores, strict=False)]
        listed: list[Value] = [{"text": part, "score": score} for part, score in pairs]
        listed += [{"text": part} for part in parts[len(pairs) :]]
        known = question.get("sub_items", [])
        question["sub_items"] = [*(known if isinstance(known, list) else []), *listed]

    def _continue_question(self, question: dict[str, Value], row: Row, lines: list[Span]) -> None:
        scores = scores_of_row(row)
        if scores:
            self._parts(question, [parse_item(lines[0]).words, *lines[1:]], scores)
        guidelines = question.get("guidelines", [])
        more = [item.words for item in split_items(row.lines("guideline"))]
        if more and isinstance(guidelines, list):
            question["guidelines"] = [*guidelines, *more]
