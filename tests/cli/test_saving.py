"""`--save` over loopback: sources without a copy are saved, others are left alone, and the keys go nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli import saving, session
from checker.cli.configuration import Configuration
from checker.foundation.errors import UsageError
from checker.foundation.settings import Settings

PROSE = "<title>The {0} of Quill</title><p>The {0} of Quill is described here at some length, for whoever comes to read.</p>"


@pytest.fixture
def services(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "links"))
    from services import running

    monkeypatch.setenv(saving.ACCESS, "access")
    monkeypatch.setenv(saving.SECRET, "secret")
    with running() as server:
        yield server


def saver(services, **changes):
    settings = Settings(include_private=("127.0.0.0/8",), wayback=services.base, timeout=5, **changes)
    waited = []
    return saving.Saver(settings, pause=waited.append), waited


def test_a_page_is_saved_once_its_job_says_so(services):
    done = {"status": "success", "timestamp": "20260301060000", "original_url": "https://a.example/x"}
    services.captures["https://a.example/x"] = [{"status": "pending"}, {"status": "pending"}, done]
    save, waited = saver(services)
    assert list(save(["https://a.example/x#part"])) == [
        f"https://a.example/x#part was saved: {services.base}web/20260301060000/https://a.example/x"
    ]
    assert len(waited) == 3


def test_a_refusal_is_told_in_the_archives_words(services):
    save, _ = saver(services)
    assert list(save(["https://nonsense"])) == ["https://nonsense was not saved: The URL syntax is not valid."]


def test_a_job_that_fails_and_one_that_lasts_are_told(services):
    services.captures["https://a.example/"] = [{"status": "error", "message": "Couldn't resolve host."}]
    services.captures["https://b.example/"] = [{"status": "pending"}]
    save, waited = saver(services)
    told = list(save(["https://a.example/", "https://b.example/"]))
    assert told[0] == "https://a.example/ was not saved: Couldn't resolve host."
    assert told[1].startswith("https://b.example/ is still being saved")
    assert len(waited) < 50


def test_many_pages_are_saved_a_few_at_once(services):
    urls = [f"https://a.example/{n}" for n in range(11)]
    for url in urls:
        services.captures[url] = [{"status": "success", "timestamp": "20260301060000"}]
    save, _ = saver(services)
    assert len(list(save(urls))) == 11


def test_wrong_keys_are_told(services, monkeypatch):
    monkeypatch.setenv(saving.SECRET, "wrong")
    save, _ = saver(services)
    assert list(save(["https://a.example/"])) == [
        "https://a.example/ was not saved: You need to be logged in to use Save Page Now."
    ]


@pytest.mark.parametrize("missing", [saving.ACCESS, saving.SECRET])
def test_without_keys_nothing_begins(services, monkeypatch, missing):
    monkeypatch.delenv(missing)
    with pytest.raises(UsageError, match="SPN_ACCESS_KEY and SPN_SECRET_KEY"):
        saver(services)


@pytest.mark.parametrize(
    "base",
    ["http://web.archive.org/", "https://web.archive.org.evil.example/", "https://evil.example/", "https://x@evil.example/",
     "https://web.archive.org@evil.example/", "https://web.archive.org:8443/", "", "ftp://web.archive.org/"],
)  # fmt: skip
def test_the_keys_are_for_the_archive_alone(services, base):
    with pytest.raises(UsageError, match="your keys"):
        saving.Saver(Settings(wayback=base))


@pytest.fixture
def desk(tmp_path, services):
    """Three living sources: one without a copy, one that the archive has, one whose entry names its copy."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("small_web", Path(__file__).parents[1] / "pipeline/conftest.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    with module.serving() as web:
        room = module.Newsroom(tmp_path, web)
        room.services = services.base
        room.usual = {"save": True, "cache_dir": str(tmp_path / "cache"), "record": str(tmp_path / "all.warc.gz")}
        for name in ("new", "kept", "named", "gone"):
            if name != "gone":
                web.pages[f"http://{name}.example/"] = PROSE.format(name)
        services.copies["http://kept.example/"] = {"20200101000000": (200, PROSE.format("kept"))}
        services.copies["http://named.example/"] = {"20200101000000": (200, PROSE.format("named"))}
        services.captures["http://new.example/"] = [{"status": "success", "timestamp": "20260301060000"}]
        named = f"{services.base}web/20200101000000/http://named.example/"
        room.bib.write_text(
            "@online{new, marker = {1}, title = {The new of Quill}, url = {http://new.example/}}\n"
            "@online{kept, marker = {2}, title = {The kept of Quill}, url = {http://kept.example/}}\n"
            f"@online{{named, title = {{The named of Quill}}, url = {{http://named.example/}}, archiveurl = {{{named}}}}}\n"
            "@online{gone, title = {The gone of Quill}, url = {http://gone.example/}}\n"
        )
        room.article.write_text("The new of Quill is described.[1] The kept of Quill is described.[2]\n")
        yield room


def test_a_run_saves_what_the_archive_does_not_have_and_says_so(desk, services, monkeypatch):
    monkeypatch.setattr(saving, "_PAUSE", 0.01)
    report = desk.check()
    copy = f"{services.base}web/20260301060000/http://new.example/"
    assert [notice for notice in report.run.notices if "saved" in notice] == [f"http://new.example/ was saved: {copy}"]
    assert [path for path, _ in services.asked if path == "/save"] == ["/save"]


def test_the_keys_are_sent_with_captures_alone_and_kept_nowhere(desk, services, monkeypatch, tmp_path):
    import gzip

    monkeypatch.setattr(saving, "_PAUSE", 0.01)
    desk.check()
    assert {path.split("/")[1] for path, key in services.keys if key} == {"save"}
    assert {key for path, key in services.keys if not path.startswith("/save")} == {""}
    for path in tmp_path.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            assert b"access:secret" not in data, path


@pytest.mark.parametrize("changes", [{"save": False}, {"offline": True, "record": None}])
def test_nothing_is_saved_unless_it_is_asked_for_and_the_network_may_be(desk, services, changes):
    desk.check(**changes)
    assert not any(path.startswith("/save") for path, _ in services.asked)


def test_an_index_that_does_not_answer_saves_nothing(desk, services):
    services.down = {"cdx"}
    desk.check()
    assert not any(path.startswith("/save") for path, _ in services.asked)


def test_the_setting_is_off_by_default_and_has_its_option(tmp_path, monkeypatch):
    assert Settings().save is False
    monkeypatch.delenv(saving.ACCESS, raising=False)
    (tmp_path / "a.md").write_text("Nothing.[1]\n")
    with pytest.raises(UsageError, match="SPN_ACCESS_KEY"):
        session.perform(
            Configuration(Settings(save=True, report=str(tmp_path))), [str(tmp_path / "a.md")], progress=False
        )
