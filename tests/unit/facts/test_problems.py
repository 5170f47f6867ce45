"""Problems and their prints: terminal, annotations of a code host, JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ita_site
from ita_site.facts.problem_formats import (
    FORMATS,
    as_annotations,
    as_code_quality,
    as_json,
    as_markdown,
)
from ita_site.facts.problems import (
    CATALOGUES,
    DataError,
    ItaSiteError,
    Problem,
    all_kinds,
    as_text,
    catalogue,
    read_catalogue,
)
from tests.folded import folded

PACKAGE = Path(ita_site.__file__).parent
KINDS = list(catalogue().values())
WARNING = next(kind.code for kind in KINDS if kind.level == "warning")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
THAI = re.compile("[\u0e00-\u0e7f]")
every_kind = folded(KINDS, lambda kind: kind.code)


def placeholders(kind, language):
    wording = kind.wordings[language]
    return set(PLACEHOLDER.findall(wording.what + wording.mend))


def filled(kind, **details: str):
    names = placeholders(kind, "th") | placeholders(kind, "en")
    return Problem("data/a.yml", 3, 5, kind.code, "a.b", dict.fromkeys(names, "ค่า") | details)


@every_kind
def test_every_kind_says_what_is_wrong_and_how_to_mend_it_in_both_languages(kind):
    for language in ("th", "en"):
        wording = kind.wordings[language]
        assert wording.what
        assert wording.mend
    assert THAI.search(kind.wordings["th"].what)
    assert not THAI.search(PLACEHOLDER.sub("", kind.wordings["en"].what))


@every_kind
def test_every_kind_has_a_stable_code_and_a_known_level(kind):
    assert re.fullmatch(r"ITA[1-7][0-9]{2}", kind.code)
    assert kind.level in ("error", "warning")


@every_kind
def test_english_is_filled_with_nothing_that_thai_is_not(kind):
    thai, english = placeholders(kind, "th"), placeholders(kind, "en")
    in_thai_words = {"label", "where"}
    assert thai - in_thai_words <= {name.removesuffix("_en") for name in english} <= thai


@every_kind
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_kind_can_be_filled_and_printed(kind, language):
    problem = filled(kind)
    for text in (problem.what(language), problem.mend(language)):
        assert not PLACEHOLDER.search(text)
    for form in FORMATS.values():
        assert kind.code in form([problem], language)


@every_kind
def test_an_example_shows_both_the_mistake_and_its_mending(kind):
    assert bool(kind.wrong) == bool(kind.right)
    assert kind.wrong != kind.right or not kind.wrong


def test_no_code_is_used_twice():
    assert len(all_kinds()) == sum(len(read_catalogue(file)) for file in CATALOGUES)
    here = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("messages.yml")}
    assert set(CATALOGUES) == {"facts/problems.yml", *here}


def test_the_catalogue_is_in_the_order_of_its_codes():
    assert list(catalogue()) == sorted(catalogue())


def test_the_text_says_where_which_field_what_and_how_to_mend():
    details = {"value": "finished", "choices": "done (แล้วเสร็จ)"}
    problem = Problem("data/2566/progress.yml", 12, 5, "ITA205", "progress[2].status", details)
    assert as_text([problem], "en") == (
        "data/2566/progress.yml:12:5: error ITA205 progress[2].status: "
        "“finished” is not one of the choices — use one of: done (แล้วเสร็จ)"
    )
    assert as_text([problem]) == (
        "data/2566/progress.yml:12:5: error ITA205 progress[2].status: "
        "“finished” ไม่ใช่ค่าที่เลือกได้ — เลือกค่าใดค่าหนึ่ง: done (แล้วเสร็จ)"
    )


def test_a_problem_of_a_whole_file_names_no_field():
    problem = Problem("data", 1, 1, "ITA222", "", {"value": "data"})
    assert as_text([problem], "en").startswith("data:1:1: error ITA222: data holds no agency")


@pytest.mark.parametrize(
    ("language", "guess"), [("th", "หมายถึง “done” ใช่หรือไม่ · "), ("en", "did you mean “done”? · ")]
)
def test_a_near_value_comes_first(language, guess):
    assert filled(catalogue()["ITA205"], suggestion="done").mend(language).startswith(guess)
    assert "“" not in filled(catalogue()["ITA205"], suggestion="").mend("en")


@pytest.mark.parametrize("level", ["error", "warning"])
def test_the_level_is_the_catalogues(level):
    kind = next(kind for kind in KINDS if kind.level == level)
    assert filled(kind).is_error is (level == "error")
    assert f": {level} " in as_text([filled(kind)])
    assert as_annotations([filled(kind)]).startswith(f"::{level} ")


@given(st.text())
def test_what_was_found_stays_on_one_line_and_acts_on_no_terminal(value):
    printed = as_text([Problem("a.yml", 1, 1, "ITA208", "a", {"value": value})])
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", printed)
    assert len(printed) < 250


def test_what_was_found_is_cut_but_not_the_choices():
    long = ", ".join(f"choice{number}" for number in range(30))
    problem = filled(catalogue()["ITA205"], value=long, choices=long)
    assert len(problem.what()) < 120
    assert "“choice0, choice1" in problem.what()
    assert long in problem.mend()


def test_no_problems_print_as_nothing_or_an_empty_list():
    assert {name: form([], "th") for name, form in FORMATS.items()} == {
        "text": "",
        "github": "",
        "gitlab": "[]",
        "markdown": "",
        "json": "[]",
    }


def many(code, count):
    return [
        Problem("data/a.yml", line, 1, code, "", {"value": "ก"}) for line in range(1, count + 1)
    ]


def test_errors_are_annotated_first_and_what_is_dropped_is_counted():
    warnings, errors = many(WARNING, 12), many("ITA208", 13)
    assert [warnings[0].level, errors[0].level] == ["warning", "error"]
    lines = as_annotations([*warnings, *errors], "en").splitlines()
    kinds = [line.partition(" ")[0] for line in lines[:-1]]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10
    assert lines[-1].startswith("::notice::5 more ")


def test_few_problems_are_annotated_without_a_notice():
    assert "::notice" not in as_annotations(many("ITA208", 10))


def test_a_summary_has_them_all_and_nothing_in_it_acts():
    problems = [*many(WARNING, 30), Problem("data/`x`.yml", 1, 1, "ITA208", "", {"value": "`<b>"})]
    text = as_markdown(problems)
    assert text.count("\n- ") == 31
    assert text.index("❌") < text.index("⚠️")
    assert not re.search(r"^[^`]*<b>", text, re.MULTILINE)
    assert all(line.count("`") % 2 == 0 for line in text.splitlines())


def test_a_summary_fits_into_a_step():
    assert len(as_markdown(many(WARNING, 20_000)).encode()) < 1024 * 1024


def test_a_code_quality_report_knows_a_problem_again_on_another_line():
    first, second = (Problem("data/a.yml", at, 1, "ITA208", "x", {"value": "ก"}) for at in (3, 9))
    entries = [json.loads(as_code_quality([problem]))[0] for problem in (first, second)]
    assert entries[0]["fingerprint"] == entries[1]["fingerprint"]
    assert entries[1]["location"] == {"path": "data/a.yml", "lines": {"begin": 9}}
    assert entries[0]["severity"] == "critical"


def test_an_annotation_escapes_what_the_code_host_would_act_upon():
    problem = Problem("data/a,b: 50%\n.yml", 1, 2, "ITA208", "x[0]", {"value": "5%,:\r\n::set"})
    annotation = as_annotations([problem], "en")
    assert annotation == (
        "::error file=data/a%2Cb%3A 50%25%0A.yml,line=1,col=2,title=ITA208 x[0]"
        "::“5%25,: ::set” is not a number — write digits only, such as 91.81"
    )


@given(st.text(), st.text(), st.text())
def test_an_annotation_is_one_line_whatever_it_holds(file, field, value):
    problem = Problem(file, 1, 1, "ITA208", field, {"value": value})
    annotation = as_annotations([problem])
    assert "\n" not in annotation
    assert "\r" not in annotation
    head, _, message = annotation.removeprefix("::error ").partition("::")
    assert [part.partition("=")[0] for part in head.split(",")] == ["file", "line", "col", "title"]
    assert message


def test_json_holds_every_part_of_a_problem():
    problem = filled(catalogue()["ITA304"])
    (entry,) = json.loads(as_json([problem], "en"))
    assert entry == {
        "file": "data/a.yml",
        "line": 3,
        "column": 5,
        "level": "warning",
        "code": "ITA304",
        "field": "a.b",
        "what": problem.what("en"),
        "mend": problem.mend("en"),
    }


def test_an_error_carries_all_problems_by_file_line_and_column():
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 2, 9), ("a.yml", 2, 1)]
    error = DataError(Problem(*place, "ITA115") for place in places)
    assert isinstance(error, ItaSiteError)
    assert [(p.file, p.line, p.column) for p in error.problems] == sorted(places)
    assert str(error) == as_text(error.problems)
