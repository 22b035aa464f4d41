"""The place of the list in an article: between two comments, which `--update` fills and `--check` compares."""

from __future__ import annotations

import re

BEGIN = "<!-- references:begin -->"
END = "<!-- references:end -->"
_REGION = re.compile(r"(<!--\s*references:begin\s*-->)(.*?)(<!--\s*references:end\s*-->)", re.DOTALL)


def replace_region(text: str, listing: str) -> str | None:
    """The text with `listing` between the two comments, line ends as the text has them; None if it has no such place.

    Doing it twice changes nothing.
    """
    begin = text.find("<!--")
    found = _REGION.search(text, begin) if begin >= 0 else None
    if not found:
        return None
    # A comment inside the list would end the place too early the next time.
    body = listing.replace("\r\n", "\n").replace("\r", "\n").strip().replace("<!--", "&lt;!--")
    inside = f"\n\n{body}\n\n" if body else "\n"
    if "\r\n" in text:
        inside = inside.replace("\n", "\r\n")
    return text[: found.end(1)] + inside + text[found.start(3) :]
