"""A folder made lighter."""

from __future__ import annotations

import hashlib

from ita_site.site.minify.site import lighten

PAGE = '<link rel="stylesheet" href="assets/stylesheets/main.01234567.min.css"><p class="seen">'


def make(folder, page=PAGE):
    sheets = folder / "assets/stylesheets"
    sheets.mkdir(parents=True)
    (folder / "index.html").write_text(page)
    (sheets / "main.01234567.min.css").write_text(".seen{color:red}.unseen{color:red}")
    (sheets / "ita.css").write_text("/* ours */\n.seen { --x: 1 }\n.unseen { --x: 1 }\n")
    (sheets / "officers.css").write_text(".unseen { width: var(--x) }\n")
    return folder


def contents(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_a_name_with_a_digest_changes_with_the_content_on_every_page(tmp_path):
    lighten(make(tmp_path))
    digest = hashlib.sha256(b".seen{color:red}").hexdigest()[:8]
    name = f"assets/stylesheets/main.{digest}.min.css"
    assert contents(tmp_path) == {
        "index.html": PAGE.replace("assets/stylesheets/main.01234567.min.css", name),
        name: ".seen{color:red}",
        "assets/stylesheets/ita.css": ".seen{--x: 1}",
        "assets/stylesheets/officers.css": ".unseen { width: var(--x) }\n",
    }


def test_the_same_pages_give_the_same_files(tmp_path):
    one, other = make(tmp_path / "one"), make(tmp_path / "other")
    lighten(one)
    lighten(other)
    assert contents(one) == contents(other)
    lighten(other)
    assert contents(one) == contents(other)


def test_a_page_that_uses_more_keeps_more(tmp_path):
    lighten(make(tmp_path, PAGE + '<p class="unseen">'))
    assert ".unseen{--x: 1}" in contents(tmp_path)["assets/stylesheets/ita.css"]
