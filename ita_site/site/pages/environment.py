"""The templates and what they can call."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup

from ita_site.facts.editions.load import national_channels
from ita_site.facts.model.measures import CUT_SHORT
from ita_site.facts.thai.decimals import measured
from ita_site.rules.figures.changes import wording
from ita_site.rules.figures.changes.log import subjects
from ita_site.rules.figures.gist import measure_gist
from ita_site.rules.figures.kept import moved
from ita_site.rules.figures.memos import called
from ita_site.rules.figures.numbering import printed_numbers, title_numbers
from ita_site.rules.figures.targets import reached
from ita_site.rules.figures.telephone import dialled
from ita_site.site.pages import charts, course_chart, qr, text
from ita_site.site.pages.address import way
from ita_site.site.pages.open_data import year_files
from ita_site.site.pages.portal_view import anchored

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.bccache import Bucket

    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.wording import Words


def _wording(change: Change) -> tuple[Words, ...]:
    """What of a text went and came, without the long stretches that stayed."""
    return wording.shorten_kept(wording.mark_changes(change.old, change.new))


FILTERS = {
    "subjects": subjects,
    "wording": _wording,
    "anchored": anchored,
    "md": text.in_markdown,
    "prose": text.prose,
    "lines": text.lines,
    "blanks": text.blanks,
    "when": text.when,
    "date": text.date,
    "span": text.span,
    "iso": text.iso,
    "number": text.number,
    "telephone": dialled,
    "measured": measured,
    "listed": text.listed,
    "visible_link": text.visible_link,
    "brief": text.brief,
    "full_link": text.full_link,
    "readable_link": text.readable_link,
    "printed_link": text.printed_link,
}


def _qr_svg(url: str, name: str) -> Markup:
    drawn = qr.svg(url, str(text.escape(name)))
    drawn = drawn.replace(f' xmlns="{qr.XMLNS}"', "")  # which files alone need
    return Markup(drawn)  # noqa: S704 - name is escaped, the rest drawn


class CompiledTemplates(FileSystemBytecodeCache):
    """Kept beside the templates as Python keeps compiled modules.

    Jinja takes one up when the template's text is the same. What our filters and `finalize`
    make of constants must not be in it (`optimized`, `text.finalize`).
    """

    def __init__(self, whose: str = "jinja2") -> None:
        """Where nothing can be written, nothing is kept; `whose` tells environments apart."""
        beside = Path(__file__).parent / "templates" / "any.py"
        super().__init__(str(Path(cache_from_source(str(beside))).parent), f"__{whose}_%s.cache")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one, if Python may keep its own."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)


@cache
def environment() -> Environment:
    """The one environment: strict about names, every expression escaped."""
    env = Environment(
        loader=PackageLoader("ita_site.site.pages"),
        comment_start_string="<#",
        comment_end_string="#>",
        undefined=StrictUndefined,
        autoescape=True,
        finalize=text.finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,
        bytecode_cache=CompiledTemplates(),
        keep_trailing_newline=True,
    )
    env.filters.update(FILTERS)
    env.globals.update(bar=charts.bar, meter=charts.meter, qr_svg=_qr_svg, way=way)
    env.globals.update(course=course_chart.course, course_key=course_chart.key)
    env.globals.update(year_files=year_files, reached=reached, called=called)
    env.globals.update(moved=moved, CUT_SHORT=CUT_SHORT, measure_gist=measure_gist)
    env.globals.update(national_channels=national_channels)
    env.globals.update(printed_numbers=printed_numbers, title_numbers=title_numbers)
    env.globals.update(
        trend_line=charts.trend_line, line_key=charts.line_key, line_foot=charts.floor
    )
    return env


@cache
def template(name: str) -> Template:
    """A template by its file name."""
    return environment().get_template(name)


def render(name: str, **context: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """Fill a template."""
    return template(name).render(context)
