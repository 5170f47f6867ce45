"""Whatever stops a build, the site that stood before it stands whole after it."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import pytest

from tests.depth import thorough
from tests.publish.programs import PATH, free_port
from tests.review.proposal import git
from tests.site.project import command, contents, environment, mkdocs, run
from tests.site.small_project import NOTHING_DUE, small_project
from tests.site.test_serve import Serve

HOOKS = """\
    import os, pathlib, signal, time
    from mkdocs.plugins import event_priority

    def act(event):
        if os.environ.get("WHEN") != event:
            return
        if os.environ["WHAT"] == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if os.environ["WHAT"] == "wait":
            pathlib.Path("waiting").touch()
            while not pathlib.Path("go").exists():
                time.sleep(0.05)
        if os.environ["WHAT"] != "raise":
            return True
        raise RuntimeError("ปลั๊กอินอื่นล้ม")

    def on_files(files, config): act("files")
    def on_env(env, config, files): act("env")
    def on_post_page(output, page, config): act("post_page")

    @event_priority(-500)
    def on_post_build(config):
        if act("post_build"):
            pathlib.Path(config.site_dir, "late.txt").write_text("late")
"""


@pytest.fixture(scope="module")
def _good(tmp_path_factory):
    project = tmp_path_factory.mktemp("good") / "project"
    settings = "\nhooks: [hooks.py]\nstrict: false\n"
    small_project(project, {"hooks.py": HOOKS, ".gitignore": "site\n"})
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    mkdocs(project, project / "site", "--no-strict", **NOTHING_DUE).succeeded()
    return project


@pytest.fixture
def project(tmp_path, _good):
    """A project with its site built, and then a fact changed."""
    subprocess.run(["cp", "-a", str(_good), str(tmp_path / "project")], check=True)
    change(tmp_path / "project", "เทศบาลตำบลทดสอบ", "เทศบาลตำบลใหม่")
    return tmp_path / "project"


def change(project, old, new):
    file = project / "data/agency.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def build(project, *options: str, **env: str):
    return mkdocs(project, project / "site", "--no-strict", *options, **NOTHING_DUE, **env)


def beside(project):
    """What lies in the project, without what the tests put there."""
    return {path.name for path in project.iterdir() if "ita-build" in path.name}


@pytest.mark.thorough
@pytest.mark.parametrize("when", ["files", "post_build", *thorough("env", "post_page")])
def test_a_killed_build_costs_nothing_and_the_next_clears_up(project, when):
    before = contents(project / "site")
    assert build(project, WHEN=when, WHAT="kill").code == -signal.SIGKILL
    assert contents(project / "site") == before
    assert beside(project)
    assert "ita-build" not in git_status(project)
    build(project).succeeded()
    assert beside(project) == set()
    assert "เทศบาลตำบลใหม่" in (project / "site/index.html").read_text("utf-8")


def git_status(project):
    run = ["git", "status", "--porcelain", "--untracked-files=all"]
    return subprocess.run(run, cwd=project, capture_output=True, text=True, check=True).stdout


@pytest.mark.thorough
@pytest.mark.parametrize("when", ["files", "post_build", *thorough("env", "post_page")])
def test_a_plugin_that_fails_costs_nothing(project, when):
    before = contents(project / "site")
    done = build(project, WHEN=when, WHAT="raise")
    assert done.code == 1
    assert "เว็บไซต์เดิมยังอยู่ครบ" in done.log
    assert contents(project / "site") == before
    assert beside(project) == set()


def test_a_broken_promise_costs_nothing(project):
    before = contents(project / "site")
    (project / "content/page.md").write_text("# ก\n\n<script>alert(1)</script>\n", "utf-8")
    done = build(project)
    assert done.code == 1
    assert "ITA511" in done.log
    assert "เว็บไซต์เดิมยังอยู่ครบ" in done.log
    assert contents(project / "site") == before


def test_a_warning_that_stops_a_strict_build_costs_nothing(project):
    before = contents(project / "site")
    (project / "content/page.md").write_text("# ก\n\n[ข](nowhere.md)\n", "utf-8")
    done = mkdocs(project, project / "site", **NOTHING_DUE)
    assert done.code == 1
    assert "strict mode" in done.log
    assert contents(project / "site") == before
    assert beside(project) == set()


def test_a_full_disk_costs_nothing(project):
    """A limit of 20 kB a file stands for it: writing fails half-way, in the middle of a file."""
    before = contents(project / "site")
    limited = ["bash", "-c", 'ulimit -f 20; trap "" XFSZ; exec "$@"', "-", command("mkdocs")]
    done = subprocess.run(
        [*limited, "build"],
        cwd=project,
        env=environment(**NOTHING_DUE),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert contents(project / "site") == before
    assert beside(project) == set()


@pytest.mark.thorough
def test_of_two_builds_at_once_each_is_whole(project):
    start = [command("mkdocs"), "build", "-q"]
    env = environment(**NOTHING_DUE, WHEN="post_page", WHAT="wait")
    with subprocess.Popen(start, cwd=project, env=env) as slow:
        while not (project / "waiting").exists():
            assert slow.poll() is None
            time.sleep(0.05)
        build(project).succeeded()
        quick = contents(project / "site")
        assert len(beside(project)) == 1  # the slow one is not taken for a leftover
        (project / "go").touch()
        assert slow.wait() == 0
    assert contents(project / "site") == quick
    assert beside(project) == set()


def test_what_other_plugins_write_last_comes_along(project):
    build(project, WHEN="post_build", WHAT="write").succeeded()
    assert (project / "site/late.txt").is_file()


def test_hidden_files_that_somebody_put_there_stay(project):
    (project / "site/.well-known").mkdir()
    (project / "site/.well-known/security.txt").write_text("Contact: x\n", "utf-8")
    (project / "site/old.html").write_text("old", "utf-8")
    build(project).succeeded()
    assert (project / "site/.well-known/security.txt").is_file()
    assert not (project / "site/old.html").exists()


def test_a_link_to_the_sites_folder_stays_one(project, tmp_path):
    (project / "site").rename(tmp_path / "elsewhere")
    (project / "site").symlink_to(tmp_path / "elsewhere")
    build(project).succeeded()
    assert (project / "site").is_symlink()
    assert "เทศบาลตำบลใหม่" in (tmp_path / "elsewhere/index.html").read_text("utf-8")


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting is root's")
def test_a_mounted_folder_is_exchanged_entry_by_entry(project):
    within = 'mount -t tmpfs none site && echo "x" > site/old.html && "$@" && ls -A site'
    if subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode:
        pytest.skip("no mounts here")
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", within, "-", command("mkdocs"), "build", "-q"],
        cwd=project,
        env=environment(**NOTHING_DUE),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names = set(done.stdout.split())
    assert {"index.html", "ita-manifest.json", ".htaccess"} <= names
    assert "old.html" not in names
    assert not {name for name in names if name.startswith(".ita-build-")}


@pytest.mark.thorough
def test_serving_survives_settings_and_front_matter_that_cannot_be_read(project, tmp_path):
    port, log = free_port(), tmp_path / "log"
    options = ["serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    with (
        log.open("wb") as out,
        subprocess.Popen(
            [command("mkdocs"), *options],
            cwd=project,
            env=environment(PYTHONUNBUFFERED="1", **NOTHING_DUE),
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        server = Serve(process, f"http://127.0.0.1:{port}/", log)
        settings, page = project / "mkdocs.yml", project / "content/page.md"
        good = settings.read_text("utf-8")
        try:
            server.until(lambda: server.page("2566/o42/"))
            for file, wrong, right, said in (
                (settings, "plugins: [\n", good, "หน้าที่แสดงอยู่เป็นของเดิม"),
                (settings, f"{good}\nnav: 7\n", good, "Aborted with a configuration error"),
                (page, "---\ntemplate: nowhere.html\n---\n# หน้า\n", "", "ITA528"),
            ):
                file.write_text(wrong, "utf-8")
                server.until(lambda words=said: words in server.log())
                assert "measure-a" in server.page("2566/o42/")
                file.write_text(right, "utf-8")
                page.write_text(f"# {said} is over\n", "utf-8")
                server.until(lambda words=said: f"{words} is over" in server.page("page/"))
            assert "Traceback" not in server.log()
        finally:
            process.terminate()
            process.wait()


def publish(project, target, *options: str):
    command = ("ita-site", "publish", f"file://{target}", *options)
    return run(project, *command, env={"PATH": PATH, "ITA_PDF": "off"})


def test_what_is_published_is_what_was_built_from_what_is_there(project, tmp_path):
    """A changed fact, a failed build, another agency's folder, and what nobody has committed."""
    web = tmp_path / "web"
    stale = publish(project, web)
    assert (stale.code, "ITA818" in stale.log) == (1, True)
    assert "data" in stale.log.splitlines()[0]
    assert not web.exists()
    assert build(project, WHEN="files", WHAT="raise").code == 1
    assert "ITA818" in publish(project, web).log

    build(project).succeeded()
    done = publish(project, web).succeeded()
    assert "ITA862" in done.log
    assert "data/agency.yml" in done.log
    git(project, "commit", "--quiet", "--all", "--message", "ข")
    build(project).succeeded()
    assert "ITA862" not in publish(project, web).succeeded().log

    change(project, "เทศบาลตำบลใหม่", "เทศบาลตำบลอื่น")
    assert publish(project, web).code == 1
    as_built = publish(project, web, "--as-built").succeeded()
    assert "ITA818" in as_built.log

    other = tmp_path / "other"
    (other / "data").mkdir(parents=True)
    (other / "mkdocs.yml").touch()
    (project / "site").rename(other / "site")
    assert "ITA818" in publish(project, web, "--site", str(other / "site")).log
    (other / "site").rename(tmp_path / "alone")
    assert "ITA818" in publish(project, web, "--site", str(tmp_path / "alone")).log
    assert "ITA864" in publish(tmp_path, web, "--site", str(tmp_path / "alone")).succeeded().log


@pytest.mark.thorough
def test_leave_to_remove_pages_is_given_for_one_commit(project, tmp_path):
    web, page = tmp_path / "web", project / "content/news.md"
    page.write_text("# ข่าว\n", "utf-8")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "ข")
    build(project).succeeded()
    publish(project, web).succeeded()
    git(project, "rm", "--quiet", "content/news.md")
    git(project, "commit", "--quiet", "--message", "ค")
    build(project).succeeded()
    refused = publish(project, web)
    assert (refused.code, "ITA819" in refused.log, "news/index.html" in refused.log) == (1, 1, 1)
    commit = git(project, "rev-parse", "HEAD").strip()
    for leave, code in (("", 1), (commit[:6], 1), ("a" * 40, 1), (commit[:7], 0)):
        command = ("ita-site", "publish", f"file://{web}")
        assert run(project, *command, env={"PATH": PATH, "ITA_FORCE": leave}).code == code, leave
