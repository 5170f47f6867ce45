"""The look, and what it needs of MkDocs's settings: `theme: name: material` is all one says.

`look/` is a folder of theme files: it stands before Material's folders and behind a project's
own `custom_dir`, so that a project overrides a part by a file of the same name.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LOOK = Path(__file__).with_name("look")
THEMES = ("material", "materialx")
"""Whose templates the look extends: Material for MkDocs, and its continued fork."""
EXTENSIONS = ("attr_list", "def_list", "tables")
"""What hand-written pages may use. Links are looked for with the same (`pages/hand_written`)."""
_WARN = {
    "nav": ("omitted_files", "not_found", "absolute_links"),
    "links": ("not_found", "anchors", "absolute_links", "unrecognized_links"),
}


def _scheme(media: str, icon: str, name: str, **scheme: str) -> dict[str, Any]:
    toggle = {"icon": f"ita/{icon}", "name": name}
    media = f"(prefers-color-scheme{media})"
    return {"media": media, **scheme, "primary": "custom", "accent": "custom", "toggle": toggle}


DEFAULTS: Mapping[str, Any] = {
    "site_description": "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ผลการดำเนินการ แบบวัด EIT และช่องทางร้องเรียน",
    "theme": {
        "language": "th",
        "font": False,
        "favicon": "assets/favicon.svg",
        "icon": {"logo": "material/shield-check-outline"},
        "palette": [
            _scheme("", "device", "ใช้โหมดสว่าง"),
            _scheme(": light", "light", "ใช้โหมดมืด", scheme="default"),
            _scheme(": dark", "dark", "ใช้โหมดตามเครื่อง", scheme="slate"),
        ],
    },
    "extra": {"generator": False},
    "validation": {group: dict.fromkeys(names, "warn") for group, names in _WARN.items()},
}
"""What holds where a project says nothing, as one would write it in mkdocs.yml."""
FONTS = (
    "theme.font ถูกปิด เพราะตัวอักษรจาก Google Fonts บอกบริษัทอื่นว่าใครอ่านหน้าใด"
    " ลบบรรทัด font ใน mkdocs.yml (เว็บไซต์มีตัวอักษร Sarabun อยู่แล้ว)"
)
OTHER_THEME = (
    "ita-site ใช้กับธีม {name} ไม่ได้ เพราะหน้าเว็บจะไม่มีแถบแจ้งเรื่องทุจริต"
    " เขียนใน mkdocs.yml ว่า\ntheme:\n  name: material"
)


def complete_settings(stated: Mapping[str, Any]) -> dict[str, Any]:
    """A project's settings with the look's where it says nothing; `stated` is not changed.

    Args:
        stated: what the project writes, as in mkdocs.yml; its theme may be a bare name.
    """
    settings = {**stated, "theme": _named(stated.get("theme"))}
    return {
        **settings,
        **{key: _merge(value, settings.get(key)) for key, value in DEFAULTS.items()},
    }


def settings_without_plugin(stated: Mapping[str, Any]) -> dict[str, Any]:
    """Complete settings for a host that does not know our plugin: the look is its custom_dir."""
    settings = complete_settings(stated)
    plugins = [entry for entry in settings.pop("plugins", []) if "ita-site" not in entry]
    extensions = settings.get("markdown_extensions") or []
    return {
        **settings,
        "theme": {**settings["theme"], "font": False, "custom_dir": str(LOOK)},
        "plugins": plugins or ["search"],
        "markdown_extensions": [*extensions, *_missing(extensions)],
    }


def apply_look(config: Any, stated: Mapping[str, Any]) -> Iterator[str]:  # noqa: ANN401 - MkDocs's own, or another host's
    """Give a host's loaded configuration the look, once.

    Args:
        config: MkDocs's configuration, changed in place.
        stated: what the project wrote in mkdocs.yml.

    Yields:
        What was switched off although the project stated it, for the log.

    Raises:
        ValueError: when the project's theme is one that the look does not fit.
    """
    if config.theme.name and config.theme.name not in THEMES:
        raise ValueError(OTHER_THEME.format(name=config.theme.name))
    settings = complete_settings(stated)
    if settings["theme"]["font"] is not False:
        yield FONTS
    for key in DEFAULTS["theme"]:
        config.theme[key] = settings["theme"][key]
    config.theme["font"] = False
    _add_folder(config)
    config.site_description = settings["site_description"]
    config.extra.setdefault("generator", settings["extra"]["generator"])
    config.markdown_extensions += _missing(config.markdown_extensions)
    for group, names in _WARN.items():
        for name in set(names) - set((stated.get("validation") or {}).get(group) or {}):
            config.validation[group][name] = logging.WARNING


def _add_folder(config: Any) -> None:  # noqa: ANN401
    """Look where the project looks different first; show it again when that changes."""
    if (own := config.theme.custom_dir) and own not in config.watch:
        config.watch.append(own)
    if str(LOOK) not in config.theme.dirs:
        config.theme.dirs.insert(1 if own else 0, str(LOOK))


def _named(theme: object) -> dict[str, Any]:
    return {**theme} if isinstance(theme, dict) else {"name": theme or "material"}


def _merge(default: object, stated: object) -> Any:  # noqa: ANN401
    """What is stated; in mappings entry by entry."""
    if stated is None:
        return default
    if isinstance(default, dict) and isinstance(stated, dict):
        merged = {key: _merge(value, stated.get(key)) for key, value in default.items()}
        return {**stated, **merged}
    return stated


def _missing(extensions: Iterable[object]) -> list[str]:
    named = {
        name for entry in extensions for name in (entry if isinstance(entry, dict) else [entry])
    }
    return [name for name in EXTENSIONS if name not in named]
