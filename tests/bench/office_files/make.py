"""Every shape in its formats: a seed and a vocabulary to office files."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.site.chromium.launch import find_chromium
from tests.bench.office_files import arrangements, clerks, habits, pages, shapes
from tests.bench.office_files.desk import Desk
from tests.bench.office_files.writers import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.bench.office_files.shapes import Made

SHAPES: dict[Callable[[Desk, str], Made], tuple[str, ...]] = {
    shapes.plain: (".docx", ".xlsx", ".csv", ".odt", ".ods", ".pdf"),
    shapes.analysis_and_measure: (".docx", ".xlsx", ".html"),
    shapes.score_and_measure: (".docx", ".xlsx"),
    shapes.kpi_and_budget: (".docx", ".xlsx"),
    shapes.target_and_risk: (".docx", ".csv", ".pdf"),
    shapes.results: (".docx", ".xlsx", ".odt", ".pdf"),
    shapes.by_round: (".docx", ".xlsx", ".html"),
    shapes.round_over: (".docx", ".xlsx", ".ods"),
    shapes.results_over_rounds: (".docx", ".xlsx"),
    shapes.ticked_status: (".docx", ".xlsx"),
    shapes.yes_or_no: (".docx", ".xlsx"),
    shapes.spoken_status: (".docx", ".csv"),
    shapes.first_and_last_day: (".docx", ".xlsx"),
    shapes.gantt_ticks: (".docx", ".xlsx"),
    shapes.gantt_colours: (".docx", ".xlsx"),
    shapes.ticked_quarters: (".docx", ".xlsx"),
    shapes.unforeseen: (".docx", ".xlsx"),
    shapes.with_persons: (".docx", ".xlsx"),
    shapes.everything: (".docx", ".xlsx", ".html"),
    pages.grouped_rows: (".docx", ".xlsx"),
    pages.row_a_step: (".docx", ".xlsx"),
    pages.prose: (".docx", ".docx", ".odt"),
    pages.form_each: (".docx", ".xlsx"),
    pages.over_pages: (".docx", ".docx"),
    pages.pasted: (".txt", ".txt"),
    pages.scores_in_prose: (".docx", ".odt", ".pdf"),
    pages.scores_transposed: (".docx", ".xlsx"),
    pages.workbook: (".xlsx", ".xlsx"),
    habits.rounds_in_tables: (".docx", ".xlsx"),
    habits.shared_cells: (".docx", ".xlsx"),
    habits.groups_with_scores: (".docx", ".xlsx"),
    habits.persons_in_brackets: (".docx", ".xlsx"),
    habits.times_in_words: (".docx", ".xlsx"),
    habits.nothing_said: (".docx", ".xlsx"),
    habits.siblings_in_prose: (".docx", ".odt"),
    clerks.checklist: (".docx", ".xlsx"),
    clerks.units_by_dots: (".docx", ".xlsx"),
    clerks.lettered_steps: (".docx", ".xlsx"),
    clerks.output_and_outcome: (".docx", ".xlsx"),
    clerks.planned_and_done: (".docx", ".xlsx"),
    clerks.three_years: (".docx", ".xlsx"),
    arrangements.turned: (".docx", ".xlsx"),
    arrangements.abreast: (".xlsx", ".ods"),
    arrangements.told_twice: (".docx", ".xlsx"),
    arrangements.under_units: (".docx", ".xlsx"),
}


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """A file not yet written: its name, the shape it is of, what it holds."""

    name: str
    shape: str
    made: Made

    def write(self, folder: Path) -> Path:
        """Write it into this folder."""
        path = folder / self.name
        write(self.made.document, path)
        return path


def office_files(seed: int, vocabulary: str) -> Iterator[OfficeFile]:
    """Every shape in each of its formats; the same for the same seed and words.

    PDF only where there is a Chromium to print it.
    """
    for shape, suffixes in SHAPES.items():
        for number, suffix in enumerate(suffixes, 1):
            if suffix == ".pdf" and find_chromium() is None:
                continue
            name = shape.__name__
            chance = random.Random(f"{seed} {vocabulary} {name} {number}")
            made = shape(Desk(chance, vocabulary), suffix)
            yield OfficeFile(f"{name}-{number}{suffix}", name, made)
