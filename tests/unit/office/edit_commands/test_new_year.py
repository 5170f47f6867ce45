"""A new year's folder: what goes on, what is to fill in, and that nothing else is touched."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.editions.load import edition_years
from ita_site.facts.model.edition import Sight
from ita_site.facts.problems import DataError
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.calendar import ABBREVIATIONS, BEDate
from ita_site.facts.thai.numerals import to_thai
from ita_site.facts.thai.timeframe_words import parse_timeframe
from ita_site.office.edit_commands.new_year import choose_measures, find_basis, plan_new_year
from ita_site.office.edit_commands.new_year_files import shift_text
from ita_site.site.load import check_site
from tests.site.project import REPOSITORY, contents

CONTENT = Path("no-content")
DAY = BEDate(2569, 12, 1)


@pytest.fixture
def demo(tmp_path):
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    return tmp_path / "data"


def made(data: Path, year: str = "2570", words: str = "unfinished", agency: str = ""):
    start = find_basis(data, year, agency)
    return plan_new_year(start, choose_measures(start.measures, words.split(",")), CONTENT, DAY)


def test_the_new_folder_is_clean_and_nothing_else_is_touched(demo):
    before = contents(demo)
    made(demo).write()
    after = contents(demo)
    new = {name: text for name, text in after.items() if name not in before}
    assert {name: after[name] for name in before} == before
    assert sorted(new) == [f"2570/{n}.yml" for n in ("assessment", "measures", "progress", "year")]
    found = check_site(demo, CONTENT, DAY)
    assert not any(problem.is_error for problem in found.problems)
    own = [problem.code for problem in found.problems if "/2570/" in problem.file]
    assert own == ([] if 2570 in edition_years() else ["ITA405"])  # the edition is borrowed
    assert found.verdicts  # the pages were built


@pytest.mark.parametrize(("year", "outcome"), [(2570, "met"), (2571, "not_met"), (2575, "not_met")])
def test_a_new_year_is_judged_by_its_own_years(demo, year, outcome):
    made(demo, str(year), "all").write()
    verdicts = check_site(demo, CONTENT, DAY).verdicts[f"{year}/"].verdicts
    told = {int(found) for v in verdicts for found in re.findall(r"25\d\d", v.criterion.text)}
    assert told == {year - 1}
    (period,) = (verdict for verdict in verdicts if Sight.PERIOD in verdict.criterion.shows)
    assert (
        period.outcome.value == outcome
    )  # the results of 2569 are there, those of later years not
    assert period.reason == ("" if outcome == "met" else f"ยังไม่มีผลของปีงบประมาณ {year - 1}")


def test_unfinished_measures_go_on_with_their_times_a_year_later(demo):
    new = made(demo)
    value = read(new.files["measures.yml"]).value["measures"]
    assert [entry["id"] for entry in value] == [entry.measure.id for entry in new.kept]
    assert {entry.measure.id for entry in new.kept}.isdisjoint(e.measure.id for e in new.dropped)
    first = value[0]
    assert first["id"] == "answer-in-time"
    assert first["timeframe"] == "ต.ค. 69 - ก.ย. 70"
    assert first["steps"][0]["timeframe"] == "ต.ค. 69 - ธ.ค. 69"
    assert first["steps"][0]["text"] == "รวบรวมคำตอบ 60 เรื่องที่มีผู้ถามบ่อย และเผยแพร่บนเว็บไซต์"
    assert "findings" not in first


def test_the_year_asks_anew_for_what_is_new(demo):
    text = made(demo).files["year.yml"].decode()
    value = read(text.encode()).value
    years = [value[name] for name in ("assessment_year", "result_year", "implementation_year")]
    assert years == ["2570", "2569", "2570"]
    (was, *_) = read((demo / "2569/year.yml").read_bytes()).value["memos"]
    kept = ("for", "unit", "phone", "addressed_to", "signed_by", "approved_by")
    assert value["memos"] == [{name: was[name] for name in kept}]
    for name in ("as_of", "  url", "  closes_on", "    number", "    approved_on"):
        assert re.search(rf"  # .+\n{name}:\n|# .+\n{name}:\n", text), name
    assert "sample69" not in text


def test_the_table_of_scores_is_ready_to_be_filled_in(demo):
    new = made(demo)
    text = new.files["assessment.yml"].decode()
    head, table = text.split("# total:\n")
    lines = re.sub(r"^# ?", "", "# total:\n" + table, flags=re.MULTILINE)
    new.files["assessment.yml"] = (head + lines.replace("score:", "score: 96.00")).encode()
    new.write()
    assert not any(problem.is_error for problem in check_site(demo, CONTENT, DAY).problems)
    value = read(new.files["assessment.yml"]).value
    assert [entry["no"] for entry in value["indicators"]] == [str(no) for no in range(1, 11)]
    assert value["total"] == {"score": "96.00"}


@pytest.mark.parametrize("name", ["measures", "progress"])
def test_the_examples_can_be_used_by_taking_out_their_signs(demo, name):
    new = made(demo, words="none" if name == "measures" else "all")
    text = new.files[f"{name}.yml"].decode()
    lines = text.split("\n")
    first = next(at for at, line in enumerate(lines) if line.lstrip().startswith("# - "))
    used = [*lines[:first], *(line.replace("# ", "", 1) for line in lines[first:])]
    new.files[f"{name}.yml"] = "\n".join(used).replace("https://", "https://a.example/").encode()
    new.write()
    assert not any(problem.is_error for problem in check_site(demo, CONTENT, DAY).problems)
    assert len(read(new.files[f"{name}.yml"]).value[name]) == 1


def test_a_file_keeps_the_line_of_its_schema(demo):
    old = (demo / "2569/year.yml").read_text("utf-8").split("\n")[0]
    assert made(demo).files["year.yml"].decode().startswith(old + "\n#")


def test_a_first_year_is_told_where_its_schemas_are_published(data):
    folder = data({"agency.yml": "name: ก\nkind: other\nsite_url: https://ita.example/\n"})
    first = made(folder, "2569").files["year.yml"].decode().split("\n")[0]
    assert first == "# yaml-language-server: $schema=https://ita.example/schemas/year.json"


def test_an_agency_without_a_year_begins_one(data):
    folder = data()
    new = made(folder, "๒๕๖๙")
    new.write()
    assert read((folder / "2569/year.yml").read_bytes()).value["result_year"] == "2568"
    assert not any(problem.is_error for problem in check_site(folder, CONTENT, DAY).problems)


def test_a_value_taken_over_is_said_to_be_one(demo):
    year = made(demo).files["year.yml"].decode()
    assert year.count("(ใช้ค่าของปี 2569 ไว้ก่อน แก้ถ้าเปลี่ยน)") > 1


def test_a_value_that_is_still_to_come_is_not_said_to_be_taken_over(data):
    first = made(data(), "2569", "none").files["year.yml"].decode()
    assert "# ผู้จัดทำข้อมูล\n" in first
    assert "ไว้ก่อน" not in first


def test_a_year_after_a_gap_follows_the_last_one_before_it(data):
    measure = "{id: a, title: ก, timeframe: ม.ค. ๖๗ - ก.ย. 2567}"
    folder = data(
        {
            "2567/measures.yml": f"measures:\n  - {measure}\n",
            "2567/year.yml": "result_year: 2566\nreporting_rounds: [6, 12]\n",
            "2575/measures.yml": "measures:\n  - id: b\n",
        }
    )
    new = made(folder, "2570")
    assert read(new.files["measures.yml"]).value["measures"] == [
        {"id": "a", "title": "ก", "timeframe": "ม.ค. ๗๐ - ก.ย. 2570"}
    ]
    value = read(new.files["year.yml"]).value
    assert (value["result_year"], value["reporting_rounds"]) == ("2569", ["6", "12"])


def test_in_a_portal_one_agency_begins(tmp_path):
    shutil.copytree(REPOSITORY / "tests/agencies", tmp_path / "data")
    with pytest.raises(DataError) as caught:
        find_basis(tmp_path / "data", "2570")
    assert [problem.code for problem in caught.value.problems] == ["ITA704"]
    made(tmp_path / "data", agency="udon-thani").write()
    assert (tmp_path / "data/udon-thani/2570/year.yml").exists()


@pytest.mark.parametrize("year", ["2569", "70000", "ปีหน้า", "2500"])
def test_a_year_that_cannot_begin_is_refused(demo, year):
    before = contents(demo)
    with pytest.raises(DataError):
        made(demo, year)
    assert contents(demo) == before


def test_a_year_before_that_cannot_be_read_is_told(data):
    folder = data({"2568/measures.yml": "measures:\n  - id: a\n  title: ก\n"})
    with pytest.raises(DataError) as caught:
        find_basis(folder, "2569")
    assert {problem.file for problem in caught.value.problems} == {f"{folder}/2568/measures.yml"}


def test_measures_are_chosen_by_number_id_or_how_far_they_are(demo):
    measures = find_basis(demo, "2570").measures
    ids = [entry.measure.id for entry in measures]
    assert choose_measures(measures, ["all"]) == ids
    assert choose_measures(measures, ["none"]) == []
    assert choose_measures(measures, ["2", ids[0], "2"]) == ids[:2]
    with pytest.raises(DataError):
        choose_measures(measures, ["0"])


@given(st.integers(1, 12), st.integers(2560, 2590), st.integers(1, 9), st.booleans(), st.booleans())
def test_a_time_that_was_understood_is_understood_so_many_years_later(month, year, on, short, thai):
    digits = str(year)[2:] if short else str(year)
    text = f"{ABBREVIATIONS[month - 1]} {to_thai(digits) if thai else digits}"
    now = parse_timeframe(text, fiscal_year=None)
    later = parse_timeframe(shift_text(text, on), fiscal_year=None)
    assert later.start.year - now.start.year == on
    assert later.start.month == month
    assert (later.raw == to_thai(later.raw)) == thai


@pytest.mark.parametrize(
    "text", ["ตลอดปีงบประมาณ", "ไตรมาส 2-4", "ทุก 3 เดือน", "รอบ 6 เดือน", "02567123", "500,000 บาท"]
)
def test_words_without_a_year_stay(text):
    assert shift_text(text, 1) == text
