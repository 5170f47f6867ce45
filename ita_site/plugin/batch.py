"""Some agencies of a portal, made in one run of MkDocs for another one to join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from ita_site.plugin.files import navigation_paths
from ita_site.rules.figures.next_change import next_change
from ita_site.site.finished.finish import finish_files
from ita_site.site.parts.record import Record
from ita_site.site.search.index import OfAgency

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ita_site.facts.problems import Problem
    from ita_site.plugin.apart import Batch
    from ita_site.plugin.build import Build
    from ita_site.site.finished.built_site import BuiltSite
    from ita_site.site.pages.view import AgencyView


def stand_in(files: Files, build: Build, config: MkDocsConfig) -> None:
    """Let the navigation find what another run makes; leave out what no page here needs."""
    for path in navigation_paths(build.outputs.navigation):
        if not files.get_file_from_path(path):
            files.append(File.generated(config, path, content=""))
    for file in list(files):
        is_page, is_theirs = file.is_documentation_page(), file.src_dir == config.docs_dir
        is_shown = file.src_uri in build.outputs.pictures or bool(config.extra_css)
        if is_theirs and not (is_page or is_shown or file.generated_by):
            files.remove(file)


def keep_batch(batch: Batch, build: Build, built: BuiltSite, print_all: Callable[[], None]) -> None:
    """Finish the pages of the agencies that were wanted, and keep all that was made of them."""
    files = {view.facts.slug: _files(build, view) for view in build.outputs.everyone}
    gathered = {slug: finish_files(built, names) for slug, names in files.items()}
    print_all()
    summaries = (
        {it.slug: it for it in build.outputs.portal.everyone} if build.outputs.portal else {}
    )
    for view in build.outputs.everyone:
        slug, names = view.facts.slug, files[view.facts.slug]
        index, search = _search(build, built, view)
        documents = [it.path for it in build.outputs.documents if _is_of(it.path, view)]
        record = Record(
            batch.keys[slug],
            view.today,
            next_change(view.facts, view.today),
            summaries[slug],
            tuple(_concerning(build.site.errors, view, build)),
            tuple(_concerning(build.site.warnings, view, build)),
            gathered[slug],
            tuple(build.pages_built[name].address for name in names if name in build.pages_built),
            has_pdf=built.has_pdf,
        )
        there = [it for it in (*names, *index, *documents) if (built.folder / it).is_file()]
        batch.store.keep(record, search, built.folder, there)


def _files(build: Build, view: AgencyView) -> list[str]:
    """An agency's files, its pages first, in the order in which the whole site has them."""
    own = [name for name in build.files_made if _is_of(name, view)]
    pages = [name for name in build.pages_built if _is_of(name, view) and name in own]
    return [*pages, *sorted({*own} - {*pages})]


def _is_of(name: str, view: AgencyView) -> bool:
    return name.startswith(view.facts.prefix)


def _search(build: Build, built: BuiltSite, view: AgencyView) -> tuple[list[str], OfAgency]:
    """The files of an agency's own search, and its pages for that of several."""
    if not build.search or view.withheld:
        return [], OfAgency("", "")
    index, documents = build.search.of_agency(view.facts.prefix)
    target = built.folder / index.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(index.content)
    return [index.path], documents


def _concerning(problems: tuple[Problem, ...], view: AgencyView, build: Build) -> Iterator[Problem]:
    """Those in an agency's folder, and those in no agency's, which any of them may have brought."""
    others = [it.facts.folder for it in build.outputs.everyone if it is not view]
    for problem in problems:
        if not any(map(problem.lies_in, others)):
            yield problem
