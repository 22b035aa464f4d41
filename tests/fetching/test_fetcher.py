"""The Fetcher as its users see it: what comes back for what is asked, once, in time, and politely."""

from __future__ import annotations

import gzip
import threading
import time
from dataclasses import replace

import pytest

from checker.fetching import Fetcher
from checker.foundation.errors import SettingsError
from checker.foundation.model import NoAnswer, Page, Purpose, Request, Silence
from checker.foundation.settings import Settings

QUICK = Settings(include_private=("127.0.0.0/8",), host_request_interval=0.0, timeout=5.0, max_retries=0)


def test_a_page_is_read_with_its_head(web):
    web.page("/a", "<html lang=vi><title>Bài một</title><meta name=author content='Lê An'><p id=x>Chữ.</html>")
    page = web.get("http://site.example/a#x", read=True)
    assert (page.status, page.document.title, page.document.text) == (200, "Bài một", "Chữ.")
    assert page.document.authors == ("Lê An",)
    assert "x" in page.document.fragments
    assert page.hops[0].address == "127.0.0.1"
    assert page.digest
    assert page.media_type == "text/html"


def test_what_is_not_to_be_read_is_glanced_at(web):
    web.page("/login", "<title>Sign in</title><p>Please log in.<form><input type=password></form>")
    page = web.get("http://site.example/login")
    assert page.document.title == "Sign in"
    assert "Please log in." in page.document.text
    assert {"glance", "password-field", "form"} <= page.document.signs


def test_each_address_is_asked_once_however_often_it_is_cited(web):
    web.page("/a")
    asked = [Request(f"http://site.example/a#{part}") for part in "abc"] + [Request("http://site.example/a#a")]
    with web.fetcher() as fetcher:
        first = list(fetcher.fetch(asked))
        second = list(fetcher.fetch(asked[:1]))
    assert sorted(source.request.url for source in first) == sorted(request.url for request in asked)
    assert second[0].status == 200
    assert web.seen["/a"] == 1


def test_a_reader_who_takes_long_over_each_source_misses_none(web):
    pages = {f"/{number}" for number in range(6)}
    for path in pages:
        web.page(path, f"<title>{path}</title><p>Words of a page.")
    found = set()
    with web.fetcher() as fetcher:
        for source in fetcher.fetch(Request(f"http://site{path[1:]}.example{path}") for path in sorted(pages)):
            time.sleep(0.3)  # meanwhile the others are answered and read
            found.add(source.document.title)
    assert found == pages


def test_every_hop_is_told(web):
    web.pages["/one"] = web.redirect("/two", status="301 Moved Permanently")
    web.pages["/two"] = web.redirect("http://other.example/three", status="308 Permanent Redirect")
    web.page("/three")
    page = web.get("http://site.example/one")
    assert [hop.status for hop in page.hops] == [301, 308, 200]
    assert page.final_url == "http://other.example/three"
    assert page.hops[0].location == "/two"


def test_a_redirect_that_needs_the_cookie_gets_it_and_the_next_fetch_does_not(web):
    def gate(connection, seen):
        if "seen=1" in seen.head:
            web.answer("<title>In</title>")(connection, seen)
        else:
            web.redirect("/gate", headers=("Set-Cookie: seen=1; Path=/",))(connection, seen)

    web.pages["/gate"] = gate
    web.page("/other")
    with web.fetcher() as fetcher:
        [page] = fetcher.fetch([Request("http://site.example/gate")])
        list(fetcher.fetch([Request("http://site.example/other")]))
    assert page.document.title == "In"
    assert "cookie" not in web.heads[-1].lower()


@pytest.mark.parametrize(("target", "words"), [("/loop", "circle"), ("/more?{}", "More than 10")])
def test_redirects_without_an_end_are_ended(web, target, words):
    def onward(connection, seen):
        web.redirect(target.format(seen.visit + len(web.heads)))(connection, seen)

    web.pages["/loop"] = web.pages["/more"] = onward
    source = web.get("http://site.example" + target.partition("?")[0])
    assert source.why is Silence.REDIRECTS
    assert words in source.detail


def test_busy_servers_are_asked_again_when_they_say(web):
    def busy(connection, seen):
        if seen.visit == 1:
            web.answer(status="429 Too Many Requests", headers=("Retry-After: 1",))(connection, seen)
        else:
            web.answer("<title>Back</title>")(connection, seen)

    web.pages["/busy"] = busy
    page = web.get("http://site.example/busy", settings=replace(QUICK, max_retries=2))
    assert page.status == 200
    assert [(one.outcome, one.waited) for one in page.tries] == [("429", 1.0)]


def test_a_server_that_asks_for_too_long_a_wait_is_left_alone(web):
    web.pages["/busy"] = web.answer(status="503 Service Unavailable", headers=("Retry-After: 86400",))
    page = web.get("http://site.example/busy", settings=replace(QUICK, max_retries=2))
    assert page.status == 503
    assert web.seen["/busy"] == 1


def test_a_host_that_never_answers_costs_one_time_out(web):
    web.pages["/hang"] = lambda connection, seen: time.sleep(3)
    web.page("/fine")
    settings = replace(QUICK, timeout=0.6, max_retries=2, host_concurrency=1)
    with web.fetcher(settings) as fetcher:
        asked = [Request(f"http://dead.example/hang?{number}") for number in range(5)]
        sources = list(fetcher.fetch([*asked, Request("http://alive.example/fine")]))
    assert sum(count for path, count in web.seen.items() if path.startswith("/hang")) == 1
    assert [source.why for source in sources if isinstance(source, NoAnswer)] == [Silence.TIMEOUT] * 5
    assert any("not asked again" in source.detail for source in sources if isinstance(source, NoAnswer))
    assert [source.status for source in sources if isinstance(source, Page)] == [200]


def test_a_host_that_has_answered_gets_a_second_try_in_a_later_pass(web):
    def slow_once(connection, seen):
        if seen.visit == 1:
            time.sleep(1.2)
        web.answer("<title>At last</title>")(connection, seen)

    web.pages["/slow"] = slow_once
    web.page("/fine")
    with web.fetcher(replace(QUICK, timeout=0.5, max_retries=1)) as fetcher:
        sources = {
            source.request.url: source
            for source in fetcher.fetch([Request("http://a.example/fine"), Request("http://a.example/slow")])
        }
    assert sources["http://a.example/slow"].document.title == "At last"
    assert [one.outcome for one in sources["http://a.example/slow"].tries] == ["timeout"]


def test_a_domain_is_asked_two_at_once_and_at_intervals_while_others_go_on(web):
    def slow(connection, seen):
        time.sleep(0.05)
        web.answer()(connection, seen)

    web.pages["/p"] = slow
    settings = replace(QUICK, host_request_interval=0.1, host_concurrency=2)
    begun = time.monotonic()
    order = []
    with web.fetcher(settings) as fetcher:
        asked = [Request(f"http://www.busy.example/p?{number}") for number in range(6)]
        for source in fetcher.fetch([*asked, Request("http://calm.example/p?")]):
            order.append(source.request.url)
    assert time.monotonic() - begun >= 0.5
    assert order.index("http://calm.example/p?") <= 2
    assert web.most_in_flight <= 3


def test_cancelling_finishes_what_is_in_flight_and_answers_the_rest(web):
    def slow(connection, seen):
        time.sleep(0.4)
        web.answer("<title>Done</title>")(connection, seen)

    web.pages["/p"] = slow
    with web.fetcher(replace(QUICK, concurrency=2)) as fetcher:
        threading.Timer(0.2, fetcher.cancel).start()
        sources = list(fetcher.fetch(Request(f"http://s{number}.example/p") for number in range(20)))
    assert len(sources) == 20
    assert sum(isinstance(source, Page) for source in sources) == 2
    assert {source.why for source in sources if isinstance(source, NoAnswer)} == {Silence.CANCELLED}


def test_excluded_offline_and_wrong_addresses_are_answered_without_asking(web):
    settings = replace(QUICK, exclude=(r"private\.example",))
    assert web.get("http://private.example/", settings=settings).why is Silence.EXCLUDED
    assert web.get("http://site.example/", settings=replace(QUICK, offline=True)).why is Silence.OFFLINE
    assert web.get("www.example.org/x").why is Silence.INVALID
    assert web.get("ftp://site.example/x").why is Silence.UNSAFE
    assert not web.seen


def test_a_wrong_pattern_and_a_wrong_network_are_said():
    with pytest.raises(SettingsError, match="exclude"):
        Fetcher(Settings(exclude=("(",)))
    with pytest.raises(SettingsError, match="include_private"):
        Fetcher(Settings(include_private=("everything",)))
    with pytest.raises(SettingsError, match="ca_bundle"):
        Fetcher(Settings(ca_bundle="/nowhere.pem"))


def test_silence_has_its_reason(web):
    assert web.get("http://nowhere.invalid.example.org/").why is Silence.NAME
    web.names["closed.example"] = ["127.0.0.1"]
    closed = web.get("http://closed.example/", resolver=lambda host, port: [("127.0.0.1", 1)])
    assert closed.why is Silence.REFUSED

    def hang_up(connection, seen):
        connection.close()

    web.pages["/gone"] = hang_up
    assert web.get("http://site.example/gone").why is Silence.RESET
    web.pages["/ssh"] = lambda connection, seen: connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")
    assert web.get("http://site.example/ssh").why is Silence.PROTOCOL


def test_compressed_bodies_are_inflated_and_cut_ones_say_so(web):
    text = b"<title>Zipped</title>" + b"<p>word " * 1000
    web.page("/zip", gzip.compress(text), headers=("Content-Encoding: gzip",))
    page = web.get("http://site.example/zip")
    assert (page.size, page.document.title) == (len(text), "Zipped")
    assert page.wire_size < page.size

    def broken(connection, seen):
        web.answer(b"<title>Half</title>", length=5000)(connection, seen)
        connection.close()

    web.pages["/half"] = broken
    half = web.get("http://site.example/half")
    assert (half.cut, half.document.title) == ("truncated", "Half")
    web.page("/long", b"x" * 50_000)
    assert web.get("http://site.example/long", settings=replace(QUICK, max_body=20_000)).cut == "size"


def test_registries_answers_keep_their_body(web):
    web.page("/works", '{"status": "ok"}', kind="application/json")
    with web.fetcher() as fetcher:
        [page] = fetcher.fetch([Request("http://api.example/works", Purpose.REGISTRY, accept="application/json")])
    assert page.body == b'{"status": "ok"}'
    assert "Accept: application/json" in web.heads[-1]


def test_ten_thousand_requests_do_not_pile_up(web):
    taken = []

    def many():
        for number in range(10_000):
            taken.append(number)
            yield Request(f"http://a.example/{number}")

    settings = replace(QUICK, exclude=("nothing",), concurrency=4)
    with web.fetcher(settings) as fetcher:
        sources = fetcher.fetch(many())
        next(sources)
        assert len(taken) < 3_000


def test_what_contacted_hosts_are_named(web):
    web.page("/a")
    with web.fetcher() as fetcher:
        list(fetcher.fetch([Request("http://b.example/a"), Request("http://nowhere.org/")]))
        assert fetcher.hosts == ("b.example",)


def test_nothing_of_the_environment_is_sent(web, tmp_path, monkeypatch):
    (tmp_path / ".netrc").write_text("machine site.example login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    web.page("/a")
    page = web.get("http://site.example/a")
    assert page.status == 200
    assert "authorization" not in web.heads[-1].lower()
    assert "User-Agent: checker/" in web.heads[-1]


def test_further_headers_stay_with_the_host_that_they_are_for(web):
    web.pages["/gate"] = web.redirect("/near")
    web.pages["/near"] = web.redirect("http://other.example/far")
    web.page("/far")
    day = ("Accept-Datetime", "Fri, 20 May 2016 12:00:00 GMT")
    web.get("http://site.example/gate")
    with web.fetcher() as fetcher:
        list(fetcher.fetch([Request("http://site.example/gate", headers=(day,))]))
    assert ["accept-datetime" in head.lower() for head in web.heads[-3:]] == [True, True, False]


def test_an_address_is_asked_anew_for_another_day(web):
    web.page("/gate")
    days = [(("Accept-Datetime", f"Fri, {day} May 2016 12:00:00 GMT"),) for day in (13, 20, 13)]
    with web.fetcher() as fetcher:
        list(fetcher.fetch(Request("http://site.example/gate", headers=day) for day in days))
    assert len(web.heads) == 2


def test_a_reader_who_dawdles_gets_everything_all_the_same(web):
    def slow(connection, seen):
        time.sleep(0.05)
        web.answer("<title>Here</title>")(connection, seen)

    web.pages["/a"] = slow
    begun = time.monotonic()
    with web.fetcher(replace(QUICK, timeout=1.0, host_concurrency=4)) as fetcher:
        asked = [Request(f"http://h{number % 3}.example/a?{number}", read=False) for number in range(60)]
        sources = []
        for source in fetcher.fetch(asked):
            sources.append(source)
            if len(sources) % 4 == 0:
                time.sleep(0.03 * (len(sources) % 5))
    assert [source.status for source in sources] == [200] * 60
    assert time.monotonic() - begun < 20


def test_hops_go_on_while_nobody_waits_for_them(web):
    """Longer than any time-out: what was in flight has been answered meanwhile."""
    web.page("/a")
    web.pages["/b"] = lambda connection, seen: (time.sleep(0.2), web.answer("<title>B</title>")(connection, seen))
    with web.fetcher(replace(QUICK, timeout=0.8)) as fetcher:
        waiting = fetcher.fetch([Request(f"http://{page}.example/{page}", read=False) for page in "ab"])
        first = next(waiting)
        time.sleep(1.5)
        second = next(waiting)
    assert (first.status, second.status) == (200, 200)
