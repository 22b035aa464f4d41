"""Local files: read under a limit, and never outside the folders that are allowed."""

from __future__ import annotations

import pytest

from checker.fetching import files
from checker.foundation.errors import ArticleError


def test_a_file_that_is_too_large_is_named_with_its_size(tmp_path):
    (tmp_path / "huge.md").write_bytes(b"x" * 101)
    with pytest.raises(ArticleError, match=r"huge\.md has 101 bytes, more than the 100 that are read\. Split it\."):
        files.read(tmp_path / "huge.md", ArticleError, "Split it.", limit=100)


def test_a_copy_beside_the_bibliography_is_read(tmp_path):
    (tmp_path / "copy.txt").write_text("The tower is 31 metres tall.", encoding="utf-8")
    document = files.copy_reader(1_000, [tmp_path])(str(tmp_path / "copy.txt"))
    assert document.text.strip() == "The tower is 31 metres tall."


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret.txt", "inside/../../secret.txt"])
def test_a_bibliography_cannot_make_the_report_quote_any_file(tmp_path, path):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "bib" / "inside").mkdir(parents=True)
    said = files.copy_reader(1_000, [tmp_path / "bib"])(str(tmp_path / "bib" / path))
    assert isinstance(said, str)
    assert "outside" in said


def test_a_link_out_of_the_folder_is_followed_to_where_it_leads_and_refused(tmp_path):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib" / "copy.txt").symlink_to(tmp_path / "secret.txt")
    assert "outside" in files.copy_reader(1_000, [tmp_path / "bib"])(str(tmp_path / "bib" / "copy.txt"))


def test_a_copy_that_is_gone_or_too_large_says_so(tmp_path):
    (tmp_path / "large.txt").write_text("x" * 50, encoding="utf-8")
    read = files.copy_reader(10, [tmp_path])
    assert "larger than" in read(str(tmp_path / "large.txt"))
    assert "cannot be read" in read(str(tmp_path / "gone.txt"))


def test_included_chapters_stay_below_the_article(tmp_path):
    (tmp_path / "secret.tex").write_text("secret", encoding="utf-8")
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "one.tex").write_text("chapter one", encoding="utf-8")
    include = files.includer(tmp_path / "paper")
    assert include("one") == "chapter one"
    assert include("../secret") is None
    assert include("missing") is None
