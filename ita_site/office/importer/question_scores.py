"""Scores of questions, with their parts and what is to be done about each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.office.importer.cells import first_mark, items
from ita_site.office.importer.codes import asked, is_code
from ita_site.office.importer.groups import KNOWN, Guess, indicator_of
from ita_site.office.importer.questions import cite, key_of
from ita_site.office.importer.scores import scores_in
from ita_site.office.importer.tree import Value, joined

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.spans import Words
    from ita_site.office.importer.tables import Grid, Row


def read_questions(grid: Grid, draft: Draft) -> None:
    """Add a table of question scores: bands of indicators, questions, and parts below them."""
    reader = _Questions(draft)
    for row in grid.rows:
        reader.read(row)


class _Questions:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.band: Guess | None = None
        self.notes: list[Words] = []
        self.question: dict[str, Value] | None = None

    def read(self, row: Row) -> None:
        own = self._own_band(row)
        lines = [*row.lines("question"), *(() if own else row.lines("topic"))]
        cited = asked(lines[0]) if lines else ()
        code = cited[0].code if cited else self._code_of_its_own(row)
        self.draft.because("คอลัมน์นี้ไม่มีช่องในข้อมูลข้อคำถาม", *row.strays)
        if lines and "score" not in row and self._is_band(lines[0]):
            return
        if code and lines and "score" in row:
            self._begin(row, lines, code)
        elif lines and self.question is not None:
            self._go_on(row, lines)
        else:
            self.draft.because("ไม่พบรหัสข้อคำถามในแถวนี้", *row.words())

    def _is_band(self, words: Words) -> bool:
        guess = indicator_of(words.text, self.draft.edition)
        if guess is None or guess.likeness < KNOWN:
            return False
        number, printed = guess.indicator.no, guess.printed_number
        self.band = Guess("indicator", str(number), printed in (None, number))
        self.notes = [words]
        if printed not in (None, number):
            field = f"เลขตัวชี้วัด “{guess.indicator.name}” ในตารางข้อคำถาม"
            self.draft.conflicts.append(
                {"field": field, "values": [words], "holds": str(number), "reason": "official"}
            )
            self.draft.doubt(words, f"พิมพ์เลข {printed} แต่ชื่อเป็นตัวชี้วัดที่ {number}")
        return True

    def _begin(self, row: Row, lines: list[Words], code: Words) -> None:
        inside = code.source is lines[0].source
        text = lines[0].cut(code.end - lines[0].start) if inside else lines[0]
        first, *others = items([text, *lines[1:]])
        question = cite(self.draft, code, first.words, self.band)
        band = self._own_band(row) or self.band
        if band:
            question["indicator"] = band.id
        topic = row.lines("topic") if self._own_band(row) else ()
        self.draft.remark(key_of(question), "", *self.notes, *topic)
        self.notes, self.question = [], question
        scores = [score for line in row.lines("score") for score in scores_in(line)]
        if scores:
            question["score"] = scores[0]
        parts = [item.words for item in others]
        self._parts(question, parts, scores[1:])
        self._findings(row, key_of(question), band)
        if guidelines := items(
            [*row.lines("guideline"), *row.lines("measure"), *row.lines("steps")]
        ):
            labels = [item.label for item in guidelines if item.label]
            self._note_labels(question, labels)
            question["guidelines"] = [item.words for item in guidelines]

    def _code_of_its_own(self, row: Row) -> Words | None:
        """A code that stands in a column beside its question."""
        beside = [*row.lines("item_code"), *row.lines("number")]
        return next((words for words in beside if is_code(words.text)), None)

    def _own_band(self, row: Row) -> Guess | None:
        """The indicator that the row's topic names."""
        topic = joined([*row.lines("topic")]) if "question" in row and row.lines("topic") else None
        guess = indicator_of(topic.text, self.draft.edition) if topic else None
        if guess is None or guess.likeness < KNOWN:
            return None
        return Guess("indicator", str(guess.indicator.no), sure=True)

    def _findings(self, row: Row, question: str, band: Guess | None) -> None:
        """What the row says is wrong, as findings that rest on its question."""
        for item in items([*row.lines("finding"), *row.lines("to_fix")]):
            finding: dict[str, Value] = {"id": self.draft.finding_id(item.words)}
            finding["text"] = item.words
            if band:
                finding[band.kind] = band.id
            finding["questions"] = question
            self.draft.findings.append(finding)

    def _note_labels(self, question: dict[str, Value], labels: list[Words]) -> None:
        if labels:
            self.draft.remark(key_of(question), "เลขข้อของแนวทาง", joined(labels))

    def _parts(self, question: dict[str, Value], parts: list[Words], scores: list[Words]) -> None:
        if not parts:
            return
        pairs = [*zip(parts, scores, strict=False)]
        listed: list[Value] = [{"text": part, "score": score} for part, score in pairs]
        listed += [{"text": part} for part in parts[len(pairs) :]]
        known = question.get("sub_items", [])
        question["sub_items"] = [*(known if isinstance(known, list) else []), *listed]

    def _go_on(self, row: Row, lines: list[Words]) -> None:
        assert self.question is not None  # noqa: S101
        scores = [score for line in row.lines("score") for score in scores_in(line)]
        if scores:
            self._parts(self.question, [first_mark(lines[0]).words, *lines[1:]], scores)
        guidelines = self.question.get("guidelines", [])
        more = [item.words for item in items(row.lines("guideline"))]
        if more and isinstance(guidelines, list):
            self.question["guidelines"] = [*guidelines, *more]
