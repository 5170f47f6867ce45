"""What a change would do to the whole, tried on a copy before anything is written."""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.reading.locked import lend_cache
from ita_site.site.load import check_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.problems import Problem
    from ita_site.facts.thai.calendar import BEDate

_DATA = (".yml", ".yaml", ".lock")


class Trial(NamedTuple):
    """Errors and warnings that a change would bring, and how many errors there are anyway."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    old_errors: int


def try_out(data: Path, content: Path, day: BEDate, files: Mapping[str, bytes]) -> Trial:
    """Check the data as it would be with these files, by their paths within the data folder."""
    before = check_site(data, content, day, keep_going=True).problems
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "data"
        shutil.copytree(data, copy, symlinks=True, ignore=_ignore_all_but_data)
        for name, text in files.items():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(text)
        lend_cache(data, copy)
        after = check_site(copy, content, day, keep_going=True).problems
    after = tuple(_renamed(problem, copy, data) for problem in after)
    new = _beyond(after, before)
    return Trial(
        tuple(problem for problem in new if problem.is_error),
        tuple(problem for problem in new if not problem.is_error),
        sum(problem.is_error for problem in before),
    )


def _ignore_all_but_data(folder: str, names: list[str]) -> set[str]:
    paths = (Path(folder, name) for name in names)
    return {path.name for path in paths if not (path.is_dir() or path.suffix.lower() in _DATA)}


def _renamed(problem: Problem, copy: Path, data: Path) -> Problem:
    name = problem.file.replace(copy.as_posix(), data.as_posix(), 1)
    return dataclasses.replace(problem, file=name)


def _beyond(after: tuple[Problem, ...], before: tuple[Problem, ...]) -> list[Problem]:
    """Those not there before; a problem that only moved to another line is an old one."""
    left = [_key(problem) for problem in before]
    new = []
    for problem in after:
        if _key(problem) in left:
            left.remove(_key(problem))
        else:
            new.append(problem)
    return new


def _key(problem: Problem) -> tuple[str, str, str]:
    value = problem.details.get("value", "")
    return problem.file, problem.code, value
