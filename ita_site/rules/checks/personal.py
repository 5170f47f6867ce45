"""Rules about what tells of a private person. No message repeats what it is about."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from ita_site.facts.model.office_names import people_in_unit
from ita_site.facts.problems import Problem
from ita_site.facts.strict_yaml.document import Mark, field_name
from ita_site.facts.thai.personal import citizen_ids, free_mail, mobile_numbers, persons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ita_site.facts.content.folder import Content, ContentFile
    from ita_site.facts.reading.sources import Sources
    from ita_site.facts.strict_yaml.document import Document, Path, Value
    from ita_site.facts.thai.personal import PersonalData

PUBLISHED_ON_PURPOSE = ("agency.yml", "channels.yml")
"""Here an agency tells how it is reached."""
WORK = ("assessment.yml", "measures.yml", "progress.yml")
"""Here nobody has to be named; who signs and who receives complaints stands elsewhere."""

CONTACTS: Mapping[str, Callable[[str], Iterator[PersonalData]]] = {
    "ITA377": mobile_numbers,
    "ITA378": free_mail,
}


def in_data(sources: Sources) -> Iterator[Problem]:
    """Identity numbers anywhere; telephones, mail and names where they serve nobody.

    Remarks count: whoever sees the repository reads them.
    """
    official = _official(sources)
    for file, document in sources.documents.items():
        found = _numbers(document.text)
        if not file.endswith(PUBLISHED_ON_PURPOSE):
            found += _contacts(document.text, official)
        people = [*persons(document.text)] if file.endswith(WORK) else []
        people += [each for each in _in_units(document) if not _is_among(people, each)]
        found += [("ITA381", person) for person in people]
        for code, what in found:
            yield _problem(file, document.text, code, what, document)


def _in_units(document: Document) -> Iterator[PersonalData]:
    """Persons named among the responsible units, where they stand in the file."""
    lines = document.text.splitlines(keepends=True)
    for path, mark in document.values.items():
        value = _value_at(document.value, path) if "units" in path else None
        for person in people_in_unit(value) if isinstance(value, str) else ():
            begins = len("".join(lines[: mark.line - 1])) + mark.column - 1
            start = max(document.text.find(person.value, begins), begins)
            yield person._replace(start=start, end=start + len(person.value))


def _value_at(value: Value, path: Path) -> Value:
    """What the reader took from a place; nothing where it took nothing."""
    for key in path:
        try:
            value = value[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _is_among(people: list[PersonalData], person: PersonalData) -> bool:
    return any(each.start < person.end and person.start < each.end for each in people)


def in_content(content: Content, sources: Sources) -> Iterator[Problem]:
    """Identity numbers in any text; telephones and mail on hand-written pages."""
    official = _official(sources)
    for file in content.files.values():
        yield from _in_file(file)
        for code, what in _contacts(file.text, official):
            yield _problem(file.name, file.text, code, what)


def _in_file(file: ContentFile) -> Iterator[Problem]:
    for number in file.numbers:
        details = {"value": number.masked}
        yield Problem(file.name, number.line, number.column, "ITA376", "", details)


def in_leftovers(sources: Sources) -> Iterator[Problem]:
    """Persons in what an import kept beside the data and in its plans, which somebody may copy."""
    official = _official(sources)
    for file in sources.leftovers:
        yield from _in_file(file)
        found = [("ITA381", person) for person in persons(file.text)]
        for code, what in (*_contacts(file.text, official), *found):
            yield _problem(file.name, file.text, code, what)


def mask_identity_numbers(problem: Problem) -> Problem:
    """The problem with the identity numbers in what it says made unreadable."""
    details = {name: _mask(text) for name, text in problem.details.items()}
    return dataclasses.replace(problem, field=_mask(problem.field), details=details)


def _mask(text: str) -> str:
    for found in reversed(list(citizen_ids(text))):
        text = text[: found.start] + found.masked + text[found.end :]
    return text


def _official(sources: Sources) -> frozenset[str]:
    """Numbers and addresses that agencies publish to be reached."""
    files = (file for file in sources.documents if file.endswith(PUBLISHED_ON_PURPOSE))
    texts = [sources.documents[file].text for file in files]
    return frozenset(
        found.value for text in texts for find in CONTACTS.values() for found in find(text)
    )


def _numbers(text: str) -> list[tuple[str, PersonalData]]:
    return [("ITA376", found) for found in citizen_ids(text)]


def _contacts(text: str, official: frozenset[str]) -> list[tuple[str, PersonalData]]:
    return [
        (code, found)
        for code, find in CONTACTS.items()
        for found in find(text)
        if found.value not in official
    ]


def _problem(
    file: str, text: str, code: str, detail: PersonalData, document: Document | None = None
) -> Problem:
    line_start = text.rfind("\n", 0, detail.start) + 1
    mark = Mark(text.count("\n", 0, detail.start) + 1, detail.start - line_start + 1)
    remark = "#" in text[line_start : detail.start]
    field = _field(document, mark) if document and not remark else ""
    return Problem(file, *mark, code, field, {"value": detail.masked})


def _field(document: Document, place: Mark) -> str:
    """The field whose value begins nearest before a place."""
    before = [(mark, len(path), path) for path, mark in document.values.items() if mark <= place]
    return field_name(max(before, default=(place, 0, ()))[2])
