"""Users' own word lists: of which languages they are, and what is said of those that are not in form."""

from __future__ import annotations

import pytest

from checker.foundation.errors import SettingsError
from checker.language import lexicon, word_lists

LINE = "chỉ điều\tmadder thread; madder yarn\n"


@pytest.mark.parametrize(
    ("name", "text", "languages"),
    [
        ("terms.tsv", "# vi-en\n" + LINE, ("vi", "en")),
        ("terms.tsv", "\ufeff# Words of the dyers\n# en-vi, kept by the guild\n\n" + LINE, ("en", "vi")),
        ("words/terms.vi-en.tsv", LINE, ("vi", "en")),
        ("DE-EN.TSV", LINE, ("de", "en")),
        ("vi-en.tsv", "# fr-vi\n" + LINE, ("fr", "vi")),
    ],
)
def test_a_list_says_of_which_languages_it_is(name, text, languages):
    words = word_lists.read(text.encode(), name)
    assert (words.first, words.second) == languages


def test_a_word_on_two_lines_has_the_translations_of_both():
    words = word_lists.read(f"# vi-en\n{LINE}chỉ điều\tred thread\n".encode(), "terms.tsv")
    (found,) = lexicon.gloss("chỉ điều", "vi", "en", (words,))
    assert found.translations == ("madder thread", "madder yarn", "red thread")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"# vi-en\n{LINE}sai dòng\n".encode(), "terms.tsv:3: 'sai dòng' is no entry"),
        (f"# vi-en\n\n{LINE}một\tone;;two\n".encode(), "terms.tsv:4:"),
        (b"# vi-en\n\tone\n", "terms.tsv:2:"),
        ("# vi-en\nmột\tone\tun\n".encode(), "terms.tsv:2:"),
        (LINE.encode(), "begin it with the line `# vi-en`"),
        (b"# vi-vi\na\tb\n", "name two of them"),
        (b"# xx-en\na\tb\n", "name two of them"),
        (b"# vi-en\n", "holds no words"),
        (f"# vi-en\n{LINE}".encode() + "một\tone".encode("cp1258", "replace") + b"\xd0\n", "terms.tsv:3: not UTF-8"),
        (LINE.encode("utf-16"), "encoding UTF-8"),
    ],
)
def test_a_list_out_of_form_is_refused_with_the_line_and_what_to_do(content, said):
    with pytest.raises(SettingsError) as refused:
        word_lists.read(content, "terms.tsv")
    assert said in str(refused.value)
