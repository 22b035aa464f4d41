"""Languages told apart from one sentence on, and not guessed from less."""

from __future__ import annotations

import pytest

from checker.language.text.detect import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Phía Azerbaijan mua 286 xe tăng và 842 xe bọc thép.", "vi"),
        ("Hà Nội 1945", "vi"),
        ("Ngày 26 tháng 12 năm 1991", "vi"),
        ("The army had 286 tanks.", "en"),
        ("Turkey and Greece joined NATO on 18 February 1952.", "en"),
        ("La guerre a fait des milliers de morts dans les villages.", "fr"),
        ("Die Armee hatte 286 Panzer und war groß.", "de"),
        ("El ejército tenía 286 tanques en la frontera.", "es"),
        ("Армия имела 286 танков", "ru"),
        ("Армія України має танки", "uk"),
        ("中国军队有286辆坦克", "zh"),
        ("日本の軍隊です", "ja"),
        ("한국 군대", "ko"),
        ("1945, 286", ""),
        ("", ""),
        ("Gorbachev", ""),
    ],
)
def test_detect(text, language):
    assert detect(text) == language


def test_a_decomposed_text_reads_like_a_composed_one():
    import unicodedata

    assert detect(unicodedata.normalize("NFD", "Liên bang Xô viết tan rã vào cuối năm đó.")) == "vi"


def test_the_head_of_a_long_page_decides():
    assert detect("Các nước thuộc Liên Xô cũ thành lập một cộng đồng mới. " * 20_000) == "vi"
