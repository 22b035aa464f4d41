"""Connections of hops in turns: kept for the next hop, dropped when they are of no use, TLS over them."""

from __future__ import annotations

import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from checker.fetching import addresses
from checker.fetching.events import EventTransport
from checker.fetching.exchange import Answer, Ask, Failure
from checker.fetching.names import Names
from checker.foundation.model import Request, Silence
from checker.foundation.settings import Settings

OPEN_FILES = Path("/proc/self/fd")
QUICK = Settings(include_private=("127.0.0.0/8",), host_request_interval=0.0, timeout=5.0, max_retries=0)


@pytest.fixture
def transport(web):
    made = EventTransport(gate=addresses.gate(("127.0.0.0/8",)), names=Names(web.resolver))
    yield made
    made.close()


def ask(web, path, host="a.example", **options):
    return Ask(f"http://{host}/{path}", host, 80, (("Accept-Encoding", "gzip, deflate"),), budget=5.0, **options)


def local_ports(web):
    seen = set()

    def handle(connection, request):
        seen.add(connection.getpeername()[1])
        web.answer("<title>Here</title>")(connection, request)

    web.pages["/a"] = handle
    return seen


def test_a_connection_serves_one_hop_after_the_other(web, transport):
    ports = local_ports(web)
    for _ in range(5):
        assert transport.submit(ask(web, "a")).result(5).status == 200
    assert len(ports) == 1


def test_a_connection_whose_body_was_not_read_to_its_end_is_not_used_again(web, transport):
    ports = local_ports(web)
    web.page("/long", b"x" * 300_000)
    assert transport.submit(ask(web, "a")).result(5).status == 200
    assert transport.submit(ask(web, "long", body_cap=1_000)).result(5).cut == "size"
    assert transport.submit(ask(web, "a")).result(5).body == b"<title>Here</title>"
    assert len(ports) == 2


def test_what_a_server_says_unasked_is_never_taken_for_the_next_answer(web, transport):
    said = threading.Event()

    def twice(connection, seen):
        web.answer("first")(connection, seen)
        web.answer("forged")(connection, seen)
        said.set()

    web.pages["/twice"] = twice
    web.page("/next", "second")
    assert transport.submit(ask(web, "twice")).result(5).body == b"first"
    assert said.wait(5)  # what comes after the next question nobody can tell from its answer
    assert transport.submit(ask(web, "next")).result(5).body == b"second"


def test_many_hops_at_once_are_all_answered(web, transport):
    web.page("/a", "<title>Here</title>")
    asked = [transport.submit(ask(web, "a", host=f"h{number % 40}.example")) for number in range(400)]
    assert {each.result(20).status for each in asked} == {200}


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="counts open files in /proc")
def test_where_the_system_gives_no_more_files_kept_connections_make_room(web, transport):
    import resource

    web.page("/a", "<title>Here</title>")
    for number in range(30):
        assert isinstance(transport.submit(ask(web, "a", host=f"h{number}.example")).result(5), Answer)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    highest = max(int(each.name) for each in OPEN_FILES.iterdir())
    holders = []
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (highest + 3, hard))
        try:
            while True:
                holders.append(socket.socket())
        except OSError:
            pass
        asked = transport.submit(ask(web, "a", host="fresh.example"))
        answer = asked.result(5)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        for holder in holders:
            holder.close()
    assert not isinstance(answer, Failure) or "Too many open files" not in answer.detail


def test_tls_is_spoken_and_its_connection_kept(web, tmp_path):
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("site.example").configure_cert(context)
    web.tls = context
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(bundle))
    ports = local_ports(web)
    web.page("/long", b"y" * 400_000)
    with web.fetcher(replace(QUICK, ca_bundle=str(bundle), host_concurrency=1)) as fetcher:
        asked = [Request(f"https://site.example/a?{number}", read=False) for number in range(4)]
        pages = list(fetcher.fetch([*asked, Request("https://site.example/long", read=False)]))
    assert [page.status for page in pages] == [200] * 5
    assert pages[-1].size == 400_000
    assert len(ports) == 1


def test_a_server_that_breaks_off_within_the_handshake_is_a_reset(web):
    listener = socket.create_server(("127.0.0.1", 0))

    def slam():
        connection, _ = listener.accept()
        connection.recv(100)
        connection.close()

    threading.Thread(target=slam, daemon=True).start()
    try:
        there = listener.getsockname()[1]
        source = web.get(
            "https://site.example/", settings=QUICK, resolver=lambda host, port: [("127.0.0.1", there)], read=False
        )
    finally:
        listener.close()
    assert source.why is Silence.RESET


def test_an_address_that_refuses_gives_way_to_the_next_one(web):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        refusing = closed.getsockname()[1]
    web.page("/a", "<title>Here</title>")
    found = [("127.0.0.1", refusing), ("127.0.0.1", web.port)]
    page = web.get("http://site.example/a", settings=QUICK, resolver=lambda host, port: found)
    assert page.status == 200
    alone = web.get("http://site.example/a", settings=QUICK, resolver=lambda host, port: found[:1])
    assert alone.why is Silence.REFUSED


def test_hops_may_be_submitted_by_many_threads(web, transport):
    web.page("/a", "<title>Here</title>")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: transport.submit(ask(web, "a")).result(20), range(200)))
    assert {answer.status for answer in answers} == {200}
