"""One import as it is asked about: the file, the plan so far, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from ita_site.facts.problems import ItaSiteError
from ita_site.office.importer.ask.form import as_plan
from ita_site.office.importer.document.blocks import Table
from ita_site.office.importer.document.values import strip_column
from ita_site.office.importer.import_plan import ImportPlan, plan_import
from ita_site.office.importer.plan.plan import FORM, KEEP, TABLE, takes_round, without_count
from ita_site.office.importer.plan.plan_file import (
    describe_prose_role,
    format_plan,
    plan_path,
)
from ita_site.office.importer.plan.plan_reader import read_plan
from ita_site.office.importer.plan.prose_plan import WORDS
from ita_site.office.importer.words.roles import GROUPS_SHOWN, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.office.importer.document.blocks import Cell
    from ita_site.office.importer.plan.plan import Plan, TableReading
    from ita_site.office.importer.plan.prose_plan import ProseReading
    from ita_site.office.importer.planned_file import WrittenFile

ROUNDS: Final = ("3", "6", "9", "12")
_WORDS: Final = Environment(
    loader=PackageLoader("ita_site.office.importer.ask", "."),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of the document, with how far it reaches."""

    text: str
    across: int
    down: int
    fill: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the document; `place` is its name where it may be left out."""

    place: str
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table with its reading; `parts` are its rows, each document's table of it in turn."""

    reading: TableReading
    parts: tuple[tuple[ShownRow, ...], ...]
    fits: bool


@dataclass(slots=True)
class Session:
    """What one browser is asked.

    `tried` is the last plan that was chosen, `plan` the last that could be followed; `written` are
    the files, once บันทึก was chosen.
    """

    folder: Path
    year: int
    file: Path | None = None
    with_names: bool = False
    plan: Plan | None = None
    tried: Plan | None = None
    arrival: ImportPlan | None = None
    written: tuple[WrittenFile, ...] | None = None
    problem: str = ""
    dropped: TemporaryDirectory[str] | None = field(default=None, repr=False)

    def open(self, file: Path) -> None:
        """Take up a file, with the plan that lies beside it."""
        self.file, self.arrival, self.plan, self.problem = file, None, None, ""
        self._try(
            lambda: self._read_as(read_plan(path) if (path := plan_path(file)).exists() else None)
        )

    def take(self, name: str, data: bytes) -> None:
        """Take up a file that was dropped onto the page."""
        self.close()
        self.dropped = TemporaryDirectory(prefix="ita-site-")
        path = Path(self.dropped.name) / Path(name).name
        try:
            path.write_bytes(data)
        except (OSError, ValueError):
            path = path.with_name(f"file{path.suffix}")
            path.write_bytes(data)
        self.open(path)

    def close(self) -> None:
        """Forget a dropped file."""
        if self.dropped:
            self.dropped.cleanup()
            self.dropped = None

    def change(self, fields: Mapping[str, Sequence[str]]) -> None:
        """Read the file anew as the menus say; what cannot be read so is told, nothing changes."""
        if self.file is not None:
            name = self.file.name
            self._try(lambda: self._read_as(as_plan(fields, name)))

    def save(self, *, merges: bool) -> bool:
        """Write the plan and the facts, as `ita-site import` does; whether it was done.

        Files that are there are added to only when asked for: no value of theirs is replaced.
        """
        arrival = self.arrival
        if self.problem or arrival is None or (arrival.clashing and not merges):
            return False
        self._try(lambda: self._write(arrival))
        return self.written is not None

    def _write(self, arrival: ImportPlan) -> None:
        self.written = arrival.write()
        if self.file is not None and self.plan is not None and self.dropped is None:
            text = format_plan(self.file.name, arrival.result)
            plan_path(self.file).write_text(text, encoding="utf-8", newline="\n")

    def _read_as(self, plan: Plan | None) -> None:
        assert self.file is not None  # noqa: S101 - it is asked for one
        self.tried = plan
        self.arrival = plan_import(
            self.file, self.folder, self.year, plan=plan, with_names=self.with_names
        )
        self.plan = plan

    def _try(self, act: object) -> None:
        self.problem = ""
        try:
            act()  # type: ignore[operator]
        except (ItaSiteError, OSError) as error:
            self.problem = str(error)

    def page(self, root: str, nonce: str) -> str:
        """The whole page; `root` is where its forms go, `nonce` lets its own script run."""
        return _WORDS.get_template("page.html").render(
            session=self,
            root=root,
            nonce=nonce,
            tables=list(self._tables()),
            groups={
                name: [label_of(role) for role in roles] for name, roles in GROUPS_SHOWN.items()
            },
            prose=list(self._prose()),
            prose_words=list(WORDS.values()),
            describe_prose_role=describe_prose_role,
            label_of=label_of,
            takes_round=takes_round,
            keep=KEEP,
            shapes=((TABLE, "แถวละเรื่อง"), (FORM, "แต่ละแถวเป็นหัวข้อกับคำตอบ")),
            form=FORM,
            rounds=ROUNDS,
        )

    def _prose(self) -> Iterator[ProseReading]:
        """The lines outside tables, with what was chosen for them even where it cannot be read."""
        chosen = self.tried.prose if self.tried and self.problem else ()
        said = {line: each.role for each in chosen for line in each.lines}
        for reading in self.arrival.result.prose if self.arrival else ():
            roles = {said.get(line, reading.plan.role) for line in reading.plan.lines}
            role = next(iter(roles)) if len(roles) == 1 else reading.plan.role
            yield replace(reading, plan=replace(reading.plan, role=role))

    def _tables(self) -> Iterator[ShownTable]:
        if self.arrival is None:
            return
        by_place = {
            block.place: block for block in self.arrival.content.blocks if isinstance(block, Table)
        }
        for reading in self.arrival.result.tables:
            places = (without_count(reading.table), *reading.goes_on)
            own = [by_place[place] for place in places if place in by_place]
            fits = all(len(row) == len(reading.columns) for each in own for row in each.rows[:1])
            rows = frozenset(reading.rows)
            yield ShownTable(reading, tuple(_shown_rows(each, rows) for each in own), fits)


def _shown_rows(table: Table, rows: frozenset[str]) -> tuple[ShownRow, ...]:
    """The rows as a browser shows them: a merged cell once, with its reach."""
    reach: dict[tuple[int, int], tuple[int, int]] = {}
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if cell.origin:
                down, across = reach.get(cell.origin, (0, 0))
                reach[cell.origin] = (
                    max(down, at - cell.origin[0]),
                    max(across, column - cell.origin[1]),
                )
    return tuple(
        ShownRow(
            place if (place := strip_column(row[0].place)) in rows else "",
            tuple(
                _shown(cell, reach.get((at, column), (0, 0)))
                for column, cell in enumerate(row)
                if cell.origin is None
            ),
        )
        for at, row in enumerate(table.rows)
    )


def _shown(cell: Cell, reach: tuple[int, int]) -> ShownCell:
    return ShownCell(cell.text, reach[1] + 1, reach[0] + 1, bool(cell.fill))
