"""The theme's templates, compiled once for all builds: there are many, and they seldom change."""

from __future__ import annotations

from typing import Final

from jinja2 import Environment
from jinja2.ext import InternationalizationExtension
from mkdocs.utils.templates import script_tag_filter, url_filter

_COMPILED_WITH: Final = (
    *("filters", "tests", "policies", "lexer", "finalize", "autoescape", "optimized", "is_async"),
    "code_generator_class",
)
"""What of an environment stands in what it compiles, besides the template's text."""


def keep_compiled(env: Environment) -> None:
    """Keep what MkDocs's environment compiles, unless somebody has changed how it does that.

    A filter of another plugin's could be worked out while compiling, and would stay as it was.
    """
    from ita_site.site.pages.environment import CompiledTemplates  # noqa: PLC0415 - the whole house

    if is_as_mkdocs_makes_it(env):
        env.bytecode_cache = CompiledTemplates("theme")


def is_as_mkdocs_makes_it(env: Environment) -> bool:
    """Whether it compiles as MkDocs's own, which knows two filters and how to translate."""
    plain = Environment()  # noqa: S701 - it renders nothing
    plain.filters.update(url=url_filter, script_tag=script_tag_filter)
    extensions = {*map(type, env.extensions.values())}
    return (
        type(env) is Environment
        and extensions <= {InternationalizationExtension}
        and all(getattr(env, name) == getattr(plain, name) for name in _COMPILED_WITH)
    )
