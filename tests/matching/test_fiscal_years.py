"""Fiscal years by their several names: which year one is called by differs, and whose value is whose does not."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, FactKind, FactStatus, Passages, Place, Support
from checker.matching import match, prepare

SPAN = (
    "In fiscal 2021/22 the company had revenue of $5.3 billion and opened 41 shops. In fiscal 2019/20 it had opened 12."
)
TO_MARCH = "Revenue was $5.3 billion in the year to March 2022. The company opened 41 shops."
SHORT = "Revenue in FY22 was $5.3 billion. The company opened 41 shops in the same year."
NAMED = "Revenue was $5.3 billion in fiscal year 2021. The company opened 41 shops."
NAM = "Trong năm tài khóa 2021, doanh thu của công ty đạt 5,3 tỷ đô la. Công ty mở 41 cửa hàng."
JAHR = "Im Geschäftsjahr 2021/22 betrug der Umsatz 5,3 Milliarden Dollar."


def verdict(text, source, language="en", source_language="en"):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, source_language)))


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("In fiscal 2021/22 the company had revenue of $5.3 billion.", SPAN, ("en", "en")),
        ("In the 2021-22 fiscal year revenue was $5.3 billion.", SPAN, ("en", "en")),
        ("Revenue was $5.3 billion in FY22.", SPAN, ("en", "en")),
        ("Revenue was $5.3 billion in fiscal 2022.", SPAN, ("en", "en")),
        ("Revenue was $5.3 billion in the financial year 2021.", SPAN, ("en", "en")),
        ("In the year to March 2022 revenue was $5.3 billion.", SPAN, ("en", "en")),
        ("In fiscal 2019/20 the company opened 12 shops.", SPAN, ("en", "en")),
        ("Revenue was $5.3 billion in fiscal 2021/22.", TO_MARCH, ("en", "en")),
        ("Revenue was $5.3 billion in fiscal 2021.", TO_MARCH, ("en", "en")),
        ("Revenue was $5.3 billion in FY 2022.", TO_MARCH, ("en", "en")),
        ("In fiscal 2022 revenue reached $5.3 billion.", SHORT, ("en", "en")),
        ("In the year ended 31 March 2022 revenue was $5.3 billion.", SHORT, ("en", "en")),
        ("Revenue was $5.3 billion in FY21.", NAMED, ("en", "en")),
        ("Trong năm tài chính 2021-2022, doanh thu đạt 5,3 tỷ đô la.", NAMED, ("vi", "en")),
        ("Doanh thu đạt 5,3 tỷ đô la trong năm tài khóa 2021.", NAMED, ("vi", "en")),
        ("In fiscal 2021 the company's revenue was $5.3 billion.", NAM, ("en", "vi")),
        ("Revenue was $5.3 billion in the fiscal year 2021/22.", JAHR, ("en", "de")),
    ],
)
def test_a_fiscal_year_by_another_name_is_the_same(text, source, languages):
    found = verdict(text, source, *languages)
    assert found.support is not Support.CONTRADICTED
    assert all(fact.status is FactStatus.FOUND for fact in found.facts if fact.kind is not FactKind.NAME)


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("In fiscal 2018/19 the company had revenue of $5.3 billion.", SPAN, ("en", "en")),
        ("In fiscal 2019/20 the company had revenue of $5.3 billion.", SPAN, ("en", "en")),
        ("Revenue was $5.3 billion in the year to March 2019.", TO_MARCH, ("en", "en")),
        ("Revenue in FY19 was $5.3 billion.", SHORT, ("en", "en")),
        ("Revenue was $5.3 billion in fiscal year 2018.", NAMED, ("en", "en")),
        ("Doanh thu đạt 5,3 tỷ đô la trong năm tài khóa 2018.", NAM, ("vi", "vi")),
    ],
)
def test_another_fiscal_year_is_contradicted(text, source, languages):
    assert verdict(text, source, *languages).support is Support.CONTRADICTED
