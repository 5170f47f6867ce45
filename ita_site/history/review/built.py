"""The site of either state, built apart by the program that runs, and compared byte for byte."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_site.facts.git.command import git
from ita_site.facts.git.objects import objects
from ita_site.facts.problems import ItaSiteError
from ita_site.site.manifest import Difference, ManifestError, compare, hash_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.history.review.project import ProjectRange
    from ita_site.site.manifest import Entry


class NotBuiltError(ItaSiteError):
    """A state's site could not be built; the text says why."""


@dataclass(frozen=True, slots=True)
class BuiltSites:
    """What differs between the two sites; `failure` says why that is not known."""

    difference: Difference = field(default_factory=Difference)
    failure: str = ""

    @property
    def are_equal(self) -> bool:
        """Whether every file was compared and none differs by a byte."""
        return not self.failure and not self.difference


def compare_built(project: ProjectRange, build: Callable[[Path, Path], Path]) -> BuiltSites:
    """Build both states and compare them.

    `build` takes the folders of a project and of its data, and gives that of its site.
    """
    with TemporaryDirectory(prefix="ita-") as temporary:
        try:
            before, after = (
                _built_files(project, commit, Path(temporary, name), build)
                for name, commit in (("before", project.base), ("after", project.head))
            )
        except NotBuiltError as error:
            return BuiltSites(failure=str(error))
        except ManifestError as error:
            return BuiltSites(failure=f"ชื่อไฟล์ {error} ใช้ในรายการไฟล์ของเว็บไซต์ไม่ได้")
    return BuiltSites(compare(before, after))


def _built_files(
    project: ProjectRange, commit: str | None, target: Path, build: Callable[[Path, Path], Path]
) -> Mapping[str, Entry]:
    _write_state(project.root, commit, target)
    return hash_folder(build(target / project.layout.project, target / project.layout.data))


def _write_state(root: Path, commit: str | None, target: Path) -> None:
    """Put a state's files into a folder; links are left out, as they are by whoever publishes."""
    if commit is not None:
        with objects(root) as repository:
            if tree := repository.folder_at(commit, ""):
                repository.write(tree, target)
        return
    names = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, names):
        file = root / name
        if file.is_file() and not file.is_symlink():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(file.read_bytes())
