"""What a project's settings become: the look, the frame, the search, where a page is edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger, get_plugins
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from ita_site.facts.plain_files import refuse_links
from ita_site.facts.problems import DataError
from ita_site.site.inputs import read_inputs
from ita_site.site.search.search import THEMES_PLUGIN
from ita_site.site.theme import apply_look

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from ita_site.site.inputs import Inputs
    from ita_site.site.outputs import Outputs

log = get_plugin_logger(__name__)


def set_look(config: MkDocsConfig) -> None:
    """The look, and what it needs of the settings; a project's own part of it holds no links."""
    try:
        if config.theme.custom_dir:
            refuse_links(Path(config.theme.custom_dir))
        for message in apply_look(config, stated(config)):
            log.warning("%s", message)
    except (DataError, ValueError) as error:
        raise PluginError(str(error)) from error


def stated(config: MkDocsConfig) -> dict[str, Any]:
    """What the project wrote: MkDocs keeps no difference between that and its defaults."""
    file = Path(config.config_file_path or "")
    if not file.is_file():
        return {}
    with file.open("rb") as source:
        return yaml_load(source, get_yaml_loader(config=config))


def switch_search(config: MkDocsConfig, *, on: bool) -> None:
    """The theme's templates ask for its plugin; it stays as the switch, and ours does its work."""
    if on and THEMES_PLUGIN not in config.plugins:
        plugin = get_plugins()[THEMES_PLUGIN].load()()
        plugin.load_config({})
        config.plugins[THEMES_PLUGIN] = plugin
    config.extra["ita_search"] = on
    if THEMES_PLUGIN in config.plugins:
        config.plugins[THEMES_PLUGIN].config["enabled"] = False
    if not on:
        config.plugins.pop(THEMES_PLUGIN, None)


def set_frame(config: MkDocsConfig, outputs: Outputs, *, serving: bool) -> None:
    """What the theme needs on pages that are not ours."""
    config.extra["ita"] = outputs.frame.as_meta("content")
    config.site_name = str(config.extra["ita"]["agency"])
    if outputs.site_url and not serving:
        config.site_url = outputs.site_url.rstrip("/") + "/"


def listed_files(config: MkDocsConfig) -> frozenset[str]:
    """The scripts and styles of every page that the settings name, by their path in the site."""
    scripts = (str(getattr(script, "path", script)) for script in config.extra_javascript)
    return frozenset(name.lstrip("/") for name in (*scripts, *config.extra_css))


def project_folder(config: MkDocsConfig) -> Path:
    """The folder of the settings, to which their paths are relative."""
    return Path(config.config_file_path or "mkdocs.yml").parent


def inputs_of(config: MkDocsConfig, data: Path) -> Inputs:
    """The digests of what the site is about to be built from."""
    look = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    hooks = map(Path, config.hooks)
    settings = Path(config.config_file_path or "mkdocs.yml")
    folder = project_folder(config)
    return read_inputs(folder, data, Path(config.docs_dir), look, [settings, *hooks])
