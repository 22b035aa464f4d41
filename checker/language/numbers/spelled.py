"""Numbers in words in French, German, Spanish, Portuguese, Italian and Russian: `soixante-dix-sept`, `сорока двух`.

One grammar for all: simple words that add up from great to small, hundreds that multiply, scales that close a section,
joints between them. German and Italian, which write them as one word, have their words listed up to 999.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.language.numbers import scales
from checker.language.text.tables import words
from checker.language.text.tokens import Tokens

_THOUSAND = 1000.0


@dataclass(frozen=True, slots=True)
class Tongue:
    """The number words of a language: those that add, what multiplies by a hundred, joints, parts of a whole."""

    simple: dict[str, float]
    hundred: frozenset[str]
    joints: frozenset[str]
    parts: dict[str, int]
    articles: frozenset[str]
    dozens: frozenset[str] = frozenset()
    other_words: frozenset[str] = frozenset()  # common words that are numbers only before what is counted by them


def _listed(listing: str, first: int = 1, step: int = 1) -> dict[str, float]:
    """Words in order, `/` between forms of one number."""
    return {
        form: float(first + place * step)
        for place, forms in enumerate(listing.split())
        for form in forms.split("/")
        if form != "-"
    }


_FR = Tongue(
    {
        **_listed(
            """un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"""
        ),
        **_listed("vingt trente quarante cinquante soixante septante huitante/octante nonante", 20, 10),
    },
    words("cent cents"),
    words("et -"),
    {"demi": 2, "demie": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "dixième": 10, "dixièmes": 10},
    words("un une"),
    words("douzaine douzaines"),
    words("neuf"),
)  # fmt: skip
_ES = Tongue(
    {
        **_listed(
            """uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
            dieciocho diecinueve veinte veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis
            veintisiete veintiocho veintinueve"""
        ),
        **_listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento", 30, 10),
        **_listed(
            """doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas
            seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas""", 200, 100
        ),
    },
    frozenset(),
    words("y"),
    {"mitad": 2, "tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5, "quintos": 5, "décimo": 10},
    words("uno un una"),
    words("docena docenas"),
)  # fmt: skip
_PT = Tongue(
    {
        **_listed(
            """um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze
            dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove"""
        ),
        **_listed("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem/cento", 20, 10),
        **_listed(
            """duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas
            setecentos/setecentas oitocentos/oitocentas novecentos/novecentas""", 200, 100
        ),
    },
    frozenset(),
    words("e"),
    {"metade": 2, "terço": 3, "terços": 3, "quarto": 4, "quartos": 4, "quinto": 5, "quintos": 5},
    words("um uma"),
    words("dúzia dúzias"),
)  # fmt: skip
_RU = Tongue(
    {
        **_listed(
            """один/одна/одно/одного/одной/одну/одним два/две/двух/двум/двумя три/трёх/трех/трём/трем/тремя
            четыре/четырёх/четырех/четырём/четырьмя пять/пяти/пятью шесть/шести/шестью семь/семи/семью восемь/восьми/восемью
            девять/девяти/девятью десять/десяти/десятью одиннадцать/одиннадцати двенадцать/двенадцати/двенадцатью
            тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати
            семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати"""
        ),
        **_listed(
            """двадцать/двадцати/двадцатью тридцать/тридцати/тридцатью сорок/сорока пятьдесят/пятидесяти
            шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста сто/ста""", 20, 10
        ),
        **_listed(
            """двести/двухсот/двумстам триста/трёхсот/трехсот/тремстам четыреста/четырёхсот/четырехсот пятьсот/пятисот
            шестьсот/шестисот семьсот/семисот восемьсот/восьмисот девятьсот/девятисот""", 200, 100
        ),
        **dict.fromkeys(("полтора", "полторы", "полутора"), 1.5),
    },
    frozenset(),
    frozenset(),
    {"половина": 2, "половину": 2, "половины": 2, "треть": 3, "трети": 3, "четверть": 4, "четверти": 4},
    words("один одна одно одного одной одну одним"),
)  # fmt: skip
_DE_UNITS = _listed("ein/eine/einen/einem/einer/eins zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf")
_DE_TEENS = _listed("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 13)
_DE_TENS = _listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
_DE_HALVES = {
    "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5, "fünfeinhalb": 5.5,
}  # fmt: skip
_IT_UNITS = _listed(
    "uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici"
)
_IT_TEENS = _listed("sedici diciassette diciotto diciannove", 16)
_IT_TENS = _listed("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 20, 10)


def _german() -> dict[str, float]:
    small = {**_DE_UNITS, **_DE_TEENS, **_DE_TENS, **_DE_HALVES}
    for ten, tens in _DE_TENS.items():
        for unit in ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"):
            small[f"{unit}und{ten}"] = tens + _DE_UNITS[unit]
    hundreds = {
        f"{unit}hundert": _DE_UNITS[unit] * 100
        for unit in ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
    }
    hundreds["hundert"] = 100.0
    whole = small | hundreds
    for word, value in hundreds.items():
        whole |= {
            f"{word}{joint}{rest}": value + more
            for rest, more in small.items()
            for joint in ("", "und")
            if more == int(more)
        }
    thousands = {f"{word}tausend": value * 1000 for word, value in whole.items() if value == int(value)}
    return whole | thousands


def _italian() -> dict[str, float]:
    small = {**_IT_UNITS, **_IT_TEENS, **_IT_TENS}
    for ten, tens in _IT_TENS.items():
        for unit in ("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"):
            stem = ten[:-1] if unit in ("uno", "otto") else ten
            small[stem + ("tré" if unit == "tre" else unit)] = small[stem + unit] = tens + _IT_UNITS[unit]
        small[f"{ten[:-1]}un"] = tens + 1
    hundreds = {"cento": 100.0} | {f"{unit}cento": value * 100 for unit, value in _IT_UNITS.items() if 2 <= value <= 9}
    whole = small | hundreds
    for word, value in hundreds.items():
        whole |= {word + rest: value + more for rest, more in small.items()}
    return whole | {f"{word}mila": value * 1000 for word, value in whole.items() if value > 1}


@cache
def tongue(language: str) -> Tongue | None:
    """The number words of a language, None for one that is read elsewhere or not at all."""
    if language == "de":
        parts = {"hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10}
        return Tongue(
            _german(),
            words("hundert"),
            frozenset(),
            parts,
            words("ein eine einen einem einer eins"),
            words("dutzend"),
            words("acht sieben"),
        )
    if language == "it":
        parts = {"metà": 2, "terzo": 3, "terzi": 3, "quarto": 4, "quarti": 4, "quinto": 5, "quinti": 5}
        return Tongue(_italian(), frozenset(), frozenset(), parts, words("uno un una"), words("dozzina"), words("sei"))
    return {"fr": _FR, "es": _ES, "pt": _PT, "ru": _RU}.get(language)


@cache
def starters(language: str) -> frozenset[str]:
    """The words with which a number begins."""
    own = tongue(language)
    if own is None:
        return frozenset()
    alone = words("mille mil mila тысяча тысячи") & scales.BY_LANGUAGE[language].keys()
    halves = frozenset(word for word, part in own.parts.items() if part == 2 or language == "ru")
    return frozenset(own.simple) | own.hundred | alone | halves


def number(tokens: Tokens, start: int, language: str) -> tuple[float, int, bool] | None:
    """(value, index after, whether a scale stands in it) of the number that begins at a piece, None when none does."""
    own = tongue(language)
    if own is None:
        return None
    total, section, at, last, end = 0.0, 0.0, start, float("inf"), start
    while at < len(tokens) and (at == start or tokens.starts[at] - tokens.ends[at - 1] <= 1):
        low = tokens.lows[at]
        value = own.simple.get(low)
        scale = scales.BY_LANGUAGE[language].get(low, 0.0)
        if value is not None and _adds(section, value, language):
            section += value
        elif language == "fr" and low in ("vingt", "vingts") and section % 100 == 4:
            section += 76
        elif low in own.hundred and section < 10:
            section = max(section, 1.0) * 100
        elif scale and scale < last and (section or not total) and (section or scale <= _THOUSAND):
            total, section, last = total + max(section, 1.0) * scale, 0.0, scale
            at, end = _past_point(tokens, at), at + 1
        elif low in own.joints and end > start and end == at:
            at += 1
            continue
        else:
            break
        at += 1
        end = at
    return (total + section, end, last < float("inf")) if end > start else None


def _past_point(tokens: Tokens, at: int) -> int:
    return at + (tokens.low(at) in scales.ABBREVIATED and tokens.low(at + 1) == ".")


def _adds(section: float, value: float, language: str) -> bool:
    """True when a simple word may follow what was read of this section: smaller than its last place."""
    if not section:
        return True
    below = section % 100
    if value >= 100 or section != int(section) or value != int(value):
        return False
    if not below:
        return True
    if language == "fr" and ((below in (60, 80) and value < 20) or (below in (10, 70, 90) and 7 <= value <= 9)):
        return True
    return below >= 20 and below % 10 == 0 and value < 10


def share(tokens: Tokens, start: int, language: str) -> tuple[float, int] | None:
    """(share, index after) of a part of a whole: `trois quarts`, `la moitié`, `ein Drittel`, `половина`."""
    own = tongue(language)
    if own is None:
        return None
    alone = own.parts.get(tokens.lows[start])
    if alone == 2 or (alone and language == "ru"):
        return 1 / alone, start + 1
    read = number(tokens, start, language)
    part = own.parts.get(tokens.low(read[1])) if read else None
    if read is None or not part or not 0 < read[0] < part or not tokens.near(read[1]):
        return None
    return read[0] / part, read[1] + 1
