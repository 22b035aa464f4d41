"""The names in an author field, each split on its own: one strange name spoils no entry.

BibTeX's forms (Tame the BeaST, "The author format"): `von Family, Jr, Given`, `Given von Family`, `{A Body}`. Vietnamese full
names (family name first, called by the last) and bodies are kept whole in `literal`.
"""

from __future__ import annotations

import re
import unicodedata

from checker.foundation.model import Name

_EDGE = re.compile(r"[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)

# Usual Vietnamese family names, with their marks; a missing one costs order in a list, no entry.
_FAMILIES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng "  # noqa: SIM905 - a table of words
    "mai tô hà tạ cao lưu chu châu thái quách thạch tăng tống kiều đồng la văn lương triệu từ phó doãn nghiêm khúc "
    "lại cù diệp quang ninh thân mạc âu đàm ông tôn".split()
)
# Those that are not a word or a name elsewhere, so that they are known without marks as well.
_PLAIN_FAMILIES = frozenset("nguyen tran pham huynh phan dang bui ngo duong dinh trinh truong phung".split())  # noqa: SIM905 - a table of words
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|ph|th|tr|ch|gh|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE
)
# Words that stand in the names of bodies and in no person's.
_BODY = re.compile(
    r"\b(?:agency|administration|archives?|army|assembly|association|bank|bureau|cent(?:er|re)|commission|committee|"
    r"company|congress|consortium|corporation|council|court|department|federation|foundation|fund|government|"
    r"group|institute?|institution|international|laboratory|league|library|ministry|museum|nations|network|news|office|"
    r"organi[sz]ation|parliament|police|press|project|republic|research|rights|secretariat|senate|service|society|team|"
    r"union|university|watch|"
    r"bộ|ban|báo|cục|đài|đại học|hội|quốc hội|sở|tổng cục|trung tâm|uỷ ban|ủy ban|viện|chính phủ|thông tấn xã|tạp chí)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "de del della der den di da das do dos du la le van von zu zum zur ten ter af av el al bin ibn y und".split()  # noqa: SIM905 - a table of words
)
# Beyond it a "name" is a paragraph that nobody split.
_LONGEST = 500
_OUTER_COMMA = re.compile(r",(?![^{]*\})")


def parse(raw: str) -> tuple[tuple[str, ...], bool]:
    """The single names of a field, raw as LaTeX has them, and whether the list goes on (`and others`)."""
    names = [name for name in _apart(raw) if name]
    if names and names[-1].lower() in ("others", "et al.", "et al"):
        return tuple(names[:-1]), True
    return tuple(names), False


def read(raw: str, decoded: str) -> Name:
    """One name: `raw` shows the braces that keep a body together, `decoded` the characters to print."""
    stripped = raw.strip()
    if _wholly_braced(stripped) or len(stripped) > _LONGEST:
        return Name(literal=decoded)
    parts = [part.strip() for part in _OUTER_COMMA.split(decoded)] if _OUTER_COMMA.search(stripped) else [decoded]
    if len(parts) > 3 or (len(parts) == 1 and "," in decoded):
        return Name(literal=decoded)  # a list that nobody split, or a comma in braces: `{Bell, II}`
    if len(parts) == 1:
        return _western(decoded)
    return _inverted(parts, decoded)


def is_vietnamese(name: str) -> bool:
    """True for a full name in Vietnamese order: a family name first, every word one Vietnamese syllable."""
    words = unicodedata.normalize("NFC", name).split()
    if not 2 <= len(words) <= 6:
        return False
    first = words[0].lower()
    if first not in _FAMILIES and first not in _PLAIN_FAMILIES:
        return False
    if not all(_SYLLABLE.fullmatch(_bare(word)) for word in words):
        return False
    return first in _PLAIN_FAMILIES or any(_bare(word) != word for word in words)


def _apart(raw: str) -> list[str]:
    names: list[str] = []
    start = depth = 0
    for edge in _EDGE.finditer(raw):
        if edge[0] == "{":
            depth += 1
        elif edge[0] == "}":
            depth -= 1
        elif depth == 0:
            names.append(raw[start : edge.start()].strip())
            start = edge.end()
    return [*names, raw[start:].strip()]


def _wholly_braced(raw: str) -> bool:
    r"""`{Human Rights Watch}` is one word to BibTeX; `{\L}ukasz {\L}ach` is not."""
    if not (raw.startswith("{") and raw.endswith("}")) or raw.startswith("{\\"):
        return False
    depth = 0
    for at, char in enumerate(raw):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(raw) - 1
    return False


def _western(name: str) -> Name:
    words = name.split()
    if len(words) < 2 or is_vietnamese(name) or _BODY.search(name):
        return Name(literal=name)
    start = next((at for at, word in enumerate(words[:-1]) if at and word in _PARTICLES), len(words) - 1)
    particle = 0
    while start + particle < len(words) - 1 and words[start + particle] in _PARTICLES:
        particle += 1
    return Name(
        family=" ".join(words[start + particle :]),
        given=" ".join(words[:start]),
        particle=" ".join(words[start : start + particle]),
    )


def _inverted(parts: list[str], decoded: str) -> Name:
    family, given = parts[0], parts[-1]
    if not given:
        return Name(literal=family)
    if is_vietnamese(f"{family} {given}") and len(parts) == 2:
        return Name(literal=f"{family} {given}")
    words = family.split()
    if not words:
        return Name(literal=decoded)
    count = 0
    while count < len(words) - 1 and words[count][:1].islower():
        count += 1
    suffix = parts[1] if len(parts) == 3 else ""
    return Name(" ".join(words[count:]), given, " ".join(words[:count]), suffix)


def _bare(word: str) -> str:
    """A word without its marks: `Trọng` -> `Trong`, `Đỗ` -> `Do`."""
    plain = unicodedata.normalize("NFD", word).replace("đ", "d").replace("Đ", "D")
    return "".join(char for char in plain if not unicodedata.combining(char))
