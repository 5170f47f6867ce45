"""The agencies of a portal that were made apart, and the rest of the site, as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from mkdocs.utils import get_build_date

from ita_site.facts.problems import DataError
from ita_site.site.finished.built_site import Gathered
from ita_site.site.finished.use import UseOfStyles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from ita_site.facts.problems import Problem
    from ita_site.plugin.apart import Apart
    from ita_site.plugin.build import Build
    from ita_site.site.finished.built_site import BuiltSite
    from ita_site.site.load import Site


def load_joined(load: Callable[[], Site], apart: Apart, *, keep_going: bool) -> Site:
    """The rest of a site, with what is to be told of the agencies that were made apart.

    Raises:
        DataError: with every problem, when one of them is an error that stops the build.
    """
    errors = [found for record in apart.records for found in record.errors]
    warnings = [found for record in apart.records for found in record.warnings]
    try:
        site = load()
    except DataError as error:
        raise DataError(_each_once([*error.problems, *errors, *warnings])) from error
    joined = replace(
        site,
        errors=_each_once([*site.errors, *errors]),
        warnings=_each_once([*site.warnings, *warnings]),
    )
    folders = [record.summary.folder for record in apart.records]
    of_nobody = any(not any(map(error.lies_in, folders)) for error in errors)
    portal = site.outputs.portal
    if errors and (not keep_going or of_nobody or not (portal and portal.agencies)):
        raise DataError(_each_once([*joined.errors, *joined.warnings]))
    return joined


def _each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In order; what the records of several agencies tell of a shared file is one problem."""
    told: list[Problem] = []
    for problem in sorted(problems):
        last = told[-1] if told else None
        if problem != last or problem.details != last.details:
            told.append(problem)
    return tuple(told)


def with_gathered(apart: Apart, built: BuiltSite) -> BuiltSite:
    """The rest of a site, with what finishing it has to know of the agencies' files."""
    for record in apart.records:
        if built.search and not record.summary.withheld:
            prefix = record.summary.prefix
            built.search.read_apart(prefix, apart.store.search_of(record.summary.slug))
    return replace(
        built,
        gathered=_together([record.gathered for record in apart.records]),
        has_pdf=built.has_pdf or any(record.has_pdf for record in apart.records),
    )


def _together(each: list[Gathered]) -> Gathered:
    use, first = UseOfStyles(), Gathered()
    for one in each:
        use |= one.use
        first = replace(first, inline=first.inline | one.inline)
    problems = tuple(problem for one in each for problem in one.problems)
    return replace(first, use=use, problems=problems)


def put_files(apart: Apart, names: Mapping[str, str], site: Path) -> None:
    """Put the agencies' files into a site; its stylesheets have new names, by their old ones."""
    for record in apart.records:
        apart.store.give_names(record, names)
        apart.store.put(record, site)


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page that was made elsewhere, as a theme's sitemap asks for it and its file."""

    canonical_url: str | None
    abs_url: str | None
    update_date: str
    is_link: bool = False

    @property
    def page(self) -> ListedPage:
        """Itself: a file's page."""
        return self


def all_pages(build: Build, pages: Iterable[File], config: MkDocsConfig) -> list[object]:
    """The pages of a joined site in its order, hand-written ones first, for its sitemap."""
    place = build.outputs.place
    found: list[tuple[tuple[int, str], object]] = [
        (place(file.url.removeprefix("./")) if file.generated_by else (-1, ""), file)
        for file in pages
    ]
    day, site = get_build_date(), config.site_url
    for record in build.apart.records if build.apart else ():
        for address in record.addresses:
            url = urljoin(site, address) if site else None
            listed = ListedPage(url, urlsplit(url).path if url else None, day)
            found.append((place(address), listed))
    return [page for _, page in sorted(found, key=lambda entry: entry[0])]
