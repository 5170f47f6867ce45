"""What `init` was told and wrote, so that a later version knows what an agency changed.

The texts are kept whole: git has none that the agency changed before its first commit, or that
its own words were merged into.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.model.agency import AgencyKind
from ita_site.office.init.answers import Answers, Host, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME: Final = ".ita-site.json"
REMARK: Final = "เขียนโดย ita-site init ใช้ตอนสั่ง ita-site upgrade ไม่ต้องแก้เอง"
KEPT: Final = ("name", "kind", "host", "year", "repo", "owner", "target", "site_url", "is_portal")
"""The answers that more than the data files are made of."""


@dataclass(frozen=True, slots=True)
class Record:
    """The answers, and the text of each file as it was written, by path."""

    answers: Answers
    files: Mapping[str, str]

    def as_json(self) -> bytes:
        """The text of the file; the same bytes for the same record."""
        said = {name: getattr(self.answers, name) for name in KEPT}
        raw: dict[str, Any] = {
            "about": REMARK,
            "answers": {name: value for name, value in said.items() if value},
            "files": dict(sorted(self.files.items())),
        }
        return f"{json.dumps(raw, ensure_ascii=False, indent=1)}\n".encode()


def make_record(answers: Answers, contents: Mapping[str, bytes]) -> Record:
    """The record of files as they are written."""
    return Record(answers, {path: content.decode() for path, content in contents.items()})


def read_record(content: bytes) -> Record:
    """A record from its file.

    Raises:
        ValueError: when it is none, or damaged.
    """
    try:
        raw = json.loads(content)
        said = dict(raw["answers"])
        said |= {"kind": _member(AgencyKind, said["kind"]), "host": _member(Host, said["host"])}
        known = {one.name for one in dataclasses.fields(Answers)}
        answers = Answers(**{name: value for name, value in said.items() if name in known})
        return Record(answers, dict(raw["files"]))
    except (AttributeError, KeyError, StopIteration, TypeError) as error:
        raise ValueError(repr(error)) from error


def _member(kinds: type[Kind], code: str) -> Kind:
    return next(kind for kind in kinds if kind.value == code)


def with_plain_ends(content: bytes) -> bytes:
    """A text whose lines end as in git."""
    return content.replace(b"\r\n", b"\n")
