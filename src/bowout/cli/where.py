"""Where the web listens, and under which address people reach it."""

import os
from argparse import ArgumentParser, Namespace

from bowout.cli.commands import port

_EVERYWHERE = {"0.0.0.0", "::", ""}


class NoAddress(Exception):
    """It listens everywhere, and nobody has said what people type."""


def add_where(parser: ArgumentParser) -> None:
    """The options for it. By default nobody outside this machine gets in."""
    parser.add_argument("--host", default="127.0.0.1", help="listen on this address (127.0.0.1)")
    parser.add_argument("--port", default=8000, type=port, help="listen on this port (8000)")


def settle_base_url(args: Namespace) -> str:
    """BOWOUT_BASE_URL; set from host and port when it is not, for this process and its children.

    Raises ``NoAddress``.
    """
    if not os.environ.get("BOWOUT_BASE_URL"):
        if args.host in _EVERYWHERE:
            raise NoAddress(f"--host {args.host} needs BOWOUT_BASE_URL: the address that people type, with https://")
        os.environ["BOWOUT_BASE_URL"] = f"http://{bind(args)}"
    return os.environ["BOWOUT_BASE_URL"]


def bind(args: Namespace) -> str:
    """Host and port in one."""
    return f"[{args.host}]:{args.port}" if ":" in args.host else f"{args.host}:{args.port}"
