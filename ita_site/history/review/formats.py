"""A review as text for a terminal, as Markdown for a code host, and as JSON."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING, Any

from ita_site.facts.links import reveal
from ita_site.facts.problem_formats import bounded
from ita_site.history.review.lines import Style
from ita_site.history.review.report_sections import headline, sections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ita_site.facts.problems import Problem
    from ita_site.history.review.built import BuiltSites
    from ita_site.history.review.compare import Review
    from ita_site.history.review.lines import Line, Span
    from ita_site.history.review.project import ProjectChange
    from ita_site.history.review.report_sections import Item, Section
    from ita_site.rules.figures.criteria import Verdict

CUT = "\n_ยาวเกินที่จะแสดงที่นี่ ดูทั้งหมดด้วยคำสั่ง_ `ita-site diff`"
LONGEST = 60_000
"""Characters of Markdown: a comment on GitHub holds 65,536."""
MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")
MARKS = {Style.DELETED: ("[-", "-]"), Style.INSERTED: ("{+", "+}")}


def as_text(review: Review) -> str:
    """For a terminal."""
    lines = [headline(review)]
    for section in sections(review):
        lines += ["", f"{'!! ' if section.loud else ''}{section.title}"]
        for item in section.items:
            lines.append(f"  {_plain(item.head)}")
            lines += [f"      {_plain(line)}" for line in item.details]
        lines += [f"  {_more(section)}"] if section.more else []
    return "\n".join(lines)


def as_markdown(review: Review) -> str:
    """For a comment or a summary: everything from the data is escaped; at most `LONGEST` long."""
    lines = [f"## {_escaped(headline(review))}"]
    for section in sections(review):
        lines += ["", f"### {'⚠️ ' if section.loud else ''}{_escaped(section.title)}", ""]
        lines += [line for item in section.items for line in _listed(item)]
        lines += [f"- {_more(section)}"] if section.more else []
    return "\n".join(bounded(lines, LONGEST, CUT))


def as_json(review: Review) -> str:
    """With every part of each change."""
    content = {
        "changes": [dataclasses.asdict(agency) for agency in review.agencies],
        "surveys": [dataclasses.asdict(survey) for survey in review.surveys],
        "unread": review.unread,
        "compared": {"before": review.before.built, "after": review.after.built},
        "vanished": [f"/{address}" for address in review.vanished],
        "criteria_met": list(map(_verdict, review.met)),
        "criteria_lost": list(map(_verdict, review.lost)),
        "problems_new": list(map(_problem, review.new_problems)),
        "problems_gone": list(map(_problem, review.gone_problems)),
        "project": None if review.project is None else list(map(_file, review.project)),
        "built": _built(review.sites),
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Review], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def _plain(line: Line) -> str:
    return _one_line("".join(map(_bracketed, line)))


def _bracketed(span: Span) -> str:
    before, after = MARKS.get(span.style, ("", ""))
    return f"{before}{span.text}{after}"


def _listed(item: Item) -> Iterator[str]:
    yield f"- {_marked_up(item.head)}"
    yield from (f"  - {_marked_up(line)}" for line in item.details)


def _marked_up(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: Span) -> str:
    if span.style is Style.CODE:
        return f"`{_one_line(span.text).replace('`', '%60')}`"
    text = _escaped(span.text)
    core = text.strip()
    if not core or span.style is Style.PLAIN:
        return text
    element = {Style.STRONG: "strong", Style.DELETED: "del", Style.INSERTED: "ins"}[span.style]
    return text.replace(core, f"<{element}>{core}</{element}>", 1)


def _escaped(text: str) -> str:
    """No markup, and nobody is called by name."""
    return MARKUP.sub(r"\\\1", _one_line(text)).replace("@", "@<!-- -->")


def _one_line(text: str) -> str:
    """On one line, with a name in the place of whatever is not seen or turns the text around."""
    return reveal(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text))


def _more(section: Section) -> str:
    return f"และอีก {section.more} รายการ"


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "item": verdict.item.code,
        "criterion": verdict.criterion.id,
        "text": verdict.criterion.text,
        "reason": verdict.reason,
    }


def _file(change: ProjectChange) -> dict[str, Any]:
    return {
        "part": change.part,
        "kind": change.kind,
        "path": reveal(change.path),
        "loud": change.loud,
        "details": [_plain(line) for line in change.details],
    }


def _built(sites: BuiltSites | None) -> dict[str, Any] | None:
    """What differs between the built sites; None where they were not built."""
    if sites is None:
        return None
    difference = sites.difference
    return {
        "equal": sites.are_equal,
        "failure": sites.failure,
        "changed": difference.changed,
        "added": difference.added,
        "gone": difference.gone,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "level": problem.level,
        "code": problem.code,
        "field": problem.field,
        "what": problem.what(),
        "mend": problem.mend(),
    }
