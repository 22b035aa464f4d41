"""Guards every child Python of the test run: `tests/conftest.py` puts this folder on PYTHONPATH, and `site` imports it."""

import loopback

loopback.install()
