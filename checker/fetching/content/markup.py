"""HTML -> Document: all of its text (resiliparse; recall counts, so navigation is kept), its head, ids and signs."""

from __future__ import annotations

import re
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from checker.fetching.content.byline import with_byline
from checker.fetching.content.decoding import decode
from checker.fetching.content.head import Element, read_head
from checker.fetching.content.signs import signs
from checker.fetching.content.sniffing import HTML
from checker.foundation import clean
from checker.foundation.model import Document

LIMIT = 5_000_000  # bytes; what follows is not read
_TEXT = 3_000_000  # characters of text
_MOST = 20_000  # ids
_LINKED = 'script[type="application/ld+json"]'
_SCRIPTS, _SCRIPT = 8, 200_000  # JSON-LD scripts that are read, and characters of each
_COINS = "Z3988"
_TOLD = "title, meta, link[rel]"
_TAGS, _ATTRIBUTES, _TAG = 300, 30, 4_000  # elements of the head that are read, attributes of each, characters of one
_RAISED = re.compile(r"\s*\d{1,4}\s*")


def read_html(data: bytes, content_type: str) -> Document | str:
    """The Document of an HTML page."""
    decoded = decode(data[:LIMIT], content_type)
    tree = HTMLTree.parse(decoded.text)
    body = tree.body
    head = read_head(
        map(_element, _some(tree.document, _TOLD, _TAGS)),
        _language(tree.document),
        [script.text[:_SCRIPT] for script in _some(tree.document, _LINKED, _SCRIPTS)],
        _coins(body) if _COINS in decoded.text else "",
    )
    head = with_byline(head, decoded.text, tree.document)
    fragments = _fragments(body)
    links = len(body.query_selector_all("a[href]")) if body is not None else 0
    heading = next((one.text for one in _some(body, "h1", 1)), "")
    _set_apart(body)
    text = clean.text(extract_plain_text(tree, main_content=False, alt_texts=False, list_bullets=False)[:_TEXT]).strip()
    return Document(
        text=text,
        media_type=HTML,
        title=head.title or clean.line(heading),
        authors=head.authors,
        date=head.date,
        site=head.site,
        language=head.language,
        canonical=head.canonical,
        encoding=decoded.encoding,
        fragments=fragments,
        metadata=head.metadata,
        signs=signs(decoded.text, text),
        links=links,
    )


def _some(node: Any, selector: str, most: int) -> list[Any]:
    """The first nodes that a selector finds; slicing, because iterating resiliparse's lists is quadratic."""
    return list(node.query_selector_all(selector)[:most]) if node is not None else []


def _element(tag: Any) -> Element:
    """What says something of the page, wherever it stood; what is too long for a value is cut."""
    return Element(
        tag.tag,
        {name: (tag.getattr(name) or "")[:_TAG] for name in tag.attrs[:_ATTRIBUTES]},
        tag.text[:_TAG] if tag.tag == "title" else "",
    )


def _language(document: Any) -> str:
    root = document.query_selector("html")
    return str(root.getattr("lang") or "") if root is not None else ""


def _coins(body: Any) -> str:
    """The page's one COinS record (ocoins.info); several are the works that it cites."""
    spans = _some(body, f"span.{_COINS}", 2)
    return str(spans[0].getattr("title") or "") if len(spans) == 1 else ""


def _fragments(body: Any) -> frozenset[str]:
    """What a `#fragment` may point to: ids, and names of anchors."""
    ids = [tag.getattr("id") for tag in _some(body, "[id]", _MOST)]
    names = [tag.getattr("name") for tag in _some(body, "a[name]", _MOST)]
    return frozenset(clean.line(name) for name in (*ids, *names) if name)


def _set_apart(body: Any) -> None:
    """Raised numbers become `^2`: a note's mark must not turn 1991 into 19912, nor 10 to the 6th into 106."""
    for raised in _some(body, "sup", _MOST):
        if _RAISED.fullmatch(raised.text or ""):
            raised.text = f"^{raised.text.strip()}"
