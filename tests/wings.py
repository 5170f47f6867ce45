"""Draws the house from its imports: `python -m tests.wings` prints who asks whom, and how often."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import ita_site

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(ita_site.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
WINGS = (
    ("plugin", "cli"),
    ("delivery",),
    ("office", "history"),
    ("site",),
    ("rules",),
    ("facts",),
)
"""From the roof down; those side by side do not know each other."""
LEVEL_OF = {name: level for level, names in enumerate(WINGS) for name in names}


def place(module: Path) -> str:
    """Where a module stands in the package: `rules/figures/trend`."""
    return module.relative_to(PACKAGE).with_suffix("").as_posix()


def wing(module: Path) -> str:
    return place(module).split("/")[0]


def imports(module: Path) -> Iterator[str]:
    """Every module it imports: at the top, within a function, for types alone."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}: imports are absolute here"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def used_wings(module: Path) -> list[str]:
    """The other wings it imports from, once for each imported name or module."""
    parts = (name.split(".") for name in imports(module))
    used = (names[1] for names in parts if names[0] == "ita_site" and len(names) > 1)
    return [name for name in used if name in LEVEL_OF and name != wing(module)]


def table() -> str:
    """A row for each wing: its files, its lines, and how many imports go to each wing below."""
    names = list(LEVEL_OF)
    asked = {name: Counter[str]() for name in names}
    size = {name: [0, 0] for name in names}
    for module in MODULES:
        if wing(module) in LEVEL_OF:
            asked[wing(module)].update(used_wings(module))
            size[wing(module)][0] += 1
            size[wing(module)][1] += module.read_text("utf-8").count("\n")
    rows = [["", "files", "lines", *names]]
    rows += [[name, *size[name], *(asked[name][other] or "·" for other in names)] for name in names]
    return "\n".join("".join(f"{cell!s:>10}" for cell in row) for row in rows)


if __name__ == "__main__":
    print(table())  # noqa: T201 - it is what one calls it for
