"""Names: the same thing in any language, no sentence's first letter, no elder brother taken for England."""

from __future__ import annotations

import pytest

from checker.foundation.model import FactKind
from checker.language.facts import mentions
from checker.language.values import Named
from checker.language.values_agree import agree


def names(text: str, language: str) -> list[str]:
    found = [mention for mention in mentions(text, language) if isinstance(mention.value, Named)]
    return [mention.text for mention in found if mention.value.kind != "office"]


def value(text: str, language: str) -> Named:
    (found,) = [mention.value for mention in mentions(text, language) if isinstance(mention.value, Named)]
    return found


@pytest.mark.parametrize(
    ("vi", "other", "language"),
    [
        ("nước Liên Xô", "the USSR", "en"),
        ("nước Liên Xô", "in the Soviet Union", "en"),
        ("nước Mỹ", "the U.S. navy", "en"),
        ("lính Mỹ", "some American soldiers", "en"),
        ("nước Hoa Kỳ", "the United States", "en"),
        ("quân Anh", "the British", "en"),
        ("quân Đức", "the Germans", "en"),
        ("nước Pháp", "la France", "fr"),
        ("nước Đức", "in Deutschland", "de"),
        ("nước Tây Ban Nha", "en España", "es"),
        ("nước Nga", "в России", "ru"),
        ("nước Trung Quốc", "the Chinese firm", "en"),
        ("nước Trung Quốc", "在中国", "zh"),
        ("ở Mát-xcơ-va", "in Moscow", "en"),
        ("ở Luân Đôn", "in London", "en"),
        ("ở Áp-ga-ni-xtan", "in Afghanistan", "en"),
        ("khối SNG", "the CIS", "en"),
        ("nước Nam Tư", "in Yugoslavia", "en"),
        ("người Azeri", "the Azerbaijani army", "en"),
        ("ở TP. HCM", "in Ho Chi Minh City", "en"),
        ("ông Goóc-ba-chốp", "then Mikhail Gorbachev", "en"),
        ("tổ chức Liên Hợp Quốc", "the UN", "en"),
        ("nước Thổ Nhĩ Kỳ", "in Turkey's east", "en"),
        ("Ông Võ Nguyên Giáp", "by Vo Nguyen Giap", "en"),
        ("các nước Ngoại Kavkaz", "the Transcaucasian states", "en"),
        ("vùng Cápca", "the Caucasus", "en"),
        ("hạm đội Caspi", "the Caspian fleet", "en"),
        ("nước Ba Lan và", "in Poland", "en"),
        ("biển Adriatic", "an Adriatic port", "en"),
        ("ở Trùng Khánh", "in Chungking", "en"),
        ("quân Lưỡng Hà", "Mesopotamian troops", "en"),
        ("dãy Thiên Sơn", "the Tian Shan", "en"),
        ("sông Hằng", "am Ganges", "de"),
        ("ở Cựu Kim Sơn", "à San Francisco", "fr"),
        ("vùng Viễn Đông", "на Дальнем Востоке", "ru"),
        ("ở Phủ Sơn", "在釜山", "zh"),
        ("quân Duy Ngô Nhĩ", "the Uyghurs", "en"),
    ],
)
def test_the_same_name_in_two_languages(vi, other, language):
    assert agree(value(vi, "vi"), value(other, language)) is True


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("in Armenia", "in Azerbaijan"),
        ("in Russia", "in the Soviet Union"),
        ("in Austria", "in Australia"),
        ("by Bush", "by Yeltsin"),
        ("in Iran", "in Iraq"),
    ],
)
def test_different_names_are_different(one, two):
    assert agree(value(one, "en"), value(two, "en")) is not True


SENTENCES = [
    ("vi", "Anh ấy là người Anh.", ["Anh"]),
    ("vi", "Thương nhân Anh và Pháp ký hợp đồng.", ["Anh", "Pháp"]),
    ("vi", "Anh và tôi đi.", []),
    ("vi", "Anh em ông Ba ở Ba Lan.", ["Ba", "Ba Lan"]),
    ("vi", "Mỹ Tho ở Việt Nam.", ["Mỹ Tho", "Việt Nam"]),
    ("vi", "Ông Nguyễn Đức Thắng gặp Tổng thống Mỹ Bill Clinton.", ["Nguyễn Đức Thắng", "Mỹ", "Bill Clinton"]),
    ("vi", "Sau khi Gorbachev từ chức, Đức thua.", ["Gorbachev", "Đức"]),
    ("vi", "Khi đó quân rút lui.", []),
    ("vi", "Phần lớn binh lính đều trẻ.", []),
    ("vi", "Ý kiến của Ý.", ["Ý"]),
    ("vi", "Quốc hội Azerbaijan bãi bỏ luật.", ["Quốc hội", "Azerbaijan"]),
    ("en", "The war began. Soldiers fled. After that it rained.", []),
    ("en", "Former President Mikhail Gorbachev met Mr. Smith.", ["Mikhail Gorbachev", "Smith"]),
    ("en", "Turkey and Greece joined NATO.", ["Turkey", "Greece", "NATO"]),
    (
        "en",
        "He met J. F. Kennedy and Charles de Gaulle in New South Wales.",
        ["J. F. Kennedy", "Charles de Gaulle", "New South Wales"],
    ),
    ("en", "In Long Island's north, Boris Yeltsin's men", ["Long Island", "Boris Yeltsin"]),
    ("en", "Give it to us; we polish it.", []),
    ("en", "He left Manchester United for the Boston Globe.", ["Manchester United", "Boston Globe"]),
    ("en", "The Bavarian Army left Chicago in May.", ["Bavarian", "Chicago"]),
    ("vi", "Anh ấy đá cho Manchester United ở Manchester.", ["Manchester United", "Manchester"]),
    ("en", "Fifty-two percent of officers came.", []),
    ("zh", "戈尔巴乔夫在莫斯科辞职，苏联解体。", ["戈尔巴乔夫", "莫斯科", "苏联"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_names_in_sentences(language, text, expected):
    assert names(text, language) == expected


def test_transliterations_of_one_name_agree():
    assert agree(value("by Karabaghian", "en"), value("by Karabakhian", "en")) is True
    assert agree(value("он видел Зеневич", "ru"), value("he saw Zenevich", "en")) is True


def test_institutions_may_be_written_small():
    assert names("thành viên nghị viện Azerbaijan", "vi") == ["nghị viện", "Azerbaijan"]
    assert names("the Azerbaijani parliament", "en") == ["Azerbaijani", "parliament"]


def test_words_that_lost_the_blank_between_them_are_two_names():
    assert names("các nước Ukraina, BelarusNga tuyên bố", "vi") == ["Ukraina", "Belarus", "Nga"]
    assert names("he watched YouTube there", "en") == ["YouTube"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Người theo Ấn Độ giáo và Kitô giáo sống ở Ấn Độ.", ["Ấn Độ"]),  # a religion is no country
        ("Lao là nguyên nhân gây tử vong ở Lào.", ["Lào"]),
        ("Nordlink mua lại Telvia.", ["Nordlink", "Telvia"]),  # no Vietnamese syllable begins a sentence by chance
        ("Khoảng bốn người đến.", []),
    ],
)
def test_vietnamese_words_in_capitals_that_are_names_and_that_are_none(text, names):
    assert [each.text for each in mentions(text, "vi") if each.kind is FactKind.NAME] == names
