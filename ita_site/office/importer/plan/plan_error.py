"""What is wrong with a plan, told line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ita_site.office.importer.formats.office_file import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.facts.problems import Language


@dataclass(frozen=True, slots=True)
class Wrong:
    """A place of a plan that is wrong: its line, the message's code, and what that tells of."""

    line: int
    code: str
    details: Mapping[str, object] = field(default_factory=dict)


class PlanError(RefusedError):
    """A plan that cannot be followed: every place that is wrong, each with its line."""

    def __init__(self, file: str, wrong: Sequence[Wrong]) -> None:
        """What is wrong, by line."""
        self.errors = tuple(
            RefusedError(each.code, file=file, line=each.line, **each.details)
            for each in sorted(wrong, key=lambda one: one.line)
        )
        first = wrong[0]
        super().__init__(first.code, file=file, line=first.line, **first.details)

    def message(
        self, language: Language = "th", level: Literal["error", "warning"] = "error"
    ) -> str:
        """One line for each."""
        return "\n".join(error.message(language, level) for error in self.errors)
