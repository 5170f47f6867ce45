"""What the site hands out comes back as the facts it was made of, also through a spreadsheet."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from ita_site.cli import main
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.reading.folder import FolderReader
from ita_site.facts.thai.calendar import BEDate
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.import_plan import plan_import
from ita_site.site.downloads.build import build_downloads
from ita_site.site.downloads.dataset.rows import as_csv, typed_rows
from ita_site.site.downloads.dataset.tables import TIDY
from tests.test_fields import with_everything

ROOT = Path(__file__).parents[4]
AGENCIES = [ROOT / "data", *sorted((ROOT / "tests/agencies").glob("*/"))]
CSV = (
    *("general", "measures", "progress", "metrics", "evidence", "targets", "pictures"),
    *("memos", "scores", "analysis", "conflicts", "oit"),
)
"""In an order in which none needs what a later one tells."""
OWN_SITE = "https://ita.tuayang.example/"


@cache
def agency(folder):
    return FolderReader(folder, folder.name, "").read()


@cache
def made(folder):
    return downloads(agency(folder))


def downloads(facts):
    return {each.path: each.content for each in build_downloads(facts, BEDate(2569, 1, 1))}


YEARS = [(folder, year.year) for folder in AGENCIES for year in agency(folder).years]
every_year = pytest.mark.parametrize(
    ("folder", "year"), YEARS, ids=lambda each: getattr(each, "name", each)
)


def brought(tmp_path, year, *files: tuple[str, bytes]):
    """Imports files one after the other; the facts, and each file's report."""
    reports = []
    for name, data in files:
        (tmp_path / name).write_bytes(data)
        plan = plan_import(tmp_path / name, tmp_path / "data", year)
        assert plan.result.is_own
        assert [str(each) for done in plan.write() for each in done.merged.differences] == []
        reports.append(plan.result.report)
    return FolderReader(tmp_path / "data", "data", "").read(), reports


def told(year):
    """A year's facts, in what a table has no place for made alike."""
    items = year.oit.items if year.oit else ()
    return {
        "info": year.info.model_copy(update={"assessment_year": year.year}),
        "assessment": year.assessment or Assessment(),
        "measures": year.measures,
        "reports": reports_of(year),
        "note": year.progress.note,
        "items": [item.model_copy(update={"places": ()}) for item in items],
        "places": [[where.url.removeprefix(OWN_SITE) for where in it.places] for it in items],
    }


def reports_of(year):
    return sorted(year.progress.progress, key=lambda each: (each.measure, each.round or 99))


def nothing_is_left(reports):
    counts = [(each.cells.doubted, each.cells.in_rest, each.cells.lost) for each in reports]
    return {*counts} == {(0, 0, 0)} and not any(each.doubts for each in reports)


@every_year
def test_a_years_workbook(tmp_path, folder, year):
    given = next(each for each in agency(folder).years if each.year == year)
    back, reports = brought(tmp_path, year, ("data.xlsx", made(folder)[f"{year}/data.xlsx"]))
    assert told(back.years[0]) == told(given)
    assert back.agency == agency(folder).agency
    assert nothing_is_left(reports)


@every_year
def test_a_years_tables_one_by_one(tmp_path, folder, year):
    given = next(each for each in agency(folder).years if each.year == year)
    files = ((f"{name}.csv", made(folder).get(f"{year}/{name}.csv")) for name in CSV)
    back, reports = brought(tmp_path, year, *((name, data) for name, data in files if data))
    assert told(back.years[0]) == told(given)
    assert nothing_is_left(reports)


def test_every_field_there_is(tmp_path):
    """Entries that say nothing, and results of targets that are none, stand in no table."""
    (given,) = with_everything().agencies
    (year,) = given.years
    files = downloads(given)
    names = ("data.xlsx", f"a/{year.year}/data.xlsx"), ("channels.csv", "a/complaints/channels.csv")
    back, _ = brought(tmp_path, year.year, *((name, files[path]) for name, path in names))
    (again,) = back.years
    assert (back.agency, back.channels) == (given.agency, given.channels)
    assert (again.assessment, again.measures) == (year.assessment, year.measures)
    assert again.info.memos == year.info.memos[:1]
    assert again.info == year.info.model_copy(update={"memos": again.info.memos})
    first = year.progress.progress[0]
    of_targets = first.model_copy(update={"reached": first.reached[:1]})
    assert again.progress.progress == (of_targets,)
    entries = {entry.code: entry for entry in again.oit.items}
    entry = year.oit.items[0]
    assert entries[entry.code] == entry.model_copy(
        update={"look": None, "places": entries[entry.code].places}
    )
    assert [place.url for place in entries[entry.code].places] == [p.url for p in entry.places]
    assert {place.look for place in entries[entry.code].places} == {
        entry.look,
        entry.places[0].look,
    }


SAMPLE = ROOT / "data"


def rows_of(name, year=2566):
    text = made(SAMPLE)[f"{year}/{name}.csv"].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def as_file(rows, delimiter=",", coding="utf-8-sig"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(coding)


def by_spreadsheet(rows):
    """As a spreadsheet saves it: days in its own way, TRUE for true."""

    def cell(text):
        if len(parts := text.split("-")) == len(("y", "m", "d")) and "".join(parts).isdigit():
            year, month, day = map(int, parts)
            return f"{day}/{month}/{year}"
        return text.upper() if text in ("true", "false") else text

    return [rows[0], *([cell(text) for text in row] for row in rows[1:])]


@pytest.mark.parametrize(
    ("delimiter", "coding"), [(";", "cp874"), (",", "utf-8-sig"), ("\t", "utf-16")]
)
def test_what_a_spreadsheet_saved_anew(tmp_path, delimiter, coding):
    saved = {name: by_spreadsheet(rows_of(name)) for name in CSV[:-1]}
    files = [(f"{name}.csv", as_file(rows, delimiter, coding)) for name, rows in saved.items()]
    back, reports = brought(tmp_path, 2566, *files)
    given = agency(SAMPLE).years[0]
    assert told(back.years[0]) == told(given)
    assert {each.cells.in_rest for each in reports} == {0}


def test_rows_and_columns_in_another_order_and_a_column_less(tmp_path):
    rows = rows_of("measures")
    gone = rows[0].index("monitoring")
    shuffled = [[*row[:gone], *row[gone + 1 :]][::-1] for row in [rows[0], *rows[:0:-1]]]
    back, (report,) = brought(tmp_path, 2566, ("measures.csv", as_file(shuffled)))
    given = agency(SAMPLE).years[0].measures.measures
    without = tuple(each.model_copy(update={"monitoring": ()}) for each in given)
    assert back.years[0].measures.measures == without
    assert "ไม่มีคอลัมน์: การกำกับติดตามและรายงานผล" in str(report)


def test_what_an_officer_changed_and_added(tmp_path):
    rows = rows_of("measures")
    rows[1][rows[0].index("title")] = "ชื่อที่แก้แล้ว"
    added = [[*rows[0], "ผู้ตรวจทาน"], *([*row, "ตรวจแล้ว"] for row in rows[1:])]
    back, (report,) = brought(tmp_path, 2566, ("measures.csv", as_file(added)))
    first, *others = back.years[0].measures.measures
    assert (first.titles, len(others)) == (
        ("ชื่อที่แก้แล้ว",),
        len(agency(SAMPLE).years[0].measures.measures) - 1,
    )
    assert "คอลัมน์ “ผู้ตรวจทาน” ไม่ใช่ของตาราง “มาตรการ” จึงเก็บไว้" in str(report)
    assert "title “" in str(report)
    assert "ตรวจแล้ว" in (tmp_path / "import-rest.txt").read_text("utf-8")


def test_days_that_may_be_either_way_round_are_told(tmp_path):
    rows = [
        ["measure_id", "round_months", "status", "updated_on"],
        ["m-1", "6", "done", "5/4/2566"],
    ]
    back, (report,) = brought(tmp_path, 2566, ("progress.csv", as_file(rows)))
    (only,) = back.years[0].progress.progress
    assert only.updated_on == BEDate(2566, 4, 5)
    assert "วัน/เดือน/ปี" in str(report)
    assert report.cells.doubted == 1


def test_a_heading_in_our_words_is_not_ours(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "มาตรการ"
    sheet.append(["ลำดับ", "ชื่อมาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"])
    sheet.append(["1", "จัดทำคู่มือ", "ทบทวนคู่มือ", "กองคลัง", "ต.ค. 65"])
    book.save(tmp_path / "office.xlsx")
    plan = plan_import(tmp_path / "office.xlsx", tmp_path / "data", 2566)
    assert not plan.result.is_own


def test_figures_of_outcomes_join_what_is_there(tmp_path):
    """A text keeps its place and gets what the file does not have of it."""
    files = made(SAMPLE)
    rounds = [(name, files[f"2566/{name}"]) for name in ("progress.csv", "metrics.csv")]
    back, _ = brought(tmp_path, 2566, *rounds)
    assert [each.outcomes for each in reports_of(back.years[0])] == [
        each.outcomes for each in reports_of(agency(SAMPLE).years[0])
    ]


@pytest.mark.parametrize(
    ("path", "year", "code"),
    [("2566/measures.csv", 2567, "ITA936"), ("history/history.csv", 2566, "ITA937")],
)
def test_a_file_that_brings_nothing_is_refused(tmp_path, path, year, code):
    (tmp_path / "given.csv").write_bytes(made(SAMPLE)[path])
    with pytest.raises(RefusedError, match=code):
        plan_import(tmp_path / "given.csv", tmp_path / "data", year)


@pytest.mark.parametrize("tidy", TIDY, ids=lambda tidy: tidy.name)
def test_a_table_over_all_years_is_refused_for_those_of_a_year(tmp_path, tidy):
    facts = agency(SAMPLE)
    rows = typed_rows(tidy.table, facts)
    (tmp_path / "given.csv").write_bytes(as_csv(tidy.table, rows))
    with pytest.raises(RefusedError, match="ITA937"):
        plan_import(tmp_path / "given.csv", tmp_path / "data", 2566)


def test_a_plan_is_not_needed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "measures.csv").write_bytes(made(SAMPLE)["2566/measures.csv"])
    words = ["import", "measures.csv", "--year", "2566", "--plan"]
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert (done.exit_code, "ไม่ต้องมีแผน" in done.output) == (0, True)
    assert [path.name for path in tmp_path.iterdir()] == ["measures.csv"]
