"""HTML -> Document: all of its text (resiliparse; recall counts, so navigation is kept), its head, ids and signs."""

from __future__ import annotations

import re
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from checker.fetching.content.decoding import decode
from checker.fetching.content.head import read_head
from checker.fetching.content.signs import signs
from checker.fetching.content.sniffing import HTML
from checker.foundation import clean
from checker.foundation.model import Document

LIMIT = 5_000_000  # bytes; what follows is not read
_TEXT = 3_000_000  # characters of text
_MOST = 20_000  # ids
_SCRIPTS, _SCRIPT = 8, 200_000  # JSON-LD scripts that are read, and characters of each
_RAISED = re.compile(r"\s*\d{1,4}\s*")


def read_html(data: bytes, content_type: str) -> Document | str:
    """The Document of an HTML page."""
    decoded = decode(data[:LIMIT], content_type)
    tree = HTMLTree.parse(decoded.text)
    body = tree.body
    linked = [script.text[:_SCRIPT] for script in _all(tree.document, 'script[type="application/ld+json"]')[:_SCRIPTS]]
    head = read_head(decoded.text, linked)
    fragments = _fragments(body)
    links = len(_all(body, "a[href]"))
    heading = next((one.text for one in _all(body, "h1")), "")
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


def _all(node: Any, selector: str) -> list[Any]:
    return list(node.query_selector_all(selector)) if node is not None else []


def _fragments(body: Any) -> frozenset[str]:
    """What a `#fragment` may point to: ids, and names of anchors."""
    ids = [tag.getattr("id") for tag in _all(body, "[id]")[:_MOST]]
    names = [tag.getattr("name") for tag in _all(body, "a[name]")[:_MOST]]
    return frozenset(clean.line(name) for name in (*ids, *names) if name)


def _set_apart(body: Any) -> None:
    """Raised numbers become `^2`: a note's mark must not turn 1991 into 19912, nor 10 to the 6th into 106."""
    for raised in _all(body, "sup")[:_MOST]:
        if _RAISED.fullmatch(raised.text or ""):
            raised.text = f"^{raised.text.strip()}"
