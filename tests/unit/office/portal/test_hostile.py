"""Another's repository is taken for hostile: nothing of it runs, leads out, or is too much."""

from __future__ import annotations

import os
import re

import pytest

from ita_site.facts.git import remote
from ita_site.facts.git.command import GitError
from ita_site.facts.git.remote import fetched, newest_commit
from ita_site.facts.problems import DataError, as_text
from ita_site.facts.reading.locked import LOCK_FILE, cache_of
from ita_site.office.portal.outcome import Fate
from ita_site.office.portal.report import describe_outcomes
from ita_site.office.portal.update import update
from tests.review.proposal import git
from tests.unit.office.portal.agencies import LOCAL, agency, entry, write_portal


@pytest.fixture
def tak(tmp_path):
    return agency(tmp_path / "agencies/tak")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "portal/data"


def test_nothing_of_theirs_is_run(data, tak, tmp_path, monkeypatch):
    """Hooks, filters and their settings, a submodule: each would leave a mark."""
    mark = tmp_path / "mark"
    program = f"#!/bin/sh\ntouch {mark}\ncat\n"
    for name in ("post-checkout", "post-merge", "reference-transaction", "pre-auto-gc"):
        for folder in (".git/hooks", "hooks", "data/hooks"):
            tak.write(f"{folder}/{name}", program)
            (tak.folder / folder / name).chmod(0o755)
    tak.write("run.sh", program)
    (tak.folder / "run.sh").chmod(0o755)
    tak.write(".gitattributes", "*.yml filter=evil diff=evil\n")
    tak.write("data/.gitattributes", "*.yml filter=lfs\n")
    tak.write(".lfsconfig", f"[lfs]\n\turl = file://{tmp_path}/evil\n")
    tak.write(
        ".gitmodules", f'[submodule "s"]\n\tpath = data/s\n\turl = ext::{tak.folder}/run.sh\n'
    )
    tak.commit()
    settings = tmp_path / "settings"
    settings.write_text(
        f'[filter "evil"]\n\tsmudge = {tak.folder}/run.sh\n\tclean = cat\n'
        f'[filter "lfs"]\n\tsmudge = {tak.folder}/run.sh\n[protocol]\n\tallow = always\n',
        "utf-8",
    )
    mark.unlink(missing_ok=True)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert [one.fate for one in update(write_portal(data, entry(tak)))] == [Fate.ADDED]
    assert not mark.exists()


def test_a_link_or_a_submodule_among_the_facts_is_refused(data, tak, tmp_path):
    (tmp_path / "secret.yml").write_text("name: ความลับ\n", "utf-8")
    portal = write_portal(data, entry(tak))
    update(portal)
    (tak.folder / "data/channels.yml").symlink_to(tmp_path / "secret.yml")
    (tak.folder / "data/2570").symlink_to(tmp_path)
    tak.commit()
    (told,) = update(portal)
    assert told.fate is Fate.KEPT
    assert {problem.code for problem in told.problems} == {"ITA128"}
    assert str(tmp_path / "secret.yml") not in describe_outcomes((told,), "th")
    for link in ("channels.yml", "2570"):
        (tak.folder / "data" / link).unlink()
    commit = tak.commit()
    git(tak.folder, "update-index", "--add", "--cacheinfo", f"160000,{commit},data/2571")
    git(tak.folder, "commit", "--quiet", "--message", "ข")
    (told,) = update(portal)
    assert told.fate is Fate.KEPT
    assert {problem.code for problem in told.problems} == {"ITA537"}


def test_a_data_folder_that_is_a_link_is_none(data, tak, tmp_path):
    git(tak.folder, "mv", "data", "facts")
    (tak.folder / "data").symlink_to(tmp_path)
    tak.commit()
    (told,) = update(write_portal(data, entry(tak)))
    assert told.fate is Fate.LEFT_OUT


def test_only_data_files_are_taken(data, tak):
    for name in ("import-rest.txt", "notes.md", ".hidden.yml", ".git-hooks/a.yml", "run.py"):
        tak.write(f"data/{name}", "name: ก\n")
    tak.write("content/evil.html", "<script></script>")
    tak.commit()
    update(write_portal(data, entry(tak)))
    kept = {path.name for path in cache_of(data).rglob("*") if path.is_file()}
    assert kept == {".gitignore", "agency.yml", "measures.yml"}


def test_a_large_file_elsewhere_is_left_where_it_is(data, tak, monkeypatch):
    """Where the other side can do that; among the facts it is refused."""
    monkeypatch.setattr(remote, "MOST_DOWNLOADED", 3_000_000)
    git(tak.folder, "config", "uploadpack.allowFilter", "true")
    tak.write("content/film.mp4", os.urandom(5_000_000))
    tak.commit()
    portal = write_portal(data, entry(tak))
    assert [one.fate for one in update(portal)] == [Fate.ADDED]
    tak.write("data/2569/oit.yml", b"#" * 1_200_000)
    tak.commit()
    (told,) = update(portal)
    assert told.fate is Fate.KEPT
    assert "ไม่มีไฟล์" in told.reason


def test_more_than_is_borne_is_stopped(data, tak, monkeypatch):
    monkeypatch.setattr(remote, "MOST_DOWNLOADED", 300_000)
    monkeypatch.setattr(remote, "_PAUSE", 0.001)
    tak.write("content/film.mp4", os.urandom(60_000_000))
    tak.commit()
    (told,) = update(write_portal(data, entry(tak)))
    assert told.fate is Fate.LEFT_OUT
    assert "เกิน" in told.reason


def test_a_file_that_is_small_only_on_its_way_is_refused(data, tak):
    """60 MB of one letter are 60 kB in git."""
    tak.write("data/2569/oit.yml", b"#" * 60_000_000)
    tak.commit()
    (told,) = update(write_portal(data, entry(tak)))
    assert told.fate is Fate.LEFT_OUT
    assert "ใหญ่กว่า" in told.reason or "ไม่มีไฟล์" in told.reason


def test_who_never_answers_is_not_waited_for(tmp_path, monkeypatch):
    slow = tmp_path / "ssh"
    slow.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(slow))
    monkeypatch.setattr(remote, "SECONDS_TO_ASK", 0.3)
    with pytest.raises(GitError, match="ไม่เสร็จ"):
        newest_commit("git@git.test.example:tak.git", None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"git": "https://officer:s3cret@git.test.example/a.git"},
        {"git": "https://s3cret@git.test.example/a.git"},
        {"git": "ssh://git:s3cret@git.test.example/a.git"},
        {"git": "https://git.test.example/a.git?token=s3cret"},
        {"git": "ext::sh -c s3cret"},
        {"git": "--upload-pack=s3cret"},
        {"git": "git@-oProxyCommand=s3cret:a"},
        {"git": "http://git.test.example/s3cret"},
        {"git": "/etc/s3cret"},
    ],
    ids=lambda wrong: wrong["git"].replace("/", "_"),
)
def test_an_address_that_may_not_be_is_never_printed_asked_or_locked(data, tak, wrong):
    with pytest.raises(DataError) as error:
        update(write_portal(data, entry(tak) | {k: f'"{v}"' for k, v in wrong.items()}))
    assert {problem.code for problem in error.value.problems} == {"ITA230"}
    for language in ("th", "en"):
        assert "s3cret" not in as_text(error.value.problems, language)
    assert not (data / LOCK_FILE).exists()


@pytest.mark.parametrize("ref", ["--upload-pack=touch", "-x", "a:b", "+main", "a..b", "HEAD^", "*"])
def test_a_branch_is_no_option_and_no_pattern(data, tak, ref):
    with pytest.raises(DataError) as error:
        update(write_portal(data, entry(tak, ref=f'"{ref}"')))
    assert {problem.code for problem in error.value.problems} == {"ITA231"}


@pytest.mark.parametrize(
    "path", ["..", "data/../..", "/etc", ".git", "data/.git/x", "a\\\\b", "a:b"]
)
def test_a_folder_lies_within_the_repository(data, tak, path):
    with pytest.raises(DataError) as error:
        update(write_portal(data, entry(tak, path=f'"{path}"')))
    assert {problem.code for problem in error.value.problems} == {"ITA240"}


def test_an_agency_has_one_home(data, tak):
    portal = write_portal(data, entry(tak), entry(tak))
    (data / "tak").mkdir()
    with pytest.raises(DataError) as error:
        update(portal)
    assert sorted(problem.code for problem in error.value.problems) == ["ITA232", "ITA233"]


def test_a_secret_of_the_users_own_settings_is_not_told(tmp_path, monkeypatch):
    """`insteadOf` may put a password into an address, which git then tells in its failure."""
    settings = tmp_path / "settings"
    settings.write_text(
        '[url "https://officer:s3cret@127.0.0.1:1/"]\n\tinsteadOf = https://git.test.example/\n',
        "utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    with pytest.raises(GitError) as error:
        newest_commit("https://git.test.example/tak.git", None)
    assert "127.0.0.1" in str(error.value)
    assert "s3cret" not in str(error.value)


def test_nothing_asks_their_side_again_while_it_is_read(tak):
    """A file that was left out stays out: its absence is told, never mended behind our back."""
    git(tak.folder, "config", "uploadpack.allowFilter", "true")
    tak.write("large.bin", os.urandom(1_500_000))
    commit = tak.commit()
    with fetched(tak.address, commit, LOCAL) as root:
        assert "promisor" not in (root / "config").read_text("utf-8")
        missing = git(root, "rev-list", "--objects", "--missing=print", commit)
        assert re.search(r"^\?", missing, re.MULTILINE)
