"""Where an agency of a portal keeps its facts: a repository of its own, and at which state."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from ita_site.facts.model.base import Fact
from ita_site.facts.model.fields import Slug

_HOST: Final = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_PATH: Final = r"[\w.~%+-][\w.~%+/-]*"
_ADDRESSES: Final = re.compile(
    rf"https://{_HOST}(?::\d+)?/{_PATH}"
    rf"|ssh://(?:\w[\w.-]*@)?{_HOST}(?::\d+)?/{_PATH}"
    rf"|\w[\w.-]*@{_HOST}:/?{_PATH}"
    r"|file:///[^\s\x00-\x1f\x7f]+",
    re.ASCII,
)
"""No password and no user but the one that SSH needs: what is in git is no secret. `file` is for
trials; a host or path that began with a hyphen would be an option to some program."""
_REF: Final = re.compile(r"\w[\w./+#-]*")
_NOT_IN_REF: Final = re.compile(r"\.\.|//|/\.|[./]$|\.lock(?:/|$)")
_FOLDER: Final = re.compile(r"\.|[^\s\x00-\x1f\x7f/\\:][^\x00-\x1f\x7f\\:]*")


def _words(value: Any) -> str:  # noqa: ANN401 - whatever the YAML holds
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    return value.strip()


def _address(value: Any) -> str:  # noqa: ANN401
    words = _words(value)
    if not _ADDRESSES.fullmatch(words):
        raise PydanticCustomError("ITA230", "no address of a repository", {})
    return words.removesuffix("/")


def _ref(value: Any) -> str:  # noqa: ANN401
    words = _words(value)
    if not _REF.fullmatch(words) or _NOT_IN_REF.search(words):
        raise PydanticCustomError("ITA231", "no name of a branch", {"value": words})
    return words


def _folder(value: Any) -> str:  # noqa: ANN401
    words = _words(value).removesuffix("/")
    steps = words.split("/")
    leads_out = words != "." and any(step in ("", ".", "..", ".git") for step in steps)
    if leads_out or not _FOLDER.fullmatch(words):
        raise PydanticCustomError("ITA240", "no folder of a repository", {"value": words})
    return words


GitAddress = Annotated[
    str,
    BeforeValidator(_address),
    WithJsonSchema(
        {
            "type": ["string"],
            "problem": "ITA230",
            "pattern": r"^\s*(https://|ssh://|file:///|[A-Za-z0-9_][\w.-]*@)[^\s]+\s*$",
        }
    ),
]
"""Of a repository: `https://…`, `ssh://…`, `git@host:path`, or `file:///…` for a trial."""
GitRef = Annotated[
    str, BeforeValidator(_ref), WithJsonSchema({"type": ["string", "number"], "problem": "ITA231"})
]
"""The name of a branch or a tag."""
GitFolder = Annotated[
    str,
    BeforeValidator(_folder),
    WithJsonSchema({"type": ["string", "number"], "problem": "ITA240"}),
]
"""A folder of the repository, `.` for all of it."""


class Repository(Fact, title="ที่เก็บข้อมูลของหน่วยงาน"):
    """An agency whose facts are not in the portal's data folder."""

    slug: Slug = Field(description="ชื่อย่อของหน่วยงานในที่อยู่เว็บ เผยแพร่แล้วห้ามเปลี่ยน", examples=["tuayang"])
    git: GitAddress = Field(
        description="ที่อยู่ของที่เก็บข้อมูล (git)", examples=["https://github.com/tuayang/ita.git"]
    )
    ref: GitRef | None = Field(
        None,
        description="ชื่อ branch หรือ tag ที่ใช้ ถ้าไม่ใส่ใช้ branch หลัก",
        examples=["main"],
    )
    path: GitFolder = Field("data", description="โฟลเดอร์ข้อมูลในที่เก็บนั้น ปกติคือ data", examples=["data"])

    @property
    def place(self) -> tuple[str, str | None, str]:
        """What is read, wherever it is shown."""
        return self.git, self.ref, self.path


class LockedFacts(Repository):
    """One state of an agency's facts, as `portal.lock` holds it.

    `commit` is empty while no state of them could be read; `committed` is the day of the commit in
    its own time zone, `digest` the SHA-256 of the files that are read.
    """

    commit: Annotated[str, Field(pattern=r"^(?:[0-9a-f]{40}|[0-9a-f]{64})?$")] = ""
    committed: datetime.date | None = None
    digest: Annotated[str, Field(pattern=r"^(?:[0-9a-f]{64})?$")] = ""

    @property
    def repository(self) -> Repository:
        """Where they lie, whatever their state."""
        return Repository(slug=self.slug, git=self.git, ref=self.ref, path=self.path)
