"""The two states that are compared, each checked out, read, checked and built.

A state is a folder, or a commit whose folder is put into a temporary place.
"""

from __future__ import annotations

import dataclasses
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_site.facts.git.command import root_of
from ita_site.facts.git.commits import resolve
from ita_site.facts.git.objects import NOWHERE, objects
from ita_site.facts.problems import DataError, ItaSiteError
from ita_site.facts.reading.locked import lend_cache
from ita_site.facts.reading.publication import read_publication
from ita_site.history.review.project import ProjectRange, layout_of
from ita_site.rules.figures.covered import covered_facts
from ita_site.site.load import load_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.publication import Reading
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.criteria import Verdict
    from ita_site.site.outputs import Outputs

BEFORE, AFTER = "ข้อมูลเดิม", "ข้อมูลใหม่"


class NothingToCompareError(ItaSiteError):
    """What should be compared is not there; the text says what."""


class NoFactsError(NothingToCompareError):
    """A commit without a data folder."""


@dataclass(frozen=True, slots=True)
class State:
    """One of two states of the data. Files are named as in the newer one, wherever they were read.

    `unread` are the data files, below the data folder, that could not be read whole.
    `withheld` are the prefixes of agencies in whose place a notice stands. `verdicts` and
    `addresses` are empty where the data has errors: then nothing is built. `anchors` are the
    places within pages that never go: page and fragment.
    """

    name: str
    agencies: tuple[AgencyFacts, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str]
    built: bool
    verdicts: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    withheld: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()

    @property
    def errors(self) -> int:
        """How many problems stop its publication."""
        return sum(problem.is_error for problem in self.problems)


def read_states(
    base: str, head: str | None, data: Path, content: Path, day: BEDate
) -> tuple[State, State]:
    """Both states, as seen on one day.

    `base` and `head` are each a data folder or a commit; without `head` it is the data folder
    as it is now. A commit's hand-written pages are read as well, for evidence lies with them.
    A `base` that is a commit before there were any facts is a state without an agency.

    Raises:
        NothingToCompareError, GitError: when one of them is neither.
    """
    with ExitStack() as opened:
        shown_as = data.as_posix()
        try:
            old = opened.enter_context(_checked_out(base, data, content))
        except NoFactsError:
            if not head and not data.is_dir():
                raise
            before = State(BEFORE, (), (), frozenset(), built=True)
        else:
            before = _read_state(*old, day, BEFORE, (shown_as, content.as_posix()))
        new = opened.enter_context(_checked_out(head or str(data), data, content))
        return before, _read_state(*new, day, AFTER, (shown_as, content.as_posix()))


def project_range(base: str, head: str | None, data: Path) -> ProjectRange | None:
    """The whole project's two states; None where a data folder stands for one, or without git.

    Raises:
        GitError: when a commit is none.
    """
    if Path(base).is_dir() or (head and Path(head).is_dir()):
        return None
    root = root_of(_nearest(data))
    if root is None:
        return None
    old, new = resolve(root, base), resolve(root, head) if head else None
    layout = layout_of(root, _within(Path(), root) or "", _within(data, root) or "", old, new)
    return ProjectRange(root, old, new, layout)


def _nearest(folder: Path) -> Path:
    return next(there for there in (folder, *folder.parents, Path()) if there.is_dir())


@contextmanager
def _checked_out(name: str, data: Path, content: Path) -> Iterator[tuple[Path, Path | None]]:
    if Path(name).is_dir():
        yield Path(name), content if content.is_dir() or content.is_symlink() else None
        return
    if (root := root_of(_nearest(data))) is None:
        message = f"“{name}” ไม่ใช่โฟลเดอร์ และข้อมูลนี้ไม่ได้อยู่ใน git"
        raise NothingToCompareError(message)
    with TemporaryDirectory(prefix="ita-") as temporary, objects(root) as repository:
        commit = resolve(root, name)
        folders = []
        for folder, target in ((data, "data"), (content, "content")):
            path = _within(folder, root)
            there = None if path is None else repository.folder_at(commit, path)
            if there:
                repository.write(there, Path(temporary, target))
            elif path and target == "content" and repository.is_no_folder(commit, path):
                Path(temporary, target).symlink_to(NOWHERE)
                there = path
            folders.append(Path(temporary, target) if there else None)
        if folders[0] is None:
            message = f"ไม่มีโฟลเดอร์ {data.as_posix()} ใน {name}"
            raise NoFactsError(message)
        lend_cache(data, folders[0])
        yield folders[0], folders[1]


def _within(folder: Path, root: Path) -> str | None:
    """A folder's path in the repository, empty for its root; None when it lies outside."""
    is_named = folder.name not in ("", "..")
    place = folder.parent.resolve() / folder.name if is_named else folder.resolve()
    inside = place.is_relative_to(root.resolve())
    path = place.relative_to(root.resolve()).as_posix() if inside else None
    return "" if path == "." else path


def _read_state(
    data: Path, content: Path | None, day: BEDate, name: str, shown_as: tuple[str, str]
) -> State:
    """Read, check and build, as seen on a day.

    `name` tells the state from the other; `shown_as` is how its folders of data and of pages
    are named in messages, for they may lie in a temporary place.
    """
    reading = read_publication(data)
    _refuse_incomplete(reading, name)
    unread = frozenset(_below_data(file, data, reading) for file in reading.unsound)
    try:
        site = load_site(data, content, day, keep_going=True)
    except DataError as error:
        problems = tuple(_renamed(problem, data, content, shown_as) for problem in error.problems)
        return State(name, reading.publication.agencies, problems, unread, built=False)
    outputs = site.outputs
    return State(
        name,
        reading.publication.agencies,
        tuple(_renamed(problem, data, content, shown_as) for problem in site.problems),
        unread,
        built=True,
        verdicts={
            (address, verdict.criterion.id): verdict
            for address, verdicts in outputs.verdicts.items()
            for verdict in verdicts.verdicts
        },
        addresses=_lasting(outputs),
        anchors=frozenset(
            anchor
            for view in outputs.everyone
            if not view.withheld
            for anchor in _anchors(view.facts)
        ),
        withheld=tuple(view.facts.prefix for view in outputs.everyone if view.withheld),
    )


def _refuse_incomplete(reading: Reading, name: str) -> None:
    """Facts of an agency's own repository that are not here would pass for facts taken out."""
    absent = [one.details["value"] for one in reading.problems if one.code == "ITA235"]
    if absent:
        message = (
            f"{name}: ข้อมูลของ {', '.join(absent)} ไม่อยู่ในเครื่องนี้ตามที่ portal.lock บันทึกไว้ "
            "สั่ง ita-site portal update --locked (ของรุ่นก่อน เติม --of และชื่อรุ่น)"
        )
        raise NothingToCompareError(message)


def _below_data(file: str, data: Path, reading: Reading) -> str:
    """A file's path in the data folder, or as if it stood there."""
    for agency in reading.publication.agencies:
        if file.startswith(f"{agency.folder}/"):
            return agency.prefix + file.removeprefix(f"{agency.folder}/")
    return file.removeprefix(f"{data.as_posix()}/")


def _renamed(
    problem: Problem, data: Path, content: Path | None, shown_as: tuple[str, str]
) -> Problem:
    """A problem in the file as the reader knows it, in what it says as well."""
    for folder, name in zip((data, content), shown_as, strict=True):
        here = folder.as_posix() if folder else ""
        if here and problem.lies_in(here):
            details = {key: text.replace(here, name) for key, text in problem.details.items()}
            file = name + problem.file.removeprefix(here)
            return dataclasses.replace(problem, file=file, details=details)
    return problem


def _lasting(outputs: Outputs) -> frozenset[str]:
    """Where pages and files stand, as links name them; a shared page's picture is no place."""
    published = outputs.addresses | {document.path for document in outputs.documents}
    return frozenset(
        address.removesuffix("index.html")
        for address in published
        if not address.endswith("share.png")
    )


def _anchors(agency: AgencyFacts) -> Iterator[str]:
    """Where each measure is found, by its id and those it had before, and each criterion."""
    for year in agency.years:
        folder, items = f"{agency.prefix}{year.year}/", year.edition.items
        for slug, shown in (
            (items.measures.slug, year),
            (items.results.slug, covered_facts(agency, year)),
        ):
            measures = shown.measures.measures if shown else ()
            for name in (name for one in measures for name in one.ids):
                yield f"{folder}{slug}/#measure-{name}"
        for criterion in (*items.measures.criteria, *items.results.criteria):
            yield f"{folder}checklist/#criterion-{criterion.id}"
