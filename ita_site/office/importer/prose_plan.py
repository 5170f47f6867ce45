"""What paragraphs become, as an officer sees and mends it: lines that begin something, by kind.

Lines of one kind stand together (the same label, numbers of one style), so that one word mends a
whole document. A line that begins nothing goes on with what stands above it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.columns import Column
from ita_site.office.importer.office_file import RefusedError
from ita_site.office.importer.prose import (
    BODY,
    find_measures,
    make_grid,
    read_prose,
    title_of,
)
from ita_site.office.importer.repeated import without_mark
from ita_site.office.importer.roles import ROLES, label_of, parse_heading
from ita_site.office.importer.roots import weigh_heading
from ita_site.office.importer.spans import Span, parse_item
from ita_site.office.importer.told import (
    Told,
    continues,
    find_label,
    find_unknown_label,
    style_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.office.importer.tables import Part

MEASURE: Final = "measure"
TEXT: Final = "text"
"""Words outside measures, read as such: scores, findings, who and when."""
GOES_ON: Final = "goes_on"
"""Lines that go on with what stands above them."""
WORDS: Final = {TEXT: "ข้อความทั่วไป", GOES_ON: "ต่อจากบรรทัดบน"}
KEPT: Final = "ตามแผน"
_SHORT: Final = 100
_LABEL: Final = 40
_TWICE: Final = 2
_SAMPLES: Final = 2


@dataclass(frozen=True, slots=True)
class ProsePlan:
    """Lines that begin the same thing: a role, `TEXT`, `GOES_ON`, or None for what is only kept."""

    lines: tuple[str, ...]
    role: str | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class ProseReading:
    """The same as it was read, with the words of its lines."""

    plan: ProsePlan
    texts: tuple[str, ...]

    @property
    def samples(self) -> tuple[str, ...]:
        """The first lines."""
        return self.texts[:_SAMPLES]

    @property
    def second(self) -> str | None:
        """What a label may say of a measure, where its lines are read as text or only kept."""
        label = self.plan.label
        if not label or self.plan.role not in (TEXT, None):
            return None
        if (found := parse_heading(label)) and found.role in BODY:
            return found.role
        weights = {role: weight for role, weight in weigh_heading(label).items() if role in BODY}
        return max(weights, key=lambda role: weights[role], default=None)


def describe_prose(
    parts: Sequence[Part], chosen: Sequence[ProsePlan] = ()
) -> tuple[ProseReading, ...]:
    """What the lines outside tables begin, as read or as a plan has it.

    Args:
        parts: The document, before measures were found in it.
        chosen: The plan's entries, which hold for their lines.

    Raises:
        RefusedError: ITA938, when the plan names a line the document does not have.
    """
    named = name_lines(parts)
    texts = {name: " ".join(words.text.split()) for words, name in named.items()}
    planned = {line for each in chosen for line in each.lines}
    if unknown := sorted(planned - {*texts}):
        raise RefusedError("ITA938", line=unknown[0])
    found = (
        replace(each, lines=tuple(line for line in each.lines if line not in planned))
        for each in _find(parts, named)
    )
    listed = [*chosen, *(each for each in found if each.lines)]
    return tuple(ProseReading(each, tuple(texts[line] for line in each.lines)) for each in listed)


def name_lines(parts: Sequence[Part]) -> dict[Span, str]:
    """What a plan calls each line: its place, numbered where several have one."""
    taken: Counter[str] = Counter()
    named: dict[Span, str] = {}
    for words in parts:
        if isinstance(words, Span):
            taken[words.place] += 1
            number = taken[words.place]
            named[words] = words.place if number == 1 else f"{words.place} ({number})"
    return named


def _runs(parts: Sequence[Part]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for part in parts:
        if isinstance(part, Span):
            run.append(part)
        elif run:
            yield run
            run = []
    yield run


@dataclass(slots=True)
class _Groups:
    """Lines by what makes them alike, in the order of the first of each."""

    lines: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    plans: dict[tuple[str, ...], ProsePlan] = field(default_factory=dict)
    outermost: str = ""

    def add(self, line: str, role: str | None, label: str, *alike: str) -> None:
        key = (str(role), *alike)
        self.lines.setdefault(key, []).append(line)
        self.plans.setdefault(key, ProsePlan((), role, label))

    def listed(self) -> list[ProsePlan]:
        return [replace(plan, lines=tuple(self.lines[key])) for key, plan in self.plans.items()]


def _find(parts: Sequence[Part], named: Mapping[Span, str]) -> list[ProsePlan]:
    groups = _Groups()
    beginnings = Counter(_beginning(words) for words in named)
    for run in _runs(parts):
        measures = {first: (told, end) for first, told, end in find_measures(run)}
        at = 0
        while at < len(run):
            if at in measures:
                told, at = measures[at]
                for words, column, label in told.begun:
                    text = label.text.strip(" :：") if label else ""
                    role = column if column in ROLES else None
                    alike = letters_only(text) or _style(words) or named[words]
                    groups.add(named[words], role, text, alike)
            else:
                _add_text(run[at], named, beginnings, groups)
                at += 1
    return groups.listed()


def _add_text(
    words: Span, named: Mapping[Span, str], beginnings: Mapping[str, int], groups: _Groups
) -> None:
    """A line of no measure, if it may begin something: one with a label, a number, few words."""
    item, beginning = parse_item(words), _beginning(words)
    if label := find_label(words) or find_unknown_label(words):
        text = label[1].text.strip(" :：")
        groups.add(named[words], TEXT, text, letters_only(text))
    elif item.label:
        style = _style(words)
        groups.outermost = groups.outermost or style
        groups.add(named[words], TEXT if style == groups.outermost else GOES_ON, "", style)
    elif beginning and beginnings[beginning] >= _TWICE:
        groups.add(named[words], TEXT, beginning, letters_only(beginning))
    elif not item.bullet and len(words.text) <= _SHORT:
        groups.add(named[words], TEXT, "", named[words])


def _style(words: Span) -> str:
    item = parse_item(words)
    return style_of(item.label) if item.label else ""


def _beginning(words: Span) -> str:
    """The first word of a line of several: a label, where other lines begin so too."""
    first, _, rest = words.text.partition(" ")
    return first if rest.strip() and len(first) <= _LABEL and not parse_item(words).marked else ""


def read_planned_prose(parts: Sequence[Part], chosen: Sequence[ProsePlan]) -> tuple[Part, ...]:
    """The document with measures where the plan has them; as found where it says the same."""
    found = _find(parts, named := name_lines(parts))
    if _by_line(found).items() >= _by_line(chosen).items():
        return read_prose(parts)
    merged = _by_line(found) | _by_line(chosen)
    reader = _Reader(
        {words: merged[name] for words, name in named.items() if name in merged}, named
    )
    read: list[Part] = []
    for part in parts:
        read += reader.take(part) if isinstance(part, Span) else [*reader.finish(), part]
    return (*read, *reader.finish())


def _by_line(plans: Sequence[ProsePlan]) -> dict[str, tuple[str | None, str]]:
    return {line: (each.role, each.label) for each in plans for line in each.lines}


@dataclass(slots=True)
class _Reader:
    """Reads lines as a plan says. `is_open` tells that a label had nothing behind it."""

    chosen: Mapping[Span, tuple[str | None, str]]
    named: Mapping[Span, str]
    told: list[Told] = field(default_factory=list)
    columns: dict[str, Column] = field(default_factory=dict)
    column: str = ""
    is_paused: bool = True
    is_open: bool = False

    def finish(self) -> list[Part]:
        """The measures so far as a table; what follows belongs to none of them."""
        grids: list[Part] = (
            [make_grid(self.told, self.columns, is_settled=True)] if self.told else []
        )
        self.told, self.columns, self.is_paused = [], {}, True
        return grids

    def take(self, words: Span) -> list[Part]:
        """The line itself where it is text; nothing where it went to a measure, or to the rest."""
        role, label = self.chosen.get(words, (GOES_ON, ""))
        if role == GOES_ON:
            return self._go_on(words, is_said=words in self.chosen)
        if role == TEXT:
            self.is_paused = True
            return [words]
        if role == MEASURE:
            self.told.append(title_of(words))
            self.column, self.is_paused = "", False
        elif self.told:
            self._begin(words, role, label)
        elif role:
            raise RefusedError("ITA939", line=self.named[words], role=label_of(role))
        return []

    def _go_on(self, words: Span, *, is_said: bool) -> list[Part]:
        if self.is_paused:
            return [words]
        measure = self.told[-1]
        cells = measure.cells.get(self.column, [])
        if not measure.title:
            measure.title = words
        elif self.column and (is_said or continues(words, cells, open_ended=self.is_open)):
            cells.append(words)
        elif is_said:
            self._begin(words, None, "")
        else:
            self.is_paused = True
            return [words]
        return []

    def _begin(self, words: Span, role: str | None, label: str) -> None:
        named, value = _split(words, label)
        self.column, self.is_paused = role or f"?{letters_only(label)}", False
        heading = named and named.stripped(":： ")
        self.columns.setdefault(
            self.column, Column(role, heading=heading, guess="" if role else KEPT)
        )
        self.told[-1].begin(self.column, named, value)
        self.is_open = not value


def _split(words: Span, label: str) -> tuple[Span | None, Span]:
    """A line's label and what stands behind it."""
    item = without_mark(words)
    own = item if label and item.own.startswith(label) else words
    if not label or not own.own.startswith(label):
        return None, words
    end = len(label)
    while end < len(own.own) and own.own[end] in " :：\t":
        end += 1
    return own.cut(0, end), own.cut(end)
