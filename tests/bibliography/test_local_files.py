"""The `file` field of every program that writes one."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from checker.bibliography import BibFile, read
from checker.bibliography.local_files import paths


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("a.pdf", ("a.pdf",)),
        ("Full Text PDF:files/12/a.pdf:application/pdf", ("files/12/a.pdf",)),
        ("PDF:files/a.pdf:application/pdf;Snapshot:files/b.html:text/html", ("files/a.pdf", "files/b.html")),
        (":files/a.pdf:PDF", ("files/a.pdf",)),
        (":home/me/a.pdf:pdf;:home/me/b.pdf:pdf", ("home/me/a.pdf", "home/me/b.pdf")),
        (r"Text:C\:\\Users\\me\\a.pdf:application/pdf", (r"C:\Users\me\a.pdf",)),
        (r"C:\Users\me\a.pdf", (r"C:\Users\me\a.pdf",)),
        (r"odd\;name.pdf", ("odd;name.pdf",)),
        (r"A\: B:files/a.pdf:application/pdf", ("files/a.pdf",)),
        ("", ()),
    ],
)
def test_forms(field, expected):
    assert paths(field) == expected


def test_relative_copies_lie_beside_the_bib():
    text = b"@misc{a, title={T}, file={PDF:files/a.pdf:application/pdf;Own:/home/me/b.pdf:application/pdf}}"
    (reference,) = read([BibFile("papers/r.bib", text, base="papers")]).references
    assert [PurePath(path) for path in reference.files] == [PurePath("papers/files/a.pdf"), PurePath("/home/me/b.pdf")]
