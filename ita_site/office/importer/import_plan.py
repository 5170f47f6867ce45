"""What a file brings to a data folder: prepared, shown, and only then written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from ita_site.facts.content.folder import REST
from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.publication import YearFacts
from ita_site.facts.reading.folder import FolderReader
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.writing.emit import emit
from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.document.values import to_plain
from ita_site.office.importer.downloads.reading import read_downloads
from ita_site.office.importer.downloads.sheets import find_sheets
from ita_site.office.importer.facts.document_info import find_agency
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.import_result import KnownBefore
from ita_site.office.importer.last_import import LastImport, find_last, forget, remember
from ita_site.office.importer.plan.office_headings import read_headings, write_headings
from ita_site.office.importer.plan.plan import changed_labels, said_headings
from ita_site.office.importer.plan.planned import read_planned
from ita_site.office.importer.planned_file import PlannedFile, WrittenFile
from ita_site.office.importer.read_document import read_document
from ita_site.office.importer.recognise import recognise
from ita_site.office.importer.same_agency import (
    describe_agency,
    is_same_agency,
    without_known_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_site.facts.model.measures import Measure
    from ita_site.facts.strict_yaml.document import Value
    from ita_site.office.importer.document.blocks import Blocks, FileContent
    from ita_site.office.importer.import_result import ImportResult
    from ita_site.office.importer.plan.plan import ColumnPlan, Plan
    from ita_site.office.importer.plan.planned import Planned

_AGENCY: Final = "agency.yml"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A document, what was understood of it, and the files it would make or add to.

    `chosen` is what an officer's plan calls columns otherwise than the program would, by the
    heading's letters, `as_found` what it calls as the program does. `is_first` tells that the year
    holds no facts yet: its files, if any, are as `init` or `new-year` wrote them. `redone` is the
    last import, of the same document, which this one takes the place of.
    """

    document: Path
    year: int
    folder: Path
    content: FileContent
    result: ImportResult
    files: tuple[PlannedFile, ...]
    chosen: Mapping[str, ColumnPlan] = field(default_factory=dict)
    as_found: Mapping[str, ColumnPlan] = field(default_factory=dict)
    is_first: bool = False
    redone: LastImport | None = None

    @property
    def clashing(self) -> tuple[PlannedFile, ...]:
        """The files whose facts are fewer than the document's, or others; asked for first."""
        if self.is_first:
            return ()
        return tuple(file for file in self.files if not file.is_new and file.brings_something)

    def write(self) -> tuple[WrittenFile, ...]:
        """Put every file in its place and the rest beside them; nothing that is there is lost.

        Raises:
            ItaSiteError: when a file cannot be added to. Nothing is written then.
        """
        written = tuple(
            WrittenFile(file, file.merge(), _read_if_there(file.path)) for file in self.files
        )
        self._undo()
        for each in written:
            each.file.path.parent.mkdir(parents=True, exist_ok=True)
            if each.merged.data != each.file.before:
                each.file.path.write_bytes(each.merged.data)
        self._keep(written)
        write_headings(self.folder, self.chosen, self.as_found)
        return written

    def _undo(self) -> None:
        """Put the files back as they were before the import that this one takes the place of."""
        for path, before in self.redone.before.items() if self.redone else ():
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)

    def _remember(self, written: tuple[WrittenFile, ...], rest: tuple[bytes, bytes]) -> None:
        """Write down what was written, where that may be made anew: into a year without facts."""
        changed = {each.file.path: (each.file.before, each.merged.data) for each in written}
        if not self.is_first:
            forget(self.folder)
            return
        before, after = rest
        kept = {self.folder.parent / REST: (before or None, after)} if before != after else {}
        remember(self.folder, self.document, self.year, {**changed, **kept})

    def _keep(self, written: tuple[WrittenFile, ...]) -> None:
        """Add to the rest file, unless it has just this already."""
        parts = [
            self.result.rest,
            *_describe_left_out(self.content),
            *_describe_differences(written),
        ]
        text = "\n".join(filter(None, parts))
        path = self.folder.parent / REST
        there = whole = path.read_bytes() if path.exists() else b""
        if text and text.encode("utf-8") not in there:
            whole = b"\n".join(filter(None, [there, text.encode("utf-8")]))
            path.write_bytes(whole)
        self._remember(written, (there, whole))


def plan_import(
    path: Path, folder: Path, year: int, *, plan: Plan | None = None, with_names: bool = False
) -> ImportPlan:
    """Read and understand a file; nothing is written yet.

    Args:
        path: The office's file.
        folder: The agency's data folder, which need not exist.
        year: The assessment year (Buddhist era).
        plan: How an officer says that the tables are to be read; else it is found out.
        with_names: Whether names of persons who sign are kept in the rest file.

    Raises:
        RefusedError: when the file cannot be read, or the folder is another's or a portal's.
        OSError: when the disk does not give it.
    """
    _refuse_portal(folder)
    content = read_document(path)
    redone = find_last(folder, path, year)
    facts = YearFacts(year, edition_for(year)) if redone else _read_facts(folder, year)
    known = _read_known(folder, facts)
    edition = edition_for(year)
    own = None if plan else _read_own(content.blocks, facts, path.name, folder)
    result = own or recognise(
        content.blocks,
        year,
        edition,
        document=path.name,
        known=known,
        plan=plan,
        with_names=with_names,
    )
    before = redone.before if redone else {}
    _refuse_other_agency(folder, _read_agency(folder), _values(result, _AGENCY))
    files = tuple(_plan_file(folder / name, name, result, before) for name in result.files)
    named = _named_columns(content.blocks, year, plan) if plan else ({}, {})
    is_first = not _has_facts(facts)
    return ImportPlan(
        path, year, folder, content, result, files, *named, is_first=is_first, redone=redone
    )


def _has_facts(year: YearFacts) -> bool:
    """Whether it tells a measure, a result or a score."""
    told = year.assessment or Assessment()
    of_result = told.model_copy(update={"source": None}) != Assessment()
    return bool(year.measures.measures or year.progress.progress or of_result)


def _read_own(blocks: Blocks, known: YearFacts, document: str, folder: Path) -> ImportResult | None:
    """What a file says that the site itself made; None where it is an office's."""
    agency = _read_agency(folder)
    site = str(agency.get("site_url") or "") if isinstance(agency, dict) else ""
    return read_downloads(blocks, known, document=document, site=site)


def _named_columns(
    blocks: Blocks, year: int, plan: Plan
) -> tuple[dict[str, ColumnPlan], dict[str, ColumnPlan]]:
    """What the plan calls columns otherwise than the program would, and what it calls the same."""
    found = read_planned(blocks, edition_for(year), year, None, {})
    chosen, as_found = said_headings(found.tables, plan)
    return {**changed_labels(found.prose, plan), **chosen}, as_found


def read_layout(path: Path, folder: Path, year: int, plan: Plan | None = None) -> Planned:
    """How a file is read, for a plan; nothing is written.

    Raises:
        RefusedError: when the file, or what the office calls its columns, cannot be read, or
            the folder is a portal's or another agency's.
    """
    blocks = read_document(path).blocks
    _refuse_portal(folder)
    found = read_planned(blocks, edition_for(year), year, plan, read_headings(folder))
    _refuse_other_agency(folder, _read_agency(folder), _named(found))
    return found


def _named(found: Planned) -> Value:
    """The agency that a document names."""
    agency = find_agency([part for part in found.parts if isinstance(part, Span)])
    return cast("Value", to_plain(agency))


def is_download(path: Path) -> bool:
    """Whether a file is one that the site made: its columns are known, and need no plan.

    Raises:
        RefusedError: when the file cannot be read.
    """
    return bool(find_sheets(read_document(path).blocks))


def _refuse_portal(folder: Path) -> None:
    agencies = sorted(entry.parent.name for entry in folder.glob(f"*/{_AGENCY}"))
    if agencies and not (folder / _AGENCY).exists():
        choices = ", ".join((folder / name).as_posix() for name in agencies)
        raise RefusedError("ITA921", folder=folder.as_posix(), choices=choices)


def _refuse_other_agency(folder: Path, agency: Value, new: Value) -> None:
    """Measures of two agencies in one folder could never be told apart again."""
    if agency and new and not is_same_agency(agency, new):
        told = {"document": describe_agency(new), "agency": describe_agency(agency)}
        other = f"{folder.as_posix()}-new"
        raise RefusedError("ITA922", folder=folder.as_posix(), other=other, **told)


def _read_agency(folder: Path) -> Value:
    """What the folder's own file says of its agency; None where there is none."""
    path = folder / _AGENCY
    return read(path.read_bytes()).value if path.exists() else None


def _read_known(folder: Path, facts: YearFacts) -> KnownBefore:
    """What is there already, also of an agency that has no name yet."""
    points = facts.assessment.finding_by_id if facts.assessment else {}
    return KnownBefore(
        facts.measures,
        tuple(_measures_elsewhere(folder, facts.year)),
        {name: point.text for name, point in points.items()},
        read_headings(folder),
        has_agency=(folder / _AGENCY).exists(),
    )


def _read_facts(folder: Path, year: int) -> YearFacts:
    if not (folder / str(year)).is_dir():
        return YearFacts(year, edition_for(year))
    return FolderReader(folder, folder.as_posix(), "").read_year(year)


def _measures_elsewhere(folder: Path, year: int) -> Iterator[tuple[int, Measure]]:
    """The measures of the agency's other years."""
    for place in sorted(folder.glob("2[45][0-9][0-9]/measures.yml")):
        other = int(place.parent.name)
        if other != year:
            yield from ((other, each) for each in _read_facts(folder, other).measures.measures)


def _read_if_there(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _plan_file(
    path: Path, name: str, result: ImportResult, undone: Mapping[Path, bytes | None]
) -> PlannedFile:
    before = undone[path] if path in undone else _read_if_there(path)
    values = _values(result, name)
    if name == _AGENCY and before:
        values = without_known_name(read(before).value, values)
    return PlannedFile(path, before, result.files[name], values, result.remarks[name])


def _values(result: ImportResult, name: str) -> Value:
    return cast("Value", result.values.get(name))


def _describe_left_out(content: FileContent) -> Iterator[str]:
    if content.left_out:
        yield "\n".join(["สิ่งที่อยู่ในไฟล์แต่ไม่ได้นำเข้า", *content.left_out, ""])


def _describe_differences(written: tuple[WrittenFile, ...]) -> Iterator[str]:
    """The document's values for which the files have others."""
    for each in written:
        for differing in each.merged.differences:
            value = differing.missing
            text = emit(value) if isinstance(value, dict | list) else f"{value}\n"
            place = f"{each.file.path.name} {differing.place}"
            yield f"[{place}] ไฟล์มีค่าอื่นอยู่แล้ว เอกสารเขียนว่า\n{text}"
