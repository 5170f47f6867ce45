"""What a phone of 2018 gets: scripts it can read, and no rule lost beside one it does not know.

LINE and Facebook open links in the system's WebView, which old phones no longer renew. A browser
that does not know one selector of a list leaves out the whole rule, and one that does not know a
word of a script leaves out the whole script.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import tinycss2

import ita_site
from tests.site.project import REPOSITORY

SITE = Path(ita_site.__file__).parent / "site"
SHEETS = sorted((SITE / "look").rglob("*.css"))
SCRIPTS = sorted([*(SITE / "look").rglob("*.js"), *(SITE / "search").rglob("*.js")])
NODE = REPOSITORY / ".venv/bin/node"
ACORN = REPOSITORY / ".cache/node/node_modules/acorn"
PARSE = """
const source = require("fs").readFileSync(0, "utf8");
const options = { ecmaVersion: 2020, sourceType: process.argv[2], locations: true };
console.log(JSON.stringify(require(process.argv[1]).parse(source, options)));
"""
NEW_SELECTORS = {"has", "details-content", "popover-open", "open", "modal", "state", "user-invalid"}
"""Those of 2021 and later that we use or may come to use."""
NEW_RULES = {"layer", "container", "scope", "starting-style", "property", "view-transition"}


def rules(nodes):
    """The rules of a sheet with those within conditions."""
    for node in nodes:
        if node.type == "qualified-rule":
            yield node
        elif node.type == "at-rule" and node.lower_at_keyword == "media":
            yield from rules(tinycss2.parse_rule_list(node.content, skip_whitespace=True))


def names(nodes):
    """Every pseudo-class and pseudo-element, those within others too."""
    for before, node in zip([None, *nodes], nodes, strict=False):
        if node.type == "function":
            yield node.lower_name
            yield from names(node.arguments)
        elif node.type == "ident" and before == ":":
            yield node.lower_value


def selectors(rule):
    """The selectors of a list."""
    parts = [[]]
    for node in rule.prelude:
        parts.append([]) if node == "," else parts[-1].append(node)
    return parts


def offences(sheet):
    """What an old browser would lose of a sheet besides what is new."""
    nodes = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword in NEW_RULES:
            yield f"{node.source_line}: @{node.at_keyword}"
    for rule in rules(nodes):
        new = [bool(NEW_SELECTORS & set(names(one))) for one in selectors(rule)]
        if any(new) and not all(new):
            yield f"{rule.source_line}: {tinycss2.serialize(rule.prelude)}"
        if any(node.type == "{} block" for node in rule.content):
            yield f"{rule.source_line}: a rule within {tinycss2.serialize(rule.prelude)}"


def newer(node):
    """What came into the language after 2018, but for `import()`, which came to browsers before."""
    if isinstance(node, list):
        for one in node:
            yield from newer(one)
    elif isinstance(node, dict):
        match node:
            case {"type": "ChainExpression" | "MetaProperty" as kind, "loc": place}:
                yield kind, place["start"]["line"]
            case {"type": "LogicalExpression", "operator": "??", "loc": place}:
                yield "??", place["start"]["line"]
            case {"type": "CatchClause", "param": None, "loc": place}:
                yield "catch without a name", place["start"]["line"]
            case {"type": "Literal", "bigint": _, "loc": place}:
                yield "a big number", place["start"]["line"]
        for value in node.values():
            yield from newer(value)


def parsed(source, kind="script"):
    """A script's tree; a syntax newer than 2020 is no tree."""
    assert ACORN.exists(), "acorn is needed: make .cache/node/ready"
    command = [NODE, "-e", PARSE, ACORN, kind]
    done = subprocess.run(command, input=source, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_rule_is_lost_beside_a_new_selector(sheet):
    assert list(offences(sheet.read_text("utf-8"))) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_is_read_by_a_browser_of_2018(script):
    source = script.read_text("utf-8")
    kind = "module" if script.parent.name == "tools" else "script"
    assert list(newer(parsed(source, kind))) == []


def test_what_is_new_is_found():
    assert list(offences(".a, .b:has(img) { color: red }"))
    assert list(offences("@media print { .a, p:not(:has(b)) { color: red } }"))
    assert list(offences(".a { .b { color: red } }"))
    assert list(offences("@container (width > 1px) { .a { color: red } }"))
    assert not list(offences(".a:has(b), .b::details-content { color: red } .c, .d { top: 0 }"))
    source = "a?.b; a ?? b; try {} catch {}\nimport('x')"
    assert [line for _, line in newer(parsed(source))] == [1, 1, 1]
    with pytest.raises(AssertionError):
        parsed("class A { #b = 1 }")
