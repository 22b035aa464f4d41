"""The demonstration's web answers over real HTTP and HTTPS as its table says, and leads nowhere else."""

from __future__ import annotations

import http.client
import socket
import ssl
import sys

import pytest

from checker import demo
from checker.foundation.errors import ExtraMissing


@pytest.fixture(scope="module")
def web():
    with demo.serve() as running:
        yield running


def ask(web, host, path, *, secure=True, trusted=True, timeout=5):
    """One GET through the resolver, as a fetcher would make it: (status, headers, body)."""
    ((address, port),) = web.resolver(host, 443 if secure else 80)
    raw = socket.create_connection((address, port), timeout=timeout)
    with raw:
        if secure:
            context = ssl.create_default_context(cafile=str(web.ca_bundle) if trusted else None)
            raw = context.wrap_socket(raw, server_hostname=host)
        with raw:
            raw.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            answer = http.client.HTTPResponse(raw)
            answer.begin()
            with answer:
                return answer.status, dict(answer.headers), answer.read()


@pytest.mark.parametrize("secure", [True, False])
def test_a_page_is_served_over_both_schemes(web, secure):
    status, headers, body = ask(web, "lights.example", "/saint-quill", secure=secure)
    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    assert "31 metres" in body.decode()


def test_a_permanent_redirect_leads_to_the_new_address(web):
    status, headers, _ = ask(web, "harbour.example", "/old/quill.html", secure=False)
    assert (status, headers["Location"]) == (301, "https://harbour.example/history/quill")


def test_an_address_that_nobody_knows_is_404_on_a_plain_host_and_200_on_one_with_soft_404s(web):
    assert ask(web, "lights.example", "/no-such-page")[0] == 404
    status, _, body = ask(web, "museum.example", "/no-such-page")
    assert status == 200
    assert body == ask(web, "museum.example", "/collection/lens-1883")[2]
    assert body != ask(web, "museum.example", "/")[2]


def test_a_login_wall_stands_behind_a_temporary_redirect(web):
    status, headers, _ = ask(web, "almanac.example", "/rocks-and-reefs")
    assert status == 302
    assert b'type="password"' in ask(web, "almanac.example", headers["Location"])[2]


def test_one_host_takes_the_request_and_never_answers(web):
    with pytest.raises(TimeoutError):
        ask(web, "signals.example", "/book", timeout=0.3)


def test_one_certificate_has_expired_and_none_is_trusted_without_the_bundle(web):
    with pytest.raises(ssl.SSLCertVerificationError, match="expired"):
        ask(web, "cooperage.example", "/barrels")
    with pytest.raises(ssl.SSLCertVerificationError):
        ask(web, "lights.example", "/saint-quill", trusted=False)


def test_the_vietnamese_page_is_in_windows_1258_and_says_so_only_inside(web):
    _, headers, body = ask(web, "haitrinh.example", "/tran-van-hai.html")
    assert "charset" not in headers["Content-Type"]
    assert b"windows-1258" in body
    with pytest.raises(UnicodeDecodeError):
        body.decode()


def test_the_pdf_has_its_figures_on_page_two(web):
    import pypdfium2

    _, headers, body = ask(web, "survey.example", "/reports/saint-quill-1904.pdf")
    assert headers["Content-Type"] == "application/pdf"
    with pypdfium2.PdfDocument(body) as pdf:
        assert len(pdf) == 2
        assert "118 metres by 47 metres" in pdf[1].get_textpage().get_text_range()


@pytest.mark.parametrize(("host", "port"), [("nobody.example", 443), ("example.org", 80), ("lights.example", 8080)])
def test_what_the_demonstration_does_not_have_is_no_known_name(web, host, port):
    with pytest.raises(socket.gaierror) as problem:
        web.resolver(host, port)
    assert problem.value.errno == socket.EAI_NONAME


def test_an_address_stays_what_it_is_so_that_a_fetcher_can_refuse_it(web):
    assert web.resolver("192.168.0.1", 80) == [("192.168.0.1", 80)]


def test_the_web_is_gone_with_its_folder_when_the_block_ends():
    with demo.serve() as running:
        port = running.ports[80]
        assert running.ca_bundle.exists()
    assert not running.folder.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=1)


def test_without_trustme_the_user_is_told_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trustme", None)
    with pytest.raises(ExtraMissing, match=r"footcheck\[demo\]"), demo.serve():
        pass
