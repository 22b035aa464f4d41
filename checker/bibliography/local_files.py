"""The `file` field: paths of local copies, in Zotero's, Better BibTeX's, JabRef's, Mendeley's and plain forms."""

from __future__ import annotations

import re

_ENTRIES = re.compile(r"(?<!\\);")
_PARTS = re.compile(r"(?<!\\):")
_DRIVE = re.compile(r"[A-Za-z]")
_MEDIA = re.compile(r"[\w.+-]+/[\w.+-]+|pdf|html?|txt|epub|docx?|djvu|", re.IGNORECASE)


def paths(field: str) -> tuple[str, ...]:
    """The paths in a field, distinct and in order: `title:path:mime;…`, `:path:PDF`, `path`."""
    return tuple(dict.fromkeys(path for path in map(_path, _ENTRIES.split(field)) if path))


def _path(entry: str) -> str:
    parts = _PARTS.split(entry.strip())
    if len(parts) == 2 and _DRIVE.fullmatch(parts[0]) and parts[1][:1] in ("/", "\\"):
        parts = [":".join(parts)]
    elif len(parts) >= 3 and _MEDIA.fullmatch(parts[-1].strip()):
        parts = [":".join(parts[1:-1])]
    elif len(parts) == 2 and _MEDIA.fullmatch(parts[1].strip()):
        parts = parts[:1]
    return re.sub(r"\\([:;\\{}_])", r"\1", ":".join(parts)).strip()
