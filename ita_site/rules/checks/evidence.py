"""Rules about evidence and the other files beside the pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.content.pictures import PictureError, published
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.problems import Problem
from ita_site.rules.checks import memos

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.content.folder import Content
    from ita_site.facts.model.progress import Evidence, Picture
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

FILE = "progress.yml"
MOST_MEGABYTES = 20
MEGABYTE = 1_000_000
PAGES = (".md", ".markdown")
"""These become pages; under their own name nobody finds them."""
NOBODY = re.compile(
    r"เทศบาล|เทศบาน|สำนัก|กอง|ฝ่าย|งาน|ศูนย์|องค์การ|อบต|อบจ|จังหวัด|อำเภอ|กรม|กระทรวง|โรงเรียน|\d|municipality"
    r"|\b(?:windows|microsoft|users?|admin|administrator|owner|home|office|pc|com|it|notebook|computer"
    r"|desktop|laptop|hp|asus|acer|dell|lenovo|msi|mac|imac|ipad|iphone|scan|scanner|canon|epson|brother"
    r"|xerox|ricoh|kyocera|sharp|fuji|konica|unknown|anonymous|test|kkd|corporate|edition)\b",
    re.IGNORECASE,
)
"""Words by which a PDF's author is an agency, a machine or whoever sits before it."""


def can_be_opened(scope: Scope) -> Iterator[Problem]:
    """Evidence has a link or a file."""
    for path, evidence in _evidence(scope):
        if not evidence.url and not evidence.file:
            yield scope.problem("ITA310", FILE, path, value=evidence.title)


def links_encrypted(scope: Scope) -> Iterator[Problem]:
    """Links of evidence are https."""
    for path, evidence in _evidence(scope):
        if evidence.url and evidence.url.lower().startswith("http:"):
            near = "https:" + evidence.url[5:]
            details = {"value": evidence.url, "mended": near}
            yield scope.problem("ITA373", FILE, (*path, "url"), **details)


def files_exist(scope: Scope) -> Iterator[Problem]:
    """A file named as evidence lies beside the pages."""
    for path, evidence in _evidence(scope):
        yield from _file_is_there(scope, FILE, (*path, "file"), evidence.file)


def papers_exist(scope: Scope) -> Iterator[Problem]:
    """So do a signed memo and the paper from which a year was taken."""
    for path, memo in memos.with_places(scope):
        yield from _file_is_there(scope, memos.FILE, (*path, "file"), memo.file)
    if original := scope.year.info.original:
        yield from _file_is_there(scope, memos.FILE, ("original", "file"), original.file)


def _file_is_there(scope: Scope, name: str, path: Path, file: str | None) -> Iterator[Problem]:
    if scope.content is None or not file:
        return
    known = scope.content.files
    if file.lower().endswith(PAGES):
        address = re.sub(r"(^|/)(index|readme)$", "", file[: file.rfind(".")])
        details = {"value": file, "address": f"/{address}/".replace("//", "/")}
        yield scope.problem("ITA382", name, path, **details)
    elif file not in known:
        details = {"value": file, "suggestion": suggestion(file, list(known))}
        yield scope.problem("ITA374", name, path, **details)


def pictures_can_be_shown(scope: Scope) -> Iterator[Problem]:
    """A picture lies beside the pages, and is one that can be made fit for them."""
    known = scope.content.files if scope.content else {}
    for path, picture in _pictures(scope) if scope.content else ():
        if picture.file not in known:
            details = {"value": picture.file, "suggestion": suggestion(picture.file, list(known))}
            yield scope.problem("ITA374", FILE, (*path, "file"), **details)
            continue
        try:
            published(known[picture.file].path)
        except PictureError as error:
            details = {**error.details, "value": picture.file}
            yield scope.problem(error.code, FILE, (*path, "file"), **details)


def _pictures(scope: Scope) -> Iterator[tuple[Path, Picture]]:
    for index, report in enumerate(scope.year.progress.progress):
        for at, picture in enumerate(report.pictures):
            yield ("progress", index, "pictures", at), picture


def _evidence(scope: Scope) -> Iterator[tuple[Path, Evidence]]:
    for index, report in enumerate(scope.year.progress.progress):
        for at, evidence in enumerate(report.evidence):
            yield ("progress", index, "evidence", at), evidence


def light_enough(content: Content) -> Iterator[Problem]:
    """A phone on a poor line can open every file."""
    for file in content.files.values():
        if file.size > MOST_MEGABYTES * MEGABYTE:
            details = {"value": file.name, "size": f"{file.size / MEGABYTE:.0f}"}
            details["most"] = str(MOST_MEGABYTES)
            yield Problem(file.name, 1, 1, "ITA375", "", details)


def without_position(content: Content, shown: frozenset[str]) -> Iterator[Problem]:
    """Pictures do not tell where they were taken; from those that reports show it is taken out."""
    for path, file in content.files.items():
        if file.hidden.has_position and path not in shown:
            yield Problem(file.name, 1, 1, "ITA379", "", {"value": file.name})


def without_author(content: Content) -> Iterator[Problem]:
    """PDFs do not tell which person wrote them."""
    for file in content.files.values():
        author = file.hidden.author
        if author and not NOBODY.search(author):
            details = {"value": file.name, "author": f"{author[0]}…"}
            yield Problem(file.name, 1, 1, "ITA380", "", details)
