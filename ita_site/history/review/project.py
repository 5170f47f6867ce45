"""What changed beside the facts: every file of the project, by what it can do to a reader.

Nothing of either state is run, and settings are read as text. A path that nobody foresaw is
told as another file; none is left out.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.git.tree_changes import FileType, changed_files, file_at
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.reading.folder import AGENCY_FILES, PORTAL_FILE, YEAR_FILES
from ita_site.facts.reading.locked import LOCK_FILE
from ita_site.facts.strict_yaml.parse import read
from ita_site.history.review.automation import automation_details
from ita_site.history.review.lines import Span, Style, changed_lines
from ita_site.history.review.prose import describe_file, prose_details
from ita_site.rules.figures.changes.difference import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from ita_site.facts.git.tree_changes import FileChange, FileState
    from ita_site.facts.strict_yaml.document import Value
    from ita_site.history.review.lines import Line

SETTINGS_FILE = "mkdocs.yml"
MOST_TEXT = 1_000_000
"""Bytes up to which a file is compared as a text."""


class Part(Labelled):
    """What a file is for, in the order in which a reviewer should look."""

    AUTOMATION = "automation", "งานอัตโนมัติและสิทธิ์"
    PROGRAM = "program", "โปรแกรมและรุ่นของส่วนประกอบ"
    SETTINGS = "settings", "การตั้งค่าเว็บไซต์"
    LOOK = "look", "หน้าตาเว็บไซต์"
    PROSE = "prose", "หน้าและไฟล์ที่เขียนเอง"
    OTHER = "other", "ไฟล์อื่น"


QUIET = (Part.PROSE, Part.OTHER)
"""What is loud only for what it holds; of all else every change is."""
FACTS = re.compile(
    rf"(?:{PORTAL_FILE}|(?:[^/]+/)?(?:{'|'.join(AGENCY_FILES)}|2\d{{3}}/(?:{'|'.join(YEAR_FILES)})))"
)
"""Files below the data folder that are compared fact by fact."""
KINDS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        Part.AUTOMATION,
        re.compile(
            r"\.(?:github|forgejo|gitea|gitlab|circleci|woodpecker|buildkite)/.+"
            r"|\.(?:gitlab-ci|woodpecker|travis|drone|pre-commit-config)\.ya?ml"
            r"|(?:azure|bitbucket)-pipelines\.yml|(?:.*/)?(?:Jenkinsfile|CODEOWNERS)"
        ),
    ),
    (
        Part.SETTINGS,
        re.compile(r"(?:mkdocs|properdocs|zensical)[^/]*\.(?:ya?ml|toml)|targets\.yml"),
    ),
    (
        Part.PROGRAM,
        re.compile(
            r"(?:ita_site|\.ci|\.githooks|\.husky|hooks|scripts)/.+|\.git(?:attributes|modules)"
            r"|(?:.*/)?(?:[Mm]akefile|Dockerfile|pyproject\.toml|setup\.(?:py|cfg)|[^/]*\.lock"
            r"|(?:requirements|constraints)[^/]*\.(?:txt|in)|pylock[^/]*\.toml|package(?:-lock)?\.json"
            r"|tox\.ini|[Jj]ustfile|Taskfile\.ya?ml|action\.ya?ml"
            r"|[^/]*\.(?:py|pyi|pth|sh|bash|bat|cmd|ps1|js|mjs))"
            r"|(?:.*/)?\.[^/]+(?:/.*)?"
        ),
    ),
)
"""By a file's path below the project's folder; content, look and data have folders of their own.

A name that begins with a dot is read by some program, on a server or on a colleague's machine.
"""
DEPENDENCIES = re.compile(r".*(?:\.lock|\.txt|\.in|\.toml|\.json|\.cfg|git(?:attributes|modules))")
"""Files of the program that say which versions it is made of."""


@dataclass(frozen=True, slots=True)
class ProjectChange:
    """A file that is not what it was, and what of it a reviewer should know."""

    part: Part
    kind: Kind
    path: str
    loud: bool
    details: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a project keeps what, each a path below the repository's root without `/` at its end.

    `content` and `look` are several where the settings name others than before.
    """

    project: str
    data: str
    content: frozenset[str]
    look: frozenset[str]

    def part_of(self, path: str) -> Part | None:
        """What a file is for; None for one that is compared fact by fact."""
        if path == f"{self.data}/{LOCK_FILE}".lstrip("/"):
            return Part.OTHER  # the facts it stands for are compared as facts
        if _is_below(path, self.data) and FACTS.fullmatch(_below(path, self.data)):
            return None
        own = _below(path, self.project) if _is_below(path, self.project) else path
        named = {part: rule for part, rule in KINDS if rule.fullmatch(own) or rule.fullmatch(path)}
        if Part.AUTOMATION in named:
            return Part.AUTOMATION
        for part, folders in ((Part.PROSE, self.content), (Part.LOOK, self.look)):
            if any(_is_below(path, folder) for folder in folders):
                return part
        return next(iter(named), Part.OTHER)


def _is_below(path: str, folder: str) -> bool:
    """Whether it lies there, or stands in the folder's own place."""
    return not folder or path == folder or path.startswith(f"{folder}/")


def _below(path: str, folder: str) -> str:
    return path.removeprefix(f"{folder}/") if folder else path


@dataclass(frozen=True, slots=True)
class ProjectRange:
    """The two states of a repository that are compared; `head` is None for its files on disk."""

    root: Path
    base: str
    head: str | None
    layout: Layout


def layout_of(root: Path, project: str, data: str, base: str, head: str | None) -> Layout:
    """Where the folders lie, as the settings of either state say."""
    prefix = f"{project}/" if project else ""
    texts = [file_at(root, commit, f"{prefix}{SETTINGS_FILE}") for commit in (base, head)]
    return Layout(
        project,
        data,
        folders_named(["content", *_named(texts, "docs_dir")], project),
        folders_named(["overrides", *_named(texts, "custom_dir")], project),
    )


def folders_named(names: Iterable[str], project: str) -> frozenset[str]:
    """Folders as the settings name them, as paths in the repository; empty for the whole of it.

    Those outside the repository are left out: no proposal can change them.
    """
    paths = (posixpath.normpath(posixpath.join(project, name)) for name in names)
    inside = (path for path in paths if path.split("/")[0] not in ("", ".."))
    return frozenset("" if path == "." else path for path in inside)


def _named(texts: list[bytes], field: str) -> Iterator[str]:
    """What a field of the settings names, wherever it stands in them.

    Where they cannot be read as they are written, whatever looks like the field counts.
    """
    for text in texts:
        document = read(text)
        yield from _values(document.value, field)
        if document.flaws or document.partly_read:
            words = text.decode("utf-8", "replace")
            yield from re.findall(rf"{field}[\"']?\s*:\s*[\"']?([^\s\"'#,{{}}]+)", words)


def _values(value: Value, field: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from [inner] if key == field and isinstance(inner, str) else ()
            yield from _values(inner, field)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, field)


def compare_project(
    project: ProjectRange, known_hosts: frozenset[str]
) -> tuple[ProjectChange, ...]:
    """Every file but those of the facts that differs between two states, loud ones first.

    `known_hosts` are those to which the agency's prose may lead without a word.
    """
    told = (
        _project_change(change, part, known_hosts)
        for change in changed_files(project.root, project.base, project.head)
        if (part := _part(change, project.layout))
    )
    order = list(Part)
    return tuple(sorted(told, key=lambda one: (not one.loud, order.index(one.part), one.path)))


def _part(change: FileChange, layout: Layout) -> Part | None:
    """A link or submodule in the place of facts is none of them."""
    states = [state for state in (change.old, change.new) if state]
    plain = all(state.type in (FileType.FILE, FileType.PROGRAM) for state in states)
    part = layout.part_of(change.path)
    return part if part or plain else Part.OTHER


def _project_change(change: FileChange, part: Part, known_hosts: frozenset[str]) -> ProjectChange:
    kind = Kind.ADDED if change.old is None else Kind.REMOVED
    kind = kind if change.old is None or change.new is None else Kind.CHANGED
    strange = tuple(_strange(change))
    loud, details = _details(change, part, known_hosts)
    is_loud = bool(loud or strange or part not in QUIET)
    return ProjectChange(part, kind, change.path, is_loud, (*strange, *loud, *details))


def _strange(change: FileChange) -> Iterator[Line]:
    """That a name stands for something else than a file to be read."""
    if change.new and change.new.type in (FileType.LINK, FileType.SUBMODULE):
        leads_to = change.new.content.decode("utf-8", "replace")
        yield (Span(f"{change.new.type.label}: ", Style.STRONG), Span(leads_to, Style.CODE))
    elif change.new and change.new.type is FileType.PROGRAM and not _was_program(change.old):
        yield (Span(change.new.type.label, Style.STRONG),)


def _was_program(state: FileState | None) -> bool:
    return state is not None and state.type is FileType.PROGRAM


Details = tuple[tuple["Line", ...], tuple["Line", ...]]
"""What is loud of a change, and what is to be read besides."""


def _details(change: FileChange, part: Part, known_hosts: frozenset[str]) -> Details:
    old, new = _text(change.old), _text(change.new)
    if old is None or new is None:
        return describe_file(change.path, change.new)
    if part in (Part.PROSE, Part.LOOK):
        loud = prose_details(change.path, old, new, known_hosts)
        return loud, changed_lines(old, new)
    return DETAILS[part](change.path, old, new)


def _automation(_: str, old: str, new: str) -> Details:
    return tuple(automation_details(old, new)), changed_lines(old, new)


def _program(path: str, old: str, new: str) -> Details:
    if DEPENDENCIES.fullmatch(path):
        return (), changed_lines(old, new)
    return (), (_count(old, new),)


def _settings(_: str, old: str, new: str) -> Details:
    return (), changed_lines(old, new)


def _other(_: str, old: str, new: str) -> Details:
    return (), (_count(old, new),)


def _count(old: str, new: str) -> Line:
    return (Span(f"เดิม {len(old.splitlines()):,} บรรทัด ใหม่ {len(new.splitlines()):,} บรรทัด"),)


DETAILS: Mapping[Part, Callable[[str, str, str], Details]] = {
    Part.AUTOMATION: _automation,
    Part.PROGRAM: _program,
    Part.SETTINGS: _settings,
    Part.OTHER: _other,
}


def _text(state: FileState | None) -> str | None:
    """A file's text, empty for one that is not there; None for what holds none."""
    if state is None or state.type in (FileType.LINK, FileType.SUBMODULE):
        return ""
    if len(state.content) > MOST_TEXT or b"\0" in state.content:
        return None
    try:
        return state.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
