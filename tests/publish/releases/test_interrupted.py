"""A run is killed, or meets another: readers keep a whole site, and the next run succeeds."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time

import pytest

from ita_site.delivery.publish.address import parse_address
from ita_site.delivery.publish.lock import NAME, Pace, locked
from ita_site.delivery.publish.rsync import Rsync
from ita_site.delivery.publish.target import PublishError
from tests.depth import thorough
from tests.publish.programs import PATH
from tests.publish.releases.line import line
from tests.publish.releases.servers import USER
from tests.publish.releases.sites import WHOLE, ita_site, releases, shows, site
from tests.site.project import command

BRISK = Pace(renew=0.05, patience=5, look=0.05)


@pytest.fixture
def there(target, monkeypatch):
    monkeypatch.setenv("PATH", PATH)
    return Rsync(parse_address(f"file://{target}"))


def start(*arguments: str, env):
    return subprocess.Popen(
        [command("ita-site"), *arguments, "--as-built"],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


ALONE, WITH_CHILDREN = os.kill, os.killpg


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("share", "stop"), [(0.5, ALONE), *thorough((0.1, ALONE), (0.5, WITH_CHILDREN), (0.9, ALONE))]
)
def test_killed_on_the_way(share, stop, server, target, builds):
    env, old = server.environment(), str(builds[1].folder)
    ita_site("publish", server.address(target), "--site", old, env=env).succeeded()
    new = site(target.parent / "new", 2, seed=100)
    with line(server.port) as found:
        arguments = ("publish", server.address(target, found.port), "--site", str(new.folder))
        with start(*arguments, env=env) as running:
            found.then = lambda: stop(running.pid, signal.SIGKILL)
            found.at = int(share * WHOLE)
            assert running.wait() == -signal.SIGKILL
        assert shows(target, builds[1])
        assert (target / NAME).is_symlink()
        ita_site(*arguments, env=env).succeeded()
    assert shows(target, new)
    assert not (target / NAME).is_symlink()
    assert len(releases(target)) == 2


def test_stopped_politely_it_lets_go_of_the_lock(server, target, builds):
    env = server.environment()
    with line(server.port) as found:
        arguments = ("publish", server.address(target, found.port), "--site")
        with start(*arguments, str(builds[1].folder), env=env) as running:
            found.at, found.then = WHOLE // 2, lambda: running.send_signal(signal.SIGTERM)
            assert running.wait() != 0
        assert not (target / NAME).is_symlink()
        assert not (target / "current").exists()


def test_a_second_run_waits_for_nobody_and_harms_nobody(there):
    with locked(there, BRISK) as lock:
        with pytest.raises(PublishError, match="ITA833"), locked(there, BRISK):
            pass
        lock.make_sure()


@pytest.mark.thorough
def test_one_that_renews_no_more_is_replaced(target, there):
    (target / NAME).symlink_to("another-machine.7.abcdef.3")
    began = time.monotonic()
    with locked(there, BRISK) as lock:
        lock.make_sure()
    assert time.monotonic() - began >= BRISK.patience
    assert not (target / NAME).is_symlink()


def test_who_lost_the_lock_does_not_switch(target, there):
    with locked(there, BRISK) as lock:
        (target / NAME).unlink()
        (target / NAME).symlink_to("another-machine.7.abcdef.3")
        with pytest.raises(PublishError, match="ITA834"):
            lock.make_sure()
    assert os.readlink(target / NAME) == "another-machine.7.abcdef.3"  # noqa: PTH115


def test_of_many_at_once_one_has_the_lock(there):
    held, most, refused = [], [], []

    def run():
        try:
            with locked(there, BRISK):
                held.append(1)
                most.append(len(held))
                time.sleep(1.5)
                held.pop()
        except PublishError:
            refused.append(1)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert len(most) + len(refused) == 4


def test_the_lock_tells_strangers_nothing(target, there):
    with locked(there, BRISK):
        said = os.readlink(target / NAME)  # noqa: PTH115
    assert os.uname().nodename not in said
    assert USER not in said
