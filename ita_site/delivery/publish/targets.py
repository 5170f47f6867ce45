"""Where each agency of a portal has its own site published: `targets.yml`, beside the settings.

    khok-mon: ssh://ita@www.khok-mon.example/
    tak: ftps://tak@ftp.tak.example/public_html

By the folders of the agencies. A target is no fact, and who may change facts may not change it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.delivery.publish.address import parse_address
from ita_site.delivery.publish.target import PublishError
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.plain_files import read_plain
from ita_site.facts.problems import DataError, Problem
from ita_site.facts.reading.decode import FOUND
from ita_site.facts.reading.sources import Sources
from ita_site.facts.strict_yaml.parse import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from ita_site.delivery.publish.address import Address
    from ita_site.facts.strict_yaml.document import Document, Value

NAME: Final = "targets.yml"


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """An agency's own target as it is written; `alike` are other agencies with the same one.

    `agency` is the name of its folder, of which `known` has all there are.
    """

    agency: str
    text: str
    alike: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()

    def address(self) -> Address:
        """The target in its parts.

        Raises:
            PublishError: when it is none, of no agency, or of several.
        """
        if self.agency not in self.known:
            near = suggestion(self.agency, sorted(self.known))
            choices = near or ", ".join(sorted(self.known))
            raise PublishError("ITA865", agency=self.agency, choices=choices)
        if self.alike:
            raise PublishError("ITA867", agencies=", ".join(self.alike))
        return parse_address(self.text)


def read_targets(project: Path, known: Collection[str]) -> tuple[OwnTarget, ...]:
    """The targets of a project's agencies, in the order of the file.

    `known` names the folders of the agencies there are.

    Raises:
        FileNotFoundError: when nothing names any.
        DataError: when the file cannot be read whole, or is no list of targets.
    """
    document = read(read_plain(project / NAME))
    if problems := list(_problems(document)):
        raise DataError(problems)
    given = document.value if isinstance(document.value, dict) else {}
    texts = {agency: str(text or "").strip() for agency, text in given.items()}
    places, there = {agency: _place(text) for agency, text in texts.items()}, frozenset(known)
    return tuple(
        OwnTarget(agency, text, _alike(agency, places), there) for agency, text in texts.items()
    )


def _alike(agency: str, places: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(it for it in places if it != agency and places[it] == places[agency])


def _place(text: str) -> str:
    """Where a target leads, whoever goes there."""
    try:
        address = parse_address(text)
    except PublishError:
        return text
    return f"{address.scheme} {address.host.lower()} {address.port} {address.path}"


def _problems(document: Document) -> Iterator[Problem]:
    for flaw in document.flaws:
        yield Problem(NAME, flaw.mark.line, flaw.mark.column, flaw.code, "", flaw.details)
    if document.flaws or document.value is None:
        return
    sources = Sources({NAME: document})
    if not isinstance(document.value, dict):
        yield sources.problem("ITA203", NAME, (), _expected("dict", document.value))
        return
    for agency, text in document.value.items():
        if isinstance(text, dict | list):
            yield sources.problem("ITA203", NAME, (agency,), _expected("str", text))


def _expected(kind: str, given: Value) -> dict[str, str]:
    (thai, english), (found, found_en) = FOUND[kind], FOUND[type(given).__name__]
    return {"expected": thai, "expected_en": english, "found": found, "found_en": found_en}
