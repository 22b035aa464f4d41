"""The guard itself: no transport and no child process leaves loopback."""

from __future__ import annotations

import socket
import subprocess
import sys

import loopback
import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "169.254.169.254", "10.0.0.1", "2001:db8::1"])
def test_connecting_beyond_loopback_is_refused(host):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as caller, pytest.raises(loopback.LeftLoopback):
        caller.connect((host, 80))


def test_resolving_a_public_name_is_refused():
    with pytest.raises(loopback.LeftLoopback):
        socket.getaddrinfo("example.org", 80)


def test_requests_cannot_leave_either():
    import requests

    with pytest.raises(loopback.LeftLoopback):
        requests.get("http://192.0.2.1/", timeout=1)


def test_a_child_python_is_guarded_too():
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode != 0
    assert "LeftLoopback" in done.stderr


def test_a_spawned_worker_is_guarded_too():
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    worker = context.Process(target=socket.create_connection, args=(("192.0.2.1", 80), 1))
    worker.start()
    worker.join(30)
    assert worker.exitcode == 1
