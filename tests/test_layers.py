"""The walls of the house: imports run downwards only, and each host stays at its door."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ita_site

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(ita_site.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

LEVELS = (
    {"__main__"},
    {"plugin", "cli"},
    {"verify"},
    {"stage", "report", "links", "intake", "publish", "clerk", "review", "explain", "deadlines"},
    {"site", "chronicle"},
    {"outputs"},
    {"pages", "downloads", "documents", "search", "typeset", "policy", "weight"},
    {"checks"},
    {"reading", "content"},
    {"figures"},
    {"editions", "writing"},
    {"source", "schemas"},
    {"model"},
    {"thai"},
    {"manifest"},
    {"repository", "prints"},
    {"problems", "artifact", "aside", "code_host"},
)
"""The rooms from the roof down; those side by side do not know each other."""

WALLED_OFF = {
    "plugin": {"links", "reading", "content", "checks", "pages", "downloads", "source"},
    "cli": {"reading", "content", "checks", "pages", "downloads", "source"},
    "links": {"site", "outputs", "downloads", "checks", "figures", "editions"},
    "intake": {
        *{"site", "outputs", "pages", "downloads", "documents", "search", "typeset", "policy"},
        *{"weight", "checks", "content"},
    },
    "publish": {
        *{"site", "outputs", "pages", "downloads", "documents", "search", "typeset", "policy"},
        *{
            "weight",
            "checks",
            "reading",
            "content",
            "figures",
            "editions",
            "source",
            "model",
            "thai",
        },
    },
    "verify": {
        *{"publish", "site", "outputs", "pages", "downloads", "search", "typeset"},
        *{"checks", "reading", "content", "figures", "editions", "source", "thai"},
    },
    "chronicle": {"outputs", "pages", "downloads", "documents", "search", "policy", "checks"},
    "review": {"downloads", "checks", "source"},
    "pages": {"checks", "reading", "content", "source"},
    "downloads": {"checks", "reading", "content", "source", "problems"},
    "search": {"checks", "reading", "content", "source", "figures", "editions", "model"},
    "policy": {"checks", "reading", "content", "source", "figures", "editions", "model", "thai"},
    "weight": {"checks", "reading", "content", "source", "figures", "editions", "model", "thai"},
    "content": {"figures", "editions", "source", "model", "thai", "problems", "artifact", "aside"},
    "documents": {"checks", "reading", "content", "figures", "editions", "source", "model", "thai"},
    "reading": {"figures"},
    "figures": {"source", "problems"},
    "repository": {"artifact", "aside", "code_host"},
    "editions": {"source"},
    "schemas": {"thai"},
    "source": {"model", "thai"},
    "model": {"problems", "artifact"},
    "thai": {"problems", "artifact"},
}
"""What lies below a room and is none of its business all the same."""

ONLY_IN = {
    "mkdocs": {"plugin"},
    "click": {"cli"},
    "yaml": {"source", "editions", "problems", "writing"},
    "pydantic": {"model", "editions", "reading", "downloads"},
    "jinja2": {"pages"},
    "os": {"site", "documents", "publish", "cli", "repository"},
    "subprocess": {"documents", "publish", "repository"},
    "select": {"documents"},
    "pikepdf": {"documents"},
    "shutil": {"stage", "documents", "publish", "clerk"},
    "markdown": {"pages"},
    "PIL": {"content", "review", "verify", "weight"},
    "pypdf": {"content"},
    "docx": {"intake"},
    "lxml": {"intake"},
    "openpyxl": {"intake"},
    "csv": {"intake", "downloads"},
    "zxingcpp": {"review", "verify"},
    "budoux": {"figures"},
    "xlsxwriter": {"downloads"},
    "tinycss2": {"weight"},
}
"""Who may use what from outside; whoever else needs it asks the room that has it."""

NETWORK = {
    "aiohttp": {"links", "verify"},
    "asyncio": {"links", "verify"},
    "certifi": {"links"},
    "ftplib": {"publish"},
    "socket": {"links", "publish"},
    "ssl": {"links", "publish", "verify"},
    "urllib.request": {"links"},
}
"""What talks to other machines, and the rooms that do so when they are told to."""
NOWHERE = {"http", "requests", "material"}


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> Iterator[str]:
    """Every module it imports: at the top, within a function, for types alone."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}: imports are absolute here"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def used_rooms(module: Path) -> set[str]:
    names = (name.split(".") for name in imports(module))
    rooms = {parts[1] for parts in names if parts[0] == "ita_site" and len(parts) > 1}
    return {used for used in rooms if used in ROOMS and used != room(module)}


ROOMS = {room(module) for module in MODULES} - {"__init__"}
LEVEL_OF = {name: level for level, names in enumerate(LEVELS) for name in names}
every_module = pytest.mark.parametrize(
    "module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix()
)


def test_every_room_has_its_place():
    assert set(LEVEL_OF) == ROOMS


@every_module
def test_imports_run_downwards_only(module):
    own = LEVEL_OF.get(room(module), -1)
    assert {used for used in used_rooms(module) if LEVEL_OF[used] <= own} == set()


@every_module
def test_no_room_reaches_through_a_wall(module):
    assert used_rooms(module) & WALLED_OFF.get(room(module), set()) == set()


@every_module
def test_libraries_are_used_where_they_belong(module):
    used = {name.split(".")[0] for name in imports(module)}
    assert {name for name in used & set(ONLY_IN) if room(module) not in ONLY_IN[name]} == set()
    banned = NOWHERE | {name for name, rooms in NETWORK.items() if room(module) not in rooms}
    assert {name for name in imports(module) if name in banned} | used & banned == set()


@every_module
def test_nothing_prints(module):
    calls = (
        node.func
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
    )
    assert "print" not in {call.id for call in calls if isinstance(call, ast.Name)}


def test_the_walls_are_walls_of_this_house():
    for name, others in WALLED_OFF.items():
        assert {other for other in others if LEVEL_OF[other] <= LEVEL_OF[name]} == set()
