"""The theme's compiled templates are kept, unless somebody has changed how MkDocs compiles."""

from __future__ import annotations

import sys

import pytest
from mkdocs.theme import Theme

from ita_site.plugin.theme_templates import is_as_mkdocs_makes_it, keep_compiled

MAIN = "main.html"


def test_another_build_finds_what_one_has_compiled(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    template = tmp_path / MAIN
    template.write_text("{{ 'one' | upper }} {{ name | url }}", "utf-8")
    assert _compiled(tmp_path, template) is None
    _env(tmp_path).get_template(MAIN)
    assert _compiled(tmp_path, template) is not None
    template.write_text("{{ 'two' | upper }}", "utf-8")
    assert _compiled(tmp_path, template) is None
    assert _env(tmp_path).get_template(MAIN).render() == "TWO"


@pytest.mark.parametrize(
    "change",
    [
        lambda env: env.filters.update(upper=str.lower),
        lambda env: env.filters.update(loud=str.upper),
        lambda env: env.tests.update(loud=str.isupper),
        lambda env: env.add_extension("jinja2.ext.do"),
        lambda env: setattr(env, "trim_blocks", True),
        lambda env: setattr(env, "autoescape", True),
    ],
    ids=["replaced", "filter", "test", "extension", "blanks", "escaping"],
)
def test_who_changes_how_is_compiled_compiles_anew(change):
    env = Theme(name="mkdocs").get_env()
    assert is_as_mkdocs_makes_it(env)
    change(env)
    assert not is_as_mkdocs_makes_it(env)
    keep_compiled(env)
    assert env.bytecode_cache is None


def _env(folder):
    env = Theme(name="mkdocs", custom_dir=str(folder)).get_env()
    keep_compiled(env)
    return env


def _compiled(folder, template):
    env = _env(folder)
    text = template.read_text("utf-8")
    return env.bytecode_cache.get_bucket(env, MAIN, str(template), text).code
