"""DEMO, an edge: a little article, its .bib and a small web on loopback, checked for real by `checker demo`.

In: nothing but the files beside this one. Out: the text of the article and of the .bib, and, inside `with serve() as web`,
a web of made-up hosts over real HTTP and HTTPS whose `resolver` leads a Fetcher to it, with `settings(web)` to check it by.
No name and no address outside 127.0.0.1 is ever asked.

To add a case: a page in data/web/, its host in data/web/sites.toml, an entry in data/demo.bib, a sentence in
data/article.md, and what is to be found in data/expected.toml; the tests then run on it unasked.

example       the article, the bibliography, the settings, and what a check finds
sites         the table of hosts and answers, read
certificates  an authority made at run time, a good and an expired certificate
server        one loopback server that is all hosts
web           `serve`: the servers, the resolver, the bundle of authorities
"""

from checker.demo.example import Example, Expected, ExpectedClaim, article, bibliography, expected, settings
from checker.demo.web import DemoWeb, serve

__all__ = [
    "DemoWeb",
    "Example",
    "Expected",
    "ExpectedClaim",
    "article",
    "bibliography",
    "expected",
    "serve",
    "settings",
]
