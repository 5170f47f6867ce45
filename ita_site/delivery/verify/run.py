"""Reads a live site back and says what is not as it should be."""

from __future__ import annotations

import asyncio
import hashlib
import time
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ita_site.delivery.verify import host, pages
from ita_site.delivery.verify.finding import Finding
from ita_site.delivery.verify.reader import Reader
from ita_site.site.manifest import NAME, ManifestError, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.delivery.verify.reader import Reply
    from ita_site.facts.problems import Language
    from ita_site.site.manifest import Manifest

BETWEEN = 5
"""Seconds between two looks at a site that is not there yet."""
MOST_ALIKE = 5
FRONT = "index.html"
SETTINGS = ("_headers",)
"""What a host reads and does not hand out."""


class Judged(NamedTuple):
    """What is known of a file that was read.

    `reply` has the contents only of what is compared, and the headers of the front page alone.
    """

    reply: Reply
    sha256: str
    faults: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """What is not as it should be, and how much was looked at."""

    findings: tuple[Finding, ...]
    files: int = 0
    label: str = "–"

    @property
    def is_good(self) -> bool:
        """Whether readers see what they should."""
        return not any(finding.is_error for finding in self.findings)


def report_lines(result: Verified, language: Language = "th") -> Iterator[str]:
    """A line each; of many alike the first few, and how many more there are."""
    for code, alike in groupby(result.findings, lambda finding: finding.code):
        lines = [finding.message(language) for finding in alike]
        yield from lines[:MOST_ALIKE]
        if (more := len(lines) - MOST_ALIKE) > 0:
            yield f"… {code} +{more}"


def verify(url: str, built: Manifest | None, wait: float = 0) -> Verified:
    """Read the live site back.

    `built` is what should stand there; None takes the site's own word for it. For `wait`
    seconds what is not yet right may still become so: copies kept on the way grow old.
    """
    until = time.monotonic() + wait
    root = url if url.endswith("/") else f"{url}/"
    while True:
        result = asyncio.run(_verify_once(root, built))
        if result.is_good or time.monotonic() + BETWEEN > until:
            return result
        time.sleep(BETWEEN)


async def _verify_once(root: str, built: Manifest | None) -> Verified:
    async with Reader(root) as reader:
        live = _live_manifest(await reader.read(NAME))
        if isinstance(live, Finding):
            return Verified((live,))
        manifest = built or live
        files = await reader.read_all(_readable_files(manifest), partial(_judge, root))
        findings = [*_release_faults(live, manifest), *_file_faults(manifest, live, files)]
        findings += _content_findings(files)
        findings += [fault async for fault in host.transport_faults(reader)]
        findings += [fault async for fault in host.exposed_notes(reader)]
    return Verified(tuple(findings), len(files), manifest.label)


def _readable_files(manifest: Manifest) -> list[str]:
    """The files a reader can ask for: none that is hidden, nor a host's settings."""
    hidden = (path for path in manifest.files if f"/{path}".find("/.") >= 0 or path in SETTINGS)
    return sorted(manifest.files.keys() - set(hidden))


def _live_manifest(reply: Reply) -> Manifest | Finding:
    """What the live site says it is."""
    if not reply.is_good:
        code = "ITA870" if reply.failure else "ITA873"
        return Finding(code, path=NAME, **_reasons(reply))
    try:
        return read_manifest(reply.body)
    except ManifestError as error:
        return Finding("ITA873", path=NAME, reason=str(error), reason_en=str(error))


def _release_faults(live: Manifest, built: Manifest) -> Iterator[Finding]:
    """Whether the live site says that it is another build."""
    if live.as_json() != built.as_json():
        yield Finding("ITA874", theirs=live.label, ours=built.label)


def _judge(root: str, path: str, reply: Reply) -> Judged:
    """What is to be known of a file, when it comes."""
    faults = tuple(pages.content_faults(root, path, reply.body)) if reply.is_good else ()
    body = reply.body if pages.is_of_survey(path) else b""
    kept = replace(reply, body=body, headers=reply.headers if path == FRONT else {})
    return Judged(kept, hashlib.sha256(reply.body).hexdigest(), faults)


def _file_faults(
    manifest: Manifest, live: Manifest, files: Mapping[str, Judged]
) -> Iterator[Finding]:
    """Every file that does not come, or comes with contents of neither release.

    A file that the live release has as its own, or not at all, is reported with that release.
    """
    for path, (reply, sha256, _) in sorted(files.items()):
        if not reply.is_good:
            if path in live.files:
                yield Finding("ITA871", path=path, **_reasons(reply))
            continue
        known = (release.files.get(path) for release in (manifest, live))
        if sha256 not in {entry.sha256 for entry in known if entry}:
            yield Finding("ITA872", path=path)


def _reasons(reply: Reply) -> dict[str, str]:
    return {"reason": reply.reason("th"), "reason_en": reply.reason("en")}


def _content_findings(files: Mapping[str, Judged]) -> list[Finding]:
    good = {path: file.reply for path, file in sorted(files.items()) if file.reply.is_good}
    findings = [fault for path in good for fault in files[path].faults]
    surveys = {path: reply.body for path, reply in good.items() if pages.is_of_survey(path)}
    findings += pages.survey_faults(surveys)
    if FRONT in good:
        findings += host.header_faults(good[FRONT])
    return findings
