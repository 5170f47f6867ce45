"""The site of either state, built apart by the program that runs, and compared byte for byte."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_site.facts.git.command import GitError, git
from ita_site.facts.git.objects import objects
from ita_site.facts.problems import ItaSiteError
from ita_site.facts.reading.locked import lend_cache
from ita_site.history.review.passive import why_not_passive
from ita_site.site.manifest import Difference, ManifestError, compare, hash_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.history.review.project import ProjectRange


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


@dataclass(frozen=True, slots=True)
class Built:
    """Where the two sites lie, while they are there, and what differs between them."""

    before: Path
    after: Path
    sites: BuiltSites


@contextmanager
def build_both(
    project: ProjectRange, build: Callable[[Path, Path, Path], None], *, trust_head: bool
) -> Iterator[Built]:
    """Build both states and compare them; they are there as long as the context.

    `build` takes the folders of a project, of its data, and for its site. Without `trust_head`
    nothing is built where that might run something of the newer state.
    """
    with TemporaryDirectory(prefix="ita-") as temporary:
        before, after = (Path(temporary, name) for name in ("before", "after"))
        if not trust_head and (reason := why_not_passive(project)):
            yield Built(before, after, BuiltSites(failure=reason))
            return
        try:
            for state, commit in ((before, project.base), (after, project.head)):
                _write_state(project.root, commit, state)
                lend_cache(project.root / project.layout.data, state / project.layout.data)
            sites = [Path(temporary, f"site-{state.name}") for state in (before, after)]
            for state, site in zip((before, after), sites, strict=True):
                build(state / project.layout.project, state / project.layout.data, site)
            files = [hash_folder(site) for site in sites]
        except FileExistsError as error:  # a state that brings what is kept of its agencies
            yield Built(before, after, BuiltSites(failure=f"{error.filename} อยู่ใน git"))
        except (NotBuiltError, GitError) as error:
            yield Built(before, after, BuiltSites(failure=str(error)))
        except ManifestError as error:
            failure = f"ชื่อไฟล์ {error} ใช้ในรายการไฟล์ของเว็บไซต์ไม่ได้"
            yield Built(before, after, BuiltSites(failure=failure))
        else:
            yield Built(sites[0], sites[1], BuiltSites(compare(files[0], files[1])))


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
