"""Names in running text: known ones by the gazetteer, others by their capitals, neither by a sentence's first letter.

Vietnamese syllables that are names and words (Anh: England or elder brother; Đức; Mỹ; Ba) go by their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anyascii import anyascii

from checker.foundation.model import FactKind
from checker.language import gazetteer, normalise, number_words
from checker.language.ordinals import roman
from checker.language.tables import words
from checker.language.tokens import Tokens
from checker.language.values import Mention, Named

_ENDS = frozenset(".!?:\"'([…•-")
_CONNECTORS = words("of the de du des von van der den la le al el bin ibn da di del dos e y & zu zum")
_LONGEST = 8  # words of one name
# Words that begin sentences and headings in capitals and are no part of a name.
_FUNCTION = {
    "en": words(
        """
        the a an in on at by of for to from with as after before during while when where if since until although though
        because but and or nor so yet however therefore meanwhile moreover also then there here this that these those his
        her its their our my your he she it they we you i who which what both all many most some few several each every
        no not only one two three four five six seven eight nine ten under over about according despite although between
        against among into through without within more less first second third last next another other such former late
        early today yesterday now later soon once still even just perhaps see chapter part section figure table page note
        january february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday following upon unlike like instead finally thus hence above below up down out off
        """
    ),
    "vi": words(
        """
        khi sau trong tại theo năm ngày tháng từ đến các những một hai ba bốn sáu bảy tám chín mười ông bà anh chị em họ
        phía quân người việc cuộc lực chính tổng thủ bộ và nhưng tuy nếu vì do bởi với cho để trước trên dưới ngoài giữa
        cả cũng còn đã đang sẽ thì là có không nhiều ít mọi mỗi đây đó này kia nay thoạt đối hơn vậy nên như ngay chỉ
        phần hầu đa số sự nước vào tới cùng lúc mặc dù thay riêng đặc nhờ bằng qua ở lại được bị thế đồng vùng hai
        """
    ),
    "fr": words(
        "le la les un une des du de en dans sur par pour avec et ou mais après avant selon il elle ils ce cette ces son sa ses au aux l'"
    ),
    "es": words("el la los las un una de en por para con y o pero según tras su sus este esta al del"),
    "ru": words("в на и но а по с к из от до при за он она они это после когда для как не"),
    "de": words(
        "der die das ein eine in im am an auf für mit von nach und aber er sie es bei zum zur als wenn dieser diese"
    ),
}
_TITLES = words(
    """
    mr mrs ms dr sir lord lady prof professor president prime minister general colonel major captain lieutenant admiral
    marshal king queen emperor prince princess pope saint senator governor secretary ambassador chancellor chairman
    tổng thống thủ tướng chủ tịch tướng đại tá đại úy thiếu tướng trung tướng ông bà vua hoàng đế giáo hoàng giáo sư
    président général madame monsieur herr frau señor señora presidente präsident bundeskanzler
    """
)
_VI_PERSON_CUES = words(
    "ông bà tướng vua chú bác thầy cô cụ chị anh đồng chí tá úy sĩ sư thư tịch thống tướng phu nhân hậu đế"
)
_VI_PLACE_CUES = words(
    "tỉnh huyện xã làng sông núi đảo phố quận đường vịnh hồ chùa đèo cầu cảng thị trấn bản vùng miền thôn ấp tại ở"
)
_VI_SURNAMES = words(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương mai đào cao hà lương
    tạ tô tôn lưu vương thái châu phùng quách mạc hứa kiều triệu la lâm từ văn chu
    """
)
_VI_SYLLABLE = re.compile(
    "(?:ngh|[ckgnpt]h|tr|gi|qu|ng|[bcdđghklmnprstvx])?[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ch|ng|nh|[cmnpt])?\\Z"
)
# After a capital Anh, Đức, …: the word that it begins, which is no country.
_NO_COUNTRY = {
    "anh": words("ấy ta em trai chị hùng họ tài dũng là có không đã sẽ cũng và tuấn nói"),
    "đức": words("vua cha mẹ giáo phật chúa tin hạnh tính ông ngài thánh cố"),
    "mỹ": words("thuật nhân phẩm miều lệ quan nghệ học"),
    "pháp": words("luật lý sư y danh chế quyền lệnh nhân"),
    "ý": words("kiến tưởng nghĩa chí thức định đồ muốn là thơ nguyện"),
    "áo": words("dài giáp quần khoác choàng sơ len trắng đen vest"),
    "thái": words("tử hậu độ thú giám sư y thượng quá bình dương"),
    "hàn": words("gắn lâm mặc vi huyên"),
    "nhật": words("ký báo nguyệt thực trình"),
    "nga": words("my"),
    "tàu": words("hỏa thủy ngầm chiến bay sân thuyền vũ chở hàng"),
    "thổ": words("địa dân nhưỡng phỉ cẩm công"),
    "bồ": words("câu tát đề"),
    "ấn": words("tượng phẩm định loát bản hành"),
    "lào": words("xào"),
    "mao": words("-"),
    "mác": words("-"),
}  # fmt: skip
_NUMBER_WORDS = frozenset({*number_words.EN_UNITS, *number_words.EN_TENS, *number_words.VI_UNITS, "mười", "half"})
_GENERIC = words(
    "bank museum house act treaty company county district island islands university ministry department republic state army war party church street road river north south east west"
)


def read(tokens: Tokens, language: str, taken: bytearray) -> Iterator[Mention]:
    """The names of a text in order; pieces that other facts have taken are passed by."""
    end = 0
    for at in [at for at, word in enumerate(tokens.words) if word[0].isupper() or "\u3400" <= word[0] <= "\u9fff"]:
        if taken[at] or at < end:
            continue
        found = _known(tokens, at, language) or _by_capitals(tokens, at, language, taken)
        if found is None:
            continue
        start, end, value = found
        if value is not None:
            first, last = tokens.starts[start], tokens.ends[end - 1] - 2 * tokens.words[end - 1].endswith("'s")
            yield Mention(FactKind.NAME, tokens.text[first:last], first, last, value)
            taken[start:end] = b"\x01" * (end - start)


_Found = tuple[int, int, Named | None]


def _known(tokens: Tokens, at: int, language: str) -> _Found | None:
    found = gazetteer.at(tokens, at)
    if found is None or (language == "vi" and not _is_country(tokens, at, found[1])):
        return None
    known, end = found
    return (
        at,
        end,
        Named(
            frozenset(
                {
                    known.identity,
                    normalise.key(tokens.text[tokens.starts[at] : tokens.ends[end - 1]].removesuffix("'s")),
                }
            ),
            known.kind,
        ),
    )


def _is_country(tokens: Tokens, at: int, end: int) -> bool:
    """False for a Vietnamese syllable that is a common word here, or part of a longer name (Nguyễn Đức Thắng, Mỹ Tho)."""
    low = tokens.lows[at]
    if end > at + 1 or not _VI_SYLLABLE.match(low):
        return True
    if tokens.low(end) in _NO_COUNTRY.get(low, ()):
        return False
    if low not in _NO_COUNTRY and low not in ("bỉ", "úc", "séc", "síp", "tiệp", "phi"):
        return True
    before, after = tokens.word(at - 1), tokens.word(end)
    if tokens.near(at) and before[:1].isupper() and _VI_SYLLABLE.match(before.lower()) and not _begins(tokens, at - 1):
        return False
    if _begins(tokens, at) and low in ("anh", "tàu", "ấn", "thổ", "bồ", "đức", "áo", "ý") and not after[:1].isalpha():
        return False
    compound = (
        after[:1].isupper()
        and tokens.near(end)
        and _VI_SYLLABLE.match(after.lower())
        and not tokens.word(end + 1)[:1].isupper()
    )
    return not compound or after.lower() in _FUNCTION["vi"]


def _begins(tokens: Tokens, at: int) -> bool:
    """True when piece `at` begins a sentence, a quotation or a bracket, where capitals prove nothing."""
    return at == 0 or tokens.words[at - 1] in _ENDS


def _by_capitals(tokens: Tokens, at: int, language: str, taken: bytearray) -> _Found | None:
    """A run of capitalised words as a name; None when it is only the beginning of a sentence."""
    end = _run_end(tokens, at, language, taken)
    start, titled = _without_titles(tokens, at, end)
    starts_sentence = not titled and _begins(tokens, at)
    if starts_sentence and tokens.lows[at] in _NUMBER_WORDS:
        return None
    functions = _FUNCTION.get(language, _FUNCTION["en"])
    while start < end and tokens.lows[start] in functions and (starts_sentence or start == at):
        if not starts_sentence and language == "vi":
            break
        start, starts_sentence = start + 1, False
    if start > at and not titled:
        start, titled = _without_titles(tokens, start, end)
    while start < end and tokens.lows[start] in _CONNECTORS:
        start += 1
    if start >= end or (roman(tokens.words[start]) and end == start + 1):
        return None
    if start > at and (known := _known(tokens, start, language)):
        return known
    kind = _kind(tokens, start, end, language, titled=titled)
    if end == start + 1 and not _single(tokens, start, language, kind, starts_sentence=starts_sentence):
        return at, end, None
    text = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    return start, end, Named(forms(text) | _identities(tokens, start, end), kind)


def _identities(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """What a known person at the end of a run adds to its forms: `J. F. Kennedy` is Kennedy."""
    known = (gazetteer.at(tokens, at) for at in range(start + 1, end))
    return frozenset(found[0].identity for found in known if found and found[1] == end and found[0].kind == "person")


def forms(text: str) -> frozenset[str]:
    """The keys of a name as written: its letters, and in Latin script where it is in another."""
    key = normalise.key(text.removesuffix("'s"))
    if key.isascii():
        joined = key.replace(" ", "") if "-" in text else key
        return frozenset({key, joined})
    return frozenset({key, normalise.key(anyascii(text).replace("'", ""))})


def _run_end(tokens: Tokens, at: int, language: str, taken: bytearray) -> int:
    """The end of the capitalised words from `at` on, connectors, hyphens and initials' points inside."""
    end = at + 1
    while end < len(tokens) and end - at < _LONGEST:
        step = _step(tokens, end)
        if not step or any(taken[end : end + step]) or tokens.words[end - 1].endswith("'s"):
            break
        known = _known(tokens, end + step - 1, language) if tokens.words[end] != "-" else None
        if known is not None and known[2] is not None and (language == "vi" or step > 1 or known[2].kind == "person"):
            return known[1] if known[2].kind == "person" and step < 3 else end
        end += step
    while end > at + 1 and tokens.lows[end - 1] in _FUNCTION["en"]:
        end -= 1
    return end


def _step(tokens: Tokens, end: int) -> int:
    """How many pieces from `end` on continue a name: 1 for another capital, more with what joins it; 0 for none."""
    word = tokens.words[end]
    if word[0].isupper() and tokens.near(end):
        return 1
    if word == "-" and tokens.glued(end) and tokens.glued(end + 1) and tokens.word(end + 1)[:1].isalpha():
        return 2
    abbreviated = len(tokens.words[end - 1]) == 1 or tokens.lows[end - 1] in _TITLES
    if word == "." and tokens.glued(end) and abbreviated and tokens.word(end + 1)[:1].isupper():
        return 2
    if tokens.lows[end] in _CONNECTORS and tokens.near(end):
        if tokens.word(end + 1)[:1].isupper():
            return 2
        if tokens.low(end + 1) in _CONNECTORS and tokens.word(end + 2)[:1].isupper():
            return 3
    return 0


def _without_titles(tokens: Tokens, start: int, end: int) -> tuple[int, bool]:
    """(index of the first word that is no title, whether there was one); a title alone stays a title."""
    at = start
    while at < end and (tokens.lows[at] in _TITLES or (tokens.words[at] == "." and at > start)):
        at += 1
    return (at, True) if start < at < end else (start, at > start)


def _kind(tokens: Tokens, start: int, end: int, language: str, *, titled: bool) -> str:
    if end == start + 1 and tokens.words[start].isupper() and 2 <= len(tokens.words[start]) <= 6:
        return "acronym"
    if titled or (language == "vi" and (tokens.lows[start] in _VI_SURNAMES and end - start > 1)):
        return "person"
    if language == "vi" and tokens.low(start - 1) in _VI_PERSON_CUES:
        return "person"
    return "place" if language == "vi" and tokens.low(start - 1) in _VI_PLACE_CUES else ""


def _single(tokens: Tokens, at: int, language: str, kind: str, *, starts_sentence: bool) -> bool:
    """True when one capitalised word alone is a name."""
    low = tokens.lows[at]
    if kind == "acronym":
        return True
    if len(low) < 2 or low in _GENERIC or low in _TITLES:
        return False
    if language == "vi" and _VI_SYLLABLE.match(low):
        return bool(kind) and not starts_sentence
    if language == "de":
        return False
    return not starts_sentence
