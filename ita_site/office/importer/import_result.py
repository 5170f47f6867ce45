"""What an import gives: files with their remarks, the rest, the report; and what it knew."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.measures import Measures
from ita_site.office.importer.document.draft import Doubt
from ita_site.office.importer.document.values import collect_remarks, iter_spans, to_plain
from ita_site.office.importer.facts.data_files import format_file
from ita_site.office.importer.facts.leftovers import REPEATED, TakenSpans, find_leftovers
from ita_site.office.importer.report import Report, count_facts, count_sources
from ita_site.office.importer.rest_file import format_rest
from ita_site.office.importer.words.hiding import Hiding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.strict_yaml.document import Path
    from ita_site.office.importer.document.blocks import Blocks
    from ita_site.office.importer.document.draft import Before, Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.document.values import Value
    from ita_site.office.importer.plan.plan import ColumnPlan, TableReading
    from ita_site.office.importer.plan.prose_plan import ProseReading

NO_MEASURES = Measures()
NO_PERSONS: Final = Hiding()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The data files' texts by path, their values and remarks, what is left, the report.

    `tables` and `prose` are how it was read, for a plan. `is_own` tells that the file is one of the
    site's own downloads.
    """

    files: Mapping[str, str]
    values: Mapping[str, object]
    remarks: Mapping[str, Mapping[Path, str]]
    rest: str
    report: Report
    tables: tuple[TableReading, ...] = ()
    prose: tuple[ProseReading, ...] = ()
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class KnownBefore:
    """What is there already: an entry of the same title or text keeps its id.

    `measures` are the year's, `elsewhere` those of other years, `findings` the texts of the
    year's findings by id. `headings` are readings an office chose before, by the heading;
    `has_agency` tells that the folder names its agency.
    """

    measures: Measures = NO_MEASURES
    elsewhere: Before = ()
    findings: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, ColumnPlan] = field(default_factory=dict)
    has_agency: bool = False


NOTHING_KNOWN: Final = KnownBefore()


def spans_in_data(draft: Draft, files: dict[str, Value]) -> list[Span]:
    """All that went to the data, and what was understood without being a value."""
    values = [words for tree in files.values() for words in iter_spans(tree)]
    return [*values, *draft.understood(values)]


def build_result(
    blocks: Blocks, draft: Draft, files: dict[str, Value], document: str, hide: Hiding = NO_PERSONS
) -> ImportResult:
    """What was gathered as files' texts, with what is left of the document and a report.

    What is left and what is said goes through `hide`; the files' values have done so before.
    """
    left_out, in_data = draft.left_out, spans_in_data(draft, files)
    document = hide.hide(document)
    draft.note_reason(REPEATED, *draft.repeats)
    taken = TakenSpans.from_spans(in_data, left_out)
    kept = tuple(each.hidden_by(hide) for each in find_leftovers(blocks, taken, draft))
    counted = (count_sources(blocks, files, kept, draft, cells=cells) for cells in (True, False))
    report = Report(
        document,
        count_facts(files),
        kept,
        tuple(Doubt(hide.say(each.place), hide.say(each.text)) for each in draft.doubts),
        tuple(dict.fromkeys(part.source.place for words in left_out for part in words.parts())),
        next(counted),
        next(counted),
    )
    return ImportResult(
        {path: format_file(tree, path, document) for path, tree in files.items()},
        {path: to_plain(tree) for path, tree in files.items()},
        {path: collect_remarks(tree) for path, tree in files.items()},
        format_rest(kept, document) if kept else "",
        report,
    )
