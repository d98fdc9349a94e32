"""All that is kept, to be compared with what is kept later."""

from typing import Any

from django.apps import apps


def everything() -> dict[str, set[tuple[Any, ...]]]:
    """Every row of every table."""
    return {model._meta.label: set(map(_row, model.objects.values_list())) for model in apps.get_models()}  # type: ignore[attr-defined]


def _row(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(str(value) if isinstance(value, dict | list) else value for value in values)
