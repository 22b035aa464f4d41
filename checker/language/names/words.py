"""Words around names: those that begin sentences, titles, surnames, and syllables that are names and words at once."""

from __future__ import annotations

import re

from checker.language.numbers import words as number_words
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens

ENDS = frozenset(".!?:\"'([…•-")
CONNECTORS = words("of the de du des von van der den la le al el bin ibn da di del dos e y & zu zum")
# Words that begin sentences and headings in capitals and are no part of a name.
FUNCTION = {
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
        """
        der die das ein eine in im am an auf für mit von nach und aber er sie es bei zum zur als wenn dieser diese
        prozent millionen milliarden euro tonnen kilometer meter jahre jahren tage tagen stunden menschen
        """
    ),
}
TITLES = words(
    """
    mr mrs ms dr sir lord lady prof professor president prime minister general colonel major captain lieutenant admiral
    marshal king queen emperor prince princess pope saint senator governor secretary ambassador chancellor chairman
    tổng thống thủ tướng chủ tịch tướng đại tá đại úy thiếu tướng trung tướng ông bà vua hoàng đế giáo hoàng giáo sư
    président général madame monsieur herr frau señor señora presidente präsident bundeskanzler
    """
)
VI_PERSON_CUES = words(
    "ông bà tướng vua chú bác thầy cô cụ chị anh đồng chí tá úy sĩ sư thư tịch thống tướng phu nhân hậu đế"
)
VI_PLACE_CUES = words(
    "tỉnh huyện xã làng sông núi đảo phố quận đường vịnh hồ chùa đèo cầu cảng thị trấn bản vùng miền thôn ấp tại ở"
)
VI_SURNAMES = words(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương mai đào cao hà lương
    tạ tô tôn lưu vương thái châu phùng quách mạc hứa kiều triệu la lâm từ văn chu
    """
)
VI_SYLLABLE = re.compile(
    "(?:ngh|[ckgnpt]h|tr|gi|qu|ng|[bcdđghklmnprstvx])?[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ch|ng|nh|[cmnpt])?\\Z"
)
# After a capital Anh, Đức, …: the word that it begins, which is no country.
NO_COUNTRY = {
    "anh": words("ấy ta em trai chị hùng họ tài dũng tuấn"),
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
    "lao": words("động công tâm dịch tù phổi xương lực đao nhanh xuống ra vào kháng màng hạch"),
    "mao": words("-"),
    "mác": words("-"),
}  # fmt: skip
# After "Anh" at the beginning of a sentence: the elder brother; inside one, the capital is England's.
_BROTHER = words("là có không đã sẽ cũng và nói")
_NEVER_FIRST = words("tàu ấn thổ bồ áo phi lao")
_SELDOM_FIRST = words("anh đức ý")
NUMBER_WORDS = frozenset({*number_words.EN_UNITS, *number_words.EN_TENS, *number_words.VI_UNITS, "mười", "half"})
# Words that say what kind of thing a name is of: no names alone, and a name may go without them ("Montreux" for
# "Montreux Convention").
GENERIC = words(
    """
    convention treaty agreement accord accords conference congress declaration protocol pact summit battle war campaign siege
    operation offensive city town province region district county state river lake sea bay gulf island islands mountain
    mountains peninsula valley university institute college museum airport station company corporation inc ltd group
    party army government republic empire kingdom dynasty family act law prize award jr sr tower bridge palace cathedral
    stadium cup games castle temple church school hospital bank street square park dam canal house road wall line plan doctrine crisis ministry department
    north south east west mount saint st president bill amendment revolution movement front union council committee
    """
)
NOUNS_IN_CAPITALS = frozenset({"de"})  # languages in which a capital makes no name of a word
# Bodies that go on with what they are for: the Union for Conservation, the Society for the Prevention of Cruelty.
BODIES = words(
    """
    union organisation organization centre center institute fund society association campaign council committee agency academy
    foundation movement bureau commission federation ministry authority initiative programme program network trust board office department alliance
    """
)
# Vietnamese words for kinds of places, capitalised at the beginning of a sentence: "Núi Everest".
VI_CLASSES = words("núi sông hồ đảo biển vịnh tỉnh huyện tháp chùa cầu đèo quận phố thành làng xã nước")
CODES = words("USD EUR GBP VND VNĐ JPY CNY RUB CHF AUD CAD HKD SGD INR KRW AM PM Fahrenheit Celsius")


def begins(tokens: Tokens, at: int) -> bool:
    """True when piece `at` begins a sentence, a quotation or a bracket, where capitals prove nothing."""
    return at == 0 or tokens.words[at - 1] in ENDS


def is_country(tokens: Tokens, at: int, end: int) -> bool:
    """False for a Vietnamese syllable that is a common word here, or part of a longer name (Nguyễn Đức Thắng, Mỹ Tho)."""
    low = tokens.lows[at]
    if end > at + 1 or not VI_SYLLABLE.match(low):
        return True
    if tokens.low(end) in NO_COUNTRY.get(low, ()):
        return False
    if low not in NO_COUNTRY and low not in ("bỉ", "úc", "séc", "síp", "tiệp", "phi"):
        return True
    before, after = tokens.word(at - 1), tokens.word(end)
    if low == "anh" and after in _BROTHER and begins(tokens, at):
        return False
    if tokens.near(at) and before[:1].isupper() and VI_SYLLABLE.match(before.lower()) and not begins(tokens, at - 1):
        return False
    if begins(tokens, at) and (low in _NEVER_FIRST or (low in _SELDOM_FIRST and not after[:1].isalpha())):
        return False
    compound = (
        after[:1].isupper()
        and tokens.near(end)
        and VI_SYLLABLE.match(after.lower())
        and not tokens.word(end + 1)[:1].isupper()
    )
    return not compound or after.lower() in FUNCTION["vi"]
