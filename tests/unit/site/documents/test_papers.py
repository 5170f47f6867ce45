"""The papers an office signs: what stands in them, and that our own import reads them back."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from ita_site.facts.model.agency import Numerals
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.decimals import measured
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.import_plan import plan_import
from ita_site.rules.figures.targets import reached
from ita_site.site.documents.make import Kind, Wanted, find_year, make
from ita_site.site.documents.paper import FONT
from ita_site.site.load import load_site
from tests.conftest import REPOSITORY
from tests.depth import thorough

if TYPE_CHECKING:
    from pathlib import Path

DAY = BEDate(2569, 11, 15)
AGENCIES = {
    "sample": (REPOSITORY / "data", 2568, REPOSITORY / "content"),
    "udon-thani": (REPOSITORY / "tests/agencies/udon-thani", 2566, None),
    "roi-et": (REPOSITORY / "tests/agencies/roi-et", 2567, None),
    "tak": (REPOSITORY / "tests/agencies/tak", 2568, None),
    "khok-mon": (REPOSITORY / "tests/agencies/khok-mon", 2568, None),
}
every_agency = pytest.mark.parametrize(
    "name", ["sample", "khok-mon", *thorough("udon-thani", "roi-et", "tak")]
)


def paper(name: str, kind: Kind, months: int | None = None, numerals=Numerals.ARABIC) -> bytes:
    data, year, content = AGENCIES[name]
    outputs = load_site(data, content, DAY).outputs
    [view] = outputs.views
    of_year = find_year(view, year)
    wanted = Wanted(kind, months, numerals)
    return make(wanted, view, of_year, outputs.verdicts[of_year.address])


def words(content: bytes) -> str:
    file = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in file.paragraphs), *cells])


def own(name: str):
    """The year's facts as they are in the data."""
    data, year, _ = AGENCIES[name]
    [agency] = read_publication(data).publication.agencies
    return next(facts for facts in agency.years if facts.year == year)


def read_back(name: str, content: bytes, folder: Path):
    """The year's facts as our own import reads them from a paper."""
    file = folder / "paper.docx"
    file.write_bytes(content)
    plan_import(file, folder / "data", AGENCIES[name][1]).write()
    [agency] = read_publication(folder / "data").publication.agencies
    return agency.years[-1]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", to_arabic(text))


@every_agency
def test_the_table_of_measures_is_read_back_without_loss(name, tmp_path):
    before, after = own(name), read_back(name, paper(name, Kind.MEASURES), tmp_path)
    assert len(after.measures.measures) == len(before.measures.measures)
    for old, new in zip(before.measures.measures, after.measures.measures, strict=True):
        if old.titles:
            assert list(map(squeezed, new.titles)) == list(map(squeezed, old.titles))
        assert [squeezed(step.text) for step in new.steps] == [
            squeezed(step.text) for step in old.steps
        ], old.id
        told = {squeezed(unit.name) for unit in units_of(new)}
        assert {squeezed(unit.name) for unit in units_of(old)} == told, old.id
        assert {squeezed(time.raw) for time in times_of(old)} == {
            squeezed(time.raw) for time in times_of(new)
        }, old.id
        assert [squeezed(text) for text in new.monitoring] == [
            squeezed(text) for text in old.monitoring
        ], old.id
        assert new.reporting_rounds == (old.reporting_rounds or before.info.reporting_rounds)
        assert new.topic == old.topic
        assert worded(new.steps, old.steps) == worded(old.steps, old.steps)
        assert worded(new.guidelines, old.guidelines) == worded(old.guidelines, old.guidelines)
        assert roles(new, old) == roles(old, old), old.id
        assert list(map(squeezed, new.objective)) == list(map(squeezed, old.objective)), old.id
        assert list(map(squeezed, new.risk)) == list(map(squeezed, old.risk)), old.id
        assert promised(new) == promised(old), old.id
        assert money(new) == money(old), old.id
        if len(old.titles) <= 1 and old.titles and old.label_as_printed:
            assert squeezed(new.label_as_printed) == squeezed(old.label_as_printed), old.id


def worded(entries, like):
    """The words of steps or guidelines, whether they are cut, and the numbers `like` has in print.

    A list that has none is counted on paper.
    """
    printed = any(entry.label_as_printed for entry in like)
    return [
        (squeezed(one.text), one.truncated, squeezed(one.label_as_printed or "") if printed else "")
        for one in entries
    ]


def roles(measure, like):
    """Who leads and who helps, where several answer for one like it."""
    return {
        (squeezed(unit.name), unit.role.value)
        for unit in units_of(measure)
        if unit.role and unit.role.value != "all" and len(like.units) > 1
    }


def promised(measure):
    return [
        f"{squeezed(one.text)} {squeezed(measured(one.goal or '', one.unit))}"
        for one in measure.targets
    ]


def money(measure):
    budget = measure.budget
    if budget is None:
        return None
    return budget.amount, squeezed(budget.source or ""), squeezed(budget.note or "")


def units_of(measure):
    return [*measure.units, *(unit for step in measure.steps for unit in step.units)]


def times_of(measure):
    """Those of the steps where each has its own: the paper leaves the whole's to them."""
    of_steps = [time for step in measure.steps for time in step.timeframes]
    if measure.steps and all(step.timeframes for step in measure.steps):
        return of_steps
    return [*measure.timeframes, *of_steps]


@every_agency
def test_nothing_of_a_paper_is_lost_by_import(name, tmp_path):
    file = tmp_path / "paper.docx"
    file.write_bytes(paper(name, Kind.MEASURES))
    report = str(plan_import(file, tmp_path / "data", AGENCIES[name][1]).result.report)
    assert re.findall(r"หาย (\d+)", report)
    assert set(re.findall(r"หาย (\d+)", report)) == {"0"}


@pytest.mark.parametrize("months", [6, 12])
def test_a_rounds_report_is_read_back_without_loss(months, tmp_path):
    before = own("sample")
    after = read_back("sample", paper("sample", Kind.REPORT, months), tmp_path)
    at = {
        old.id: new.id
        for old, new in zip(before.measures.measures, after.measures.measures, strict=True)
    }
    expected = [one for one in before.progress.progress if one.round == months]
    reports = {one.measure: one for one in after.progress.progress}
    assert len(expected) == len(reports)
    for old in expected:
        new = reports[at[old.measure]]
        assert new.round == months
        assert new.status == old.status
        assert squeezed("".join(new.summary)) == squeezed("".join(old.summary))
        assert squeezed("".join(new.obstacles)) == squeezed("".join(old.obstacles))
        assert list(map(squeezed, new.suggestions)) == list(map(squeezed, old.suggestions))
        assert new.percent_done == old.percent_done
        told = squeezed("".join(one.text for one in new.outcomes))
        assert [one for one in achieved(before, old) if one not in told] == []
        assert [squeezed(one.title) for one in new.evidence] == [
            squeezed(one.title) for one in old.evidence
        ]
        assert [one.url for one in new.evidence] == [one.url for one in old.evidence]
        for outcome in old.outcomes:
            assert any(
                squeezed(one.text).startswith(squeezed(outcome.text)) for one in new.outcomes
            )


def achieved(facts, report):
    """What was reached of each target, as the paper says it."""
    [measure] = [one for one in facts.measures.measures if report.measure in one.ids]
    return [
        squeezed(f"{one.target.text} ทำได้ {measured(one.value, one.target.unit)}")
        for one in reached(measure, report)
    ]


def test_a_memo_is_read_back_as_it_was(tmp_path):
    data, year, _ = AGENCIES["udon-thani"]
    memo = own("udon-thani").info.memo
    (tmp_path / "data").mkdir()
    (tmp_path / "data/agency.yml").write_bytes((data / "agency.yml").read_bytes())
    after = read_back("udon-thani", paper("udon-thani", Kind.MEMO), tmp_path).info.all_memos[0]
    assert year == 2566
    for field in ("unit", "phone", "number", "subject", "addressed_to"):
        assert squeezed(getattr(after, field)) == squeezed(getattr(memo, field)), field
    assert after.date == memo.date


def test_a_memo_names_nobody_and_leaves_what_is_not_known_to_be_written():
    text = words(paper("tak", Kind.MEMO))
    assert "บันทึกข้อความ" in text
    assert "(....." in text
    assert "ตำแหน่ง ....." in text
    assert "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568" in text


def test_an_order_gives_each_unit_its_measures_and_no_power_it_does_not_know():
    text = words(paper("roi-et", Kind.ORDER))
    assert "คำสั่งเทศบาลเมืองร้อยเอ็ด" in text
    assert "อาศัยอำนาจตามความใน....." in text
    assert "กองคลัง" in text
    assert text.count("กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและการจัดซื้อจัดจ้าง") == 1


def test_the_index_explains_where_each_criterion_is_seen():
    text = words(paper("sample", Kind.INDEX))
    assert "https://ita.tuayang.example/2568/o27/" in text
    assert "ดูที่ https://ita.tuayang.example/2568/o27/#measures" in text
    assert "O26" in text


def test_thai_digits_are_chosen_and_links_stay_as_they_are():
    text = words(paper("sample", Kind.REPORT, 6, Numerals.THAI))
    links = re.findall(r"https://\S+", text)
    assert any("2568" in link for link in links)
    assert not re.search(r"[0-9]", re.sub(r"https://\S+", "", text))


@pytest.mark.parametrize("kind", [Kind.MEASURES, Kind.REPORT])
def test_rows_do_not_tear_headings_repeat_and_the_font_is_named(kind):
    file = docx.Document(io.BytesIO(paper("sample", kind)))
    for table in file.tables:
        rows = table._tbl.tr_lst  # noqa: SLF001
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    fonts = {each.get(qn("w:cs")) for each in file.element.iter(qn("w:rFonts"))}
    assert fonts == {FONT}
    first = file.sections[0]
    assert round(file.sections[0].right_margin.cm, 1) == 2.0
    assert first.header.paragraphs[0].text.startswith("- ")


@pytest.mark.parametrize(
    "kind", [Kind.REPORT, *thorough(*(each for each in Kind if each is not Kind.REPORT))]
)
def test_the_same_facts_make_the_same_bytes(kind):
    assert paper("sample", kind) == paper("sample", kind)


@pytest.mark.parametrize(("kind", "room"), [(Kind.ORDER, 3.0), (Kind.MEMO, 0.5)])
def test_the_emblems_place_is_left_empty(kind, room):
    """Above an order; at the left of a memo's title, which is as high with the room above it."""
    first = docx.Document(io.BytesIO(paper("sample", kind))).paragraphs[0]
    assert round(first.paragraph_format.space_before.cm, 1) == room
    assert first.text.startswith(("คำสั่ง", "บันทึกข้อความ"))
