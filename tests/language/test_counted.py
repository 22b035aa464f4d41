"""What a number counts, cut where the noun phrase ends."""

from __future__ import annotations

import pytest

from checker.language.numbers.counted import noun
from checker.language.text.tokens import tokenise


@pytest.mark.parametrize(
    ("language", "after", "expected"),
    [
        ("vi", "xe tăng và pháo", "xe tăng"),
        ("vi", "chiếc xe bọc thép bị phá", "xe bọc thép"),
        ("vi", "lính Pháp bị bắt", "lính pháp"),
        ("vi", "người", "người"),
        ("vi", ", rồi đi", ""),
        ("en", "tanks were lost", "tanks"),
        ("en", "French troops", "french troops"),
        ("en", "armoured personnel carriers moved", "armoured personnel carriers"),
        ("en", "people killed", "people"),
        ("en", "killed", "killed"),
        ("en", "crossed the river", ""),
        ("en", "of them", ""),
        ("de", "Soldaten fielen", "soldaten"),
        ("zh", "辆坦克和", "坦克"),
    ],
)
def test_nouns(language, after, expected):
    assert noun(tokenise(f"5 {after}"), 1, language) == expected
