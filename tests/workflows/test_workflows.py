"""The workflows: what a linter, their schemas and our own rules say of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
PINNED = re.compile(r"uses: (?P<action>[\w./-]+)@(?P<hash>[0-9a-f]{40}) # (?P<version>v[\d.]+)$")
PROGRAMS = Path(sys.executable).parent

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def run(program: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [PROGRAMS / program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def uses() -> list[str]:
    lines = (line.strip() for path in WORKFLOWS for line in path.read_text("utf-8").splitlines())
    return [line.removeprefix("- ") for line in lines if "uses: " in line]


def jobs(workflow: Path) -> dict[str, dict]:
    return yaml.safe_load(workflow.read_text("utf-8"))["jobs"]


def test_there_are_workflows():
    assert WORKFLOWS


def test_zizmor_finds_nothing():
    found = run("zizmor", "--offline", "--no-progress", "--strict-collection", "--pedantic", ".")
    assert found == ""


def test_a_broken_workflow_is_not_passed_over(tmp_path):
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/broken.yml").write_text("on: push\njobs: {a: {}}\n", "utf-8")
    assert run("zizmor", "--offline", "--no-progress", "--strict-collection", tmp_path)


@pytest.mark.parametrize(
    "schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"]
)
def test_workflows_keep_to_their_schema(schema):
    assert run("check-jsonschema", "--builtin-schema", schema, *WORKFLOWS) == ""


def test_issue_forms_keep_to_their_schema():
    forms = [form for form in FORMS if form.name != "config.yml"]
    if not forms:
        pytest.skip("no issue forms yet")
    assert run("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *forms) == ""


def test_gitlab_keeps_to_its_schema():
    pipeline = ROOT / ".gitlab-ci.yml"
    if not pipeline.exists():
        pytest.skip("no pipeline for GitLab yet")
    arguments = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    assert run("check-jsonschema", *arguments, pipeline) == ""


def test_every_action_is_pinned_by_its_commit_and_once():
    found = {line: PINNED.fullmatch(line) for line in uses()}
    assert [line for line, match in found.items() if not match] == []
    pins = {(match["action"], match["hash"], match["version"]) for match in found.values() if match}
    assert len(pins) == len({action for action, _, _ in pins})


def test_every_change_is_tested_and_what_that_leaves_out_is_run_by_a_schedule():
    check, thorough = (
        yaml.load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
        for name in ("check", "thorough")
    )
    assert set(check["on"]) == {"push", "pull_request"}
    assert "if" not in check["jobs"]["test"]
    assert check["jobs"]["test"]["steps"][-1]["run"] == "make test"
    assert set(thorough["on"]) == {"schedule", "workflow_dispatch"}
    assert thorough["jobs"]["test-all"]["steps"][-1]["run"] == "make test-all"
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    assert gitlab["test"]["script"] == ["make test"]
    assert gitlab["test-all"]["script"] == ["make test-all"]
    assert gitlab["test-all"]["rules"] == gitlab["weekly"]["rules"]


BASES = [path for path in WORKFLOWS if "review" in path.name]
"""The workflows that run with the base's rights on what anybody proposes."""


def test_only_these_are_started_by_what_anybody_proposes():
    started = {path.name for path in WORKFLOWS if "pull_request_target:" in path.read_text("utf-8")}
    assert started == {"review.yml"}
    assert {path.name for path in BASES} == {"review.yml", "agency-review.yml"}


@pytest.mark.parametrize("workflow", BASES, ids=lambda path: path.name)
def test_the_base_judges_and_nothing_of_a_proposal_runs(workflow):
    review, comment = (jobs(workflow)[name] for name in ("review", "comment"))
    assert set(jobs(workflow)) == {"review", "comment"}
    assert review["permissions"] == {"contents": "read"}
    assert comment["permissions"] == {"pull-requests": "write"}
    assert not any("checkout" in step.get("uses", "") for step in comment["steps"])
    (checkout,) = [step for step in review["steps"] if "actions/checkout" in step.get("uses", "")]
    assert set(checkout["with"]) == {"fetch-depth", "persist-credentials"}  # the base, by default
    text = workflow.read_text("utf-8")
    assert not re.search(r"git (checkout|switch|merge |reset|worktree|apply)|secrets\.|cache", text)
    for step in (*review["steps"], *comment["steps"]):
        assert "${{" not in step.get("run", "")
    program = "requirements.txt" if workflow.name.startswith("agency") else ".ci/venv ."
    assert any(program in step.get("run", "") for step in review["steps"][:3])


def test_the_agencys_review_is_this_projects_own_but_for_where_the_program_is():
    own, theirs = (
        ROOT / ".github/workflows" / name for name in ("review.yml", "agency-review.yml")
    )
    ours = own.read_text("utf-8").replace(".venv/bin/", "")
    ours = ours.replace(".ci/venv .", "python -m pip install -r requirements.txt")
    same = theirs.read_text("utf-8").partition("defaults:")[2]
    assert ours.partition("defaults:")[2] == same


def test_kept_pages_come_from_the_default_branch_alone_and_meet_no_secret():
    """A proposal's run may write whatever it likes to what it caches."""
    caching = [path for path in WORKFLOWS if "actions/cache" in path.read_text("utf-8")]
    assert [path.name for path in caching] == ["portal-publish.yml"]
    made = jobs(caching[0])
    with_cache = {name for name, job in made.items() if "actions/cache" in str(job)}
    with_secret = {name for name, job in made.items() if "secrets." in str(job)}
    assert (with_cache, with_secret) == ({"part"}, {"server", "own"})
    assert not any("ita-site build" in str(made[name]) for name in with_secret)
    caller = (ROOT / "ita_site/office/init/templates/github.yml").read_text("utf-8")
    publish = caller.partition("\n  publish:")[2].partition("\n\n")[0]
    assert "if: github.event_name == 'push'" in publish
    assert "%{publisher}" in publish
    assert caller.count("%{publisher}") == 1


def test_gitlabs_parts_are_cached_for_the_default_branch_alone():
    read = yaml.safe_load((ROOT / "ita_site/office/init/gitlab-portal.yml").read_text("utf-8"))
    assert [name for name, job in read.items() if "cache" in job] == ["parts"]
    for rule in read["parts"]["rules"]:
        assert (
            rule.get("when") == "never" or "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]
        )
    assert [name for name, job in read.items() if "environment" in job] == ["own"]
    assert read["own"]["needs"] == ["parts"]
    assert not re.search(r"ita-site (build|join)", str(read["own"]["script"]))
    assert "publish" not in str((read["parts"], read["build"]["script"]))


@pytest.mark.parametrize("pipeline", [".gitlab-ci.yml", "ita_site/office/init/gitlab.yml"])
def test_gitlab_builds_where_no_publishing_secret_is(pipeline):
    read = yaml.safe_load((ROOT / pipeline).read_text("utf-8"))
    with_secrets = {name for name, job in read.items() if "environment" in job}
    assert with_secrets == {"publish"}
    assert read["publish"]["needs"] == ["build"]
    assert not re.search(r"make site|ita-site build", str(read["publish"]["script"]))
    assert "publish" not in str(read["build"]["script"])


@each_workflow
def test_nothing_is_allowed_that_a_job_does_not_ask_for(workflow):
    assert yaml.safe_load(workflow.read_text("utf-8"))["permissions"] == {}


@each_workflow
def test_every_job_ends(workflow):
    assert [name for name, job in jobs(workflow).items() if "timeout-minutes" not in job] == []


@each_workflow
def test_no_checkout_leaves_its_credentials_behind(workflow):
    checkouts = [
        step.get("with", {}).get("persist-credentials")
        for job in jobs(workflow).values()
        for step in job.get("steps", [])
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert set(checkouts) <= {False}


INIT = ROOT / "ita_site/office/init"
SHIPPED = [
    *(path for path in WORKFLOWS if path.name.startswith(("agency-", "portal-"))),
    *(INIT / name for name in ("gitlab.yml", "gitlab-portal.yml", "templates/forgejo.yml")),
]
READS_FACTS = re.compile(
    r"ita-site (check|build|diff|weekly|publish --all)(?! --format gitlab)\b(?! \|\| true)"
)


def scripts(text: str) -> list[str]:
    """The commands of each job, one after the other."""
    pipeline = yaml.safe_load(re.sub(r"%\{\w+\}", "x", text))
    each = pipeline.get("jobs", pipeline).values()
    steps = [job.get("steps") or job.get("script") or [] for job in each if isinstance(job, dict)]
    return [
        "\n".join(it.get("run", "") if isinstance(it, dict) else it for it in job) for job in steps
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_facts_kept_elsewhere_are_brought_before_any_are_read(path):
    read = [(job, READS_FACTS.search(job)) for job in scripts(path.read_text("utf-8"))]
    reading = [job[: found.start()] for job, found in read if found]
    assert reading or path.name == "agency-record.yml"
    assert [before for before in reading if "ita-site portal update --locked" not in before] == []
