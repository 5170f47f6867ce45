"""One pass over a built site: every document a browser may execute is read, mended and judged."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from ita_site.facts.problems import Problem
from ita_site.site.finished.brought import Beside, leads_on, scripts_brought, styles_brought
from ita_site.site.finished.built_site import Gathered
from ita_site.site.finished.code import Inline, digest, handlers, scripts, styles
from ita_site.site.finished.document import Element, UnreadableError, close_up, read_html
from ita_site.site.finished.known_scripts import is_redirect
from ita_site.site.finished.lines import mark_lines
from ita_site.site.finished.links import guard_links
from ita_site.site.finished.loads import foreign_hosts
from ita_site.site.finished.names import tell_links_apart
from ita_site.site.finished.offers import offer_pdf
from ita_site.site.finished.page import finish_page
from ita_site.site.finished.pictures import size_pictures
from ita_site.site.finished.policy import content_security_policy, put_policy
from ita_site.site.finished.promises import broken_promises
from ita_site.site.finished.use import styles_used
from ita_site.site.finished.xml import XmlDocument
from ita_site.site.minify import bare_scripts, minify_stylesheets
from ita_site.site.server_settings import settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ita_site.site.finished.built_site import BuiltSite
    from ita_site.site.finished.document import HtmlDocument
    from ita_site.site.finished.promises import BuiltPage

_HTML: Final = {".html", ".htm", ".shtml"}
_XML: Final = {".svg", ".xhtml", ".xht", ".xml", ".xsl", ".xslt", ".rss", ".atom", ".rdf"}
_PACKED: Final = {".svgz"}
_HASHED: Final = re.compile(r"assets/.+\.[0-9a-f]{8}\.(?:min\.)?[a-z0-9]+")


class Finished(NamedTuple):
    """The problems of a finished site in order, and stylesheets' new names by their old ones."""

    problems: tuple[Problem, ...]
    names: Mapping[str, str]


def finish_site(site: BuiltSite) -> Finished:
    """Mend the documents of a built site, write its search index and its server's settings.

    It goes by what stands in the folder in the end, whoever put it there. With an error among
    the problems the site must not be published.
    """
    finishing = _Finishing(site)
    for path in _in_order(site):
        name = path.relative_to(site.folder).as_posix()
        if site.cache and name in site.pages:
            finish = partial(finish_files, names=[name])
            finishing.add(finish_page(site, name, site.cache, finish))
        else:
            finishing.take(path)
    names = finishing.complete()
    return Finished(tuple(sorted(finishing.problems)), names)


def finish_files(site: BuiltSite, names: Iterable[str]) -> Gathered:
    """Mend some documents alone; what the whole site has to know of them is gathered."""
    finishing = _Finishing(site)
    for name in names:
        finishing.take(site.folder / name)
        if name.endswith(".css"):
            finishing.judge_styles(site.folder / name)
    return finishing.gathered()


def _in_order(site: BuiltSite) -> Iterator[Path]:
    """The theme's pages as the host made them, the order of equally good hits; then the rest."""
    yield from (path for name in site.pages if (path := site.folder / name).is_file())
    for path in sorted(path for path in site.folder.rglob("*") if path.is_file()):
        name = path.relative_to(site.folder).as_posix()
        if name not in site.pages:
            yield path


class _Finishing:
    """The pass over one site: what is gathered from document to document."""

    def __init__(self, site: BuiltSite) -> None:
        self.problems: list[Problem] = [*site.gathered.problems]
        self._site = site
        self._host = urlsplit(site.address).netloc.lower()
        self._beside = Beside(site.content, site.address, site.listed)
        self._use, self._inline = site.gathered.use, site.gathered.inline
        self._written: list[Path] = []

    def take(self, path: Path) -> None:
        """Finish one file, if a browser executes its kind."""
        suffix = path.suffix.lower()
        try:
            if suffix in _HTML or (not suffix and path.read_bytes().lstrip().startswith(b"<")):
                self._take_html(path)
            elif suffix in _XML:
                self._take_xml(path)
            elif suffix in _PACKED:
                self._refuse(path, "ไฟล์ถูกบีบอัดไว้")
        except UnreadableError as error:
            self._refuse(path, str(error))
        except RecursionError:
            self._refuse(path, "แท็กซ้อนกันลึกเกินไป")

    def add(self, gathered: Gathered) -> None:
        """Take in what was gathered of files that are finished."""
        self.problems += gathered.problems
        self._use, self._inline = self._use | gathered.use, self._inline | gathered.inline
        self._written += [self._site.folder / name for name in gathered.written]

    def _refuse(self, path: Path, reason: str) -> None:
        """Report what cannot be judged, and leave it out: it has no policy to hold it."""
        self._report(path, "ITA513", reason)
        path.unlink()

    def _take_html(self, path: Path) -> None:
        document = read_html(path.read_bytes())
        page = self._site.pages.get(self._name(path))
        offer_pdf(document, made=self._site.has_pdf)
        if page:
            self._search(path, document, page)
            for code, value in broken_promises(document, page):
                self._report(path, code, value)
            self._judge_page(path, document.elements, page)
        self._judge(path, document.elements)
        if not self._site.is_preview:
            self._use |= styles_used(document.elements)
            size_pictures(document, path.parent, self._site.folder)
            guard_links(document)
            self._protect(path, document)
        if page:
            tell_links_apart(document)
            mark_lines(document, page.agency)
        if document.is_changed:
            path.write_bytes(close_up(document.serialise()).encode())
            self._written.append(path)

    def _search(self, path: Path, document: HtmlDocument, page: BuiltPage) -> None:
        if not (search := self._site.search):
            return
        if not search.start(document, page.address):
            self._report(path, "ITA515", search.their_worker)
        if page.is_searched:
            search.read(page.address, page.title, document.article)

    def _protect(self, path: Path, document: HtmlDocument) -> None:
        is_page = self._name(path) in self._site.pages
        content = {node.mem_id for node in document.tree.css("body style")} if is_page else set()
        inline, refused = styles(document.elements, content)
        for style in refused:
            self._report(path, "ITA514", style, style)
        self._inline |= (own := inline | self._allowed(document.elements))
        put_policy(document, content_security_policy(own))

    def _take_xml(self, path: Path) -> None:
        document = XmlDocument(path.read_bytes())
        problems = len(self.problems)
        self._judge(path, document.elements)
        if not document.is_page and len(self.problems) > problems:
            path.unlink()  # A drawing or feed can carry no policy.
        elif document.is_page and not self._site.is_preview:
            self._inline |= (own := self._allowed(document.elements))
            path.write_bytes(document.with_policy(content_security_policy(own)))

    def _judge(self, path: Path, elements: Iterable[Element]) -> None:
        """Refuse what no document may hold, whoever wrote it."""
        for address, host in foreign_hosts(elements, self._host):
            self._report(path, "ITA510", address, address, host=host)
        for code in scripts(elements):
            if not self._is_allowed(code):
                self._report(path, "ITA511", code.strip(), code.strip(), digest=digest(code))
        for handler in handlers(elements):
            self._report(path, "ITA512", handler, handler.partition('"')[2].removesuffix('"'))

        for address, known in scripts_brought(
            elements, self._name(path), self._beside, self._site.allowed_scripts
        ):
            self._report(path, "ITA560", address, address, digest=known)

    def _judge_page(self, path: Path, elements: Iterable[Element], page: BuiltPage) -> None:
        """Refuse what a page within the theme may not hold; a file by itself may."""
        for address in styles_brought(elements, self._name(path), self._beside):
            self._report(path, "ITA561", address, address)
        for content in leads_on(elements) if page.source else ():
            self._report(path, "ITA562", content, content)

    def _is_allowed(self, code: str) -> bool:
        return digest(code) in self._site.allowed_scripts or is_redirect(code)

    def _allowed(self, elements: Iterable[Element]) -> Inline:
        allowed = (code for code in scripts(elements) if self._is_allowed(code))
        return Inline(scripts=frozenset(map(digest, allowed)))

    def gathered(self) -> Gathered:
        """What the whole site has to know of what was taken."""
        written = tuple(map(self._name, self._written))
        return Gathered(tuple(sorted(self.problems)), self._use, self._inline, written)

    def complete(self) -> Mapping[str, str]:
        """Write what is known only after the last document; gives stylesheets' new names."""
        names: Mapping[str, str] = {}
        for artifact in self._site.search.indexes() if self._site.search else ():
            self._write(artifact.path, artifact.content)
        if not self._site.is_preview:
            bare_scripts(self._site.folder)
            use = self._use.with_scripts
            names = minify_stylesheets(self._site.folder, use, self._site.cache)
            for path in self._written if names else ():
                rename_in(path, names)
            self._write_settings()
        for path in sorted(self._site.folder.rglob("*.css")):
            self.judge_styles(path)
        return names

    def judge_styles(self, path: Path) -> None:
        """Refuse what no stylesheet may ask for."""
        css = path.read_text("utf-8", errors="replace")
        self._judge(path, [Element("style", {}, css)])

    def _write_settings(self) -> None:
        root = urlsplit(self._site.address).path.rstrip("/") + "/"
        hashed = sorted(name for name in self._assets() if _HASHED.fullmatch(name))
        for artifact in settings(content_security_policy(self._inline), root, hashed):
            self._write(artifact.path, artifact.content)

    def _assets(self) -> Iterator[str]:
        return (self._name(path) for path in self._site.folder.rglob("assets/**/*.*"))

    def _write(self, name: str, content: bytes) -> None:
        file = self._site.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._site.folder).as_posix()

    def _report(self, path: Path, code: str, value: str, snippet: str = "", **more: str) -> None:
        """Add a problem, placed in the hand-written file where there is one."""
        name = self._name(path)
        page = self._site.pages.get(name)
        source = self._site.content / ((page.source if page else name) or name)
        is_written = source.is_file()
        shown = f"{self._site.content.name}/{source.relative_to(self._site.content).as_posix()}"
        line = _line(source, snippet) if is_written and snippet else 1
        place = shown if is_written else name
        self.problems.append(Problem(place, line, 1, code, "", {"value": value, **more}))


def _line(source: Path, snippet: str) -> int:
    """The line of a file on which something begins; the first where that cannot be seen."""
    first = snippet.split("\n", 1)[0]
    before, found, _ = source.read_text("utf-8", errors="replace").partition(first)
    return before.count("\n") + 1 if found else 1


def rename_in(path: Path, names: Mapping[str, str]) -> None:
    """Name files in a document by their new names; a file that is linked elsewhere stays there."""
    before = after = path.read_bytes()
    for old, new in names.items():
        after = after.replace(old.encode(), new.encode())
    if after != before:
        path.unlink()
        path.write_bytes(after)
