"""Where words stand, found without stemming every word of a page."""

import re

import pytest

from checker.language.text import tables
from checker.matching.source.index import Index
from checker.matching.source.words import beginning_of, folded, keys_of, opening_of, stems

SENTENCES = {
    "en": ["The mills were dying.", "She likes skies and the sky.", "A dyer dies; X marks it.", "(Milling) in 1991."],
    "de": ["Die Übung war kurz.", "Er uebt das Maedchen.", "Das Mädchen übte."],
    "nl": ["Hij heeft gelopen.", "Zij loopt."],
    "ru": ["Ёлка стояла.", "Елки и ёлки.", "Он идёт."],
    "vi": ["Năm 1991 có lũ.", "Hoà bình, hòa bình."],
    "zh": ["中国军队。", "美国abc军队", "T34坦克 1991年"],
}


@pytest.mark.parametrize("language", SENTENCES)
def test_every_stem_is_found_in_the_sentences_that_have_it(language):
    text = " ".join(SENTENCES[language])
    spans = [
        (found.start(), found.end()) for each in SENTENCES[language] for found in re.finditer(re.escape(each), text)
    ]
    wanted = {stem for each in SENTENCES[language] for stem in stems(each, language)}
    index = Index(text, spans, language)
    for stem in sorted(wanted):
        there = [number for number, each in enumerate(SENTENCES[language]) if stem in stems(each, language)]
        assert list(index.get(stem)) == there, stem
        assert stem in index
    together = Index(text, spans, language)
    together.seek([*wanted, "nowhere"])
    assert {stem: together.get(stem) for stem in wanted} == {stem: index.get(stem) for stem in wanted}
    assert not together.get("nowhere")
    assert "nowhere" not in together


@pytest.mark.parametrize("language", ["en", "fr", "de", "vi", ""])
def test_words_are_found_alike_in_plain_sentences_and_in_others_and_where_a_span_cuts_a_word(language):
    text = "Dying skies, T34 x_ray. The café’s 1991 visitors visited. Re-visiting 1991! VISITS to Zürich; dies. " * 3
    whole = [(found.start(), found.end()) for found in re.finditer(r"[^.!;]+[.!;]", text)]
    cut = [piece for start, end in whole for piece in ((start, start + 6), (start + 6, end))]
    for spans in (whole, cut):
        index = Index(text, spans, language)
        for stem in {*stems(text, language), "ti", "x", "vi", "é", "visi"}:
            there = [number for number, (start, end) in enumerate(spans) if stem in stems(text[start:end], language)]
            assert (stem in index) == bool(there), stem
            assert list(index.get(stem)) == there, stem


def _words(language: str) -> set[str]:
    """Words of all our tables, and made-up ones with the endings that stemmers know."""
    found = set(re.findall(r"[^\W\d_]+", " ".join(tables.text(f"lexicons/{name}") for name in ("vi-en",))))
    starts = ["d", "ty", "ski", "ue", "ge", "ё", "over", "хран", "ch", "é", "aimer", "yp"]
    ends = tables.words(
        "s es ies ied y e ed ing ly ational ization biliti alism logi ement ение ями lich heit issement azione amente ando e en te"
    )
    return found | {start + end for start in starts for end in ends}


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "nl", "pt", "ru", "sv", "vi", ""])
def test_stemming_leaves_the_first_letters_by_which_words_are_kept(language):
    for word in _words(language):
        for key in keys_of(word, language):
            bare = folded(word, language)
            assert opening_of(bare, language).startswith(opening_of(key, language)), (word, key)
            assert not word.isascii() or word.lower().startswith(beginning_of(key, language)), (word, key)
