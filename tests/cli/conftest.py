"""Hosts that the command line is tried against."""

from __future__ import annotations

import socket

import pytest


@pytest.fixture
def hanging_host():
    """The address of a host that takes the connection and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/slow"


@pytest.fixture
def closed_port():
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
