"""checker: do an article's footnotes lead to sources that live, and do those sources bear the claims out?"""

from checker.version import __version__

__all__ = ["__version__"]
