"""Bowout: walk away from a deal so that the customer is asked first and the door stays open."""

import importlib
from typing import Any

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """``bowout.lint(text, step=…)`` without another import; nobody who does not ask for it waits for it."""
    if name == "lint":
        return importlib.import_module("bowout.lint")
    raise AttributeError(f"module 'bowout' has no attribute {name!r}")
