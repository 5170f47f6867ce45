"""What `ita-site init` writes builds and passes the check at once, for every code host."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from ita_site import SOURCE, __version__
from ita_site.office.edit_commands.request import QUESTIONS as FORM
from tests.depth import thorough
from tests.site.project import REPOSITORY, contents, environment, run

if TYPE_CHECKING:
    from pathlib import Path

HOSTS = ("github", "gitlab", "forgejo", "none")
EACH_HOST = (HOSTS[0], *thorough(*HOSTS[1:]))
FACTS_PROSE_AND_LOCK = re.compile(
    r"data/.+|content/.+|README\.md|requirements\.txt|\.github/ISSUE_TEMPLATE/.+"
)
MOST_FILES, MOST_LINES = 20, 150
ALL = {
    "--name": "เทศบาลตำบลบ้านใหม่",
    "--district": "เมือง",
    "--province": "ลำปาง",
    "--website": "https://banmai.example/",
    "--site-url": "https://ita.banmai.example/",
    "--eit": "https://itas.nacc.go.th/go/eit/abc123",
    "--channel": "https://banmai.example/report",
    "--phone": "0 5400 0000",
    "--email": "report@banmai.example",
    "--repo": "https://git.example/banmai/ita",
    "--owner": "somchai",
    "--target": "ssh://ita@ita.banmai.example/",
    "--year": "2569",
}
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}


def init(folder: Path, *options: str, **env: str):
    """Run the command; the folder's parent is where one stands."""
    return run(folder.parent, "ita-site", "init", folder.name, *options, env={**OFFLINE, **env})


def options(**more: str) -> list[str]:
    """Every answer."""
    return [part for pair in {**ALL, **more}.items() for part in pair]


@pytest.fixture(scope="module", params=EACH_HOST)
def made(request, tmp_path_factory):
    """A repository for each code host, and what was said of it."""
    folder = tmp_path_factory.mktemp(request.param) / "my-site"
    done = init(folder, *options(**{"--host": request.param})).succeeded()
    return folder, done.log, request.param


def test_it_passes_the_check_and_builds_at_once(made):
    folder, _, _ = made
    done = run(folder, "ita-site", "check", "--strict", env={"ITA_DATA": "data"})
    assert done.code == 0, done.log
    done = run(folder, "ita-site", "build", "--strict", env={"ITA_DATA": "data"}).succeeded()
    assert not re.search(r"WARNING|ERROR", done.log), done.log
    page = (folder / "site/complaints/index.html").read_text("utf-8")
    for sign in ("เทศบาลตำบลบ้านใหม่", "0 5400 0000", "mailto:report@banmai.example", "ita-banner"):
        assert sign in page
    assert "ita-sample" not in page
    assert (folder / "site/eit/qr.svg").exists()
    subprocess.run(["rm", "-r", folder / "site"], check=True)


def test_it_is_small(made):
    folder, log, _ = made
    files = contents(folder)
    assert len(files) <= MOST_FILES
    assert f"เขียน {len(files)} ไฟล์" in log
    others = {
        path: text for path, text in files.items() if not FACTS_PROSE_AND_LOCK.fullmatch(path)
    }
    lines = {path: text.count(b"\n") for path, text in others.items()}
    assert sum(lines.values()) <= MOST_LINES, lines
    assert lines["mkdocs.yml"] <= 15


def test_it_says_what_it_wrote_and_what_comes_next(made):
    folder, log, host = made
    assert all(f"  {path}\n" in log for path in contents(folder))
    assert "ita-site serve" in log
    assert "ยังไม่ได้ตอบ" not in log
    assert "ita-site init --lock" in log
    assert ("git push" in log) is (host != "none")


def test_its_readme_says_the_three_things_an_officer_does(made):
    folder, _, _ = made
    text = (folder / "README.md").read_text("utf-8")
    assert re.findall(r"(?m)^(\d)\. \*\*", text) == ["1", "2", "3"]
    commands = set(re.findall(r"ita-site ([a-z-]+)", text))
    assert {"import", "check", "serve"} <= commands


def test_what_is_no_fact_has_an_owner(made):
    folder, _, host = made
    owners = [path for path in contents(folder) if path.endswith("CODEOWNERS")]
    assert len(owners) == (host != "none")
    assert all("@somchai" in (folder / path).read_text("utf-8") for path in owners)


def test_what_could_not_be_placed_stays_out_of_the_history(made):
    folder, _, _ = made
    ignored = (folder / ".gitignore").read_text("utf-8").split("\n")
    assert {"import-rest.txt", "*.plan.yml"} <= {*ignored}


def test_editors_find_a_schema_for_every_data_file(made):
    folder, _, _ = made
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    for address, pattern in settings["yaml.schemas"].items():
        path = address.removeprefix(
            SOURCE.replace("github.com", "raw.githubusercontent.com") + f"/v{__version__}/"
        )
        assert (REPOSITORY / path).is_file()
        assert pattern.startswith("data/**/")


@pytest.mark.thorough
def test_a_second_time_names_what_is_there_and_changes_nothing(made):
    folder, _, host = made
    before = contents(folder)
    done = init(folder, *options(**{"--host": host}))
    assert done.code == 1
    assert "Traceback" not in done.log
    for path in ("data/agency.yml", "data/channels.yml", "mkdocs.yml", "requirements.txt"):
        assert path in done.log
    assert contents(folder) == before


def test_one_file_that_is_there_keeps_all_others_from_being_written(tmp_path):
    folder = tmp_path / "site"
    (folder / ".github").mkdir(parents=True)
    (folder / ".github/CODEOWNERS").write_text("* @a\n", "utf-8")
    (folder / "notes.txt").write_text("ของฉัน", "utf-8")
    before = contents(folder)
    done = init(folder, *options(**{"--host": "github"}))
    assert done.code == 1
    assert ".github/CODEOWNERS" in done.log
    assert contents(folder) == before
    (folder / ".github/CODEOWNERS").unlink()
    init(folder, *options(**{"--host": "github"})).succeeded()
    assert (folder / "notes.txt").read_text("utf-8") == "ของฉัน"
    assert [path.name for path in folder.glob(".ita-site-init-*")] == []


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ({"--name": ""}, "ชื่อหน่วยงาน (--name)"),
        ({"--name": "ชมรมคนรักท้องถิ่น"}, "ประเภทหน่วยงาน (--kind)"),
        ({"--host": "githib"}, "หมายถึง “github” ใช่หรือไม่"),
        ({"--host": "gitlab", "--target": "pages"}, "มีเฉพาะที่ GitHub"),
        ({"--target": "ftp://banmai.example/"}, "ITA803"),
        ({"--website": "banmai"}, "data/agency.yml:"),
        ({"--eit": "http://itas.nacc.go.th/go/eit/abc"}, "data/2569/year.yml:"),
        ({"--year": "2469"}, "2469"),
    ],
)
def test_wrong_answers_are_said_and_nothing_is_written(tmp_path, said, sign):
    done = init(tmp_path / "site", *options(**said))
    assert done.code in (1, 2), done.log
    assert "Traceback" not in done.log
    assert sign in done.log
    assert not (tmp_path / "site").exists()


def test_answers_are_only_text(tmp_path):
    hostile = 'ทต.ก: "#{{ x }}" %{name} ${{ y }} <b>'
    folder = tmp_path / "site"
    said = {"--name": hostile, "--kind": "other", "--repo": hostile}
    init(folder, *options(**said, **{"--host": "github"})).succeeded()
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert settings["repo_url"] == hostile
    agency = yaml.safe_load((folder / "data/agency.yml").read_text("utf-8"))
    assert agency["name"] == hostile


def typed(folder: Path, *lines: str, options: tuple[str, ...] = ()):
    """Answer on a real terminal."""
    keyboard, screen = pty.openpty()
    command = [sys.executable, "-m", "ita_site", "init", str(folder), "--year", "2569", *options]
    with subprocess.Popen(
        command,
        stdin=screen,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(**OFFLINE),
    ) as asking:
        os.write(keyboard, "".join(f"{line}\n" for line in lines).encode())
        out, said = asking.communicate(timeout=120)
    os.close(keyboard)
    os.close(screen)
    return asking.returncode, out.decode(), said.decode()


@pytest.mark.thorough
def test_on_a_terminal_every_question_has_an_example_and_may_wait(tmp_path):
    code, out, said = typed(tmp_path / "site", *[""] * 20)
    assert code == 0, said
    asked = re.findall(r"\(เช่น [^()]+(?:\([^()]*\))?[^()]* · Enter = ภายหลัง\)", said)
    assert len(asked) == 11
    assert "ยังไม่ได้ตอบ" in out
    agency = yaml.safe_load((tmp_path / "site/data/agency.yml").read_text("utf-8"))
    assert agency["sample"] is True, "without a name it is a sample, which is not published"
    done = run(tmp_path / "site", "ita-site", "check", env={"ITA_DATA": "data"})
    assert done.code == 0


@pytest.mark.thorough
def test_on_a_terminal_a_wrong_answer_is_asked_for_again(tmp_path):
    lines = ["ทต.บ้านใหม่", "", "", "banmai.example", "https://banmai.example/", *[""] * 20]
    code, _, said = typed(tmp_path / "site", *lines)
    assert code == 0
    assert said.count("เว็บไซต์หลักของหน่วยงาน") == 2
    assert "data/agency.yml:" in said
    agency = yaml.safe_load((tmp_path / "site/data/agency.yml").read_text("utf-8"))
    assert agency["website"] == "https://banmai.example/"


@pytest.mark.thorough
def test_the_lock_has_the_hash_of_a_wheel_that_pip_finds(wheel, tmp_path):
    folder = tmp_path / "site"
    init(folder, *options()).succeeded()
    unhashed = (folder / "requirements.txt").read_text("utf-8")
    assert "--hash" not in unhashed
    assert "ยังไม่มี hash" in unhashed
    found = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheel.parent)}
    run(folder, "ita-site", "init", "--lock", env=found).succeeded()
    hashed = (folder / "requirements.txt").read_text("utf-8")
    assert re.search(rf"(?m)^ita-site=={__version__} \\\n +--hash=sha256:[0-9a-f]{{64}}$", hashed)
    assert "ยังไม่มี hash" not in hashed
    pins = re.findall(r"(?m)^[\w-]+==\S+", hashed)
    assert pins == re.findall(r"(?m)^[\w-]+==\S+", unhashed)
    assert len(re.findall(r"(?m)^[\w-]+==.*\\\n +--hash", hashed)) == len(pins)


def older_library(folder: Path) -> dict[str, str]:
    """Where Python finds a library in a version that is not the lock's, and pip has none."""
    noted = folder / "zxing_cpp-0.1.dist-info/METADATA"
    noted.parent.mkdir(parents=True)
    noted.write_text("Metadata-Version: 2.1\nName: zxing-cpp\nVersion: 0.1\n", "utf-8")
    return {"PYTHONPATH": str(folder), "PIP_NO_INDEX": "1"}


@pytest.mark.thorough
@pytest.mark.parametrize("more", [("--lock",), ("--name", "ทต.บ้านใหม่"), ()])
def test_a_lock_that_does_not_fit_the_computer_is_said_before_anything(tmp_path, more):
    folder = tmp_path / "site"
    folder.mkdir()
    done = run(folder, "ita-site", "init", *more, env=older_library(tmp_path / "older"))
    assert done.code == 1
    (message,) = done.log.splitlines()
    assert "zxing-cpp==" in message
    assert "No matching distribution" in message
    assert "64 บิต" in message
    assert contents(folder) == {}


@pytest.mark.thorough
@pytest.mark.parametrize("host", ["github", "forgejo"])
def test_workflows_pass_the_linters(tmp_path, host):
    folder = tmp_path / "site"
    init(folder, *options(**{"--host": host})).succeeded()
    workflows = sorted(map(str, folder.glob(f".{host}/workflows/*.yml")))
    schema = ("--builtin-schema", "vendor.github-workflows")
    run(folder, "check-jsonschema", *schema, *workflows).succeeded()
    if host == "github":
        lint = ("--offline", "--no-progress", "--strict-collection", "--pedantic")
        run(folder, "zizmor", *lint, ".").succeeded()
        forms = sorted(map(str, folder.glob(".github/ISSUE_TEMPLATE/*.yml")))
        run(
            folder, "check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *forms
        ).succeeded()


def test_gitlabs_pipeline_keeps_to_its_schema(tmp_path):
    folder = tmp_path / "site"
    init(folder, *options(**{"--host": "gitlab"})).succeeded()
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    included = REPOSITORY / "ita_site/office/init/gitlab.yml"
    run(folder, "check-jsonschema", *schema, ".gitlab-ci.yml", str(included)).succeeded()


def test_a_caller_calls_what_is_here_with_what_it_takes_and_may(tmp_path):
    folder = tmp_path / "site"
    init(folder, *options(**{"--host": "github"})).succeeded()
    caller = yaml.safe_load((folder / ".github/workflows/ita-site.yml").read_text("utf-8"))
    assert len(caller["jobs"]) == 5
    for job in caller["jobs"].values():
        address, version = job["uses"].split("@")
        assert version == f"v{__version__}"
        path = address.removeprefix(SOURCE.removeprefix("https://github.com/") + "/")
        called = yaml.safe_load((REPOSITORY / path).read_text("utf-8"))
        takes = called[True]["workflow_call"] or {}
        assert set(job.get("with", {})) <= set(takes.get("inputs", {}))
        for inner in called["jobs"].values():
            assert inner["permissions"].items() <= job["permissions"].items()


def test_none_of_them_runs_the_programs_own_tests(made):
    folder, _, _ = made
    for path, text in contents(folder).items():
        if path != "requirements.txt":
            assert not re.search(rb"make test|pytest|\.ci/", text), path


def test_the_form_is_the_one_of_this_repository():
    form = (REPOSITORY / "ita_site/office/init/templates/progress.yml").read_bytes()
    assert form == (REPOSITORY / ".github/ISSUE_TEMPLATE/progress.yml").read_bytes()
    assert all(question in form.decode() for question in FORM.values())
