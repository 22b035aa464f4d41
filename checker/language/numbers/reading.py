"""Numbers as quantities: hedges, ranges, percent, money, units, ordinals and what is counted.

`read` walks the pieces of a text once, from figure to figure; pieces that dates and identifiers have taken are passed by.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache

from checker.foundation.model import FactKind
from checker.language.numbers import (
    bracketed,
    clock,
    compounds,
    counted,
    figures,
    hedges,
    money,
    ordinals,
    rates,
    spelled,
    units,
    words as number_words,
)
from checker.language.numbers.figures import Figure
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens
from checker.language.values import Mention, Quantity

_DECADE = 10.0  # years
_OLDEST = 120  # years of a person's age
PERSONS = words(
    "children people those persons adults pupils anyone everyone everybody women men girls boys citizens residents"
)
PRONOUNS = words("he she they i we you who")
_YEARS = units.Unit("year", "year")
_PERCENT = words("% ٪ percent pct")
_PERCENT_PHRASES = {
    ("per", "cent"): 2,
    ("phần", "trăm"): 2,
    ("pour", "cent"): 2,
    ("por", "ciento"): 2,
    ("percentage", "points"): 2,
    ("percentage", "point"): 2,
    ("điểm", "phần"): 3,
}
_PERCENT_WORDS = words("prozent процент процента процентов")
_BETWEEN = {
    "vi": words("đến tới - ~"),
    "en": words("to - or ~"),
    "fr": words("à - ou"),
    "de": words("bis - oder"),
    "es": words("a - o"),
    "ru": words("до -"),
    "pt": words("a - ou"),
    "it": words("a - o"),
    "ja": words("- ~"),
    "zh": words("到 至 - ~"),
}
_HAN_OVER = words("多 余 餘")
_SHARE_ROUNDING = 0.7  # points of percent: "a third" is said of 33 and of 34 percent
BETWEEN_AND = {"between": ("and",), "giữa": ("và",), "zwischen": ("und",), "entre": ("et", "y"), "from": ("to",)}

# Before these a Vietnamese word is no number: `năm 1991`, `ba mẹ`, `năm ngoái`; and after these (`hàng năm`, `ông ba`).
_YEAR_AFTER = words(
    """
    nay ngoái sau trước tới qua đó ấy này kia nào học hết mới cũ đầu cuối thứ tuổi sinh mất tài thì là và với của ở tại
    trong mà được bị có cũng ông bà họ nhuận tiếp trôi gần xưa liền
    """
)
_YEAR_BEFORE = words(
    """
    mỗi hàng nhiều cả trong cuối đầu các những suốt từng vài mấy giữa lâu ngay một vào quanh theo đến từ mười mươi trăm nghìn
    ngàn thường niên sau trước hết qua cùng đêm
    """
)
_NO_THREE_AFTER = words("mẹ má tôi em của con chị anh cháu nó ấy lê lan tư tơ tây phải rưỡi hoa toong")


def read(tokens: Tokens, language: str, taken: bytearray) -> Iterator[Mention]:
    """The quantities of a text in order; `taken[i]` is true for pieces that belong to another fact, and is kept up."""
    after = 0
    last: bracketed.Before | None = None
    money.release(taken)
    for at in _candidates(tokens, language):
        if taken[at] or at < after or not _may_begin(tokens, at, language):
            continue
        found = (
            ordinals.at(tokens, at, language)
            or clock.at(tokens, at, language)
            or rates.at(tokens, at, language)
            or _quantity(tokens, at, language, taken)
        )
        if found is None:
            continue
        quantity, start, end, after = found
        if quantity is not None and not any(taken[start:end]):
            quantity = bracketed.lent(tokens, start, end, quantity, last, language) or quantity
            last = bracketed.Before(quantity, start, end)
            begins, ends = tokens.starts[start], tokens.ends[end - 1]
            yield Mention(FactKind.NUMBER, tokens.text[begins:ends], begins, ends, quantity)
        taken[start:end] = b"\x01" * (end - start)


@cache
def starters(language: str) -> frozenset[str]:
    """The words with which a figure or an ordinal of a language may begin; put together when asked for, since German has thousands."""
    if language in ("en", ""):
        return figures.EN_STARTERS | frozenset(number_words.EN_ORDINALS) | rates.starters("en")
    if language == "vi":
        return figures.VI_STARTERS | {"thứ"} | rates.starters("vi")
    if language in ("zh", "ja"):
        return figures.ZH_STARTERS | {"第"}
    return spelled.starters(language) | rates.starters(language) if spelled.tongue(language) else frozenset()


def _candidates(tokens: Tokens, language: str) -> list[int]:
    """The pieces at which a figure or an ordinal may begin: digits, number words, Roman numerals in capitals."""
    known = starters(language)
    candidates = tokens.beginning(known)
    numerals = [at for at, word in enumerate(tokens.words) if word[0] in "XVI" and tokens.lows[at] not in known]
    return sorted([*candidates, *numerals]) if numerals else candidates


def _may_begin(tokens: Tokens, at: int, language: str) -> bool:
    """True when a figure may begin at piece `at`: digits, or letters that are no name and no other word."""
    word = tokens.words[at]
    if word[0].isdecimal():
        return not (tokens.low(at - 1) == "/" and tokens.glued(at) and tokens.word(at - 2).isdecimal())
    if not word[0].isalpha():
        return False
    if word[0].isupper() and at and tokens.words[at - 1] not in (".", '"', "(", ":") and not word.isupper():
        return tokens.low(at) == "thứ" or ordinals.named(tokens, at)
    if language == "vi" and word[0].isupper() and tokens.word(at + 1)[:1].isupper():
        return False
    return not (language == "vi" and _other_word(tokens, at))


def _other_word(tokens: Tokens, at: int) -> bool:
    """True for a Vietnamese number word that means something else by its neighbours."""
    low, following, previous = tokens.lows[at], tokens.low(at + 1), tokens.low(at - 1)
    if low == "năm":
        if following in ("mươi", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "chục", "phần"):
            return False
        if previous[:1].isdigit() or previous in _YEAR_BEFORE or following in _YEAR_AFTER:
            return True
        return not following[:1].isalpha() or tokens.word(at + 1)[:1].isupper() or not _counts(following)
    if low == "ba":
        return following in _NO_THREE_AFTER or not following[:1].isalpha()
    return low in ("tư", "mốt", "lăm", "nhăm", "không") and following != "trăm"


def _counts(word: str) -> bool:
    """True when a Vietnamese word is a classifier, a unit or a noun that is commonly counted."""
    return word in _COUNTED


_COUNTED = words(
    """
    người chiếc con cái nước quốc sư trung tiểu lữ quân đại đội tàu máy xe ngày tháng giờ phút giây tuần tỉnh thành huyện xã
    làng thôn trận lần đợt phần điểm bàn căn ngôi tòa toà bức cuốn quyển bài bộ viên tên vị đứa em anh chị thành km mét kg tấn
    lít đồng đô loại kiểu mẫu cây hòn quả trái phát khẩu nhóm trường lớp ghế phiếu hiệp thế thập binh lính phi sân đường cầu
    nhà khu vùng miền mặt hướng cánh chiến cuộc vụ mỏ giếng hồ sông đảo ngọn hành vệ ngôn dân công ty hãng tổ đảng phe bên
    nguyên thành cửa bước chương mục câu trang dòng hạng giải huy chức kỳ khóa năm dặm hải ki
    """
)


def _quantity(tokens: Tokens, at: int, language: str, taken: bytearray) -> tuple[Quantity | None, int, int, int] | None:
    """(the quantity, its first piece, its end, where to read on) of the figure at `at`; a None quantity is no fact."""
    figure = figures.at(tokens, at, language) or compounds.one_and_a_half(tokens, at, language)
    if figure is None:
        return None
    second = _range_end(tokens, figure, language, taken)
    last = second or figure
    unit, end = _unit(tokens, last, figure.start, language)
    if any(taken[last.end : end]):
        unit, end = units.Unit(""), last.end
    start = figure.start
    sign = money.before(tokens, start, language)
    if sign and unit.canonical and not unit.pint and not any(taken[sign[1] : start]):
        start = sign[1]
    hedge = None if figure.vague else hedges.before(tokens, start, figure.said) or hedges.after(tokens, last.end)
    if not unit.canonical and second is None and (lent := compounds.shared(tokens, figure, language)):
        unit, figure = lent[0], figures.times(figure, lent[1])
    noun = ""
    if not unit.canonical:
        place = money.past_joint(tokens, _past_joint(tokens, end), scaled=last.scaled)
        noun = counted.noun(tokens, place, language)
    quantity = _valued(figure, second, unit, hedge[0] if hedge else "", noun)
    if unit.canonical and second is None and unit.pint:
        quantity, start, end = _measured(tokens, quantity, unit, start, end, language)
    halved = (
        quantity.said is not None and unit.pint and end > last.end and quantity.said != units.to_canonical(1.0, unit)
    )
    if (
        (not halved and _is_article(figure, second, quantity))
        or _is_label(tokens, figure, end)
        or _points(tokens, figure, second)
    ):
        return None, figure.start, max(end, figure.end), max(end, figure.end)
    return quantity, start, end, end


def _measured(
    tokens: Tokens, quantity: Quantity, unit: units.Unit, start: int, end: int, language: str
) -> tuple[Quantity, int, int]:
    """A measure with the smaller parts that follow it, and its sign: `5 ft 11 in`, `4 h 02 min 17 s`, `-5 °C`."""
    part = compounds.half(tokens, end, unit, language) or compounds.minor(tokens, end, unit, language)
    while part is not None:
        value, smaller, end = part
        more = units.to_canonical(value, smaller)
        said = None if quantity.said is None else quantity.said + more
        quantity = dataclasses.replace(quantity, low=quantity.low + more, high=quantity.high + more, said=said)
        part = compounds.minor(tokens, end, smaller, language)
    if quantity.said is not None and compounds.negative(tokens, start, unit):
        said = units.to_canonical(-figures.plain(tokens, start, language), unit)
        quantity, start = dataclasses.replace(quantity, low=said, high=said, said=said, other=None), start - 1
    return quantity, start, end


def _range_end(tokens: Tokens, figure: Figure, language: str, taken: bytearray) -> Figure | None:
    """The upper end of a range that begins with `figure`: `10–15`, `từ 10 đến 15`, `between 10 and 15`."""
    at = figure.end
    joint = tokens.low(at)
    opener = tokens.low(figure.start - 1)
    joined = joint in _BETWEEN.get(language or "en", _BETWEEN["en"]) or joint in BETWEEN_AND.get(opener, ())
    if not joined or at + 1 >= len(tokens) or taken[at + 1]:
        return None
    if joint == "-" and tokens.words[at + 1][0].isdecimal() != tokens.words[figure.start][0].isdecimal():
        return None
    upper = figures.at(tokens, at + 1, language)
    if upper is None or upper.vague or upper.share != figure.share:
        return None
    if joint == "-" and upper.worded and (language in ("en", "") or not tokens.glued(at)):
        return None
    if joint == "or" and (upper.said > 2 * figure.said or upper.said <= figure.said):
        return None
    if tokens.low(upper.end) in money.CENTS and money.before(tokens, figure.start, language):
        return None  # `from $1.02 to 87 cents`
    lower = _shared_scale(figure, upper)
    return upper if lower < upper.said else None


def _shared_scale(lower: Figure, upper: Figure) -> float:
    """The lower end with the upper end's multiplier where it was said once: `3–4 million`."""
    if upper.scaled and not lower.scaled and upper.scale > 1:
        return lower.said * upper.scale if lower.said < upper.scale else lower.said
    if upper.scaled and not lower.scaled:
        for scale in (1e9, 1e6, 1e4, 1e3):
            if upper.said >= scale and lower.said * scale < upper.said:
                return lower.said * scale
    return lower.said


def _valued(figure: Figure, second: Figure | None, unit: units.Unit, hedge: str, noun: str) -> Quantity:
    """A figure with its hedge, its unit and what it counts as a quantity in the canonical unit; a share of a whole as percent."""
    said: float | None = figure.said
    low, high, other = figure.low, figure.high, figure.other
    canonical = unit.canonical
    if figure.share and not canonical:
        canonical, said = "percent", figure.said * 100
        low, high = said - _SHARE_ROUNDING, said + _SHARE_ROUNDING
    if second is not None:
        said, low, high, other = None, _shared_scale(figure, second), second.said, None
    elif hedge and said is not None:
        low, high = hedges.widen(hedge, said)
    elif figure.vague:
        said = None
    return Quantity(
        units.to_canonical(low, unit),
        units.to_canonical(high, unit),
        canonical,
        noun,
        approximate=bool(hedge) or figure.vague,
        said=None if said is None else units.to_canonical(said, unit),
        other=_other_reading(said, other, unit),
        written=unit.pint,
        figure=None if second is not None or figure.vague else figure.said,
    )


def _other_reading(said: float | None, other: float | None, unit: units.Unit) -> float | None:
    """The second reading of a quantity: of its separator, or else of its unit."""
    if other is not None:
        return units.to_canonical(other, unit)
    if said is None or not unit.otherwise:
        return None
    return units.to_canonical(said, units.Unit(unit.canonical, unit.otherwise))


def _unit(tokens: Tokens, last: Figure, start: int, language: str) -> tuple[units.Unit, int]:
    """The unit after a figure (or the currency sign before it), and the index after it."""
    end = compounds.whole_of(tokens, last.end) if last.share else last.end
    low = tokens.low(end)
    if tokens.low(start - 1) in ("aged", "age", "tuổi"):
        return _YEARS, end
    if low in _PERCENT or low in _PERCENT_WORDS:
        return units.Unit("percent"), end + 1
    if length := _PERCENT_PHRASES.get((low, tokens.low(end + 1))):
        return units.Unit("percent"), end + length
    if sign := money.before(tokens, start, language):
        return sign[0], end
    past = money.past_joint(tokens, _past_joint(tokens, end), scaled=last.scaled)
    found = units.at(tokens, past, language) if past < len(tokens) and _close(tokens, past) else None
    if found is None and language in ("en", "") and _is_age(tokens, last, start):
        return _YEARS, end
    return found or (units.Unit(""), last.end)


def _is_age(tokens: Tokens, figure: Figure, start: int) -> bool:
    """True for a figure that can only be somebody's age: `the age of six`, `children under six`, `until they are 17`."""
    if figure.share or not 0 < figure.said <= _OLDEST:
        return False
    before, earlier = tokens.low(start - 1), tokens.low(start - 2)
    if before == "of" and earlier in ("age", "ages"):
        return True
    if before in ("under", "over", "above", "below") and earlier in PERSONS:
        return True
    ends = not tokens.low(figure.end)[:1].isalnum()
    return ends and before in ("is", "are", "was", "were", "turns", "turned") and earlier in PRONOUNS


def _close(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.starts[at] - tokens.ends[at - 1] <= 1


def _past_joint(tokens: Tokens, end: int) -> int:
    """Past the hyphen of `56-day`, `a 3-mile march`, and the "over" of `5000多年`."""
    if tokens.low(end) in _HAN_OVER:
        return end + 1
    return end + 1 if tokens.low(end) == "-" and tokens.glued(end) and tokens.word(end + 1).isalpha() else end


def _is_article(figure: Figure, second: Figure | None, quantity: Quantity) -> bool:
    """True for `one`, `một`, `1` that count nothing in particular, and for a lone zero."""
    bare = second is None and not quantity.unit and not figure.scaled and not quantity.approximate
    if quantity.unit == "year" and quantity.low >= _DECADE:
        return False  # `a decade` are ten years, whoever counts them
    return (bare and figure.said in (0.0, 1.0)) or (
        figure.said == 1 and figure.worded and not figure.scaled and quantity.unit != "percent"
    )


def _points(tokens: Tokens, figure: Figure, second: Figure | None) -> bool:
    """True for a small number that only points at those spoken of: `cả hai`, `hai bên`, `the two sides`."""
    if second is not None or not figure.worded or figure.said not in (2.0, 3.0, 4.0):
        return False
    whole = tokens.low(figure.start - 1) in ("cả", "both")
    return whole or (figure.said == 2 and tokens.low(figure.end) in _SIDES)


_SIDES = words("bên phe phía đằng sides parties")


def _is_label(tokens: Tokens, figure: Figure, end: int) -> bool:
    """True for digits that only label: `[13]`, a list's `1.` at the start of a text."""
    if tokens.low(figure.start - 1) == "[" and tokens.low(figure.end) == "]":
        return True
    listed = figure.start == 0 and end == 1 and tokens.low(1) in (".", ")") and figure.said < 1000
    return listed and len(tokens) > 2
