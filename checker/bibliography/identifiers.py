"""Numbers that name a work: DOI, ISBN, ISSN, arXiv, PMID, PMCID, Handle, URN; their forms, checksums and addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

# ISO 26324: prefix `10.` and a registrant, a slash, any suffix. DOIs written as addresses are common in .bib files.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.IGNORECASE)
# arxiv.org/help/arxiv_identifier: 0704.0001 to 2501.12345v2, and archive/YYMMNNN before April 2007.
_ARXIV = re.compile(
    r"(?:arxiv:\s*)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?:\s*\[[^\]]*\])?", re.IGNORECASE
)
_PMID = re.compile(r"(?:pmid:?\s*)?(\d{1,8})", re.IGNORECASE)
_PMCID = re.compile(r"(?:pmc)?(\d{2,9})", re.IGNORECASE)
# RFC 8458 (urn:nbn, national bibliography numbers) and RFC 8141 (a fragment or components may follow).
_URN_NBN = re.compile(r"urn:nbn:([a-z]{2})[:-][^\s?#]+", re.IGNORECASE)
# Countries whose numbers have a resolver of their own, as their national libraries say (kiwi.fi/display/URN, nb.no/tjenester/
# standardnummerering/urn) and their archives cite them (DANS for nl, DiVA for se); the others' are known to nbn-resolving.org,
# or passed on by it.
_URN_RESOLVERS = {
    "fi": "https://urn.fi/",
    "nl": "https://persistent-identifier.nl/",
    "no": "https://urn.nb.no/",
    "se": "https://urn.kb.se/resolve?urn=",
}
_HANDLE = re.compile(r"(?:(?:https?://)?hdl\.handle\.net/|hdl:)?(\d+(?:\.\d+)*/\S+)", re.IGNORECASE)


def doi(text: str) -> str | None:
    """The bare DOI of a field or an address (`https://doi.org/10.1/x` -> `10.1/x`), or None if it has not that form."""
    bare = text.strip()
    prefix = _DOI_PREFIX.match(bare)
    if prefix:
        bare = unquote(bare[prefix.end() :]).strip()
    bare = bare.rstrip(".,;")
    return bare if _DOI.fullmatch(bare) else None


def doi_address(bare: str) -> str:
    """The resolver's address of a bare DOI, its odd characters escaped (DOI Handbook, on encoding)."""
    return "https://doi.org/" + quote(bare, safe="/:;().,-_~@!$&'*+=")


def urn_address(text: str) -> str | None:
    """The resolver's address of a URN of a national library (`urn:nbn:de:…`), or None for anything else."""
    bare = text.strip().rstrip(".,;")
    found = _URN_NBN.fullmatch(bare)
    resolver = _URN_RESOLVERS.get(found[1].lower(), "https://nbn-resolving.org/") if found else ""
    return f"{resolver}{bare}" if found else None


def isbn(text: str) -> str | None:
    """Digits of the first well-formed ISBN in a field (10 or 13 of them), its checksum right; else None."""
    for candidate in _candidates(text) if text else ():
        if isbn_holds(candidate):
            return candidate
    return None


def isbn_holds(digits: str) -> bool:
    """True when the check digit is right (ISO 2108)."""
    if len(digits) == 13 and digits.isdecimal():
        return sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0
    if len(digits) == 10 and digits[:9].isdecimal() and (digits[9].isdecimal() or digits[9] == "X"):
        return sum((10 - at) * (10 if digit == "X" else int(digit)) for at, digit in enumerate(digits)) % 11 == 0
    return False


def isbn13(digits: str) -> str:
    """The 13-digit form, so that both forms of one book are the same."""
    if len(digits) != 10:
        return digits
    body = "978" + digits[:9]
    check = -sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(body)) % 10
    return f"{body}{check}"


def issn_holds(text: str) -> bool:
    """True for eight characters with the right check digit (ISO 3297)."""
    digits = re.sub(r"[\s-]", "", text).upper()
    if len(digits) != 8 or not digits[:7].isdecimal() or not (digits[7].isdecimal() or digits[7] == "X"):
        return False
    return sum((8 - at) * (10 if digit == "X" else int(digit)) for at, digit in enumerate(digits)) % 11 == 0


def addresses(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Resolver addresses of an entry's identifiers other than its DOI: arXiv, PMID, PMCID, Handle, URN."""
    found: list[str] = []
    eprint = fields.get("eprint", "").strip()
    kind = (fields.get("eprinttype") or fields.get("archiveprefix") or "").strip().lower()
    arxiv = fields.get("arxiv") or fields.get("arxivid") or (eprint if kind in ("", "arxiv") else "")
    number = _ARXIV.fullmatch(arxiv.strip()) if arxiv else None
    if number:
        found.append(f"https://arxiv.org/abs/{number[1]}")
    pmid = _PMID.fullmatch((fields.get("pmid") or (eprint if kind == "pubmed" else "")).strip())
    if pmid:
        found.append(f"https://pubmed.ncbi.nlm.nih.gov/{pmid[1]}/")
    pmcid = _PMCID.fullmatch((fields.get("pmcid") or fields.get("pmc") or "").strip())
    if pmcid:
        found.append(f"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{pmcid[1]}/")
    handle = _HANDLE.fullmatch((fields.get("hdl") or fields.get("handle") or (eprint if kind == "hdl" else "")).strip())
    if handle:
        found.append(f"https://hdl.handle.net/{handle[1]}")
    urn = urn_address(fields.get("urn") or (eprint if kind == "urn" else ""))
    return (*found, urn) if urn else tuple(found)


def _candidates(text: str) -> list[str]:
    runs = re.findall(r"(?:97[89][\s–-]?)?(?:\d[\s–-]?){9}[\dXx](?!\d)", text)
    return [re.sub(r"[\s–-]", "", run).upper() for run in runs]
