"""Values that are only compared with: they are of their own time, and the compared one is of its."""

from __future__ import annotations

import pytest

from checker.foundation.model import Claim, Coverage, EvidenceKind, Passages, Place, Support
from checker.matching import match, prepare

REVENUE = (
    "Tarvos had revenue of €71.5 million in 2020, against €68.2 million a year earlier. It employed 2,870 people at the end of the "
    "year, compared with 3,055 in 2019. Profit was €5.1 million in 2020, against €4.8 million in 2019, on costs of €62 million."
)
MEMBERS = "Membership of the club rose to 15,000 in 2021, up from 12,000 in 2019. In 2015 it had 11,000. The club has four halls."
FROM = "From 12,000 in 2019 membership rose to 15,000 in 2021, and half of the members are women."
JOBLESS = "Unemployment was 6.3% in May, down from 7.1% a year ago. It is lowest in the north, at 4.4%."
DOANH_THU = (
    "Năm 2020, doanh thu của công ty đạt 71,5 tỷ đồng, so với 68,2 tỷ đồng năm 2019. Số cửa hàng tăng từ 120 lên 150."
)
SEATS = "The Coast Party had 34.8% of the vote and 52 seats in 2011, down from 44.1% and 67 at the election of 2007."
UMSATZ = "Der Umsatz betrug 2020 71,5 Millionen Euro gegenüber 68,2 Millionen Euro im Jahr 2019."


def support(text, source, language="en", source_language="en"):
    claim = Claim(text, Coverage.DIRECT, 0, len(text), Place("a.md", 1, 1), language)
    return match(claim, prepare(Passages("key", source, EvidenceKind.PAGE, source_language))).support


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("In 2020 Tarvos had revenue of €71.5 million.", REVENUE, ("en", "en")),
        ("Revenue was €68.2 million in 2019.", REVENUE, ("en", "en")),
        ("The year before, revenue had been €68.2 million.", REVENUE, ("en", "en")),
        ("Revenue rose from €68.2 million to €71.5 million.", REVENUE, ("en", "en")),
        ("Revenue, €68.2 million a year earlier, reached €71.5 million in 2020.", REVENUE, ("en", "en")),
        ("At the end of 2020 Tarvos had 2,870 employees, down from 3,055.", REVENUE, ("en", "en")),
        ("In 2019 Tarvos employed 3,055 people, and 2,870 a year later.", REVENUE, ("en", "en")),
        ("In 2020 Tarvos made a profit of €5.1 million.", REVENUE, ("en", "en")),
        ("Profit, which was €4.8 million in 2019, rose to €5.1 million in 2020.", REVENUE, ("en", "en")),
        ("Costs were €62 million in 2020.", REVENUE, ("en", "en")),
        ("The club had 12,000 members in 2019 and 15,000 in 2021.", MEMBERS, ("en", "en")),
        ("Between 2019 and 2021 membership grew from 12,000 to 15,000.", MEMBERS, ("en", "en")),
        ("In 2015 the club had 11,000 members.", MEMBERS, ("en", "en")),
        ("Năm 2019 câu lạc bộ có 12.000 thành viên.", MEMBERS, ("vi", "en")),
        ("Membership was 12,000 in 2019.", FROM, ("en", "en")),
        ("Unemployment had stood at 7.1% a year earlier.", JOBLESS, ("en", "en")),
        ("Unemployment fell from 7.1% to 6.3%.", JOBLESS, ("en", "en")),
        ("Doanh thu năm 2019 là 68,2 tỷ đồng.", DOANH_THU, ("vi", "vi")),
        ("The company's revenue in 2019 was 68.2 billion dong.", DOANH_THU, ("en", "vi")),
        ("In 2020 revenue was 71.5 billion dong, up from 68.2 billion.", DOANH_THU, ("en", "vi")),
        ("Năm 2020 doanh thu tăng từ 68,2 lên 71,5 tỷ đồng.", DOANH_THU, ("vi", "vi")),
        ("The Coast Party won 67 seats in 2007.", SEATS, ("en", "en")),
        ("In 2011 the Coast Party fell from 67 seats to 52.", SEATS, ("en", "en")),
        ("Im Jahr 2019 betrug der Umsatz 68,2 Millionen Euro.", UMSATZ, ("de", "de")),
    ],
)
def test_a_value_of_its_own_time_is_accused_of_nothing(text, source, languages):
    assert support(text, source, *languages) is not Support.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "source", "languages"),
    [
        ("In 2020 Tarvos had revenue of €68.2 million.", REVENUE, ("en", "en")),
        ("Revenue was €71.5 million in 2019.", REVENUE, ("en", "en")),
        ("In 2019 Tarvos employed 2,870 people.", REVENUE, ("en", "en")),
        ("In 2020 Tarvos employed 3,055 people.", REVENUE, ("en", "en")),
        ("In 2021 the club had 12,000 members.", MEMBERS, ("en", "en")),
        ("In 2019 the club had 15,000 members.", MEMBERS, ("en", "en")),
        ("Membership was 12,000 in 2021.", FROM, ("en", "en")),
        ("Năm 2020 doanh thu đạt 68,2 tỷ đồng.", DOANH_THU, ("vi", "vi")),
        ("The company's revenue in 2020 was 68.2 billion dong.", DOANH_THU, ("en", "vi")),
        ("Im Jahr 2020 betrug der Umsatz 68,2 Millionen Euro.", UMSATZ, ("de", "de")),
    ],
)
def test_a_value_of_the_other_time_is_contradicted(text, source, languages):
    assert support(text, source, *languages) is Support.CONTRADICTED


def test_a_comparand_bears_its_own_time_out():
    assert support("The year before, revenue had been €68.2 million.", REVENUE) is Support.FOUND
    assert support("Unemployment had stood at 7.1% a year earlier.", JOBLESS) is Support.FOUND


def test_a_german_year_before_is_the_comparands_own():
    source = "Die Brauerei hat 2022 genau 84.000 Hektoliter verkauft, nach 91.000 im Jahr davor. Sie hat 140 Beschäftigte in Werne."
    assert (
        support("Im Jahr 2021 verkaufte die Brauerei 91.000 Hektoliter.", source, "de", "de")
        is not Support.CONTRADICTED
    )
    assert support("Im Jahr 2022 verkaufte die Brauerei 91.000 Hektoliter.", source, "de", "de") is not Support.FOUND
