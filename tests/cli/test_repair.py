"""`checker repair` from end to end on .bib files as people write them: the right field changes, and no other byte."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from checker.cli import repair, writing
from checker.foundation.errors import BibliographyError, StorageError, UsageError

FILLER = " The boat leaves the harbour at nine and comes back before dusk, whatever the weather has in store." * 12
ARTICLE = "# Quill\n\nThe tower of Quill is 31 metres tall.[1] The lamp of Quill burns oil of rape.[2] The bell weighs 412 kg.[3]\n"
TOWER = f"<title>The tower of Quill</title><p>The tower of Quill is 31 metres tall.{FILLER}</p>"
LAMP = f"<title>The lamp of Quill</title><p>The lamp of Quill burns oil of rape.{FILLER}</p>"
BELL = f"<title>The bell of Quill</title><p>The bell weighs 412 kg and was cast in 1871.{FILLER}</p>"
STAMP = "20160603000000"

NASTY = """\
% References of the Quill article.   \t
%   kept by hand: do not sort!
@string{ press = "Quill Press" }
@comment{ @online{old, url = {@WEB@/tower}} }
@Online{tower ,
    Title   = {The {Tower} of Quill},  % moved in 2024
    marker  = {1},
  URL     = {@WEB@/tower},
    note    = "printed by " # press,

}
text between entries, with { a brace
@MISC( lamp, marker = {2}, title = "The lamp of Quill", url = "@WEB@/lamp", urldate = {2016-06-01} )

@online{bell, marker = {3}, title = {The bell of Quill}, url = {@WEB@/bell}}
@misc{broken, title = {never closed
@online{sound,
\ttitle = {The sound of Quill}, url = {@WEB@/sound}
}
"""


@pytest.fixture
def town(tmp_path, monkeypatch):
    """A web in which the tower moved, the lamp is gone but saved, and the bell is where it was; and the folder to work in."""
    tests = Path(__file__).parents[1]
    monkeypatch.syspath_prepend(str(tests / "links"))
    monkeypatch.chdir(tmp_path)
    from services import running

    with serving(tests) as web, running() as services:
        base = f"http://127.0.0.1:{web.server_address[1]}"
        web.pages.update(
            {
                "http://127.0.0.1/tower": (301, f"{base}/quill/tower"),
                "http://127.0.0.1/to_wer": (301, f"{base}/quill/tower"),
                "http://127.0.0.1/quill/tower": TOWER,
                "http://127.0.0.1/bell": BELL,
                "http://127.0.0.1/sound": "<title>The sound of Quill</title>A sound." + FILLER,
            }
        )
        services.copies[f"{base}/lamp"] = {STAMP: (200, LAMP)}
        Path("article.md").write_text(ARTICLE, encoding="utf-8")
        Path("checker.toml").write_text(
            f'articles = ["article.md"]\nbib = ["references.bib"]\ninclude_private = ["127.0.0.0/8"]\n'
            f'host_request_interval = 0\nmax_retries = 0\ncrossref = ""\ndoi_resolver = ""\nwayback = "{services.base}"\n'
        )
        yield Town(web, services, base)


class Town:
    """What the tests ask of it: its addresses, and `repair` with some arguments -> (exit code, stdout, stderr)."""

    def __init__(self, web, services, base):
        self.web, self.services, self.base = web, services, base

    def bib(self, text: str, encoding: str = "utf-8", end: str = "\n") -> bytes:
        """Write references.bib; what was written."""
        data = text.replace("@WEB@", self.base).replace("\n", end).encode(encoding)
        Path("references.bib").write_bytes(data)
        return data

    def repaired(self, before: bytes, encoding: str = "utf-8") -> bytes:
        """The file as it should be: two fields mended, everything else as it was."""
        end = "\r\n" if b"\r\n" in before else "\n"
        text = before.decode(encoding)
        text = text.replace(f"  URL     = {{{self.base}/tower}}", f"  URL     = {{{self.base}/quill/tower}}")
        lamp = f'url = "{self.base}/lamp"'
        copy = f"archiveurl = {{{self.services.base}web/{STAMP}/{self.base}/lamp}}, archivedate = {{2016-06-03}}"
        assert end in text
        return text.replace(lamp, f"{lamp}, {copy}").encode(encoding)


def serving(tests: Path):
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("small_web", tests / "pipeline/conftest.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.serving()


@pytest.fixture
def run(capsys):
    def running(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = repair.command.main(["--no-progress", *arguments], standalone_mode=False)
        said = capsys.readouterr()
        return code, said.out, said.err

    return running


def test_what_is_proposed_is_a_diff_and_nothing_is_written(town, run):
    before = town.bib(NASTY)
    code, out, _ = run()
    assert code == 1
    assert Path("references.bib").read_bytes() == before
    assert [line for line in out.splitlines() if line.startswith("-  ")] == [f"-  URL     = {{{town.base}/tower}},"]
    assert f"+  URL     = {{{town.base}/quill/tower}}," in out
    assert "archivedate = {2016-06-03}" in out


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_the_rest_of_the_file_stays_byte_for_byte(town, run, encoding, end):
    before = town.bib(NASTY.replace("sort!", "sort! Café à Tromsø"), encoding, end)
    code, _, err = run("--write")
    assert code == 0
    assert "wrote references.bib" in err
    assert Path("references.bib").read_bytes() == town.repaired(before, encoding)


def test_twice_changes_nothing(town, run):
    town.bib(NASTY)
    run("--write")
    once = Path("references.bib").read_bytes()
    code, out, err = run("--write")
    assert (code, out) == (0, "")
    assert "nothing to repair" in err
    assert Path("references.bib").read_bytes() == once


def test_the_diff_is_one_that_can_be_applied(town, run):
    before = town.bib(NASTY).decode()
    _, out, _ = run()
    after = town.repaired(before.encode()).decode()
    expected = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), "a/references.bib", "b/references.bib"
    )
    assert out == "".join(expected)


def test_a_crash_while_writing_leaves_the_old_file(town, run, monkeypatch):
    before = town.bib(NASTY)

    def full():
        yield b"@online"
        raise OSError(28, "No space left on device")

    run()
    monkeypatch.setattr(writing, "write_bytes", lambda path, data: writing._replace(path, full()))
    with pytest.raises(StorageError, match="No space left"):
        run("--write")
    assert Path("references.bib").read_bytes() == before
    assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []


def test_two_entries_with_one_key_are_each_repaired_by_their_own_address(town, run):
    before = town.bib(
        "@online{tower, marker = {3}, title = {The bell of Quill}, url = {@WEB@/bell}}\n"
        "@online{tower, marker = {1}, title = {The tower of Quill}, url = {@WEB@/tower}}\n"
        "@online{Tower, title = {The sound of Quill}, url = {@WEB@/sound}}\n"
    )
    run("--write")
    assert Path("references.bib").read_bytes() == before.replace(b"/tower}", b"/quill/tower}")


def test_a_move_to_a_page_without_the_claim_is_not_followed(town, run):
    town.web.pages["http://127.0.0.1/quill/tower"] = TOWER.replace("31 metres", "34 metres")
    town.bib("@online{tower, marker = {1}, title = {The tower of Quill}, url = {@WEB@/tower}}\n")
    code, out, _ = run()
    assert (code, out) == (0, "")


def test_a_temporary_redirect_is_no_move(town, run):
    town.web.pages["http://127.0.0.1/tower"] = (302, f"{town.base}/quill/tower")
    town.bib("@online{tower, marker = {1}, title = {The tower of Quill}, url = {@WEB@/tower}}\n")
    assert run()[0] == 0


def test_a_copy_without_the_claim_is_not_proposed(town, run):
    town.services.copies[f"{town.base}/lamp"] = {STAMP: (200, BELL.replace("412", "388"))}
    town.bib(
        "@online{lamp, marker = {2}, title = {The lamp of Quill}, url = {@WEB@/lamp}}\n@online{bell, url={@WEB@/bell}}"
    )
    code, out, _ = run()
    assert (code, out) == (0, "")


def test_a_copy_that_is_gone_is_replaced_by_one_that_holds(town, run):
    gone = f"{town.services.base}web/20100101000000/{town.base}/lost"
    town.bib(
        "@online{lamp, marker = {2}, title = {The lamp of Quill}, url = {@WEB@/lamp},\n"
        f"  archiveurl = {{{gone}}}, archivedate = {{2010-01-01}}}}\n@online{{bell, url = {{@WEB@/bell}}}}\n"
    )
    assert run("--write")[0] == 0
    after = Path("references.bib").read_text()
    assert f"archiveurl = {{{town.services.base}web/{STAMP}/{town.base}/lamp}}, archivedate = {{2016-06-03}}" in after
    assert gone not in after
    assert run("--write")[1] == ""


def test_a_file_in_two_encodings_is_refused_with_what_to_do(town, run):
    data = town.bib(NASTY) + "Trần Trọng Kim ".encode() * 20 + b"caf\xe9"
    Path("references.bib").write_bytes(data)
    with pytest.raises(BibliographyError, match="save it as UTF-8"):
        run("--write")
    assert Path("references.bib").read_bytes() == data


def test_without_a_bib_there_is_nothing_to_repair_and_it_says_so(town, run):
    Path("checker.toml").write_text('articles = ["article.md"]\n')
    with pytest.raises(UsageError, match="checker import"):
        run()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # no comma behind the last field, the entry closed on its line
        ("@online{tower, marker={1}, url={@WEB@/tower}}", "@online{tower, marker={1}, url={@WEB@/quill/tower}}"),
        # comments between the fields, which look like fields themselves
        (
            "@online{tower,\n  % url = {@WEB@/tower},\n  marker = {1}, % url = {x}\n  url = {@WEB@/tower},\n}",
            "@online{tower,\n  % url = {@WEB@/tower},\n  marker = {1}, % url = {x}\n  url = {@WEB@/quill/tower},\n}",
        ),
        # braces within the address's field, and a parenthesised entry
        ("@online(tower, marker={1}, url={{@WEB@/tower}} )", "@online(tower, marker={1}, url={@WEB@/quill/tower} )"),
        # an address put together of strings is written out, the strings stay
        (
            '@string{site = "@WEB@"}\n@online{tower, marker={1}, url = site # "/tower"}',
            '@string{site = "@WEB@"}\n@online{tower, marker={1}, url = {@WEB@/quill/tower}}',
        ),
        # a command around it, and a sign escaped as LaTeX wants it
        (
            "@online{tower, marker={1}, url={\\url{@WEB@/to\\_wer}}}",
            "@online{tower, marker={1}, url={@WEB@/quill/tower}}",
        ),
        # no line end at the end, white space before it, tabs
        (
            "@online{tower,\tmarker={1},\turl\t=\t{@WEB@/tower}\t}  \t",
            "@online{tower,\tmarker={1},\turl\t=\t{@WEB@/quill/tower}\t}  \t",
        ),
        # text after it, and the same address elsewhere, which is not its field
        (
            '@online{tower, marker={1}, url="@WEB@/tower", note={see @WEB@/tower}}\nsee @WEB@/tower',
            '@online{tower, marker={1}, url="@WEB@/quill/tower", note={see @WEB@/tower}}\nsee @WEB@/tower',
        ),
    ],
)  # fmt: skip
def test_odd_entries_change_in_one_place_and_twice_in_none(town, run, before, after):
    town.bib(before)
    assert run("--write")[0] == 0
    assert Path("references.bib").read_text(encoding="utf-8") == after.replace("@WEB@", town.base)
    assert run("--write")[:2] == (0, "")
    assert Path("references.bib").read_text(encoding="utf-8") == after.replace("@WEB@", town.base)


@pytest.mark.parametrize(
    "written",
    [
        "@online{tower, marker={1}, title={T}\n  url = {@WEB@/tower}\n}\n",
    ],
    ids=["no comma between fields"],
)
def test_a_field_that_cannot_be_set_safely_is_left_and_said(town, run, written):
    before = town.bib(written)
    _, out, err = run("--write")
    assert Path("references.bib").read_bytes() == before
    assert out == ""
    assert "references.bib" in err or "tower" in err


def test_mixed_line_ends_stay_as_they_are(town, run):
    before = town.bib("@online{tower,\r\n  marker = {1},\n  url = {@WEB@/tower},\r\n}\n")
    run("--write")
    assert Path("references.bib").read_bytes() == before.replace(b"/tower}", b"/quill/tower}")
