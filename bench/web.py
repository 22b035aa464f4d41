"""The web of bench/runs.py: one process on loopback, many hosts (127.0.1.1 and on, where the system has them), made-up pages.

    python bench/web.py        prints its port and serves until its input ends

`/p/N?ms=95&kb=20` is a page of 20 KB after 95 ms; `/c/N?kb=120` says what claim N says, one in ten with another figure.
"""

from __future__ import annotations

import asyncio
import random
import sys
from functools import cache
from urllib.parse import parse_qs, urlsplit

WORDS = [
    "the",
    "mill",
    "river",
    "stood",
    "winter",
    "sold",
    "grain",
    "council",
    "wrote",
    "road",
    "bridge",
    "year",
    "under",
    "old",
    "people",
    "paid",
    "new",
    "stone",
]


def place(number: int) -> str:
    """A made-up name, another for every number."""
    first, second = ("Ald", "Ber", "Cor", "Dun", "Gren", "Hol", "Lor"), ("bridge", "combe", "ford", "ham", "wick")
    return f"{first[number % 7]}{second[number % 5]} Mill {number}"


def claim(number: int, *, altered: bool = False) -> str:
    """What claim N says; `altered` is what the page says where the article is wrong."""
    sacks = random.Random(number).randint(1_100, 98_900) + (417 if altered else 0)
    return f"In its first full year the {place(number)} ground {sacks:,} sacks of rye for {number + 110} farmers."


def is_altered(number: int) -> bool:
    """True for one claim in ten."""
    return number % 10 == 3


@cache
def paragraphs(kb: int) -> str:
    """So many KB of sentences that say nothing."""
    rng, found, size = random.Random(kb), [], 0
    while size < kb * 1_000:
        count = rng.randint(8, 16)
        said = " ".join(rng.choice(WORDS) for _ in range(count)).capitalize() + f" {rng.randint(110, 99_000)} times. "
        found.append(said if rng.random() < 0.8 else f"{said}</p>\n<p>")
        size += len(found[-1])
    return "".join(found)


def page(path: str, kb: int) -> bytes:
    """The page at a path."""
    number = int(path[3:])
    said = claim(number, altered=is_altered(number)) if path[1] == "c" else ""
    title = f"A short history of {place(number)}"
    return f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head><body><h1>{title}</h1><p>{said} {paragraphs(kb)}</p></body></html>".encode()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection, request after request."""
    try:
        while (line := await reader.readline()).strip():
            while (await reader.readline()).strip():
                pass
            url = urlsplit(line.split()[1].decode())
            asked = {name: int(values[0]) for name, values in parse_qs(url.query).items()}
            await asyncio.sleep(asked.get("ms", 0) / 1_000)
            body = page(url.path, asked.get("kb", 20))
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
    except ConnectionError:
        return
    finally:
        writer.close()


async def main() -> None:
    """Serve until the input ends."""
    server = await asyncio.start_server(answer, "0.0.0.0", 0, backlog=1_024)  # noqa: S104 - every loopback address
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
