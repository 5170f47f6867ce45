"""What `ita-site init --portal` writes: several agencies that build and pass the check at once."""

from __future__ import annotations

import re

import pytest
import yaml

from ita_site import SOURCE, __version__
from ita_site.office.init.record import NAME, read_record
from ita_site.office.init.settings_files import settings_files
from tests.package.test_init import (
    EACH_HOST,
    FACTS_PROSE_AND_LOCK,
    MOST_FILES,
    MOST_LINES,
    init,
    typed,
)
from tests.site.project import REPOSITORY, contents, run

FIRST = ("--agency", "ban-mai", "เทศบาลตำบลบ้านใหม่", "", "เมือง", "ลำปาง")
SECOND = ("--agency", "ban-kao", "บ้านเก่า", "อบต.", "งาว", "ลำปาง")
THIRD = ("--agency", "ban-klang", "ทต.บ้านกลาง", "", "", "ลำปาง")
PORTAL = ("--portal", "คุณธรรมของท้องถิ่นในลำปาง")
MORE = ("--owner", "somchai", "--target", "ssh://ita@ita.lampang.example/", "--year", "2569")


def make(folder, *more: str, host="github"):
    said = (*PORTAL, *FIRST, *MORE, "--site-url", "https://ita.lampang.example/", "--host", host)
    return init(folder, *said, *more)


@pytest.fixture(scope="module", params=EACH_HOST)
def made(request, tmp_path_factory):
    """A portal's repository for each code host."""
    folder = tmp_path_factory.mktemp(request.param) / "portal"
    return folder, make(folder, *SECOND, host=request.param).succeeded().log, request.param


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """One of them that was built, and what was said of it."""
    folder = tmp_path_factory.mktemp("built") / "portal"
    make(folder, *SECOND).succeeded()
    env = {"ITA_DATA": "data"}
    run(folder, "ita-site", "check", "--strict", env=env).succeeded()
    return folder, run(folder, "ita-site", "build", "--strict", env=env).succeeded().log


def test_it_passes_the_check_and_builds_at_once(built):
    folder, log = built
    assert not re.search(r"WARNING|ERROR", log), log
    front = (folder / "site/index.html").read_text("utf-8")
    for sign in ("คุณธรรมของท้องถิ่นในลำปาง", "บ้านใหม่", "บ้านเก่า"):
        assert sign in front
    assert "ita-sample" not in front
    assert (folder / "site/ban-mai/2569/index.html").is_file()


@pytest.mark.thorough
def test_its_parts_join_to_the_same_site(built):
    folder, _ = built
    whole = contents(folder / "site")
    for part in (1, 2, 3):
        run(folder, "ita-site", "build", "--shard", f"{part}/3").succeeded()
    done = run(folder, "ita-site", "join", "--site-dir", "joined").succeeded()
    assert "สร้างหน้าของ" not in done.log
    joined = contents(folder / "joined")
    assert [name for name in whole.keys() | joined if whole.get(name) != joined.get(name)] == []


@pytest.mark.thorough
def test_one_agency_alone_is_made_in_parts_as_well(tmp_path):
    folder = tmp_path / "portal"
    make(folder).succeeded()
    for part in (1, 2):
        run(folder, "ita-site", "build", "--shard", f"{part}/2").succeeded()
    run(folder, "ita-site", "join").succeeded()
    assert (folder / "site/ban-mai/index.html").is_file()


def test_it_is_small(made):
    folder, log, _ = made
    files = contents(folder)
    of_the_second = [path for path in files if path.startswith("data/ban-kao/")]
    assert len(files) - len(of_the_second) <= MOST_FILES
    assert f"เขียน {len(files)} ไฟล์" in log
    others = [text for path, text in files.items() if not FACTS_PROSE_AND_LOCK.fullmatch(path)]
    assert sum(text.count(b"\n") for text in others) <= MOST_LINES
    assert all(f"  {path}\n" in log for path in files)


def test_an_upgrade_knows_what_was_written(made):
    folder, _, _ = made
    noted = read_record((folder / NAME).read_bytes())
    assert noted.answers.is_portal
    again = settings_files(noted.answers)
    assert again == {path: (folder / path).read_bytes() for path in again}


@pytest.mark.thorough
def test_an_agency_joins_and_nothing_else_changes(made):
    folder, _, _ = made
    before = contents(folder)
    done = run(folder, "ita-site", "init", *THIRD, "--year", "2569").succeeded()
    after = contents(folder)
    new = sorted(after.keys() - before.keys())
    assert new
    assert all(path.startswith("data/ban-klang/") for path in new)
    assert all(f"  {path}\n" in f"{done.log}\n" for path in new)
    assert {path: after[path] for path in before} == before
    run(folder, "ita-site", "check", "--strict", env={"ITA_DATA": "data"}).succeeded()
    refused = run(folder, "ita-site", "init", *THIRD, "--year", "2569")
    assert (refused.code, "ITA710" in refused.log or "มีไฟล์อยู่แล้ว" in refused.log) == (1, True)
    assert contents(folder) == after


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("said", "code", "sign"),
    [
        (("--agency", "Ban Mai", "ทต.บ้านใหม่", "", "", ""), 1, "ใช้เป็นที่อยู่เว็บไม่ได้"),
        (("--agency", "../x", "ทต.บ้านใหม่", "", "", ""), 1, "ใช้เป็นที่อยู่เว็บไม่ได้"),
        (("--agency", "ban-mai", "ทต.อื่น", "", "", ""), 1, "data/ban-mai"),
        (("--agency", "b", "", "", "", ""), 1, "ชื่อหน่วยงาน"),
        (("--agency", "b", "ชมรมคนรักท้องถิ่น", "", "", ""), 1, "หน่วยงานประเภทใด"),
        (("--target", "ftp://a.example/"), 1, "ITA803"),
        (("--site-url", "a"), 1, "data/portal.yml:"),
        (("--name", "ทต.บ้านใหม่"), 2, "--name"),
    ],
)
def test_wrong_answers_are_said_and_nothing_is_written(tmp_path, said, code, sign):
    done = make(tmp_path / "portal", *said)
    assert (done.code, "Traceback" in done.log) == (code, False), done.log
    assert sign in done.log
    assert not (tmp_path / "portal").exists()


def test_all_wrong_agencies_are_told_at_once(tmp_path):
    wrong = ("--agency", "ก", "ทต.ก", "", "", "", "--agency", "b", "ชมรม", "", "", "")
    done = make(tmp_path / "portal", *wrong)
    assert "ใช้เป็นที่อยู่เว็บไม่ได้" in done.log
    assert "หน่วยงานประเภทใด" in done.log


@pytest.mark.thorough
def test_an_agency_joins_no_single_agencys_repository(tmp_path):
    single = tmp_path / "single"
    init(single, "--name", "ทต.บ้านใหม่").succeeded()
    before = contents(single)
    assert run(single, "ita-site", "init", *THIRD).code == 1
    assert run(tmp_path, "ita-site", "init", "nothing", *THIRD).code == 1
    assert contents(single) == before
    assert not (tmp_path / "nothing").exists()


def test_without_an_agency_there_is_none_to_ask(tmp_path):
    done = init(tmp_path / "portal", *PORTAL)
    assert (done.code, "--agency" in done.log) == (2, True)
    assert not (tmp_path / "portal").exists()


def test_on_a_terminal_agencies_are_asked_for_until_none_is_typed(tmp_path):
    lines = ["Ban Mai", "ทต.บ้านใหม่", "", "ลำปาง", "ban-mai", "ทต.บ้านใหม่", "", "ลำปาง", "", ""]
    code, _, said = typed(tmp_path / "portal", *lines, options=PORTAL)
    assert code == 0, said
    assert said.count("ชื่อโฟลเดอร์ของหน่วยงาน ใช้") == 3
    assert "ใช้เป็นที่อยู่เว็บไม่ได้" in said
    agency = yaml.safe_load((tmp_path / "portal/data/ban-mai/agency.yml").read_text("utf-8"))
    assert (agency["name"], agency["province"]) == ("ทต.บ้านใหม่", "จังหวัดลำปาง")


def test_workflows_pass_the_linters(made):
    folder, _, host = made
    if host in ("github", "forgejo"):
        workflows = sorted(map(str, folder.glob(f".{host}/workflows/*.yml")))
        schema = ("--builtin-schema", "vendor.github-workflows")
        run(folder, "check-jsonschema", *schema, *workflows).succeeded()
    if host == "github":
        lint = ("--offline", "--no-progress", "--strict-collection", "--pedantic")
        run(folder, "zizmor", *lint, ".").succeeded()
    if host == "gitlab":
        schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
        included = REPOSITORY / "ita_site/office/init/gitlab-portal.yml"
        run(folder, "check-jsonschema", *schema, ".gitlab-ci.yml", str(included)).succeeded()


def test_a_caller_calls_what_is_here_with_what_it_takes_and_may(tmp_path):
    folder = tmp_path / "portal"
    make(folder).succeeded()
    caller = yaml.safe_load((folder / ".github/workflows/ita-site.yml").read_text("utf-8"))
    assert caller["jobs"]["publish"]["uses"].endswith(f"/portal-publish.yml@v{__version__}")
    assert caller["jobs"]["publish"]["if"] == "github.event_name == 'push'"
    assert caller[True]["push"] == {"branches": ["main"]}
    for job in caller["jobs"].values():
        path = (
            job["uses"].split("@")[0].removeprefix(SOURCE.removeprefix("https://github.com/") + "/")
        )
        called = yaml.safe_load((REPOSITORY / path).read_text("utf-8"))
        takes = called[True]["workflow_call"] or {}
        assert set(job.get("with", {})) <= set(takes.get("inputs", {}))
        for inner in called["jobs"].values():
            assert inner["permissions"].items() <= job["permissions"].items()
