"""Changes to a data file: exactly the lines they concern, everything else as it is."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ita_site.facts.problems import ItaSiteError
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.strict_yaml.text import MOST_BYTES
from ita_site.facts.writing.emit import emit, is_nothing
from ita_site.facts.writing.splice import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.facts.strict_yaml.document import Flaw, Path, Value
    from ita_site.facts.writing.emit import Tree
    from ita_site.facts.writing.lines import Lines


class FlawedFileError(ItaSiteError):
    """A file that has flaws already: mend it first, then it can be changed."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        """Carry the flaws."""
        super().__init__("ไฟล์มีจุดที่ต้องแก้ก่อน จึงจะเพิ่มข้อมูลได้")
        self.flaws = flaws


class EditError(ItaSiteError):
    """A change that cannot be made without touching more than it concerns."""

    def __init__(self, path: Path) -> None:
        """Carry the place of the change."""
        name = ".".join(map(str, path))
        super().__init__(f"แก้ {name} โดยไม่กระทบบรรทัดอื่นไม่ได้ ให้แก้ไฟล์ด้วยมือ")
        self.path = path


class TooLargeError(EditError):
    """A change after which the file would be larger than a data file may be."""

    def __init__(self, path: Path, size: int) -> None:
        """Carry the place of the change, and how many bytes there would be."""
        super().__init__(path)
        self.sizes = {"size": f"{size:,}", "most": f"{MOST_BYTES:,}"}


@dataclass(frozen=True, slots=True)
class Put:
    """Set a field or entry; None removes a field. `remarks` have their whole paths.

    A field that is not there yet comes behind the last of the fields `after`, else at its
    group's end; groups on the way to it are made.
    """

    path: Path
    value: Value
    after: tuple[str, ...] = ()
    remarks: Mapping[Path, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Add:
    """Add an entry to a list, at the end or at `index`.

    The list is made where there is none. A single value, written without a list, becomes its
    first entry.
    """

    path: Path
    value: Value
    index: int | None = None
    remarks: Mapping[Path, str] = field(default_factory=dict)


Change: TypeAlias = "Put | Add"


def edit(data: bytes, changes: Iterable[Change]) -> bytes:
    """The file after the changes, one after the other; empty bytes stand for no file yet.

    The result is read again and holds the old values and the changes, nothing else.

    Raises:
        FlawedFileError: when the file has flaws before.
        EditError: when it would not hold what it should; `TooLargeError` for too much.
        UnwritableError: when a text holds a character no data file may hold.
    """
    for change in changes:
        data = _edit(data, change)
    return data


def apply_change(value: Value, change: Change) -> Tree:
    """What a file's values are after a change."""
    root: Any = {} if value is None else copy.deepcopy(value)
    owner: Any = root
    for part in change.path[:-1]:
        owner = owner.setdefault(part, {}) if isinstance(owner, dict) else owner[part]
    key: Any = change.path[-1]
    if isinstance(change, Add):
        _add(owner, key, change)
    elif change.value is None:
        owner.pop(key, None)
    else:
        owner[key] = change.value
    return cast("Tree", root)


def _add(owner: Any, key: Any, change: Add) -> None:  # noqa: ANN401 - values of a document
    old = owner.get(key) if isinstance(owner, dict) else owner[key]
    listed = list(old) if isinstance(old, list) else [] if old is None else [old]
    listed.insert(len(listed) if change.index is None else change.index, change.value)
    owner[key] = listed


def _edit(data: bytes, change: Change) -> bytes:
    before = read(data)
    if before.flaws:
        raise FlawedFileError(before.flaws)
    try:
        expected = apply_change(before.value, change)
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise EditError(change.path) from error
    if expected == before.value:
        return data
    after = _spliced(Sheet.from_bytes(data), change, expected).to_bytes()
    if len(after) > MOST_BYTES:
        raise TooLargeError(change.path, len(after))
    written = read(after)
    if written.flaws or written.value != _as_read(expected):
        raise EditError(change.path)
    return after


def _as_read(value: Value) -> Value:
    """The values as our reader gives them back: nothing for nothing."""
    if isinstance(value, dict):
        return {key: _as_read(part) for key, part in value.items() if not is_nothing(part)}
    if isinstance(value, list):
        return [_as_read(part) for part in value if not is_nothing(part)]
    return value


def _spliced(sheet: Sheet, change: Change, expected: Tree) -> Lines:
    path, here = change.path, sheet.places.get(change.path)
    if isinstance(change, Add) and here and here.kind is list and not here.flow:
        count = len(sheet.parts(path))
        index = count if change.index is None else min(change.index, count)
        return sheet.with_entry(path, change.value, change.remarks, index)
    value = _at(expected, path)
    if here and value is None:
        return _removed(sheet, path)
    if here:
        return sheet.replaced(path, value, change.remarks)
    return _put_new(sheet, change, path, expected)


def _removed(sheet: Sheet, path: Path) -> Lines:
    if sheet.places[path].name == sheet.places[path[:-1]].start:
        raise EditError(path)
    return sheet.without(path)


def _put_new(sheet: Sheet, change: Change, path: Path, expected: Tree) -> Lines:
    """Make a field; where its group is not written as lines, the group with it."""
    group = sheet.places.get(path[:-1])
    if group and group.kind is dict and not group.flow:
        after = change.after if isinstance(change, Put) and path == change.path else ()
        return sheet.with_field(path, _at(expected, path), change.remarks, after)
    if len(path) == 1:
        return sheet.with_first(emit(expected, change.remarks).splitlines())
    if group:
        return sheet.replaced(path[:-1], _at(expected, path[:-1]), change.remarks)
    return _put_new(sheet, change, path[:-1], expected)


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401 - values of a document
    for part in path:
        if isinstance(value, dict) and part not in value:
            return None
        value = value[part]
    return value
