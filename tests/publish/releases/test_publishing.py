"""A site goes to a server and to a share, and back, with the real OpenSSH and rsync."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ita_site.cli.publishing import UNTOUCHED
from tests.publish.programs import PATH, program
from tests.publish.releases.servers import USER, ssh_server
from tests.publish.releases.sites import ita_site, releases, shows, site
from tests.site.project import REPOSITORY, command, environment


def runner(address, env):
    """Runs `ita-site publish`, or another command, with this target."""

    def run(*arguments: object, name="publish"):
        return ita_site(name, address, *map(str, arguments), env=env)

    return run


@pytest.fixture(params=["ssh", "file"])
def publish_anywhere(request, server, target):
    address = server.address(target) if request.param == "ssh" else f"file://{target}"
    return runner(address, server.environment())


@pytest.fixture
def publish(target):
    """On a share: what a server does with rsync is the same."""
    return runner(f"file://{target}", {"PATH": PATH})


def test_readers_see_what_was_built_and_then_what_was_built_anew(publish_anywhere, target, builds):
    first = publish_anywhere("--site", builds[1].folder).succeeded()
    assert shows(target, builds[1])
    assert "000001" in first.log
    second = publish_anywhere("--site", builds[2].folder).succeeded()
    assert shows(target, builds[2])
    assert "เปลี่ยน 13 " in second.log
    assert releases(target) == ["000001", "000002"]


def test_the_rights_of_the_folder_stay_and_readers_may_read_what_is_in_it(
    publish_anywhere, target, builds
):
    target.chmod(0o2770)
    before = os.umask(0o077)
    try:
        publish_anywhere("--site", builds[1].folder).succeeded()
    finally:
        os.umask(before)
    assert target.stat().st_mode & 0o7777 == 0o2770
    below = [path for path in (target / "releases").rglob("*") if path.is_dir()]
    assert {path.stat().st_mode & 0o777 for path in [target / "releases", *below]} == {0o755}
    assert (target / "current/index.html").stat().st_mode & 0o777 == 0o644


def test_unchanged_files_are_the_same_files(publish, target, builds):
    for version in (1, 2):
        publish("--site", builds[version].folder).succeeded()
    heavy = (target / "releases" / number / "หน้า 3/แนบ.bin" for number in ("000001", "000002"))
    assert len({file.stat().st_ino for file in heavy}) == 1


def test_the_same_site_again_makes_no_release(publish, target, builds):
    for _ in range(2):
        publish("--site", builds[1].folder).succeeded()
    assert releases(target) == ["000001"]


def test_the_same_site_again_mends_what_somebody_changed_on_the_server(publish, target, builds):
    publish("--site", builds[1].folder).succeeded()
    defaced = target / "current/index.html"
    defaced.unlink()
    defaced.write_text("hacked", "utf-8")
    publish("--site", builds[1].folder).succeeded()
    assert shows(target, builds[1])


def test_the_release_before_comes_back_by_one_command(publish, target, builds):
    for version in (1, 2, 3):
        publish("--site", builds[version].folder).succeeded()
    back = publish(name="rollback").succeeded()
    assert shows(target, builds[2])
    assert "000002" in back.log
    publish(name="rollback").succeeded()
    assert shows(target, builds[1])
    none = publish(name="rollback")
    assert (none.code, "ITA837" in none.log, UNTOUCHED["th"] in none.log) == (1, True, True)
    publish("--to", "3", name="rollback").succeeded()
    assert shows(target, builds[3])
    unknown = publish("--to", "7", "--lang", "en", name="rollback")
    assert (unknown.code, "there are 000001, 000002, 000003" in unknown.log) == (1, True)


def test_what_readers_were_led_back_from_is_no_release_before(publish, target, builds):
    for version in (1, 2):
        publish("--site", builds[version].folder).succeeded()
    publish(name="rollback").succeeded()
    publish("--site", builds[3].folder).succeeded()
    listed = publish("--list", name="rollback").succeeded()
    assert [line.split()[0] for line in listed.log.splitlines()] == ["000001", "000003"]
    publish(name="rollback").succeeded()
    assert shows(target, builds[1])


def test_old_releases_go_and_no_clock_decides_which(publish, target, builds):
    for turn in range(4):
        publish("--site", builds[1 + turn % 3].folder, "--keep", 3).succeeded()
        os.utime(target / "releases" / f"{turn + 1:06}", (0, 1_000_000_000 - turn))
    assert releases(target) == ["000002", "000003", "000004"]
    publish(name="rollback").succeeded()
    assert shows(target, builds[3])


def test_files_of_others_stay_where_readers_find_them(publish, target, builds):
    publish("--site", builds[1].folder).succeeded()
    proof = target / "current" / "google123.html"
    proof.write_text("a search engine's proof", "utf-8")
    (target / "releases/notes.txt").write_text("of the administrator", "utf-8")
    for turn in range(4):
        publish("--site", builds[1 + turn % 3].folder, "--keep", 2).succeeded()
    assert proof.read_text("utf-8") == "a search engine's proof"
    assert len(releases(target)) == 3
    (target / "releases/notes.txt").read_text("utf-8")


def test_a_release_that_holds_a_file_of_others_stays(publish, target, builds):
    publish("--site", builds[1].folder).succeeded()
    publish("--site", builds[2].folder).succeeded()
    (target / "releases/000001/mine.txt").write_text("mine", "utf-8")
    for version in (3, 1, 2):
        publish("--site", builds[version].folder, "--keep", 2).succeeded()
    assert releases(target) == ["000001", "000004", "000005"]


def test_another_sites_place_is_taken_only_by_force(publish, target, builds, tmp_path):
    publish("--site", builds[1].folder).succeeded()
    other = site(tmp_path / "other", 1, name="อบต.อื่น")
    refused = publish("--site", other.folder)
    assert (refused.code, "ITA815" in refused.log) == (1, True)
    assert shows(target, builds[1])
    publish("--site", other.folder, "--force").succeeded()
    assert shows(target, other)


def test_a_file_of_others_is_overwritten_only_by_force(publish, target, builds):
    publish("--site", builds[1].folder).succeeded()
    site(target / "small", 1)
    shutil.copy(builds[2].folder / "index.html", target / "current/new.html")
    built = target / "built"
    shutil.copytree(builds[2].folder, built)
    (built / "new.html").write_text("ours", "utf-8")
    site(built, 2)
    refused = publish("--site", built)
    assert (refused.code, "ITA817" in refused.log) == (1, True)
    assert shows(target, builds[1]) is False  # with their file
    publish("--site", built, "--force").succeeded()
    assert (target / "current/new.html").read_text("utf-8") == "ours"


def test_a_live_release_without_its_manifest_is_replaced_only_by_force(publish, target, builds):
    publish("--site", builds[1].folder).succeeded()
    (target / "current/ita-manifest.json").unlink()
    refused = publish("--site", builds[2].folder)
    assert (refused.code, "ITA836" in refused.log) == (1, True)
    publish("--site", builds[2].folder, "--force").succeeded()
    assert shows(target, builds[2])
    assert releases(target) == ["000001", "000002"]


def test_a_folder_named_current_of_somebody_else_is_left_alone(publish, target, builds):
    (target / "current").mkdir()
    (target / "current/index.html").write_text("theirs", "utf-8")
    for more in ((), ("--force",)):
        refused = publish("--site", builds[1].folder, *more)
        assert (refused.code, "ITA835" in refused.log) == (1, True)
    assert (target / "current/index.html").read_text("utf-8") == "theirs"


@pytest.fixture
def limited(target, tmp_path):
    """A server with the account of the guide, which has one command in one folder."""
    guide = (REPOSITORY / "PUBLISHING.md").read_text("utf-8")
    forced = re.findall(r'^restrict,command="(.+)" ssh-', guide, re.MULTILINE)[0]
    if not (shutil.which("rrsync") and Path("/usr/bin/rsync").exists()):
        pytest.skip("rrsync comes with rsync 3.2.4, and wants it installed")
    own = forced.replace("/usr/bin/rrsync", shutil.which("rrsync"))
    with ssh_server(tmp_path / "ssh", forced=own.replace("/srv/ita", f"'{target}'")) as found:
        yield found


@pytest.mark.thorough
def test_the_guides_account_is_enough(limited, target, builds):
    address, env = limited.address("/"), limited.environment()
    for version in (1, 2):
        folder = str(builds[version].folder)
        ita_site("publish", address, "--site", folder, env=env).succeeded()
    ita_site("rollback", address, env=env).succeeded()
    assert shows(target, builds[1])
    assert releases(target) == ["000001", "000002"]


@pytest.mark.thorough
def test_an_account_with_one_command_at_a_time_is_waited_for(limited, target, builds):
    arguments = ("publish", limited.address("/"), "--site", str(builds[1].folder))
    folder = os.open(target, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # as rrsync itself does
    env = environment(**limited.environment())
    with subprocess.Popen([command("ita-site"), *arguments, "--as-built"], env=env) as running:
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(3)
        assert list(target.iterdir()) == []
        os.close(folder)
        assert running.wait(30) == 0
    assert shows(target, builds[1])


@pytest.mark.thorough
def test_an_old_release_that_cannot_be_removed_is_told_as_a_warning(target, builds, tmp_path):
    own = tmp_path / "bin"
    own.mkdir()
    (own / "rsync").write_text(
        '#!/bin/sh\ncase "$*" in *--delete*releases/) echo denied >&2; exit 23;; esac\n'
        f'exec {program("rsync")} "$@"\n'
    )
    (own / "rsync").chmod(0o755)
    with ssh_server(tmp_path / "ssh", path=f"{own}:{PATH}") as keeping:
        for version in (1, 2, 3):
            arguments = ("--site", str(builds[version].folder), "--keep", "2")
            done = ita_site(
                "publish", keeping.address(target), *arguments, env=keeping.environment()
            )
            done.succeeded()
            assert ("warning ITA839" in done.log) == (version == 3)
    assert shows(target, builds[3])
    assert releases(target) == ["000001", "000002", "000003"]


def test_the_guides_account_can_do_nothing_else(limited, target, builds, tmp_path):
    env = limited.environment()
    settings = f"-F none -i {env['ITA_SSH_KEY']} -o UserKnownHostsFile={env['ITA_SSH_KNOWN_HOSTS']}"
    ssh = [program("ssh"), *settings.split(), "-p", str(limited.port), f"{USER}@127.0.0.1"]
    for wanted in ("id", "cat /etc/passwd", "rsync --version; id"):
        done = subprocess.run([*ssh, wanted], capture_output=True, check=False, text=True)
        assert done.returncode != 0
        assert "uid=" not in done.stdout
        assert "root:" not in done.stdout
    outside = limited.address(tmp_path / "outside")
    refused = ita_site("publish", outside, "--site", str(builds[1].folder), env=env)
    assert refused.code == 1
    assert not (tmp_path / "outside").exists()
    assert list(target.iterdir()) == []


def test_the_key_may_be_given_as_text(server, target, builds):
    env = server.environment()
    env["ITA_SSH_KEY"] = (server.folder / "key").read_text("utf-8").replace("\n", "\r\n")
    arguments = ("publish", server.address(target), "--site", str(builds[1].folder))
    done = ita_site(*arguments, env=env).succeeded()
    assert "PRIVATE" not in done.log
    assert shows(target, builds[1])
