"""What `--help` says, in Thai; the words are data, in `help.th.yml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import click

from ita_site.facts.strict_yaml.shipped import read_shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE: Final = "help.th.yml"


class Said(NamedTuple):
    """What is said of a command: what it does, how it ends, and of each of its options."""

    does: str
    more: str
    options: Mapping[str, str]


@cache
def _words() -> dict[str, Any]:
    return cast("dict[str, Any]", read_shipped(__package__, FILE))


def said_of(name: str) -> Said:
    """The words on a command: `portal update`; of the program itself by no name.

    Raises:
        KeyError: when there are none.
    """
    words = _words()
    own = words["commands"][name] if name else words["program"]
    return Said(own["does"], own.get("more", ""), {**words["options"], **own.get("options", {})})


def help_in_thai(ctx: click.Context) -> str:
    """The help of the command that a context is of."""
    command, name = ctx.command, _name(ctx)
    said = said_of(name)
    usage = command.get_usage(ctx).partition(":")[2].strip()
    parts = [f"วิธีใช้: {usage}", said.does, *([said.more.rstrip()] if said.more else [])]
    parts.append(_listed("ตัวเลือก", _options(ctx, said)))
    if isinstance(command, click.Group):
        names = command.list_commands(ctx)
        commands = ((it, said_of(f"{name} {it}".strip()).does) for it in names)
        parts.append(_listed("คำสั่ง", commands))
    return "\n\n".join(parts)


def _name(ctx: click.Context) -> str:
    """The command's words, without the program's own."""
    above = _name(ctx.parent) if ctx.parent else ""
    return f"{above} {ctx.info_name}".strip() if ctx.parent else ""


def _options(ctx: click.Context, said: Said) -> Iterator[tuple[str, str]]:
    for parameter in ctx.command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if isinstance(parameter, click.Option) and record:
            known = next(said.options[it] for it in parameter.opts if it in said.options)
            yield record[0], f"{known} (ต้องใส่)" if parameter.required else known


def _listed(heading: str, lines: Iterator[tuple[str, str]]) -> str:
    """Each name on a line and its words below: Thai, with its marks, fits no column."""
    return "\n".join([f"{heading}:", *(f"  {name}\n      {words}" for name, words in lines)])
