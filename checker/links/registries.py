"""Registries of works: which questions to ask them, and what their answers say. Only `fetching` asks.

A DOI is asked of Crossref, whose record has later notices (`updated-by`, Retraction Watch's among them); when Crossref does
not know it, doi.org is asked for CSL-JSON, which every agency answers (api.crossref.org/swagger-ui, citation.doi.org/docs.html).
arXiv's works have DOIs of DataCite (10.48550/arXiv.…). Entries without a DOI are asked for by their PMID, their ISBN and
their Handle. A URN is an address (its resolver's) and nothing more: no resolver tells a title. A registry that fails, is
slow or says 5xx has said nothing: that is never "not found".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote, urlencode

from checker.foundation.clean import line
from checker.foundation.model import Page, PartialDate, Problem, Purpose, Reference, Request, Source
from checker.foundation.settings import Settings
from checker.links import books, handles, pubmed
from checker.links.addresses import host, split
from checker.links.authorship import CONTAINERS, names_one_of, shares_author, years_differ
from checker.links.records import Notice, Record
from checker.links.titles import same_work, unlike

CSL_JSON = "application/vnd.citationstyles.csl+json"
JSON = "application/json"

_ARXIV = re.compile(
    r"(?:arxiv:\s*|(?:https?://arxiv\.org)?/(?:abs|pdf|html)/)?(\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?:v\d+)?", re.IGNORECASE
)
_PREPRINT = re.compile(r"\barxiv:\s*(\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?:v\d+)?\b", re.IGNORECASE)
_ARXIV_HOSTS = ("arxiv.org", "www.arxiv.org", "export.arxiv.org")
_NOT_CROSSREF = ("10.48550/", "10.5281/", "10.6084/")  # prefixes of DataCite: arXiv, Zenodo, figshare
# Crossref's types of updates (crossref.org/documentation/register-maintain-records/updating-content); the others
# (new edition, new version) say nothing of what stands in the work.
_DOUBTED = {"expression_of_concern": "is under an expression of concern"}
_WITHDRAWN = {
    "retraction": "was retracted",
    "partial_retraction": "was retracted in part",
    "withdrawal": "was withdrawn",
    "removal": "was removed by its publisher",
}
_CORRECTED = {
    "correction": "was corrected",
    "corrigendum": "was corrected",
    "erratum": "was corrected",
    "clarification": "was clarified",
    "addendum": "was added to",
}


def doi_of(reference: Reference) -> str | None:
    """The DOI to ask for: the entry's own, or the one that arXiv gives every work.

    The number of an arXiv work stands in `eprint` or `arxiv`, in an address, or in `journal` (`arXiv preprint arXiv:…`).
    """
    if reference.doi:
        return reference.doi
    fields = reference.fields
    kind = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    written = [fields.get("eprint", "") if kind.lower() == "arxiv" else "", fields.get("arxiv", "")]
    written += [split(url).path.removesuffix(".pdf") for url in reference.urls if host(url) in _ARXIV_HOSTS]
    found = next((number for one in written if (number := _ARXIV.fullmatch(one.strip()))), None)
    found = found or _PREPRINT.search(fields.get("journal", "") or fields.get("journaltitle", ""))
    return f"10.48550/arXiv.{found[1]}" if found else None


def questions(reference: Reference, probes: Iterable[Source], settings: Settings) -> tuple[Request, ...]:
    """What to ask next about the entry's identifier: Crossref first, doi.org when Crossref does not know it; or the others.

    A registry whose base address is empty in the settings is not asked.
    """
    doi = doi_of(reference)
    answers = {probe.request.url: probe for probe in probes}
    if doi is None:
        others = (each.question(reference, settings) for each in (pubmed, books, handles))
        return tuple(one for one in others if one is not None and one.url not in answers)
    crossref, resolver = _crossref(doi, settings), _resolver(doi, settings)
    if crossref is not None and crossref.url not in answers:
        return (crossref,)
    known = answers.get(crossref.url) if crossref else None
    unknown_there = crossref is None or (isinstance(known, Page) and known.status == 404)
    return (resolver,) if unknown_there and resolver is not None and resolver.url not in answers else ()


def _crossref(doi: str, settings: Settings) -> Request | None:
    if not settings.crossref or doi.lower().startswith(_NOT_CROSSREF):
        return None
    polite = f"?{urlencode({'mailto': settings.mailto})}" if settings.mailto else ""
    address = f"{settings.crossref.rstrip('/')}/works/{quote(doi, safe='')}{polite}"
    return Request(address, Purpose.REGISTRY, accept=JSON, read=False)


def _resolver(doi: str, settings: Settings) -> Request | None:
    if not settings.doi_resolver:
        return None
    address = f"{settings.doi_resolver.rstrip('/')}/{quote(doi, safe='/:;().,-_')}"
    return Request(address, Purpose.REGISTRY, accept=CSL_JSON, read=False)


def records(sources: Iterable[Source]) -> Iterator[Record]:
    """What the registries that answered know, in the order of the answers."""
    for source in sources:
        if isinstance(source, Page) and source.request.purpose is Purpose.REGISTRY and source.status == 200:
            record = read_record(source.body or b"")
            if record is not None:
                yield record


def read_record(body: bytes) -> Record | None:
    """The record in Crossref's JSON (`{"message": {…}}`), PubMed's (`{"result": {…}}`), Open Library's or CSL-JSON; else None."""
    data = _json(body)
    if books.is_answer(data):
        return books.read(data)
    if isinstance(data, dict) and isinstance(data.get("result"), dict):
        return pubmed.read(data["result"])
    message = data.get("message") if isinstance(data, dict) and "message" in data else data
    if not isinstance(message, dict) or not message.get("title"):
        return None
    kinds = ("title", "original-title", "short-title", "subtitle")
    titles = [line(text) for kind in kinds for text in _texts(message.get(kind))]
    full = [f"{titles[0]}: {line(text)}" for text in _texts(message.get("subtitle"))]
    updates = message.get("updated-by")
    return Record(
        registry="Crossref" if "message" in data else "the DOI's registry",
        identifier=f"DOI {line(str(message.get('DOI', '')), 120)}",
        titles=tuple(dict.fromkeys([*full, *titles])),
        authors=tuple(_names(message.get("author")) or _names(message.get("editor"))),
        date=_date(message.get("issued")),
        container=next((line(text) for text in _texts(message.get("container-title"))), ""),
        notices=tuple(_notices(updates if isinstance(updates, list) else [])),
    )


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _texts(value: Any) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [text for text in several if isinstance(text, str) and text.strip()]


def _names(people: Any) -> list[str]:
    found = []
    for person in people[:50] if isinstance(people, list) else []:
        if isinstance(person, dict):
            pieces = [person.get(part) for part in ("given", "non-dropping-particle", "family", "literal", "name")]
            found.append(line(" ".join(piece for piece in pieces if isinstance(piece, str)), 120))
    return [name for name in found if name]


def _date(value: Any) -> PartialDate | None:
    """A `date-parts` date: `{"date-parts": [[2003, 5, 1]]}`, shorter as far as it is known."""
    match value:
        case {"date-parts": [[int(year), *rest], *_]}:
            numbers = [part for part in rest[:2] if isinstance(part, int)]
            return PartialDate(year, *numbers)
        case _:
            return None


def _notices(updates: list[Any]) -> Iterator[Notice]:
    for update in updates[:50]:
        match update:
            case {"type": str(kind)}:
                doi, source = (str(update.get(name, "")) for name in ("DOI", "source"))
                kind = kind.lower().replace("-", "_").replace(" ", "_")
                yield Notice(line(kind, 60), line(doi, 120), _date(update.get("updated")), line(source, 60))
            case _:
                continue


def registry_problems(reference: Reference, sources: Iterable[Source]) -> Iterator[Problem]:
    """What the registries' answers say against the entry: withdrawn works, a DOI of another work, a DOI that nobody registered.

    `sources` are all answers that belong to the reference; those of other purposes are passed over.
    """
    sources = tuple(sources)
    for record in records(sources):
        yield from _notified(reference, record)
        yield from _another_work(reference, record)
    yield from _unregistered(reference, sources)


def _notified(reference: Reference, record: Record) -> Iterator[Problem]:
    """What later notices say of the work: taken back (`source-retracted`), in doubt (`source-concern`), or `source-corrected`.

    A correction is no retraction: most corrected works stand, and a reader may cite them.
    """
    for notice in record.notices:
        became = (_WITHDRAWN | _DOUBTED | _CORRECTED).get(notice.type)
        if became is None:
            continue
        when = f" on {notice.date}" if notice.date else ""
        where = f"; the notice is https://doi.org/{notice.doi}" if notice.doi else ""
        by = f" (source: {notice.source})" if notice.source else ""
        what = f"{reference.key} {became}{when}, {record.registry} says{by}{where}."
        if notice.type in _WITHDRAWN:
            tip = "Cite another source, or say in the sentence that it was retracted."
            yield Problem("source-retracted", what, reference.place, tip=tip)
        elif notice.type in _DOUBTED:
            tip = "Read the notice; cite another source for what it puts in doubt."
            yield Problem("source-concern", what, reference.place, tip=tip)
        else:
            yield Problem("source-corrected", what, reference.place)


def _another_work(reference: Reference, record: Record) -> Iterator[Problem]:
    """The number was registered for a work of another title, and of other authors or another year.

    A chapter may have the number of its book, whose title the entry has as well; a book is told from another by its makers
    alone, since it is printed in many years.
    """
    ours = (reference.title, *(reference.fields.get(name, "") for name in CONTAINERS))
    if any(same_work(name, title, at_least=75.0) for name in ours for title in record.titles):
        return
    if not all(unlike(name, title) for name in ours if name for title in record.titles):
        return
    known = bool(reference.authors and record.authors)
    others = known and not shares_author(reference.authors, record.authors) and not _edited(reference, record)
    book = record.identifier.startswith(books.KIND)
    if others or (not book and not known and years_differ(reference.date, record.date)):
        by = f" by {', '.join(record.authors[:3])}" if record.authors else ""
        number = record.identifier if book else _asked(reference)
        what = f"{reference.key}: the {number} is registered for another work, “{record.titles[0]}”{by}."
        yield Problem("source-mismatch", what, reference.place, tip="Correct the number, or the entry.")


def _edited(reference: Reference, record: Record) -> bool:
    """True when whom the registry names as an author is the entry's editor or translator."""
    return any(names_one_of(record.authors, reference.fields.get(field, "")) for field in ("editor", "translator"))


def _asked(reference: Reference) -> str:
    """The entry's own number, as it was asked for."""
    doi = doi_of(reference)
    return f"DOI {doi}" if doi else f"PMID {pubmed.pmid_of(reference)}"


def _unregistered(reference: Reference, sources: tuple[Source, ...]) -> Iterator[Problem]:
    """Only who gives such numbers can say that one is nobody's: doi.org by its 404, PubMed, the Handle proxy. No ISBN is told so."""
    for source in sources:
        if not isinstance(source, Page) or source.request.purpose is not Purpose.REGISTRY:
            continue
        by_doi = source.request.accept == CSL_JSON and source.status == 404 and not source.hops[1:]
        data = _json(source.body or b"") if source.status in (200, 404) else None
        result = data.get("result") if isinstance(data, dict) else None
        if by_doi:
            who = f"{_asked(reference)} (doi.org answered 404)"
        elif source.status == 200 and isinstance(result, dict) and pubmed.has_none(result):
            who = f"{_asked(reference)} (PubMed has no such number)"
        elif handles.has_none(data):
            who = f"Handle {handles.handle_of(reference)} (its proxy has no such number)"
        else:
            continue
        what = f"{reference.key}: nobody has registered the {who}."
        yield Problem("entry-field", what, reference.place, tip="Correct the number; it may have a typing error.")
