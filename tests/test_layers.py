"""The walls of the house: imports run downwards only, and each host stays at its door."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import ita_site

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(ita_site.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

WINGS = (
    {"plugin", "cli"},
    {"delivery"},
    {"office", "history"},
    {"site"},
    {"rules"},
    {"facts"},
)
"""From the roof down; those side by side do not know each other."""

ONLY_IN = {
    "mkdocs": {"plugin", "cli/building"},
    "click": {"cli"},
    "yaml": {"facts"},
    "pydantic": {"facts", "site/downloads"},
    "jinja2": {"site/pages"},
    "os": {"site/load", "site/pdf", "delivery/publish", "cli", "facts/git"},
    "subprocess": {"site/pdf", "delivery/publish", "delivery/github", "office/init", "facts/git"},
    "msvcrt": {"site/pdf"},
    "select": set(),
    "fcntl": set(),
    "pikepdf": {"site/pdf"},
    "shutil": {"site/stage", "site/pdf", "delivery/publish", "office/edit_commands"},
    "markdown": {"site/pages"},
    "PIL": {"facts/content", "history/review", "delivery/verify", "site/minify"},
    "pypdf": {"facts/content"},
    "docx": {"office/importer"},
    "lxml": {"office/importer"},
    "openpyxl": {"office/importer"},
    "csv": {"office/importer", "site/downloads"},
    "zxingcpp": {"history/review", "delivery/verify"},
    "budoux": {"rules/figures"},
    "xlsxwriter": {"site/downloads"},
    "tinycss2": {"site/minify"},
}
"""Who may use what from outside; whoever else needs it asks the room that has it."""

NETWORK = {
    "aiohttp": {"delivery"},
    "asyncio": {"delivery"},
    "certifi": {"delivery/links"},
    "ftplib": {"delivery/publish"},
    "socket": {"delivery"},
    "ssl": {"delivery"},
    "urllib.request": {"delivery/links"},
}
"""What talks to other machines, and the rooms that do so when they are told to."""
NOWHERE = {"http", "requests", "material"}


def place(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").as_posix()


def wing(module: Path) -> str:
    return place(module).split("/")[0]


def is_within(module: Path, rooms: set[str]) -> bool:
    return any(f"{place(module)}/".startswith(f"{room}/") for room in rooms)


def imports(module: Path) -> Iterator[str]:
    """Every module it imports: at the top, within a function, for types alone."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}: imports are absolute here"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def used_wings(module: Path) -> set[str]:
    names = (name.split(".") for name in imports(module))
    used = {parts[1] for parts in names if parts[0] == "ita_site" and len(parts) > 1}
    return {name for name in used if name in LEVEL_OF and name != wing(module)}


LEVEL_OF = {name: level for level, names in enumerate(WINGS) for name in names}


def test_every_module_stands_in_a_wing():
    assert {wing(module) for module in MODULES} == {"__init__", "__main__", *LEVEL_OF}


def test_imports_run_downwards_only():
    upwards = {
        place(module): used
        for module in MODULES
        if (used := {name for name in used_wings(module) if LEVEL_OF[name] <= level(module)})
    }
    assert upwards == {}


def level(module: Path) -> int:
    return LEVEL_OF.get(wing(module), -1)


def test_libraries_are_used_where_they_belong():
    misplaced = set()
    for module in MODULES:
        for name in imports(module):
            top = name.split(".")[0]
            rooms = ONLY_IN.get(top, NETWORK.get(name, NETWORK.get(top)))
            if top in NOWHERE or (rooms is not None and not is_within(module, rooms)):
                misplaced.add((place(module), name))
    assert misplaced == set()


def test_nothing_prints():
    printing = {
        place(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    }
    assert printing == set()
