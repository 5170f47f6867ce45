"""What goes wrong on the way, what the administrator is told, and what readers still see."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from ita_site.cli.publishing import UNTOUCHED
from tests.depth import thorough
from tests.publish.programs import free_port
from tests.publish.releases.line import line
from tests.publish.releases.servers import ssh_server
from tests.publish.releases.sites import (
    HEAVY,
    WHOLE,
    ita_site,
    ita_site_alone,
    releases,
    shows,
    site,
)


@pytest.fixture
def live(server, target, builds):
    """The target with the first version in it."""
    ita_site(
        *("publish", server.address(target), "--site", str(builds[1].folder)),
        env=server.environment(),
    ).succeeded()
    return target


def publish(address, build, env):
    return ita_site("publish", address, "--site", str(build.folder), env=env)


def refused(code, run):
    """It failed in one line, which names what and how to mend."""
    lines = [found for found in run.log.splitlines() if not found.startswith("เสร็จแล้ว")]
    told = [found for found in lines if found != UNTOUCHED["th"]]
    assert run.code == 1, run.log
    assert len(told) == 1, run.log
    assert re.fullmatch(rf"error {code}: .+ — .+", told[0]), run.log
    return True


def test_a_host_key_that_changed(server, live, builds):
    env = server.environment()
    known = Path(env["ITA_SSH_KNOWN_HOSTS"])
    other = (server.folder / "other.pub").read_text("utf-8")
    known.write_text(f"[127.0.0.1]:{server.port} {other}", "utf-8")
    run = publish(server.address(live), builds[2], env)
    assert refused("ITA823", run)
    assert UNTOUCHED["th"] in run.log
    assert shows(live, builds[1])


def test_a_host_key_nobody_wrote_down(server, live, builds):
    env = server.environment()
    Path(env["ITA_SSH_KNOWN_HOSTS"]).write_text("", "utf-8")
    assert refused("ITA824", publish(server.address(live), builds[2], env))
    assert shows(live, builds[1])


def test_a_key_the_server_does_not_know(server, live, builds):
    assert refused("ITA825", publish(server.address(live), builds[2], server.environment("other")))
    assert shows(live, builds[1])


def test_a_key_that_is_none(server, live, builds):
    env = {**server.environment(), "ITA_SSH_KEY": "/no/such/key"}
    assert refused("ITA821", publish(server.address(live), builds[2], env))


def test_nobody_there(server, live, builds):
    address = server.address(live, free_port())
    assert refused("ITA826", publish(address, builds[2], server.environment()))
    unknown = address.replace("127.0.0.1", "no-such-host.invalid")
    assert refused("ITA826", publish(unknown, builds[2], server.environment()))


def test_no_rsync_on_the_other_side(target, builds, tmp_path):
    with ssh_server(tmp_path / "bare", path=str(tmp_path)) as bare:
        assert refused("ITA827", publish(bare.address(target), builds[1], bare.environment()))


def test_no_rsync_on_this_side(server, target, builds, tmp_path):
    env = {**server.environment(), "PATH": str(tmp_path)}
    assert refused("ITA822", publish(server.address(target), builds[1], env))


@pytest.mark.parametrize("command", ["/bin/false", "echo welcome to this server"])
def test_an_account_that_runs_something_else(command, target, builds, tmp_path):
    with ssh_server(tmp_path / "odd", forced=command) as odd:
        run = publish(odd.address(target), builds[1], odd.environment())
        assert re.search("ITA831|ITA832", run.log), run.log
        assert refused("ITA83[12]", run)


def test_a_disk_that_is_full(server, live, builds, tmp_path):
    with ssh_server(tmp_path / "full", largest=HEAVY // 2) as full:
        grown = site(tmp_path / "grown", 2, seed=50)
        assert refused("ITA828", publish(full.address(live), grown, full.environment()))
    assert shows(live, builds[1])
    assert releases(live) == ["000001"]
    publish(server.address(live), grown, server.environment()).succeeded()
    assert shows(live, grown)


@pytest.fixture
def small(tmp_path):
    """A disk of a megabyte and a half."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root mounts a disk, and not everywhere")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.thorough
def test_a_disk_that_fills_up_is_not_left_full(server, small, builds, tmp_path):
    env, grown = server.environment(), site(tmp_path / "grown", 2, seed=50)
    publish(server.address(small), builds[1], env).succeeded()
    free = os.statvfs(small).f_bfree
    assert refused("ITA828", publish(server.address(small), grown, env))
    assert shows(small, builds[1])
    assert os.statvfs(small).f_bfree == free
    publish(server.address(small), builds[3], env).succeeded()
    assert shows(small, builds[3])


def test_a_folder_that_is_not_ours_to_write_in(server, builds):
    closed = "/sys/kernel" if os.getuid() == 0 else "/usr"
    for path in (f"{closed}/ita", closed):
        assert refused("ITA829", publish(server.address(path), builds[2], server.environment()))
        assert refused("ITA829", publish(f"file://{path}", builds[2], server.environment()))


def test_a_folder_whose_parent_is_missing(server, target, builds):
    address = server.address(target / "no" / "such")
    assert refused("ITA830", publish(address, builds[2], server.environment()))


@pytest.mark.thorough
@pytest.mark.parametrize("share", [0.5, *thorough(0.1, 0.9)])
def test_a_line_that_breaks(share, server, target, builds):
    with line(server.port) as found:
        address = server.address(target, found.port)
        found.at = int(share * WHOLE)
        assert refused("ITA832", publish(address, builds[1], server.environment()))
        assert not (target / "current").exists()
        found.sent = 0
        publish(address, builds[1], server.environment()).succeeded()
        assert shows(target, builds[1])
        assert releases(target) == ["000002"]
        assert found.sent < WHOLE * 0.8 or share < 0.9  # the rest was on its way


def test_a_server_that_goes_away_for_good(live, builds, tmp_path):
    with ssh_server(tmp_path / "mortal") as mortal, line(mortal.port) as found:
        found.at, found.then = 1000, found.close
        address = mortal.address(live, found.port)
        assert refused("ITA8(26|32)", publish(address, builds[2], mortal.environment()))
    assert shows(live, builds[1])


@pytest.mark.thorough
def test_a_line_that_breaks_at_the_switch_or_after_leaves_one_whole_site(server, live, builds):
    """Wherever it breaks, readers see the old site or the new one."""
    with line(server.port) as found:
        address = server.address(live, found.port)
        before = found.sent
        publish(address, builds[2], server.environment()).succeeded()
        whole = found.sent - before
        for part in (0.6, 0.8, 0.95):
            found.at = found.sent + int(part * whole)
            new, old = (builds[3], builds[2]) if shows(live, builds[2]) else (builds[2], builds[3])
            command = ("publish", address, "--site", str(new.folder))
            run = ita_site_alone(*command, env=server.environment())
            assert shows(live, old) or shows(live, new)
            assert run.code == 0 or shows(live, old) or "ITA83" in run.log
            found.at = None
            publish(address, new, server.environment()).succeeded()
            assert shows(live, new)
