"""Rows of what an agency and a year say once: fields, memos, channels, the OIT index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.facts.model.channels import Channel
from ita_site.facts.model.described import leaves, values_at
from ita_site.facts.model.oit import OitEntry
from ita_site.facts.model.year import Memo
from ita_site.facts.schemas.files import MODELS
from ita_site.office.importer.document.values import Rewritten, to_plain
from ita_site.office.importer.downloads.cells import split
from ita_site.rules.figures.oit import official_title
from ita_site.site.downloads.table import BETWEEN, Truth, fields_of, in_codes
from ita_site.site.downloads.tables import IN_OTHER_TABLES

if TYPE_CHECKING:
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.downloads.facts import Facts
    from ita_site.office.importer.downloads.sheets import Row, Sheet


def read_memo(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A memo, unless it is the single one of old, which the general table has."""
    tree, memo = facts.file("year.yml"), facts.fields(sheet, row, Memo)
    plain = to_plain(memo)
    old = to_plain(tree.get("memo", {})), facts.single_memo and _as_told(facts.single_memo)
    if plain and plain in old:
        facts.saw_value(memo)
    else:
        tree.setdefault("memos", []).append(memo)


def _as_told(memo: Memo) -> dict[str, Any]:
    """A memo that is there already, in the words of its row."""
    about = ((leaf.keys[0], values_at(memo, leaf.names)) for leaf in leaves(Memo))
    return {key: in_codes(value) for key, value in about if value is not None}


def read_channel(facts: Facts, sheet: Sheet, row: Row) -> None:
    """A channel."""
    listed = facts.file("channels.yml").setdefault("channels", [])
    listed.append(facts.fields(sheet, row, Channel))


def read_general(facts: Facts, _: Sheet, row: Row) -> None:
    """A field that is said once, by its file and the name of its column."""
    file, words = row.text("file"), row.cells.get("value")
    model = MODELS.get(file)
    columns = fields_of("fact", model, apart=IN_OTHER_TABLES) if model else ()
    path = [next(iter(each.holds)) for each in columns if each.name == row.text("field")]
    if not (model and path and words):
        facts.keep(row, "ไม่มีช่องนี้ในไฟล์ข้อมูล")
        return
    facts.reader.put(facts.file(file), model, path[0].split(".")[1:], words)
    facts.saw(*row.words("file", "field"))


def read_item(facts: Facts, sheet: Sheet, row: Row) -> None:
    """An entry of the index, without the address that the program filled in itself."""
    tree = facts.fields(sheet, row, OitEntry, "url", "look")
    title = official_title(facts.draft.edition, str(tree.get("code", "")))
    if title and str(tree.get("title", "")) == title.text:
        facts.saw_value(tree.pop("title"))
    filled = row.text("filled_in_by_program").lower() in (Truth.YES, Truth.YES.label)
    urls = split(row.cells["url"]) if "url" in row.cells and not filled else []
    looks = [part for part in split(row.cells["look"]) if part] if "look" in row.cells else []
    if filled and "url" in row.cells:
        facts.saw(row.cells["url"])
    places = [{"url": _address(facts, words)} for words in urls if words]
    if looks and len(looks) == len(places) > 1:
        for place, words in zip(places, looks, strict=True):
            place["look"] = Rewritten(words.own, (words,))
    elif looks:
        tree["look"] = Rewritten(BETWEEN.join(words.own for words in looks), tuple(looks))
    facts.file("oit.yml").setdefault("items", []).append({**tree, "url": places})


def _address(facts: Facts, words: Span) -> Rewritten:
    """A page of this site as counted from its front page."""
    text = words.text
    site = str(facts.file("agency.yml").get("site_url") or facts.site).rstrip("/")
    return Rewritten(text.removeprefix(f"{site}/") if site else text, (words,))
