"""The walls of the house: imports run downwards only, and each host stays at its door."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from tests.wings import LEVEL_OF, MODULES, PACKAGE, imports, place, used_wings, wing

if TYPE_CHECKING:
    from pathlib import Path

ONLY_IN = {
    "mkdocs": {"plugin", "cli/building"},
    "click": {"cli"},
    "yaml": {"facts"},
    "pydantic": {"facts", "site/downloads", "site/parts"},
    "jinja2": {"site/pages", "plugin", "office/importer/ask", "history/review"},
    "os": {
        *(
            "site/settings",
            "site/build_folder",
            "site/chromium",
            "site/pdf",
            "site/parts",
            "delivery/publish",
            "cli",
        ),
        *("facts/git", "facts/plain_files"),
    },
    "subprocess": {
        *("site/chromium", "delivery/publish", "delivery/github", "office/init", "office/upgrade"),
        *("cli/building", "facts/git", "site/documents"),
        "office/importer/formats/pdf",
    },
    "confusable_homoglyphs": {"facts"},
    "idna": {"facts"},
    "msvcrt": {"site/chromium", "site/build_folder"},
    "select": set(),
    "fcntl": {"site/build_folder"},
    "pikepdf": {"site/pdf"},
    "pyarrow": {"site/downloads/dataset"},
    "shutil": {
        "site/downloads/dataset",
        "site/documents",
        "site/stage",
        "site/parts",
        "site/build_folder",
        "site/chromium",
        "delivery/publish",
        "office/edit_commands",
        "office/portal",
        "office/upgrade",
    },
    "markdown": {"site/pages"},
    "PIL": {"facts/content", "site/share", "history/review", "delivery/verify", "site/finished"},
    "pypdf": {"facts/content"},
    "docx": {"office/importer/formats", "site/documents"},
    "lxml": {"office/importer/formats", "site/finished"},
    "openpyxl": {"office/importer/formats"},
    "pdfplumber": {"office/importer/formats/pdf"},
    "pypdfium2": {"office/importer/formats/pdf"},
    "resource": {"office/importer/formats/pdf"},
    "csv": {"office/importer", "site/downloads"},
    "zxingcpp": {"history/review", "delivery/verify"},
    "xlsxwriter": {"site/downloads"},
    "selectolax": {"site/finished", "site/search"},
    "tinycss2": {"site/minify", "site/finished"},
}
"""Who may use what from outside; whoever else needs it asks the room that has it."""

NETWORK = {
    "aiohttp": {"delivery"},
    "asyncio": {"delivery"},
    "certifi": {"delivery/links"},
    "ftplib": {"delivery/publish"},
    "socket": {"delivery"},
    "ssl": {"delivery"},
    "http": {"office/importer/ask"},
    "urllib.request": {"delivery/links"},
}
"""What talks to other machines, and the rooms that do so when they are told to."""
NOWHERE = {"requests", "material"}


def is_within(module: Path, rooms: set[str]) -> bool:
    return any(f"{place(module)}/".startswith(f"{room}/") for room in rooms)


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


def test_no_module_needs_itself_by_way_of_others():
    names = {place(module) for module in MODULES}
    needed = {
        place(module): {name for name in map(_place_of, imports(module)) if name in names}
        for module in MODULES
    }
    TopologicalSorter(needed).prepare()  # CycleError names the circle


def _place_of(name: str) -> str:
    return name.removeprefix("ita_site.").replace(".", "/")


ROOMS_OF_THE_IMPORTER = ("document", "words", "formats", "tables", "prose", "facts", "plan")
"""From the ground up; what stands above them all asks any of them."""


def test_the_importers_rooms_ask_only_those_before():
    upwards = set()
    for at, room in enumerate(ROOMS_OF_THE_IMPORTER):
        below = tuple(f"office/importer/{name}/" for name in ROOMS_OF_THE_IMPORTER[: at + 1])
        for module in (PACKAGE / "office/importer" / room).rglob("*.py"):
            used = {_place_of(name) for name in imports(module) if "office.importer." in name}
            upwards |= {(place(module), name) for name in used if not f"{name}/".startswith(below)}
    assert upwards == set()


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


NAMELESS = {"of", "told", "said", "found", "it", "seen", "_read"}
"""As a function's whole name these tell nobody what is done to what."""


def test_no_function_has_a_name_that_says_nothing():
    names = {
        (place(module), node.name)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and NAMELESS & {node.name, node.name.strip("_")}
    }
    assert names == set()
