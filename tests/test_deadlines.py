"""`ita-site due`, as an officer and as the weekly reminder call it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from ita_site.cli import main

REPORT = "รายงานความก้าวหน้ารอบ"
MARCH_20_2569 = "1773964800"
FILES = {
    "agency.yml": """\
        name: เทศบาล|ทดสอบ
        kind: subdistrict_municipality
        site_url: https://ita.example.go.th/
        """,
    "2569/year.yml": """\
        eit:
          url: https://itas.nacc.go.th/go/eit/x1
          closes_on: 2569-04-10
        """,
    "2569/measures.yml": """\
        measures:
          - id: a
            title: ก
            reporting_rounds: [3, 6, 12]
          - id: b
            title: ข
            reporting_rounds: [6]
        """,
}


@pytest.fixture
def due(data, monkeypatch):
    def call(*options: str, files=FILES, code: int = 1):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", MARCH_20_2569)
        done = CliRunner().invoke(main, ["due", "--data", str(data(files)), *options])
        assert done.exit_code == code, done.output
        return done.output

    return call


def test_what_is_late_and_what_comes(due):
    assert due().splitlines() == [
        f"เลยกำหนด 79 วัน (31 ธันวาคม 2568): {REPORT} 3 เดือน ปีงบประมาณ 2569 ยังขาด 1 มาตรการ",
        f"อีก 11 วัน (31 มีนาคม 2569): {REPORT} 6 เดือน ปีงบประมาณ 2569 ยังขาด 2 มาตรการ",
        "อีก 21 วัน (10 เมษายน 2569): วันสุดท้ายของแบบวัด EIT ปี 2569",
    ]


@pytest.mark.parametrize(("within", "lines"), [("0", 1), ("10", 1), ("11", 2), ("194", 4)])
def test_how_far_to_look(due, within, lines):
    assert len(due("--within", within).splitlines()) == lines


def test_for_programs(due):
    first = json.loads(due("--format", "json"))[0]
    assert first == {
        "agency": "เทศบาล|ทดสอบ",
        "key": "2569-round-3",
        "state": "overdue",
        "day": "2025-12-31",
        "days_left": -79,
        "name": "รายงานความก้าวหน้ารอบ 3 เดือน ปีงบประมาณ 2569 ยังขาด 1 มาตรการ",
        "page": "https://ita.example.go.th/2569/o25/",
        "certainty": "certain",
    }


def test_for_an_issue(due):
    row = due("--format", "markdown").splitlines()[2]
    assert row.startswith("| เลยกำหนด 79 วัน (31 ธันวาคม 2568) | เทศบาล\\|ทดสอบ | [รายงาน")


def test_nothing_is_late(due):
    quiet = {**FILES, "2569/measures.yml": "measures: []"}
    assert due("--within", "3", files=quiet, code=0) == ("ไม่มีสิ่งที่เลยกำหนดหรือถึงกำหนดภายใน 3 วัน\n")


def test_days_of_the_editions_calendar_come_with_their_certainty(due):
    own = {
        "2569/edition.yml": """\
            calendar:
              - name: ช่วงทดสอบ
                opens_on: 2569-03-25
                source: ทดสอบ
                certainty: unconfirmed
            """
    }
    assert "เริ่มช่วง“ช่วงทดสอบ” ปี 2569 (ยังไม่ยืนยัน)" in due(files={**FILES, **own})


def test_faulty_data_is_no_answer(due):
    assert "ITA" in due(files={**FILES, "2569/measures.yml": "measures: [{titel: ก}]"})
