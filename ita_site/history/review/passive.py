"""Whether a proposal can be built without running anything of it.

Facts and pages are text to this program. Settings, look, plugins and hooks are not: where a
proposal changes them, or where the project's own run what stands in pages, nothing is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.git.tree_changes import changed_files, file_at
from ita_site.facts.links import reveal
from ita_site.facts.strict_yaml.parse import read
from ita_site.history.review.project import SETTINGS_FILE, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.strict_yaml.document import Value
    from ita_site.history.review.project import Layout, ProjectRange

ACTIVE = (Part.PROGRAM, Part.SETTINGS, Part.LOOK)
"""What a build runs, or is told by."""
HARMLESS = frozenset({"ita-site", "search", "material/search"})
"""Plugins to which pages are text."""
SHOWN = 12

CHANGED = "คำขอนี้เปลี่ยนสิ่งที่ทำงานขณะสร้างเว็บไซต์ ที่นี่จึงไม่สร้างให้ ต้องดูไฟล์เหล่านี้ก่อน:"
RUNS_PAGES = "เว็บไซต์นี้ใช้ส่วนเสริมที่อาจทำงานตามข้อความในหน้า ที่นี่จึงไม่สร้างให้:"
UNREADABLE = f"อ่าน {SETTINGS_FILE} ไม่ได้ทั้งไฟล์ ที่นี่จึงไม่สร้างให้"
NESTED = "โฟลเดอร์หน้าตาอยู่ในโฟลเดอร์ของหน้าหรือข้อมูล ที่นี่จึงไม่สร้างให้"


def why_not_passive(project: ProjectRange) -> str:
    """Why a build of the newer state might run something of it, in lines; empty when it cannot."""
    layout = project.layout
    changed = changed_files(project.root, project.base, project.head)
    if active := [it.path for it in changed if layout.part_of(it.path) in ACTIVE]:
        return _lines(CHANGED, active)
    if _is_nested(layout):
        return NESTED
    settings = f"{layout.project}/{SETTINGS_FILE}".removeprefix("/")
    document = read(file_at(project.root, project.base, settings))
    if document.partly_read or not isinstance(document.value, dict):
        return UNREADABLE
    named = list(_running(document.value))
    return _lines(RUNS_PAGES, named) if named else ""


def _is_nested(layout: Layout) -> bool:
    passive = (*layout.content, layout.data)
    return any(f"{look}/".startswith(f"{folder}/") for look in layout.look for folder in passive)


def _running(settings: dict[str, Value]) -> Iterator[str]:
    """The plugins, hooks and further settings that are not known to take pages as text."""
    yield from (name for name in _names(settings.get("plugins")) if name not in HARMLESS)
    yield from _names(settings.get("hooks"))
    yield from _names(settings.get("INHERIT"))


def _names(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for name in value:
            yield from _names(name)


def _lines(head: str, names: list[str]) -> str:
    more = [f"และอีก {len(names) - SHOWN} รายการ"] if len(names) > SHOWN else []
    return "\n".join([head, *map(reveal, names[:SHOWN]), *more])
