"""Every file of the live site against the manifest of the build."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ita_site.delivery.verify.finding import Finding
from ita_site.site.manifest import NAME, ManifestError, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.delivery.verify.reader import Reply
    from ita_site.site.manifest import Manifest

SETTINGS = ("_headers",)
"""What a host reads and does not hand out."""


def readable(manifest: Manifest) -> list[str]:
    """The files a reader can ask for: none that is hidden, nor a host's settings."""
    hidden = (path for path in manifest.files if f"/{path}".find("/.") >= 0 or path in SETTINGS)
    return sorted(manifest.files.keys() - set(hidden))


def live_manifest(reply: Reply) -> Manifest | Finding:
    """What the live site says it is."""
    if not reply.is_good:
        code = "ITA870" if reply.failure else "ITA873"
        return Finding(code, path=NAME, **_reasons(reply))
    try:
        return read_manifest(reply.body)
    except ManifestError as error:
        return Finding("ITA873", path=NAME, reason=str(error), reason_en=str(error))


def other_release(live: Manifest, built: Manifest) -> Iterator[Finding]:
    """Whether the live site says that it is another build."""
    if live.as_json() != built.as_json():
        yield Finding("ITA874", theirs=live.label, ours=built.label)


def differing(
    manifest: Manifest, live: Manifest, replies: Mapping[str, Reply]
) -> Iterator[Finding]:
    """Every file that does not come, or comes with contents of neither release.

    A file that the live release has as its own, or not at all, is told with that release.
    """
    for path, reply in sorted(replies.items()):
        if not reply.is_good:
            if path in live.files:
                yield Finding("ITA871", path=path, **_reasons(reply))
            continue
        known = (release.files.get(path) for release in (manifest, live))
        if hashlib.sha256(reply.body).hexdigest() not in {it.sha256 for it in known if it}:
            yield Finding("ITA872", path=path)


def _reasons(reply: Reply) -> dict[str, str]:
    return {"reason": reply.reason("th"), "reason_en": reply.reason("en")}
