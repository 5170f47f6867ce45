"""One data file of an import: as it is, as the document has it, and after writing."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.schemas.line import schema_line
from ita_site.facts.strict_yaml.document import field_name
from ita_site.facts.strict_yaml.text import MOST_BYTES
from ita_site.facts.writing.edit import EditError, FlawedFileError, TooLargeError
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.merging import MergeResult, merge

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_site.facts.strict_yaml.document import Path as Place
    from ita_site.facts.strict_yaml.document import Value

_CONTEXT: Final = 2


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One data file: as it is now (None when there is none), and what the document says."""

    path: Path
    before: bytes | None
    text: str
    values: Value
    remarks: Mapping[Place, str]

    @property
    def is_new(self) -> bool:
        """Whether there is no such file yet."""
        return self.before is None

    def merge(self) -> MergeResult:
        """The file with what is missing; a new one is the document's own.

        Raises:
            RefusedError: ITA923 when the file has flaws, ITA924 when it cannot be added to,
                ITA932 when it would be larger than a data file may be.
        """
        result = self._merge()
        size = len(result.data)
        if size > MOST_BYTES and result.data != self.before:
            sizes = {"size": f"{size:,}", "most": f"{MOST_BYTES:,}"}
            raise RefusedError("ITA932", file=self.path.as_posix(), **sizes)
        return result

    def _merge(self) -> MergeResult:
        if self.before is None:
            line = schema_line(self.path)
            return MergeResult(f"{line}\n{self.text}".lstrip("\n").encode("utf-8"), ())
        try:
            return merge(self.before, self.values, self.remarks)
        except FlawedFileError as error:
            raise RefusedError("ITA923", file=self.path.as_posix()) from error
        except TooLargeError as error:
            file = self.path.as_posix()
            raise RefusedError("ITA932", file=file, **error.sizes) from error
        except EditError as error:
            place = field_name(error.path)
            raise RefusedError("ITA924", file=self.path.as_posix(), place=place) from error

    @property
    def brings_something(self) -> bool:
        """Whether the document says more than the file, or something else."""
        merged = self.merge()
        return merged.data != self.before or bool(merged.differences)

    def difference(self) -> str:
        """The lines that adding would change, as git shows them; empty when there are none."""
        texts = (self.before or b"", self.merge().data)
        old, new = (text.decode("utf-8-sig").splitlines() for text in texts)
        name = self.path.as_posix()
        return "\n".join(difflib.unified_diff(old, new, name, name, lineterm="", n=_CONTEXT))


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file after writing; `there` is what stood on the disk before, None where nothing did.

    That is another than the `before` of a document that is imported anew: its last import.
    """

    file: PlannedFile
    merged: MergeResult
    there: bytes | None

    @property
    def is_unchanged(self) -> bool:
        """Whether the file says just what it did."""
        return self.merged.data == self.there
