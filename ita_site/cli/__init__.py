"""The command line. Each command hands over to its room.

A command's module is loaded when the command is called: who checks data waits for no
library of the network or of office documents.
"""

from __future__ import annotations

import importlib
import io
import sys
from typing import Any

import click

from ita_site import __version__
from ita_site.cli.usage import find_language, usage_told_in

COMMANDS = {
    "init": "initialising:init",
    "build": "building:build",
    "join": "building:join",
    "serve": "building:serve",
    "portal": "portal:portal",
    "upgrade": "upgrading:upgrade",
    "check": "checking:check",
    "criteria": "checking:criteria",
    "due": "deadlines:due",
    "diff": "reviewing:diff",
    "explain": "explaining:explain",
    "editions": "editions:editions",
    "import": "importing:import_file",
    "record": "recording:record",
    "new-year": "new_year:begin",
    "document": "documenting:document",
    "stage": "staging:stage",
    "publish": "publishing:publish",
    "rollback": "publishing:rollback",
    "verify": "verifying:verify",
    "weekly": "weekly:weekly",
}
"""Where each command is: module of this package, and function in it. In the order of the help."""


class _Context(click.Context):
    """Gives help in the language asked for."""

    def get_help(self) -> str:
        """As the library does, or in Thai."""
        if self.meta[__name__] == "en":
            return super().get_help()
        from ita_site.cli.thai_help import help_in_thai  # noqa: PLC0415 - only who asks waits

        return help_in_thai(self)


class _Commands(click.Group):
    """Finds commands by name, each in its module; tells wrong usage in the language asked for."""

    context_class = _Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[__name__] = find_language(args)
        return super().parse_args(ctx, args)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's
    ) -> click.Context:
        with usage_told_in(find_language(args)):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's
        with usage_told_in(ctx.meta[__name__]):
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click names it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name].split(":")
        found: click.Command = getattr(importlib.import_module(f"{__name__}.{module}"), function)
        for command in (
            found,
            *(found.commands.values() if isinstance(found, click.Group) else ()),
        ):
            command.context_class = _Context
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ita-site")
@click.option("--lang", type=click.Choice(["th", "en"]), help="Language of the messages.")
@click.pass_context
def main(ctx: click.Context, lang: str | None) -> None:
    """Publish an agency's OIT transparency pages from YAML."""
    if lang:
        ctx.default_map = {name: {"lang": lang, "update": {"lang": lang}} for name in COMMANDS}
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old terminal shows what it can
            stream.reconfigure(errors="replace")
