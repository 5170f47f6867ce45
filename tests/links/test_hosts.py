"""Pauses and rests, on a clock that jumps from one appointment to the next."""

from __future__ import annotations

import asyncio
import dataclasses
import selectors

import pytest
from yarl import URL

from ita_site.delivery.links.answer import Failure
from ita_site.delivery.links.limits import Hosts, OutOfReachError
from tests.links.conftest import PATIENT

LIMITS = dataclasses.replace(PATIENT, pause=10, longest_rest=100)
ONE, ANOTHER = URL("http://one.example/a"), URL("http://another.example/")
SAME_HOST = URL("https://one.example:8443/b")


class Jumping(selectors.DefaultSelector):
    """Where a loop would wait, its clock jumps instead."""

    now = 0.0

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready and timeout:
            self.now += timeout
        return ready


@pytest.fixture
def run():
    """Runs what takes a fresh set of hosts and a clock, as long as it likes."""
    selector = Jumping()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now

    def run(story):
        async def told():
            return await story(Hosts(LIMITS), loop.time)

        return loop.run_until_complete(told())

    yield run
    loop.close()


async def take(hosts, clock, url, lasting=1):
    """When the turn came."""
    async with hosts.turn(url):
        came = clock()
        await asyncio.sleep(lasting)
    return came


def test_turns_of_a_host_follow_each_other_with_a_pause_whatever_its_ports(run):
    async def story(hosts, clock):
        urls = (ONE, SAME_HOST, ONE, ANOTHER)
        return await asyncio.gather(*(take(hosts, clock, url) for url in urls))

    assert run(story) == pytest.approx([0, 11, 22, 0])


def test_a_rest_is_kept_by_the_host_alone(run):
    async def story(hosts, clock):
        hosts.rest(ONE, 90)
        return await asyncio.gather(take(hosts, clock, SAME_HOST), take(hosts, clock, ANOTHER))

    assert run(story) == pytest.approx([90, 0])


def test_a_shorter_rest_does_not_end_a_longer_one(run):
    async def story(hosts, clock):
        hosts.rest(ONE, 90)
        hosts.rest(ONE, 5)
        return await take(hosts, clock, ONE)

    assert run(story) == pytest.approx(90)


def test_a_rest_longer_than_allowed_is_not_waited_for(run):
    async def story(hosts, clock):
        hosts.rest(ONE, 101)
        with pytest.raises(OutOfReachError) as raised:
            await take(hosts, clock, ONE)
        return raised.value.failure, clock()

    assert run(story) == (Failure.RESTING, 0)


def test_a_server_given_up_is_out_of_reach_and_another_port_of_its_host_is_not(run):
    async def story(hosts, clock):
        hosts.give_up(ONE, Failure.REFUSED)
        with pytest.raises(OutOfReachError) as raised:
            await take(hosts, clock, ONE / "b")
        return raised.value.failure, await take(hosts, clock, SAME_HOST)

    assert run(story) == (Failure.REFUSED, 0)


def test_a_turn_that_fails_is_over_and_its_pause_is_kept(run):
    async def story(hosts, clock):
        with pytest.raises(ConnectionError):
            async with hosts.turn(ONE):
                raise ConnectionError
        return await take(hosts, clock, ONE)

    assert run(story) == pytest.approx(10)


def test_who_waits_for_a_host_takes_nobodys_share_of_the_network(run):
    async def story(_, clock):
        hosts = Hosts(dataclasses.replace(LIMITS, at_once=2))
        urls = (ONE, ONE, ONE, ANOTHER)
        return await asyncio.gather(*(take(hosts, clock, url) for url in urls))

    assert run(story)[-1] == 0
