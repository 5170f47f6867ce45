"""What an office calls the columns of its tables, remembered beside its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.content.folder import HEADINGS
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.writing.emit import emit
from ita_site.office.importer.plan.plan import ColumnPlan
from ita_site.office.importer.plan.plan_file import column_tree
from ita_site.office.importer.plan.plan_reader import PlanReader, parse_yaml
from ita_site.office.importer.words.hiding import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_HEADINGS: Final = "หัวตารางที่หน่วยงานนี้ใช้ จากแผนการนำเข้าที่แก้แล้ว การนำเข้าครั้งต่อไปจะอ่านตามนี้"


def read_headings(folder: Path) -> dict[str, ColumnPlan]:
    """What the office of a data folder calls its columns, by the heading's letters.

    A round that is written there, or a heading of which something is hidden, tells nothing.

    Raises:
        PlanError: ITA933, when the file is there and cannot be understood.
        DataError: when it is no YAML.
    """
    path = folder.parent / HEADINGS
    if not path.is_file():
        return {}
    document = parse_yaml(path.read_bytes(), path.as_posix())
    listed = document.value.get("headings") if isinstance(document.value, dict) else None
    reader = PlanReader(document)
    columns = [reader.column(each, ("headings", at)) for at, each in enumerate(listed or [])]
    reader.refuse(path.as_posix())
    return {
        letters_only(column.heading): ColumnPlan(column.heading, column.role)
        for column in columns
        if letters_only(column.heading) and HIDDEN not in column.heading
    }


def write_headings(
    folder: Path, chosen: Mapping[str, ColumnPlan], as_found: Mapping[str, ColumnPlan]
) -> Path | None:
    """Remember how an office called its columns; None where there is nothing new.

    What is called as the program reads it by itself takes back what was remembered otherwise.
    """
    known = read_headings(folder)
    back = {
        name for name, each in as_found.items() if name in known and each.role != known[name].role
    }
    everything = {name: each for name, each in {**known, **chosen}.items() if name not in back}
    if everything == known:
        return None
    path = folder.parent / HEADINGS
    columns = sorted(everything.values(), key=lambda each: each.heading)
    tree: dict[str, Any] = {"headings": [column_tree(column) for column in columns]}
    path.write_text(emit(tree, {(): _HEADINGS}), encoding="utf-8", newline="\n")
    return path
