"""Scores of indicators, instruments and questions, from tables."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.decimals import parse_decimal
from ita_site.facts.thai.likeness import similarity
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.draft import Mention
from ita_site.office.importer.grids import Row
from ita_site.office.importer.groups import (
    KNOWN,
    Guess,
    IndicatorGuess,
    find_indicator,
    find_instrument,
    name_of_indicator,
    split_score,
)
from ita_site.office.importer.questions import cite, get_key, is_code, split_questions
from ita_site.office.importer.spans import parse_item, split_items
from ita_site.office.importer.values import Value, join

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.grids import Grid
    from ita_site.office.importer.spans import Span

NUMBER: Final = re.compile(r"(?<![0-9๐-๙.])[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})?(?![0-9๐-๙])")
_RATING: Final = re.compile("ระดับ(?:ผล|คะแนน|คุณธรรม)")
_MOST_ROWS: Final = 40
_FEWEST: Final = 2
_MOST_TURNED: Final = 4


def find_scores(words: Span) -> list[Span]:
    """The numbers from 0 to 100 in a cell."""
    numbers = (words.within(match) for match in NUMBER.finditer(words.own))
    return [score for score in numbers if 0 <= parse_decimal(score.text) <= 100]  # noqa: PLR2004


def _scores_of_row(row: Row) -> list[Span]:
    return [score for line in row.lines("score") for score in find_scores(line)]


_NAMED_BY: Final = ("indicator", "subject", "indicator_number", "instrument", "number", "rank")


def _understood(row: Row, draft: Draft) -> None:
    """The words that say whose score a row tells; what else stands there is not read."""
    draft.read.extend(words for key in _NAMED_BY for words in row.lines(key))


def read_indicators(grid: Grid, draft: Draft) -> None:
    """Add a table of indicator scores; what is printed again is kept beside the first."""
    for row in grid.rows:
        names = (*row.lines("indicator"), *row.lines("subject"))
        title = names or row.words()[:1]
        draft.note_reason("คอลัมน์นี้ไม่มีช่องในข้อมูลคะแนน", *row.strays)
        scores = _scores_of_row(row)
        code = find_instrument(
            " ".join(map(str, (*names, *row.lines("instrument")))), draft.edition
        )
        if len(scores) == 1 and not names and _is_total(title):
            draft.totals.append((scores[0], join(row.words())))
            draft.ratings.extend(row.lines("rating"))
            draft.read.extend(title)
        elif not scores and title and _RATING.match(title[0].text):
            draft.ratings.extend(row.lines("score"))
            draft.note_reason("เป็นคำนำหน้าระดับผลการประเมิน", title[0])
        elif len(scores) != 1 or not (names or "indicator_number" in row):
            draft.note_reason("แถวนี้ไม่มีคะแนนเดียวที่อ่านได้", *row.words())
        elif names and (guess := _find_row_indicator(row, names[0], draft)):
            mention = Mention(parse_item(names[0]).words, scores[0], row.words())
            draft.indicators.setdefault(guess.indicator.no, []).append(mention)
            _understood(row, draft)
        elif _is_total(names):
            draft.totals.append((scores[0], join(row.words())))
            draft.ratings.extend(row.lines("rating"))
            _understood(row, draft)
        elif code:
            add_instrument(draft, code, scores[0], join(row.words()))
            _understood(row, draft)
        else:
            draft.note_reason("ไม่รู้จักตัวชี้วัดนี้", *row.words())


def read_instruments(grid: Grid, draft: Draft) -> None:
    """Add a table of the instruments' scores."""
    for row in grid.rows:
        scores = _scores_of_row(row)
        code = find_instrument(" ".join(map(str, row.lines("instrument"))), draft.edition)
        if code and len(scores) == 1:
            add_instrument(draft, code, scores[0], join(row.words()))
            _understood(row, draft)
        elif len(scores) == 1 and _is_total(row.lines("instrument")):
            draft.totals.append((scores[0], join(row.words())))
            _understood(row, draft)
        else:
            draft.note_reason("ไม่รู้จักเครื่องมือนี้", *row.words())


def recognise_indicators(grid: Grid, draft: Draft) -> Grid | None:
    """A table without headings as one of indicator scores, when that is what most rows hold."""
    if len(grid.rows) > _MOST_ROWS:
        return None
    if turned := _turned_over(grid, draft):
        return turned
    for name, score in combinations(range(len(grid.columns)), 2):
        fits = sum(_fits(row.strays, name, score, draft) for row in grid.rows)
        if fits >= max(3, len(grid.rows) // 2 + 1):
            rows = [_with_cells(row, name, score) for row in grid.rows]
            return replace(grid, kinds=("indicators",), rows=rows)
    return None


def _turned_over(grid: Grid, draft: Draft) -> Grid | None:
    """A row of indicators over a row of scores."""
    if not _FEWEST <= len(grid.rows) <= _MOST_TURNED or grid.heads:
        return None
    for name, score in combinations([row.strays for row in grid.rows], 2):
        pairs = [
            (each, number)
            for each, number in zip(name, score, strict=False)
            if _fits((each, number), 0, 1, draft)
        ]
        if len(pairs) >= max(3, len(name) // 2 + 1):
            rows = [
                Row({"indicator": (each,), "score": (number,)}, {}, (), tops_page=False)
                for each, number in pairs
            ]
            return replace(grid, kinds=("indicators",), rows=rows)
    return None


def _fits(cells: tuple[Span, ...], name: int, score: int, draft: Draft) -> bool:
    if len(cells) <= score:
        return False
    guess = find_indicator(cells[name].text, draft.edition)
    return bool(guess and guess.similarity >= KNOWN and NUMBER.fullmatch(cells[score].text))


def _with_cells(row: Row, name: int, score: int) -> Row:
    if len(row.strays) <= score:
        return row
    cells: dict[str, tuple[Span, ...]]
    cells = {"indicator": (row.strays[name],), "score": (row.strays[score],)}
    others = tuple(words for at, words in enumerate(row.strays) if at not in (name, score))
    return replace(row, cells=cells, strays=others)


def _is_total(names: tuple[Span, ...]) -> bool:
    return bool(names) and bool(
        re.search("คะแนนรวม|ภาพรวม|รวมทั้งหมด|คะแนนเฉลี่ยรวม|^รวม", names[0].text)
    )


def _find_row_indicator(row: Row, name: Span, draft: Draft) -> IndicatorGuess | None:
    """The indicator by its number where one is printed and its name does not deny it."""
    guess, printed = find_indicator(name.text, draft.edition), parse_item(name).words
    number = next((_parse_number(words) for words in row.lines("indicator_number")), None)
    number = number or (guess.printed_number if guess else None)
    numbered = next((each for each in draft.edition.indicators if each.no == number), None)
    if numbered and guess and guess.indicator.no != number:
        like = similarity(printed.text, numbered.name)
        if guess.similarity >= KNOWN and like < KNOWN:
            draft.doubt(name, f"“{name}” พิมพ์เลข {number} แต่ชื่อเป็นตัวชี้วัดที่ {guess.indicator.no}")
            return guess
        draft.doubt(name, f"ชื่อตัวชี้วัด “{printed}” อ่านตามเลขเป็นตัวชี้วัดที่ {number} {numbered.name}")
        return IndicatorGuess(numbered, number, like)
    if numbered and guess:
        if guess.similarity < KNOWN:
            draft.doubt(name, f"ชื่อตัวชี้วัด “{printed}” อ่านตามเลขเป็น {numbered.name}")
        return guess
    return guess if guess and guess.similarity >= KNOWN else None


def _parse_number(words: Span) -> int | None:
    digits = re.sub(r"\D", "", to_arabic(words.text))
    return int(digits) if digits and len(digits) <= 2 else None  # noqa: PLR2004


def add_instrument(draft: Draft, code: str, score: Span, span: Span) -> None:
    """Keep an instrument's score with the words it was read from."""
    draft.instruments.setdefault(code, []).append((score, span))


def read_label_score(label: Span, guess: Guess, draft: Draft) -> None:
    """Add the score that a group's label tells behind its name; of a topic there is none to add."""
    name, score = split_score(label)
    if score is None:
        return
    if guess.kind == "indicator":
        mention = Mention(name_of_indicator(name), score, (label,))
        listed = draft.indicators.setdefault(int(guess.id), [])
        if all(each.score != score for each in listed):
            listed.append(mention)
    elif guess.kind == "instrument":
        if all(each != score for each, _ in draft.instruments.get(guess.id, [])):
            add_instrument(draft, guess.id, score, label)
    else:
        draft.doubt(label, f"“{score}” เป็นคะแนนของประเด็น ซึ่งไม่มีช่องในข้อมูล อยู่ในหมายเหตุเท่านั้น")


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
        cited = split_questions(lines[0]) if lines else ()
        code = cited[0].code if cited else self._separate_code(row)
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
        first, *others = split_items([text, *lines[1:]])
        question = cite(self.draft, code, first.words, self.band)
        band = self._own_band(row) or self.band
        if band:
            question["indicator"] = band.id
        topic = row.lines("topic") if self._own_band(row) else ()
        self.draft.remark(get_key(question), "", *self.notes, *topic)
        self.notes, self.question = [], question
        scores = _scores_of_row(row)
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
        scores = _scores_of_row(row)
        if scores:
            self._parts(question, [parse_item(lines[0]).words, *lines[1:]], scores)
        guidelines = question.get("guidelines", [])
        more = [item.words for item in split_items(row.lines("guideline"))]
        if more and isinstance(guidelines, list):
            question["guidelines"] = [*guidelines, *more]
