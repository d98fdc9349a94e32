"""``bowout web``: the pages, by gunicorn, in one process with threads."""

import sys
from argparse import Namespace
from typing import Any

from bowout.cli.commands import Subparsers
from bowout.cli.parent import follow_parent
from bowout.cli.ready import ready
from bowout.cli.where import NoAddress, add_where, bind, settle_base_url


def add(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("web", help="serve the pages")
    add_where(parser)
    parser.add_argument("--threads", type=int, default=8, help="requests worked on at once (8)")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    try:
        address = settle_base_url(args)
    except NoAddress as error:
        print(error, file=sys.stderr)
        return 2
    ready()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    follow_parent()
    _gunicorn(options(args, address))
    return 0


def options(args: Namespace, address: str) -> dict[str, Any]:
    """gunicorn's settings. Requests are not logged: a customer's address is a key to their page."""
    return {
        "bind": bind(args),
        "workers": 1,
        "threads": args.threads,
        "worker_class": "gthread",
        "graceful_timeout": 10,
        "accesslog": None,
        "control_socket_disable": True,
        "logconfig_dict": _logging(),
        "when_ready": lambda server: print(f"Bowout is at {address}/", flush=True),
    }


def _logging() -> dict[str, Any]:
    from django.conf import settings

    base: dict[str, Any] = settings.LOGGING
    loggers = {
        "gunicorn.error": {"level": "WARNING", "handlers": [], "propagate": True},
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
    }
    return {**base, "loggers": {**base["loggers"], **loggers}}


def _gunicorn(chosen: dict[str, Any]) -> None:
    from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
    from gunicorn.util import import_app  # type: ignore[import-untyped]

    class Web(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in chosen.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return import_app("bowout.site.wsgi:application")

    Web().run()
