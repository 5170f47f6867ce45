"""Which files and folders are read, and that nothing is passed over in silence."""

from __future__ import annotations

import pytest

from ita_site.facts.problems import as_text
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.reading.sources import Sources
from ita_site.facts.strict_yaml.document import field_name
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.checks.run import check

DAY = BEDate(2566, 5, 15)
AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: other\n"
PORTAL = {"agency.yml": None, "one/agency.yml": AGENCY}


def problem_places(folder) -> list[tuple[str, str]]:
    problems = check(read_publication(folder), DAY)
    return [(problem.code, problem.file.removeprefix(f"{folder}/")) for problem in problems]


def years(folder) -> list[int]:
    (agency,) = read_publication(folder).publication.agencies
    return [year.year for year in agency.years]


def test_years_are_read_oldest_first(data):
    assert years(data({f"{year}/year.yml": "" for year in (2569, 2566, 2568)})) == [
        2566,
        2568,
        2569,
    ]


@pytest.mark.parametrize(
    "name", ["66", "02566", "2559", "2651", "2023", "ปี2566", "๒๕๖๖", "2566-old"]
)
def test_a_folder_that_is_no_year_is_told_and_not_read(data, name):
    folder = data({"2566/year.yml": "", f"{name}/measures.yml": "measures: x: y"})
    assert problem_places(folder) == [("ITA221", name)]
    assert years(folder) == [2566]


@pytest.mark.parametrize(
    "name",
    [
        "_draft/measures.yml",
        ".git/config.yml",
        "_old.yml",
        "readme.txt",
        "2566/minutes.pdf",
        "README.md",
    ],
)
def test_what_is_meant_for_nobody_to_read_lies_there_in_peace(data, name):
    assert problem_places(data({"2566/year.yml": "", name: "x: y: z"})) == []


@pytest.mark.parametrize("name", ["channels.yml", "2566/measures.yml"])
def test_a_folder_in_a_files_place_is_told_and_is_no_crash(data, name):
    assert problem_places(data({"2566/year.yml": "", f"{name}/x.txt": ""})) == [("ITA225", name)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("two/2566/measures.yml", "ITA220"),
        ("channels.yml", "ITA221"),
        ("agency.yaml", "ITA221"),
        ("_shared/notes.yml", None),
        ("readme.md", None),
    ],
)
def test_what_lies_beside_a_portals_agencies_is_told(data, name, code):
    folder = data({**PORTAL, name: ""})
    assert problem_places(folder) == ([(code, name.partition("/")[0])] if code else [])


@pytest.mark.parametrize("files", [{}, {"readme.txt": ""}, {"2566/measures.yml": ""}])
def test_a_folder_without_an_agency_is_told(data, files):
    folder = data({"agency.yml": None, **files})
    assert [code for code, _ in problem_places(folder)] == ["ITA222"]
    assert read_publication(folder).publication.agencies == ()


def test_an_agency_with_a_faulty_file_of_its_own_has_its_years_checked_all_the_same(data):
    folder = data({"agency.yml": "name: x", "2566/measures.yml": "measures: [{id: a}]"})
    assert problem_places(folder) == [("ITA312", "2566/measures.yml"), ("ITA201", "agency.yml")]


def test_of_a_portal_each_agency_has_its_own_prefix_and_a_single_one_has_none(data):
    single = read_publication(data()).publication
    portal = read_publication(data({**PORTAL, "two/agency.yml": AGENCY}, "portal")).publication
    assert [agency.prefix for agency in single.agencies] == [""]
    assert [agency.prefix for agency in portal.agencies] == ["one/", "two/"]


def test_a_file_with_a_faulty_entry_is_unsound_and_one_with_a_faulty_field_is_not(data):
    files = {
        "2566/measures.yml": "measures: [{title: ก}, {id: b, title: ข}]",
        "2566/progress.yml": "progress: [{measure: b, round: 18, summary: ค}]",
    }
    folder = data(files)
    reading = read_publication(folder)
    assert reading.unsound == {f"{folder}/2566/measures.yml"}
    (agency,) = reading.publication.agencies
    assert [measure.id for measure in agency.years[0].measures.measures] == ["b"]
    assert [report.round for report in agency.years[0].progress.progress] == [None]


def test_what_depends_on_a_faulty_file_is_not_complained_about_and_the_rest_is(data):
    files = {
        "2566/measures.yml": "measures: [{title: ก}, {id: b, findings: f9}]",
        "2566/progress.yml": "progress: [{measure: a, summary: ค}, {measure: a, summary: ง}]",
        "2566/year.yml": "assessment_year: 2567",
    }
    assert problem_places(data(files)) == [
        ("ITA201", "2566/measures.yml"),
        ("ITA303", "2566/progress.yml"),
        ("ITA308", "2566/year.yml"),
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), ""),
        (("measures",), "measures"),
        (("measures", 2, "steps", 0, "text"), "measures[2].steps[0].text"),
        ((0, "a"), "[0].a"),
    ],
)
def test_a_field_is_named_as_officers_and_programs_read_it(path, name):
    assert field_name(path) == name


def test_a_problem_of_a_file_that_was_not_read_stands_at_its_beginning():
    problem = Sources().problem("ITA301", "data/x.yml", ("a", 1))
    assert (problem.line, problem.column, problem.field) == (1, 1, "a[1]")


@pytest.mark.parametrize("target", ["oit.yml", "/etc/passwd", "../agency.yml", "nothing"])
def test_a_link_is_named_and_nothing_of_where_it_leads_is_said(data, target):
    folder = data({"2566/year.yml": ""})
    (folder / "2566/oit.yml").symlink_to(target)
    assert problem_places(folder) == [("ITA128", "2566/oit.yml")]
    assert "root:" not in as_text(read_publication(folder).problems)


@pytest.mark.parametrize("name", ["2567", "2566/x.yml", "channels.yml"])
def test_linked_folders_and_files_are_not_read(data, tmp_path, name):
    folder = data({"2566/year.yml": ""})
    (tmp_path / "elsewhere").mkdir()
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(tmp_path / "elsewhere")
    assert ("ITA128", name) in problem_places(folder)
    assert years(folder) == [2566]


def test_a_data_folder_that_is_a_link_is_not_read(data, tmp_path):
    link = tmp_path / "linked"
    link.symlink_to(data({"2566/year.yml": ""}))
    assert [problem.code for problem in read_publication(link).problems] == ["ITA128"]


def test_an_agency_that_is_a_link_is_named_among_the_others(data):
    folder = data(PORTAL)
    (folder / "three").symlink_to(folder / "one")
    assert problem_places(folder) == [("ITA128", "three")]
