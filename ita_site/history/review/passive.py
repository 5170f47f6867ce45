"""Whether a proposal can be built without running anything of it.

Facts and pages are text to this program. Settings, look, plugins and hooks are not: where a
proposal changes them, or where the project's own run what stands in pages, nothing is built.
What a setting does is not guessed: one that is not known here is taken to run something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.git.tree_changes import changed_files, file_at
from ita_site.facts.links import reveal
from ita_site.facts.strict_yaml.parse import read
from ita_site.history.review.project import SETTINGS_FILE, Part, folders_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.strict_yaml.document import Value
    from ita_site.history.review.project import Layout, ProjectRange

ACTIVE = (Part.PROGRAM, Part.SETTINGS, Part.LOOK)
"""What a build runs, or is told by."""
HARMLESS = {
    "plugins": frozenset({"ita-site", "search", "material/search"}),
    "markdown_extensions": frozenset(
        (
            *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
            *("footnotes", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
            *("pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.highlight"),
            *("pymdownx.mark", "pymdownx.tasklist", "pymdownx.tilde"),
        )
    ),
}
"""Plugins and extensions to which pages are text, and that read no file that a page names."""
FRAME = frozenset(
    (
        *("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url"),
        *("repo_name", "edit_uri", "edit_uri_template", "docs_dir", "site_dir", "nav", "strict"),
        *("exclude_docs", "draft_docs", "not_in_nav", "validation", "use_directory_urls"),
        *("dev_addr", "extra", "extra_css", "extra_javascript", "theme", "watch"),
    )
)
"""Settings that run nothing by themselves. `extra_templates` does: it makes pages templates."""
SHOWN = 12

CHANGED = "คำขอนี้เปลี่ยนสิ่งที่ทำงานขณะสร้างเว็บไซต์ ที่นี่จึงไม่สร้างให้ ต้องดูไฟล์เหล่านี้ก่อน:"
RUNS_PAGES = f"{SETTINGS_FILE} ตั้งค่าสิ่งที่อาจทำงานตามข้อความในหน้า ที่นี่จึงไม่สร้างให้:"
UNREADABLE = f"{SETTINGS_FILE} มีส่วนที่อ่านตามตัวอักษรไม่ได้ ที่นี่จึงไม่สร้างให้"
NESTED = "โฟลเดอร์หน้าตาซ้อนกับโฟลเดอร์ของหน้าหรือข้อมูล ที่นี่จึงไม่สร้างให้"


def why_not_passive(project: ProjectRange) -> str:
    """Why a build of the newer state might run something of it, in lines; empty when it cannot."""
    layout = project.layout
    changed = changed_files(project.root, project.base, project.head)
    if active := [it.path for it in changed if layout.part_of(it.path) in ACTIVE]:
        return _lines(CHANGED, active)
    settings = f"{layout.project}/{SETTINGS_FILE}".removeprefix("/")
    document = read(file_at(project.root, project.base, settings))
    if document.flaws or document.partly_read or not isinstance(document.value, dict):
        return UNREADABLE
    if _is_nested(layout) or _is_elsewhere(document.value, layout):
        return NESTED
    named = list(_running(document.value))
    return _lines(RUNS_PAGES, named) if named else ""


def _is_nested(layout: Layout) -> bool:
    """A template that lies among pages is no page, and a page among templates is one of them."""
    passive = (*layout.content, layout.data)
    pairs = ((look, folder) for look in layout.look for folder in passive)
    return any(_lies_in(look, folder) or _lies_in(folder, look) for look, folder in pairs)


def _lies_in(inner: str, outer: str) -> bool:
    return not outer or f"{inner}/".startswith(f"{outer}/")


def _is_elsewhere(settings: dict[str, Value], layout: Layout) -> bool:
    """Whether a folder that the settings name is none of those that were looked at."""
    theme = settings.get("theme")
    look = theme.get("custom_dir") if isinstance(theme, dict) else None
    named = ((look, layout.look), (settings.get("docs_dir"), layout.content))
    return any(
        value is not None
        and not (isinstance(value, str) and folders_named([value], layout.project) <= known)
        for value, known in named
    )


def _running(settings: dict[str, Value]) -> Iterator[str]:
    """Settings, plugins and extensions that are not known to take pages as text."""
    yield from (name for name in settings if name not in {*FRAME, *HARMLESS})
    for field, harmless in HARMLESS.items():
        for name in _names(settings.get(field)):
            if name not in harmless:
                yield f"{field}: {name}"


def _names(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for name in value:
            yield from _names(name)


def _lines(head: str, names: list[str]) -> str:
    more = [f"และอีก {len(names) - SHOWN} รายการ"] if len(names) > SHOWN else []
    return "\n".join([head, *map(reveal, names[:SHOWN]), *more])
