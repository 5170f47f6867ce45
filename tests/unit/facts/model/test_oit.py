"""The index of OIT items: codes as people type them, addresses elsewhere and on this site."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from ita_site.facts.model.oit import OitEntry, Where


def entry(**fields: object) -> OitEntry:
    return OitEntry.model_validate({"code": "O1", **fields})


def code_of(error: pytest.ExceptionInfo[ValidationError]) -> tuple[str, str]:
    (found,) = error.value.errors()
    return found["type"], found.get("ctx", {}).get("suggestion", "")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *((text, "O42") for text in ("O42", "o42", "042", "๐๔๒", "0๔๒", "O๔๒", "42", " O042 ")),
        *((text, "O1") for text in ("O1", "01", "O01", "๐๑", "1")),
        *((text, "O10") for text in ("O10", "010", "๐๑๐", "10")),
        ("moit3", "MOIT3"),
    ],
)
def test_a_zero_is_read_as_the_letter_it_was_meant_to_be(written, code):
    assert entry(code=written).code == code


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ข้อ 12", "O12"),
        ("O 42", "O42"),
        ("โอ๔", "O4"),
        ("O", ""),
        ("O0", ""),
        ("00", ""),
        ("O1-O3", ""),
        ("", ""),
    ],
)
def test_what_is_no_code_is_told_with_the_code_that_was_meant(written, meant):
    with pytest.raises(ValidationError) as error:
        entry(code=written)
    assert code_of(error) == ("ITA218", meant)


@pytest.mark.parametrize(
    "written",
    [
        *("complaints/", "complaints", "/complaints/#channels", "2566/o42/", "o42/#measure-a"),
        *("files/2566/plan.v2.pdf", "files/แผนปี-2566.pdf", "ยังไม่มี"),
    ],
)
def test_a_page_or_file_of_this_site_stays_as_written(written):
    (where,) = entry(url=f" {written} ").places
    assert (where.url, where.is_own) == (written, True)


@pytest.mark.parametrize("written", ["https://tuayang.example/a", "http://tuayang.example/"])
def test_a_full_address_leads_elsewhere(written):
    (where,) = entry(url=written).places
    assert (where.url, where.is_own) == (written, False)


@pytest.mark.parametrize(
    "written",
    [
        *("www.tuayang.example/a", "//x.y/z", "javascript:alert(1)", "mailto:a@b.example", "/"),
        *("../o42/", "2566/../o42/", "a b", "a?b=c", "a\\b", "<b>", "", "#o1", "a//b"),
    ],
)
def test_anything_else_is_no_address(written):
    with pytest.raises(ValidationError) as error:
        entry(url=written)
    assert code_of(error)[0] == "ITA214"


def test_addresses_may_be_one_or_several_with_words_of_their_own():
    assert entry().places == ()
    assert entry(url=["o42/", {"url": "eit/", "look": "บนสุด"}]).places == (
        Where(url="o42/"),
        Where(url="eit/", look="บนสุด"),
    )
