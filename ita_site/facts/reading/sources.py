"""The files that were read, so that a fact can be traced to its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.facts.problems import Problem
from ita_site.facts.strict_yaml.document import field_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.content.folder import ContentFile
    from ita_site.facts.strict_yaml.document import Document, Path


@dataclass(frozen=True, slots=True)
class Sources:
    """Documents by the name under which an officer knows the file.

    `leftovers` are the files beside them in which an import kept what it did not place,
    and its plans.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    leftovers: list[ContentFile] = field(default_factory=list)

    def problem(
        self,
        code: str,
        file: str,
        path: Path,
        details: Mapping[str, str] | None = None,
        *,
        at_key: bool = False,
    ) -> Problem:
        """A problem at a field; with `at_key` at the field's name rather than its value."""
        document = self.documents.get(file)
        line, column = 1, 1
        if document:
            mark = document.locate(path) if at_key else document.locate_value(path)
            line, column = mark.line, mark.column
        return Problem(file, line, column, code, field_name(path), details or {})
