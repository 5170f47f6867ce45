"""What paragraphs become, as an officer sees and mends it: lines that begin something, by kind.

Lines of one kind stand together (the same label, numbers of one style), so that one word mends a
whole document. A line that begins nothing goes on with what stands above it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.spans import Span, parse_item
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.prose.prose import BODY, find_measures
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.labels import (
    ODD,
    ProseMeasure,
    find_label,
    find_misspelt_label,
    find_unknown_label,
    style_of,
)
from ita_site.office.importer.words.roots import weigh_heading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.grids import Grid
    from ita_site.office.importer.tables.tables import Part

MEASURE: Final = "measure"
TEXT: Final = "text"
"""Words outside measures, read as such: scores, findings, who and when."""
GOES_ON: Final = "goes_on"
"""Lines that go on with what stands above them."""
WORDS: Final = {TEXT: "ข้อความทั่วไป", GOES_ON: "ต่อจากบรรทัดบน"}
_SHORT: Final = 100
_LABEL: Final = 40
_TWICE: Final = 2
_SAMPLES: Final = 2


@dataclass(frozen=True, slots=True)
class ProsePlan:
    """Lines that begin the same thing: a role, `TEXT`, `GOES_ON`, or None for what is only kept.

    `line` is where a plan says so.
    """

    lines: tuple[str, ...]
    role: str | None
    label: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ProseReading:
    """The same as it was read, with the words of its lines."""

    plan: ProsePlan
    texts: tuple[str, ...]

    @property
    def samples(self) -> tuple[str, ...]:
        """The first lines."""
        return self.texts[:_SAMPLES]

    def shown_by(self, show: Callable[[str], str]) -> ProseReading:
        """The same with its words as they may be shown."""
        return replace(self, texts=tuple(map(show, self.texts)))

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


@dataclass(frozen=True, slots=True)
class ProseFound:
    """How lines outside tables were read without a plan.

    `columns` are what lines that begin something were read as, `titles` the measures whose names
    these are, `went_on` the lines that go on with others, `doubts` what is doubted of a line.
    """

    plans: tuple[ProsePlan, ...]
    columns: Mapping[Span, Column]
    titles: Mapping[Span, ProseMeasure]
    went_on: frozenset[Span]
    doubts: Mapping[Span, str]


def find_prose(parts: Sequence[Part], grids: Sequence[Grid]) -> ProseFound:
    """What was read of lines.

    Args:
        parts: The document, before measures were found in it.
        grids: Its tables, with those made of measures in prose, settled.
    """
    told = [(each, grid) for grid in grids for each in grid.told]
    columns = {
        words: grid.columns[grid.names.index(name)]
        for each, grid in told
        for words, name, _ in each.begun
    }
    return ProseFound(
        tuple(_find(parts, name_lines(parts), columns)),
        columns,
        {each.begun[0][0]: each for each, _ in told},
        frozenset(words for each, _ in told for cells in each.cells.values() for words in cells),
        {words: text for each, _ in told for words, text in each.doubts},
    )


def describe_prose(
    parts: Sequence[Part], found: ProseFound, chosen: Sequence[ProsePlan] = ()
) -> tuple[ProseReading, ...]:
    """What the lines outside tables begin, as read or as a plan has it.

    Args:
        parts: The document, before measures were found in it.
        found: How they were read without a plan.
        chosen: The plan's entries, which hold for their lines.

    Raises:
        RefusedError: ITA938, when the plan names a line the document does not have.
    """
    named = name_lines(parts)
    texts = {name: " ".join(words.text.split()) for words, name in named.items()}
    planned = {line for each in chosen for line in each.lines}
    if unknown := sorted(planned - {*texts}):
        raise RefusedError("ITA938", line=unknown[0])
    others = (
        replace(each, lines=tuple(line for line in each.lines if line not in planned))
        for each in found.plans
    )
    listed = [*chosen, *(each for each in others if each.lines)]
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


def iter_runs(parts: Sequence[Part]) -> Iterator[list[Span]]:
    """The lines between tables."""
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


def _find(
    parts: Sequence[Part], named: Mapping[Span, str], columns: Mapping[Span, Column]
) -> list[ProsePlan]:
    groups = _Groups()
    beginnings = Counter(_beginning(words) for words in named)
    for run in iter_runs(parts):
        measures = {first: (told, end) for first, told, end in find_measures(run)}
        at = 0
        while at < len(run):
            if at in measures:
                told, at = measures[at]
                _add_measure(told, named, columns, groups)
            else:
                _add_text(run[at], named, beginnings, groups)
                at += 1
    return groups.listed()


def _add_measure(
    told: ProseMeasure, named: Mapping[Span, str], columns: Mapping[Span, Column], groups: _Groups
) -> None:
    """The lines that begin something of a measure, and words that go on behind the first."""
    for words, column, label in told.begun:
        text = label.text.strip(" :：") if label else ""
        alike = letters_only(text) or _style(words)
        if column == ODD:
            alike = named[words]
        groups.add(named[words], columns[words].role, text, alike)
    for cells in told.cells.values():
        for words in cells[1:]:
            if words in named and words not in columns and not parse_item(words).marked:
                groups.add(named[words], GOES_ON, "", named[words])


def _add_text(
    words: Span, named: Mapping[Span, str], beginnings: Mapping[str, int], groups: _Groups
) -> None:
    """A line of no measure, if it may begin something: one with a label, a number, few words."""
    item, beginning = parse_item(words), _beginning(words)
    if label := find_label(words) or find_unknown_label(words) or find_misspelt_label(words):
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


def is_as_found(found: ProseFound, chosen: Sequence[ProsePlan]) -> bool:
    """Whether a plan says of lines just what was read."""
    return by_line(found.plans).items() >= by_line(chosen).items()


def by_line(plans: Sequence[ProsePlan]) -> dict[str, tuple[str | None, str]]:
    """What a plan says of each line: role and label."""
    return {line: (each.role, each.label) for each in plans for line in each.lines}
