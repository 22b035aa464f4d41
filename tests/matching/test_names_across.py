"""Names between languages: one spelling in both may be another person, a translated or rewritten name is the same one."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

FILM = (
    "The film was directed by Miriam Holt in 1962. The cinematography is by Paul Brandt; the score was written by Igor Latyshev "
    "of the Moscow Conservatory. It was shot in Warsaw and on the Black River, and shown in London by the National Museum."
)
NHA_VAN = (
    "Nhà văn Lê Minh Khánh sinh năm 1931 tại Huế. Tiểu thuyết đầu tay của ông do Paul Brandt dịch sang tiếng Anh, in ở Luân Đôn "
    "năm 1964. Ông từng dạy ở Mát-xcơ-va và Vác-sa-va, và mất ngày 5 tháng 3 năm 2008."
)


def support(text, source, language, source_language):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, source_language))).support


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("Bộ phim do Miriam Holt đạo diễn năm 1962, Paul Brandt quay phim.", FILM, ("vi", "en")),
        ("Năm 1962, Miriam Holt làm bộ phim này; nhạc do Igor Latyshev viết.", FILM, ("vi", "en")),
        ("Nhạc phim của I-go La-tư-sép, Nhạc viện Mát-xcơ-va.", FILM, ("vi", "en")),
        ("Bộ phim được quay ở Vác-sa-va và trên sông Đen.", FILM, ("vi", "en")),
        ("Bộ phim được quay ở Warszawa năm 1962.", FILM, ("vi", "en")),
        ("Phim được chiếu ở Luân Đôn, tại Bảo tàng Quốc gia.", FILM, ("vi", "en")),
        ("Đạo diễn là M. Holt, quay phim là P. Brandt.", FILM, ("vi", "en")),
        ("Người quay phim là Brandt, người viết nhạc là Latyshev.", FILM, ("vi", "en")),
        ("Trường của nhà soạn nhạc là Nhạc viện Moskva.", FILM, ("vi", "en")),
        ("The writer Lê Minh Khánh was born in Hue in 1931.", NHA_VAN, ("en", "vi")),
        ("Le Minh Khanh, born in 1931 in Hué, died on 5 March 2008.", NHA_VAN, ("en", "vi")),
        (
            "His first novel was translated into English by Paul Brandt and printed in London in 1964.",
            NHA_VAN,
            ("en", "vi"),
        ),
        ("He taught in Moscow and Warsaw.", NHA_VAN, ("en", "vi")),
        (
            "The film of 1992 was directed by Zhang Yimou.",
            "Bộ phim năm 1992 do Trương Nghệ Mưu đạo diễn.",
            ("en", "vi"),
        ),
        ("Khanh taught in Moscow and in Warsaw, and died in 2008.", NHA_VAN, ("en", "vi")),
        ("The English version of his first novel, by P. Brandt, came out in London in 1964.", NHA_VAN, ("en", "vi")),
        ("Le livre, traduit en anglais par Paul Brandt, fut imprimé à Londres en 1964.", NHA_VAN, ("fr", "vi")),
    ],
)
def test_a_name_in_its_other_form_accuses_no_true_claim(text, source, languages):
    assert support(text, source, *languages) is not Support.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("Bộ phim năm 1962 do Miriam Holt đạo diễn; nhạc do Vidalou viết, Paul Brandt quay phim.", FILM, ("vi", "en")),
        (
            "Bộ phim năm 1962 do Miriam Holt đạo diễn; nhạc do Raymond Vidalou viết, Paul Brandt quay phim.",
            FILM,
            ("vi", "en"),
        ),
        (
            "His first novel was translated into English by Gerard Whitlock and printed in London in 1964.",
            NHA_VAN,
            ("en", "vi"),
        ),
    ],
)
def test_another_name_of_one_spelling_in_both_languages_is_contradicted(text, source, languages):
    assert support(text, source, *languages) is Support.CONTRADICTED


MAPS = "She sold 21 of the maps to dealers in Antwerp and Geneva for a total of 640,000 pounds."


def test_a_town_is_no_other_value_of_a_country():
    assert support("Twenty-one of the maps went to dealers in Belgium.", MAPS, "en", "en") is not Support.CONTRADICTED


FERRY = "Die Fähre »Uthlande« ist am Montagabend auf eine Sandbank gelaufen. Neun Menschen wurden leicht verletzt, niemand schwer."


@pytest.mark.parametrize(
    ("text", "language"), [("Nine people were slightly hurt.", "en"), ("Chín người bị thương nhẹ.", "vi")]
)
def test_a_small_count_is_not_missing_where_no_lexicon_could_find_it(text, language):
    assert support(text, FERRY, language, "de") is not Support.MISSING


RED_LIST = "The International Union for Conservation of Nature moved the species from Vulnerable to Endangered in 2016."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2016 the IUCN moved the species to Endangered.", Support.FOUND),
        ("In 2016 the WWF moved the species to Endangered.", Support.CONTRADICTED),
    ],
)
def test_initials_are_those_of_a_body_with_what_it_is_for(text, expected):
    assert support(text, RED_LIST, "en", "en") is expected


CASTILE = (
    "In 1246 the emir became a vassal of Ferdinand III of Castile. Charles V came to the throne in 1519. The African Development Bank "
    "granted a loan for the palace in 1975, after the First Sino-Japanese War had long been forgotten."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 1246, tiểu vương trở thành chư hầu của Fernando III xứ Castilla.", Support.FOUND),
        ("Karl V lên ngôi năm 1519.", Support.FOUND),
        ("Ngân hàng Phát triển châu Phi cho vay tiền năm 1975 để tu sửa cung điện.", Support.FOUND),
    ],
)
def test_names_that_languages_translate_are_found(text, expected):
    assert support(text, CASTILE, "vi", "en") is expected


def test_a_numeral_tells_two_rulers_apart():
    assert (
        support("Louis XVI came to the throne in 1643.", "Louis XIV came to the throne in 1643.", "en", "en")
        is not Support.FOUND
    )


def test_a_known_name_is_looked_for_in_the_sources_script():
    source = "Центр дальней связи находится под Симферополем. Экипаж аппарата состоял из пяти человек."
    assert support("The crew of five worked near Simferopol.", source, "en", "ru") is not Support.MISSING


def test_where_a_body_of_the_claim_is_nowhere_another_year_is_of_something_else():
    source = "Telvia will keep the roaming agreement with its rival Kabelnet until the end of 2025."
    text = "Tòa án Công lý Liên minh châu Âu đã bác đơn kiện của Kabelnet chống lại quyết định này năm 2022."
    assert support(text, source, "vi", "en") is not Support.CONTRADICTED


SCHOOL = "大学前身是1913年由唐慕白创办的讲习所。1928年改为专科学校，1938年因战争迁往山区的石门镇，1946年迁回原址。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 1938, trường sơ tán lên thị trấn Thạch Môn.", (Support.FOUND, Support.PARTIAL)),
        ("Năm 1939, trường sơ tán lên thị trấn Thạch Môn.", (Support.CONTRADICTED,)),
    ],
)
def test_a_year_beside_a_name_in_han_characters(text, expected):
    assert support(text, SCHOOL, "vi", "zh") in expected
