"""What a project says of the look goes before what the look says."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

from ita_site.site.theme import (
    DEFAULTS,
    FONTS,
    LOOK,
    apply_look,
    complete_settings,
    settings_without_plugin,
)


class Theme(dict):
    """As much of a host's theme as the look needs."""

    def __init__(self, name="material", custom_dir=None) -> None:
        super().__init__()
        self.name, self.custom_dir = name, custom_dir
        self.dirs = [*filter(None, [custom_dir]), "/material", "/mkdocs"]


def applied(stated, theme=None):
    """A configuration after the look came, and what was said."""
    config = SimpleNamespace(
        theme=Theme() if theme is None else theme,
        site_description=stated.get("site_description"),
        extra={**stated.get("extra", {})},
        watch=[],
        markdown_extensions=["toc", "tables"],
        validation={"nav": {"not_found": 0}, "links": {"anchors": 0}},
    )
    return config, list(apply_look(config, stated))


def test_a_project_need_not_speak_of_the_look():
    config, messages = applied({"theme": {"name": "material"}})
    assert messages == []
    assert {key: config.theme[key] for key in DEFAULTS["theme"]} == DEFAULTS["theme"]
    assert config.theme.dirs == [str(LOOK), "/material", "/mkdocs"]
    assert config.site_description.startswith("มาตรการ")
    assert config.extra["generator"] is False
    assert config.markdown_extensions == ["toc", "tables", "attr_list", "def_list"]
    assert config.validation["links"]["anchors"] == logging.WARNING


def test_what_a_project_says_stays():
    theme = {"language": "en", "favicon": "a.png", "palette": {"scheme": "slate"}, "icon": {"a": 1}}
    stated = {
        "theme": theme,
        "site_description": "ก",
        "extra": {"generator": True},
        "validation": {"links": {"anchors": "ignore"}},
    }
    config, messages = applied(stated)
    assert messages == []
    assert {key: config.theme[key] for key in theme if key != "icon"} == {
        key: value for key, value in theme.items() if key != "icon"
    }
    assert config.theme["icon"] == {"a": 1, **DEFAULTS["theme"]["icon"]}
    assert (config.site_description, config.extra) == ("ก", {"generator": True})
    assert config.validation["links"]["anchors"] == 0
    assert config.validation["nav"]["not_found"] == logging.WARNING


def test_a_projects_own_folder_stands_before_the_look_and_is_watched():
    config, _ = applied({}, Theme(custom_dir="/own"))
    assert config.theme.dirs == ["/own", str(LOOK), "/material", "/mkdocs"]
    assert config.watch == ["/own"]
    list(apply_look(config, {}))
    assert config.theme.dirs.count(str(LOOK)) == config.watch.count("/own") == 1


def test_fonts_of_another_server_are_switched_off_aloud():
    config, messages = applied({"theme": {"name": "material", "font": {"text": "Sarabun"}}})
    assert messages == [FONTS]
    assert config.theme["font"] is False


@pytest.mark.parametrize("name", ["mkdocs", "readthedocs"])
def test_a_theme_that_cannot_bear_the_look_is_refused(name):
    with pytest.raises(ValueError, match="name: material"):
        applied({}, Theme(name))


def test_nothing_that_was_said_is_changed():
    stated = {"theme": {"name": "material", "icon": {"a": 1}}, "plugins": ["ita-site"]}
    before = repr(stated)
    assert complete_settings(stated)["theme"]["icon"] == {"a": 1, **DEFAULTS["theme"]["icon"]}
    assert settings_without_plugin(stated)["plugins"] == ["search"]
    assert repr(stated) == before
    assert repr(complete_settings({"theme": "material"})["theme"]["name"]) == "'material'"
