"""Names to addresses: one look-up for everybody who waits, and never beyond the deadline."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from checker.fetching.deadline import DeadlinePassed
from checker.fetching.names import Names


def test_one_look_up_serves_everybody_who_waits():
    asked = []

    def slow(host, port):
        asked.append(host)
        time.sleep(0.1)
        return [("127.0.0.1", port)]

    names = Names(slow)
    found = []
    threads = [threading.Thread(target=lambda: found.append(names.addresses("a", 80, 5))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[("127.0.0.1", 80)]] * 8
    assert asked == ["a"]


def test_a_port_has_its_own_answer():
    names = Names(lambda host, port: [("127.0.0.1", port + 1)])
    assert names.addresses("a", 80, 1) == [("127.0.0.1", 81)]
    assert names.addresses("a", 443, 1) == [("127.0.0.1", 444)]


def test_a_silent_name_server_passes_the_deadline():
    with pytest.raises(DeadlinePassed):
        Names(lambda host, port: time.sleep(1) or []).addresses("a", 80, 0.05)


def test_an_unknown_name_is_an_error_for_everybody():
    def unknown(host, port):
        raise socket.gaierror(socket.EAI_NONAME, "no")

    names = Names(unknown)
    for _ in range(2):
        with pytest.raises(socket.gaierror):
            names.addresses("a", 80, 1)
