"""What is kept of an agency that was made apart, beside its files: enough to join the site."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - read at run time, as all types here
from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from ita_site.facts.problems import ItaSiteError, Problem
from ita_site.facts.thai.calendar import BEDate  # noqa: TC001
from ita_site.site.finished.built_site import Gathered  # noqa: TC001
from ita_site.site.pages.summary import AgencySummary  # noqa: TC001

FORMAT = 4
"""Grows when a record is written in another way; it is part of every key."""


class RecordError(ItaSiteError):
    """A record that cannot be read: the agency is made anew."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was kept: the SHA-256 of its content, its size, and when it was written.

    The last is in nanoseconds, as the file system tells it.
    """

    sha256: str
    size: int
    written: int


@dataclass(frozen=True)
class Record:
    """An agency that was made.

    `key` stands for all it was made from but the day: that was `made_on`, and `until` is the
    first on which something is to be told that was not then. `errors` and `warnings` are what was
    found in its data, `gathered` what finishing gathered of its pages. `addresses` are those of
    its pages in the order of the site, and `names` the names of stylesheets that its pages were
    given in place of the theme's. `has_pdf` tells whether its pages offer PDF files.
    """

    key: str
    made_on: BEDate
    until: BEDate
    summary: AgencySummary
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    gathered: Gathered
    addresses: tuple[str, ...]
    has_pdf: bool
    names: Mapping[str, str] = field(default_factory=dict)

    def holds_on(self, day: BEDate) -> bool:
        """Whether its pages are true on a day."""
        return self.made_on <= day < self.until

    def as_json(self) -> bytes:
        """The text of its file."""
        return _ADAPTER.dump_json(self)


def read_record(text: bytes) -> Record:
    """A record from its text.

    Raises:
        RecordError: when it is none.
    """
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError as error:
        raise RecordError(str(error)) from error


def list_files(files: Mapping[str, Kept]) -> bytes:
    """The text of the list of an agency's files, by their path in the site.

    It is a file of its own, read where it is needed: of all of a portal's agencies together there
    are hundreds of thousands.
    """
    return _FILES.dump_json(dict(files))


def read_files(text: bytes) -> dict[str, Kept]:
    """An agency's files from the text of their list.

    Raises:
        RecordError: when it is none.
    """
    try:
        return _FILES.validate_json(text)
    except ValidationError as error:
        raise RecordError(str(error)) from error


_ADAPTER = TypeAdapter(Record)
_FILES = TypeAdapter(dict[str, Kept])
