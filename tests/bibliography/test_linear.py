"""Size and abuse: work grows with the text, counted in calls and characters, never in seconds."""

from __future__ import annotations

import pytest

from checker.bibliography import BibFile, dates, latex, read
from checker.bibliography.recovery import split_with_recovery


def entries(count):
    return "\n".join(
        f'@article{{key{n},\n  author = {{Author{n}, Given and M{{\\"u}}ller, X}},\n  title = {{The matter of thing number {n} in its own right}},\n'
        f"  year = {{{1900 + n % 120}}},\n  url = {{https://e{n}.example/path/{n}}},\n}}\n"
        for n in range(count)
    )


@pytest.mark.slow
def test_seven_thousand_entries_are_read_and_accounted_for():
    book = read([BibFile("big.bib", entries(7000).encode())])
    assert len(book.references) == 7000
    assert book.references[-1].place.line == 6999 * 7 + 1
    assert book.problems == ()


def test_the_work_doubles_with_the_text():
    """Lines of our own code that run, for n and for 2n entries."""
    import sys

    def lines_run(count):
        data = entries(count).encode()
        ran = 0

        def trace(frame, event, arg):
            nonlocal ran
            ran += 1
            return trace if "bibliography" in frame.f_code.co_filename else None

        for remembered in (latex.decode, dates.parse):  # what an earlier text left there
            remembered.cache_clear()
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            read([BibFile("a.bib", data)])
        finally:
            sys.settrace(before)
        return ran

    lines_run(5)
    assert lines_run(200) < 2.3 * lines_run(100)


@pytest.mark.parametrize(
    "flood",
    [
        "@misc{" * 5_000,
        "@misc{a, t={\n" * 3_000,
        "@misc{a\n" * 5_000,
        "{" * 100_000,
        '@misc{a, t="' + "x" * 100_000,
        "@misc{a, t={" + "\n@b" * 10_000 + "}}",
        "@misc{a, " + "t={x} " * 5_000 + "}",
        "@misc{a, url={" + "," * 50_000 + "}}",
        "@misc{a, url={" + "https://e.org " * 5_000 + "}}",
        "@misc{a, author={" + "a and " * 20_000 + "b}}",
        "@misc{a, title={" + "\\'" * 20_000 + "}}",
        "@misc{a, isbn={" + "1-" * 50_000 + "}}",
        "@misc{a, date={" + "1-" * 50_000 + "}}",
        "@misc{a, file={" + ";:" * 50_000 + "}}",
        "@misc(" * 5_000,
        "%" * 100_000,
        "@misc{a, t=" + "a #" * 20_000 + "}",
    ],
    ids=lambda text: text[:18],
)
def test_floods_end(flood):
    """Each ends within the suite's time limit; what one of them cost before its bound was minutes."""
    book = read([BibFile("a.bib", flood.encode())])
    assert book.blocks == len(book.references) + len(book.failed) + book.comments + book.strings


def test_second_chances_have_a_budget():
    text = "@misc{a, t={x\n" * 2_000
    blocks, _ = split_with_recovery(text, "a.bib")
    assert blocks
