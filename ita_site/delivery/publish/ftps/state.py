"""What we note on a host beside the site, in a folder that is closed to readers.

`state.json` says which files are ours and what is in them, also in the midst of a switch;
`stage/` holds what has arrived and is not yet in place; `releases/` what there was before.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from ita_site.delivery.publish.target import PublishError
from ita_site.site.manifest import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ita_site.delivery.publish.store import Store

Files: TypeAlias = "Mapping[str, Entry]"

OWN = ".ita-site"
STAGE = f"{OWN}/stage"
RELEASES = f"{OWN}/releases"
STATE = f"{OWN}/state.json"
RUN = f"{OWN}/run"
CLOSED = f"{OWN}/.htaccess"
CLOSED_TEXT = b"""\
<IfModule mod_authz_core.c>
Require all denied
</IfModule>
<IfModule !mod_authz_core.c>
Deny from all
</IfModule>
"""
"""For Apache of today and of long ago, and for those who read its files."""


def staged_name(path: str, entry: Entry) -> str:
    """Where a file waits: one place for one content at one path."""
    return hashlib.sha256(f"{path}\0{entry.sha256}".encode()).hexdigest()[:32]


def digest(content: bytes | None) -> str:
    """The SHA-256 of a manifest's text; empty when there is none."""
    return hashlib.sha256(content).hexdigest() if content is not None else ""


@dataclass(frozen=True, slots=True)
class State:
    """What stood here before the last switch, and what it was to lead to.

    `live` and `next` are the digests of both manifests. A switch goes through `after` file by
    file and takes each from the stage: what still waits there has not been switched.
    """

    live: str = ""
    next: str = ""
    before: Files = field(default_factory=dict)
    after: Files = field(default_factory=dict)

    @classmethod
    def settled(cls, manifest: str, files: Files) -> State:
        """A site that is just what its manifest says."""
        return cls(manifest, manifest, files, files)

    @property
    def ours(self) -> frozenset[str]:
        """Every path of which we may have uploaded a file."""
        return frozenset(self.before) | frozenset(self.after)

    def standing(self, staged: Collection[str]) -> dict[str, Entry]:
        """What is in place now, when these names wait in the stage."""
        switched = {
            path: entry
            for path, entry in self.after.items()
            if self.before.get(path) == entry or staged_name(path, entry) not in staged
        }
        return {**self.before, **switched}


def read_state(host: Store, manifest: bytes | None, files: Files) -> State:
    """The state noted; where it does not speak of the live manifest, that of the manifest.

    Raises:
        PublishError: when the note is damaged.
    """
    settled = State.settled(digest(manifest), files)
    text = host.read(STATE)
    if text is None:
        return settled
    try:
        raw = json.loads(text)
        before, after = (
            {path: Entry(**entry) for path, entry in raw[name].items()}
            for name in ("before", "after")
        )
        state = State(str(raw["live"]), str(raw["next"]), before, after)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise PublishError("ITA858", host=host.address.host, path=STATE) from error
    return state if digest(manifest) in (state.live, state.next) else settled


def write_state(host: Store, state: State) -> None:
    """Note it, at one stroke."""
    text = json.dumps(asdict(state), ensure_ascii=False).encode()
    host.write(f"{STATE}.new", text)
    host.rename(f"{STATE}.new", STATE)
