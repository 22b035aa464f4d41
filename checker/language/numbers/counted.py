"""What a number counts: the noun after it, as written, cut where the noun phrase ends."""

from __future__ import annotations

import re

from checker.language.text.tables import words
from checker.language.text.tokens import Tokens

_LONGEST = 4
_HIRAGANA = re.compile("[\u3040-\u309f]")  # endings and particles
_STOP = {
    "vi": words(
        """
        của trong ở tại và hoặc hay là bị được đã đang sẽ với cho từ đến tới khi mà do bởi theo vào ra lên xuống trên dưới
        sau trước này đó ấy kia nữa thì cũng để nhưng rồi có không gồm thuộc qua về bằng như nơi các những mỗi nhưng tham
        đến rơi ngoài giữa nếu vì nên hơn khoảng chỉ còn vẫn đều cùng lại chết thiệt
        """
    ),
    "en": words(
        """
        of the in at on by for from to and or but nor with without were was is are be been being had has have having who whom
        which that as into onto than during after before between against about over under per a an each every when while if
        then also not only near within until since because it they he she we i you this these those there here its their
        his her our so such up down out off more less fewer most least both either would could can may might will shall should
        must did do does died fell came went left made took fought said told lay stood where including among across through
        """
    ),
    "fr": words(
        "de du des d' la le les à au aux en dans sur par pour avec et ou qui que ont sont était étaient a été ans"
    ),
    "de": words(
        "der die das des dem den in an auf von vom zu zum und oder beziehungsweise bzw mit für bei nach im am war waren wurden sind haben hatte"
    ),
    "es": words("de del la el los las en a al con por para y o que fueron son era eran ha han había"),
    "ru": words("в на и или с со из от до по за к о об для при без под над было были был"),
    "pt": words("de do da dos das o a os as em no na com por para e ou que foram são era segundo ao"),
    "it": words("di del della dei delle il lo la i gli le in nel con per e o che sono era da al"),
    "zh": words("的 在 了 和 与 被 是 有 以 于 中 上 下 由 及"),
}
# Classifiers: they count, but name nothing (`ba chiếc xe tăng`, three tanks).
_CLASSIFIERS = {
    "vi": words(
        "chiếc con cái khẩu ngôi tòa toà cuốn quyển bức vị đứa tên viên cỗ căn quả trái bản tấm cây cuộc nền mẩu"
    ),
    "ja": words("台 個 本 枚 頭 匹 隻 機 門 基 件 回 棟"),
    "zh": words("辆 輛 名 个 個 架 艘 枚 门 位 座 条 只 支 件 次 场"),
    "en": words("-"),
}
_PLURAL_HEADS = words(
    "people men women children troops aircraft personnel police cattle sheep fish deaths dead wounded killed"
)
_CASUALTIES = words("killed wounded injured dead captured displaced arrested detained unemployed infected")
_COMPOUNDS = frozenset({"personnel carriers", "personnel carrier", "aircraft carriers", "aircraft carrier"})
_NO_PLURAL = words("is was this thus has as various previous famous religious serious")


def noun(tokens: Tokens, end: int, language: str) -> str:
    """The noun phrase that begins at piece `end`, lower-cased, at most four words; "" when something else follows."""
    stop = _STOP.get(language, _STOP["en"])
    classifiers = _CLASSIFIERS.get(language, frozenset())
    taken: list[str] = []
    at = end
    while at < len(tokens) and len(taken) < _LONGEST:
        low = tokens.lows[at]
        if low in classifiers and not taken:
            at += 1
            continue
        if low == "-" and taken and tokens.glued(at) and tokens.glued(at + 1):
            taken[-1] += "-" + tokens.low(at + 1)
            at += 2
            continue
        if language == "ja" and _HIRAGANA.match(low):
            break
        if not low[0].isalpha() or low in stop or not _follows(tokens, at):
            break
        taken.append(low)
        at += 1
        if (language in ("en", "") and _is_head(low) and f"{low} {tokens.low(at)}" not in _COMPOUNDS) or (
            language == "de" and tokens.words[at - 1][0].isupper()
        ):
            break
    if len(taken) == 1 and taken[0].endswith("ed") and taken[0] not in _CASUALTIES:
        return ""  # "the army of 120,000 crossed the river"
    return "".join(taken) if language in ("zh", "ja") else " ".join(taken)


def _follows(tokens: Tokens, at: int) -> bool:
    """True when piece `at` stands within one blank of the piece before it."""
    return at == 0 or tokens.starts[at] - tokens.ends[at - 1] <= 1


def _is_head(low: str) -> bool:
    """True for an English plural, where the noun phrase of a count ends."""
    return low in _PLURAL_HEADS or (
        len(low) > 3 and low.endswith("s") and not low.endswith("ss") and low not in _NO_PLURAL
    )
