"""The facts of a file of ours as they are gathered, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from ita_site.facts.model.grouping import GroupKind
from ita_site.facts.schemas.files import MODELS
from ita_site.office.importer.document.draft import Doubt
from ita_site.office.importer.document.values import Rewritten, iter_spans
from ita_site.office.importer.downloads.cells import finish

if TYPE_CHECKING:
    from ita_site.facts.model.base import Fact
    from ita_site.facts.model.year import Memo
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.document.values import Value
    from ita_site.office.importer.downloads.cells import Reader
    from ita_site.office.importer.downloads.sheets import Row, Sheet

Tree: TypeAlias = "dict[str, Any]"


@dataclass(slots=True)
class Facts:
    """Facts of one file: measures by id, reports in order, and what else its files hold.

    `site` is where the agency's pages are, `single_memo` the year's memo of the old kind.
    """

    draft: Draft
    reader: Reader
    site: str = ""
    single_memo: Memo | None = None
    measures: dict[str, Tree] = field(default_factory=dict)
    reports: list[Tree] = field(default_factory=list)
    files: dict[str, Tree] = field(default_factory=dict)

    def finished(self) -> dict[str, Tree]:
        """The files' values, as an officer would write them; those that are empty are not there."""
        self.file("measures.yml")["measures"] = [*self.measures.values()]
        self.file("progress.yml")["progress"] = self.reports
        return {
            name: tree
            for name, model in MODELS.items()
            if name in self.files and (tree := finish(self.files[name], model))
        }

    def file(self, name: str) -> Tree:
        """The values of one data file."""
        return self.files.setdefault(name, {})

    def fields(self, sheet: Sheet, row: Row, model: type[Fact], *besides: str) -> Tree:
        """The model's fields that a row holds, its group among them."""
        tree = self.reader.fields(sheet, row, model, *besides)
        if "group_kind" in row.cells and "group_id" in row.cells:
            said = row.text("group_kind")
            kind = next((str(each) for each in GroupKind if said in (each, each.label)), said)
            if kind in model.model_fields:
                words = (row.cells["group_kind"], row.cells["group_id"])
                tree[kind] = Rewritten(words[1].text, words)
        return tree

    def saw(self, *words: Span | None) -> None:
        """These cells were understood, and what they say is in the data by other cells."""
        self.draft.read.extend(each for each in words if each)

    def saw_value(self, value: Value) -> None:
        """The same of a whole value."""
        self.draft.read.extend(iter_spans(value))

    def keep(self, row: Row, why: str) -> None:
        """Put a row in the rest, and say why."""
        self.draft.doubts.append(Doubt(row.place, f"{why} จึงไม่ใส่"))
        self.draft.note_reason(why, *row.cells.values())
