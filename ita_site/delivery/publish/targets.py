"""The kinds of target, each in a module that is loaded when it is asked for."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from ita_site.delivery.publish.address import Address
    from ita_site.delivery.publish.target import Settings, Target

OPENED_BY = {
    "ssh": "releases:open_ssh",
    "file": "share:open_share",
    "ftps": "ftps:open_ftps",
}
"""By scheme: a module of this room, and in it a function `(Address, Settings)` that gives a
context manager of a Target."""


def open_target(address: Address, settings: Settings) -> AbstractContextManager[Target]:
    """Connect to a target and lock it.

    Raises:
        PublishError: when it cannot be reached, does not know us, or is in use.
    """
    module, function = OPENED_BY[address.scheme].split(":")
    opened = getattr(importlib.import_module(f"ita_site.delivery.publish.{module}"), function)
    found: AbstractContextManager[Target] = opened(address, settings)
    return found
