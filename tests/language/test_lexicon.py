"""Glosses and counted nouns across languages; the form of the lexicons that ship."""

from __future__ import annotations

import pytest

from checker.language import lexicon, word_lists
from checker.language.text import tables


def glossed(text: str, language: str, target: str) -> dict[str, str]:
    return {gloss.text: gloss.translations[0] for gloss in lexicon.gloss(text, language, target)}


def test_the_longest_phrase_is_glossed():
    words = glossed("Họ mua xe tăng và xe bọc thép chở quân.", "vi", "en")
    assert words["xe tăng"] == "tank"
    assert words["xe bọc thép chở quân"].startswith("armoured")


def test_glosses_know_their_places():
    text = "Họ mua 286 xe tăng."
    (found,) = [gloss for gloss in lexicon.gloss(text, "vi", "en") if gloss.text == "xe tăng"]
    assert text[found.start : found.end] == "xe tăng"


def test_english_is_glossed_through_its_inflections():
    (found,) = [gloss for gloss in lexicon.gloss("the tanks and ships", "en", "vi") if gloss.text == "tanks"]
    assert "xe tăng" in found.translations
    words = {gloss.text: gloss.translations for gloss in lexicon.gloss("women won and left roses", "en", "vi")}
    assert "thắng" in words["won"]
    assert "phụ nữ" in words["women"]
    assert "trái" in words["left"]  # a word of its own, whatever it is the past of


def test_a_pair_of_languages_without_a_lexicon_has_no_gloss():
    assert lexicon.gloss("Die Panzer", "de", "vi") == ()


def test_a_lexicon_of_the_user_comes_first():
    own = word_lists.read("# mine\n# vi-en\nxe tăng\tpanzer;tank\nhộp\tcompany\n".encode(), "terms.tsv")
    (found,) = lexicon.gloss("xe tăng", "vi", "en", (own,))
    assert found.translations == ("panzer", "tank")
    assert lexicon.gloss("panzers", "en", "vi", (own,))[0].translations == ("xe tăng",)
    assert lexicon.counted_same("xe tăng", "vi", "panzers", "en", (own,))
    translated = lexicon.gloss("company", "en", "vi", (own,))[0].translations
    assert translated[0] == "hộp"
    assert "công ty" in translated  # what the user did not speak of is as it was


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("xe tăng", "tanks"),
        ("lính pháp", "french troops"),
        ("xe bọc thép", "armoured vehicles"),
        ("người", "people"),
        ("sư đoàn bộ binh", "infantry divisions"),
        ("toa xe đạn dược", "railway cars"),
    ],
)
def test_the_same_thing_counted(vi, en):
    assert lexicon.counted_same(vi, "vi", en, "en")
    assert lexicon.counted_same(en, "en", vi, "vi")


@pytest.mark.parametrize(
    ("one", "language", "other", "second"),
    [
        ("xe tăng", "vi", "guns", "en"),
        ("french troops", "en", "french tanks", "en"),
        ("", "vi", "tanks", "en"),
        ("sân bay", "vi", "divisions", "en"),
        ("panzer", "de", "xe tăng", "vi"),
    ],
)
def test_other_things_counted(one, language, other, second):
    assert not lexicon.counted_same(one, language, other, second)


def test_within_a_language_inflection_does_not_matter():
    assert lexicon.counted_same("tank", "en", "tanks", "en")
    assert lexicon.counted_same("soviet tanks", "en", "tanks", "en")
    assert lexicon.counted_same("xe tăng", "vi", "xe tăng liên xô", "vi")


def test_the_shipped_lexicon_is_in_form():
    lines = [line for line in tables.text("lexicons/vi-en").splitlines() if not line.startswith("#")]
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(words)
    assert len(words) == len(set(words))
    assert all(
        len(line.split("\t")) == 2 and all(cell.strip() == cell and cell for cell in line.split("\t")) for line in lines
    )
    assert all(translation.strip() for line in lines for translation in line.split("\t")[1].split(";"))
