"""Pages of a list, by number in the address."""

from django.http import HttpRequest


def number(request: HttpRequest) -> int:
    """The page asked for, from 1; anything that is not a page is the first."""
    asked = request.GET.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1
