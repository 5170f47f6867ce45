"""The command `ita-site`, which `python -m ita_site` is too."""

from __future__ import annotations

import sys

from ita_site import __version__


def main() -> None:
    """Run the command line; who asks for the version alone waits for none of it."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"ita-site, version {__version__}\n")
        return
    from ita_site.cli import main as run_command  # noqa: PLC0415 - the library of the commands

    run_command()


if __name__ == "__main__":
    main()
