"""What other plugins need of us, and what we cannot do beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

TRANSLATOR = "i18n"
"""mkdocs-static-i18n. It takes every page for a file on the disk, and ours are none."""
UNTRANSLATED = (
    "ใช้ปลั๊กอิน i18n (mkdocs-static-i18n) ร่วมกับ ita-site ไม่ได้ เพราะปลั๊กอินนั้นไม่รับหน้าที่สร้างจากข้อมูล "
    "ให้ตัดบรรทัด i18n ออกจาก mkdocs.yml แล้วเขียนหน้าภาษาอื่นเป็นหน้าธรรมดา เช่น content/en/index.md"
)
ORDERING = {"awesome-nav", "awesome-pages"}
"""Plugins that make the whole navigation and take any other for a mistake."""
SECTIONS = "section-index"
HISTORY = "git_"
"""How the names begin under which plugins tell in `meta` when git last saw a page's file."""


def refuse_translator(config: MkDocsConfig) -> None:
    """Refuse the one that cannot work.

    Raises:
        PluginError: when it is among the plugins.
    """
    if TRANSLATOR in config.plugins:
        raise PluginError(UNTRANSLATED)


def makes_navigation(config: MkDocsConfig) -> bool:
    """Whether another plugin makes the whole navigation and takes any other for a mistake."""
    return bool(ORDERING & config.plugins.keys())


def show_known_template(config: MkDocsConfig, env: Environment) -> None:
    """Load the template by which section-index knows the theme; our own needs none of it."""
    if SECTIONS in config.plugins:
        env.get_template("partials/nav-item.html")


def forget_git_dates(page: Page) -> None:
    """Take away when git last saw a generated page: it has no file, so it is the build's moment."""
    for name in [name for name in page.meta if name.startswith(HISTORY)]:
        del page.meta[name]
