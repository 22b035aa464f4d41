"""Runs the suite in a network namespace with nothing but loopback in it, where the machine allows one.

Usage: python tests/isolated.py [pytest's arguments]. Without any, the whole suite runs, in a process for each core. Where
namespaces are not allowed, the audit hook of tests/guard holds alone, and this says so.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1  # linux/sockios.h, linux/if.h


def raise_loopback() -> None:
    """`ip link set lo up` without iproute2."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        question = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(control, SIOCGIFFLAGS, question))[1]
        fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", flags | IFF_UP))


def whole_suite() -> list[str]:
    """The arguments for all tests: most of them wait for a process or a server, so that two at once take little more than one."""
    return ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "worksteal"]


def namespace() -> list[str]:
    """The command prefix that gives a private network, or nothing where that is refused."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        return []
    as_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    prefix = ["unshare", *as_user, "--net", "--"]
    allowed = subprocess.run([*prefix, sys.executable, __file__, "--try"], capture_output=True, check=False)
    return prefix if allowed.returncode == 0 else []


def main(arguments: list[str]) -> int:
    """Run pytest inside, or say that the guard holds alone."""
    match arguments:
        case ["--try"]:
            raise_loopback()
            return 0
        case ["--inside", *rest]:
            raise_loopback()
            os.execv(sys.executable, [sys.executable, "-m", "pytest", *rest])
    arguments = arguments or whole_suite()
    prefix = namespace()
    if not prefix:
        print("isolated: no network namespace here; the audit hook alone keeps the tests on loopback", flush=True)
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode
    return subprocess.run([*prefix, sys.executable, __file__, "--inside", *arguments], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
